"""What every test of the hub begins with."""

from tests.hub.fixtures import db, hub, made_hub

__all__ = ["db", "hub", "made_hub"]
