"""One page class for each kind of step, and the ending."""
