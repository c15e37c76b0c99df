"""The same rows in any order, any number of times, and with conflicts."""

import hashlib

from hypothesis import given, settings
from hypothesis import strategies as st

from milkit.hub.merging import Heard, Merged, conflicts, merge
from milkit.hub.tables import open_tables
from milkit.records.connection import transaction
from tests.hub.fixtures import rows


def heard(number, content=0):
    body = f"statement {number} {content}".encode()
    return Heard(
        number.to_bytes(16, "big"), hashlib.sha256(body).digest(), "KH", "2026-11",
        "install", "step_finished", "about", number + 1, "2026-11-01T10:00:00+07:00",
        None, None, None, False, None, "{}", body,
    )  # fmt: skip


pieces = st.lists(
    st.builds(heard, st.integers(0, 12), st.integers(0, 2)), min_size=1, max_size=30
)


def merged_in(folder, parts):
    db = open_tables(folder)
    db.execute("PRAGMA synchronous = OFF")
    total = Merged()
    for part in parts:
        with transaction(db):
            done = merge(db, part)
        total = Merged(*(a + b for a, b in zip(total, done, strict=True)))
    found = rows(db)
    db.close()
    return found, total


@settings(max_examples=40, deadline=None)
@given(all_=pieces, cut=st.integers(0, 30), seed=st.randoms())
def test_order_cuts_and_repeats_change_nothing(tmp_path_factory, all_, cut, seed):
    shuffled = list(all_) * 2
    seed.shuffle(shuffled)
    one, total = merged_in(tmp_path_factory.mktemp("a"), [all_])
    other, _ = merged_in(
        tmp_path_factory.mktemp("b"), [shuffled[:cut], shuffled[cut:], all_]
    )
    assert one == other
    assert sum(total) == len(all_)
    ids = {each.id: [] for each in all_}
    for each in all_:
        ids[each.id].append(each.sha256)
    assert {row[0]: row[1] for row in one[0]} == {k: min(v) for k, v in ids.items()}
    assert len(one[1]) == sum(len(set(v)) - 1 for v in ids.values())


def test_a_conflict_is_listed_with_all_that_came(db):
    three = sorted((heard(1, content) for content in range(3)), key=lambda h: h.sha256)
    with transaction(db):
        assert merge(db, [three[1]]) == Merged(1, 0, 0)
        assert merge(db, [three[2], three[0], three[2]]) == Merged(0, 1, 2)
    (found,) = conflicts(db)
    assert found.stands == three[0].body
    assert found.others == (three[1].body, three[2].body)
