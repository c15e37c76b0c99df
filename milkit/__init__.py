"""MIL Kit: an offline teaching kit for media and information literacy."""
