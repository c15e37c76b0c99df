"""Real records in a real folder, and a clock that the test winds."""

from tests.records.fixtures import another, clock, data, records, small_disk

__all__ = ["another", "clock", "data", "records", "small_disk"]
