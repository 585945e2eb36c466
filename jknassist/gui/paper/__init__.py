"""Paper: how a sheet is laid out and drawn, and what the print queue of the system says."""
