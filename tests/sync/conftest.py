"""Real records, a hub's keys, and a file that the hub gave out."""

from tests.records.fixtures import another, clock, data, records, small_disk
from tests.sync.fixtures import hub, outline

__all__ = ["another", "clock", "data", "hub", "outline", "records", "small_disk"]
