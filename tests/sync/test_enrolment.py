"""A hub's file is believed only as the hub signed it; so is its receipt."""

import json
from pathlib import Path

import pytest

from milkit.ground import errors
from milkit.records.event import new_id
from milkit.sync import enrolment, receipt
from milkit.sync.enrolment import Drop, Shares
from milkit.sync.statement import Where
from tests.sync.fixtures import make_hub


def test_what_was_written_is_read(hub, tmp_path):
    asks = hub.asks._replace(drop=Drop("s3://drop/x", "a", "b", "sea-1", "https://s"))
    path = tmp_path / "h.milhub"
    path.write_bytes(enrolment.write(asks, hub.seed))
    assert enrolment.read(path) == asks
    assert asks.where == Where("KH", "KP")
    assert asks.told("km") == asks.told("en") == Shares(*asks.shares[0][1])
    assert len(asks.words) == 6
    assert asks.words != make_hub(number=8).asks.words
    assert asks._replace(shares=()).told("km") == Shares("", "")
    assert asks.id == hub.asks.id != make_hub(number=8).asks.id


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("", ""),
        ("/srv/drop", "folder"),
        ("D:\\drop", "folder"),
        ("https://cloud.example/dav/x", "webdav"),
        ("s3://drop", "s3"),
    ],
)
def test_the_kind_of_a_drop_box(url, kind):
    assert Drop(url).kind == kind


def changed(hub, /, **changes):
    found = json.loads(enrolment.write(hub.asks, hub.seed)) | changes
    return json.dumps(found).encode()


def resigned(hub, /, **changes):
    return enrolment.write(hub.asks._replace(**changes), hub.seed)


@pytest.mark.parametrize("field", ["hub", "country", "drop", "recipients", "shares"])
def test_a_changed_file_is_not_believed(hub, field):
    new = {"hub": "Other", "country": "TH", "drop": {"url": "https://e.example"},
           "recipients": [make_hub().asks.recipients[0]], "shares": {}}  # fmt: skip
    with pytest.raises(errors.EnrolmentUnsigned):
        enrolment.parse(changed(hub, **{field: new[field]}))


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"7", b"\xff\xfe", b"[" * 9000, b"{" + b" " * 70000],
)
def test_rubbish_is_refused(content):
    with pytest.raises(errors.EnrolmentBroken):
        enrolment.parse(content)


@pytest.mark.parametrize(
    "changes",
    [
        {"hub": ""},
        {"hub": "a\u202eb"},
        {"hub": "a\nb"},
        {"hub": "h" * 500},
        {"country": "kh"},
        {"district": "a place"},
        {"recipients": ()},
        {"recipients": ("age1notakey",)},
        {"recipients": make_hub().asks.recipients * 5},
        {"shares": (("english", Shares("a", "b")),)},
    ],
)
def test_a_signed_file_with_bad_fields_is_refused(hub, changes):
    with pytest.raises(errors.EnrolmentBroken):
        enrolment.parse(resigned(hub, **changes))


def test_a_later_file_says_so_and_a_missing_one_too(hub, tmp_path):
    with pytest.raises(errors.EnrolmentNewer):
        enrolment.parse(changed(hub, format=2))
    with pytest.raises(errors.FileUnreadable):
        enrolment.read(tmp_path / "none.milhub")


def test_a_receipt_counts_only_from_the_hub(hub, tmp_path):
    given = receipt.Receipt("Kampong", new_id(), "2026-11-12", ("ab" * 32,), 50)
    path = tmp_path / "r.milreceipt"
    path.write_bytes(receipt.write(given, hub.seed))
    assert receipt.read(path, hub.asks.key) == given
    with pytest.raises(errors.ReceiptBroken):
        receipt.read(path, make_hub(number=8).asks.key)
    path.write_bytes(path.read_bytes().replace(b'"statements": 50', b'"statements": 5'))
    with pytest.raises(errors.ReceiptBroken):
        receipt.read(path, hub.asks.key)
    path.write_bytes(receipt.write(given._replace(files=("../x",)), hub.seed))
    with pytest.raises(errors.ReceiptBroken):
        receipt.read(path, hub.asks.key)
    with pytest.raises(errors.FileUnreadable):
        receipt.read(Path(tmp_path / "none"), hub.asks.key)
