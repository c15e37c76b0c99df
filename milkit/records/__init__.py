"""The event log: append, project, back up, restore."""
