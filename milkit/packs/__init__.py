"""Packs: build, open, and the teacher's own overlay."""
