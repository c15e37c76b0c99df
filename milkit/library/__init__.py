"""All installed packs as one: find, search, open."""
