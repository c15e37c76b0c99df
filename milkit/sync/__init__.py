"""Results files: seal them, send them, know what was received."""
