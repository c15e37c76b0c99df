"""What can be typed after milkit, one module a group of commands."""
