"""Wizard pages: one class for each kind of step, and one for the outcome."""
