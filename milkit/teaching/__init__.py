"""A run of a lesson as a state machine with no screen."""
