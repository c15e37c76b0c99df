"""Lessons as people write them: read, check, render, mark word ends."""
