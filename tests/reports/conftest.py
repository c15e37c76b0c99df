"""Real records and a wound clock."""

from tests.records.fixtures import clock, data, records

__all__ = ["clock", "data", "records"]
