"""A file that SQLite takes for a new one: what stood in it comes back from a copy."""

import pytest

from milkit.ground.clock import Clock
from milkit.records import backups
from milkit.records.opening import NAME, open_records
from tests.records.test_merging import HAND, START


@pytest.fixture
def kept(tmp_path):
    """Records with a copy beside them; the events of both."""
    from milkit.records.event import new_id

    records = open_records(tmp_path, Clock()).records
    run = new_id()
    records.tell(run, START)
    records.tell(run, HAND)
    backups.take(tmp_path, Clock().now())
    events = list(records.events())
    records.close()
    return events


def cut(path):
    path.write_bytes(path.read_bytes()[:300])


def forget_tables(path):
    content = bytearray(path.read_bytes())
    content[103:105] = bytes(2)  # the number of cells on the first page
    path.write_bytes(content)


@pytest.mark.parametrize("harm", [cut, forget_tables])
def test_what_looks_new_but_is_not_is_put_right(tmp_path, kept, harm):
    harm(tmp_path / NAME)
    opened = open_records(tmp_path, Clock())
    assert opened.mishap is not None
    assert list(opened.records.events()) == kept
    opened.records.close()
