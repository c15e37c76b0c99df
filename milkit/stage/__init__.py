"""What the class sees: one view a kind, and the class window."""
