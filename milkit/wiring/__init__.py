"""One module for each place of the window that app.py would be too long with."""
