"""Results files: what may leave a laptop, sealed, saved to a stick or sent."""
