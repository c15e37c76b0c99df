"""Checks, their scoring and their statistics: pure functions."""
