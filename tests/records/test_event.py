import json

import pytest

from milkit.records.event import Event, canonical, digest, from_line, new_id

ONE = Event(
    id="0b5f0a3e-6b43-4d6e-9d0c-2f0f7f1f0001",
    install="0b5f0a3e-6b43-4d6e-9d0c-2f0f7f1f0002",
    n=7,
    at="2026-11-12T10:05:00.000+07:00",
    kind="counts_changed",
    about="0b5f0a3e-6b43-4d6e-9d0c-2f0f7f1f0003",
    data={"option": "ไม่ตรง", "by": 1},
)


def test_the_canonical_bytes_never_change():
    assert canonical(ONE).decode() == (
        '{"about":"0b5f0a3e-6b43-4d6e-9d0c-2f0f7f1f0003",'
        '"at":"2026-11-12T10:05:00.000+07:00",'
        '"data":{"by":1,"option":"ไม่ตรง"},'
        '"id":"0b5f0a3e-6b43-4d6e-9d0c-2f0f7f1f0001",'
        '"install":"0b5f0a3e-6b43-4d6e-9d0c-2f0f7f1f0002",'
        '"kind":"counts_changed","n":7}'
    )
    assert digest(ONE) == (
        "6926468f8071555e15629860061120d7f9a7f094b888cbd5b606479e45d01c6f"
    )


def test_a_line_reads_back():
    assert from_line(canonical(ONE).decode()) == ONE


@pytest.mark.parametrize(
    "change",
    [
        {"id": "me"},
        {"id": "0B5F0A3E-6B43-4D6E-9D0C-2F0F7F1F0001"},
        {"install": 3},
        {"n": 0},
        {"n": True},
        {"n": 1 << 53},
        {"n": 1.0},
        {"at": "yesterday"},
        {"at": "2026-11-12"},
        {"kind": "DROP TABLE"},
        {"about": ""},
        {"data": []},
        {"data": {"half": "\ud800"}},
        {"more": 1},
    ],
)
def test_what_is_no_event_is_refused(change):
    plain = json.loads(canonical(ONE)) | change
    with pytest.raises(ValueError):  # noqa: PT011 - each has its own words
        from_line(json.dumps(plain))


@pytest.mark.parametrize(
    "line",
    ["", "[]", "{}", "null", "[" * 100_000, '{"a":' * 50_000, "x" * 300_000],
)
def test_rubbish_is_refused(line):
    with pytest.raises(ValueError):  # noqa: PT011 - each has its own words
        from_line(line)


def test_not_a_number_is_refused():
    line = canonical(ONE).decode().replace('"by":1', '"by":NaN')
    with pytest.raises(ValueError):  # noqa: PT011 - json's words
        from_line(line)


def test_ids_are_uuids_and_differ():
    assert len({new_id() for _ in range(100)}) == 100
    assert from_line(canonical(ONE).decode().replace(ONE.id, new_id()))
