"""What every floor stands on: errors, settings, paths, languages, clock, safe files."""
