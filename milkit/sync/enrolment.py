"""
An enrolment file (.milhub): who asks for results, where they go, who can read them.

A JSON object, signed by the hub's own key, so that the six words of the key stand for
all of it:

    format      1
    hub         the hub's name, as claimed
    country     two letters (ISO 3166-1) or "ZZ"; with `district`, a code or ""
    recipients  age public keys (X25519), 1 to 4
    drop        {"url", "user", "secret", "region", "endpoint"}: a folder's path, an
                http(s) address of a WebDAV folder, or s3://bucket/prefix with endpoint
                and region; user and secret are a credential that can only write;
                url "" = results come on sticks only
    shares      {"en": {"seen": "…", "kept": "…"}, …}: who sees them, for how long
    key         ed25519 public key, base64: signs this file and the receipts
    signature   ed25519 over the canonical JSON of all the rest, base64
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from milkit.ground.errors import (
    EnrolmentBroken,
    EnrolmentNewer,
    EnrolmentUnsigned,
    FileUnreadable,
)
from milkit.records.event import data_text
from milkit.sync.statement import UNKNOWN, Where

if TYPE_CHECKING:
    from collections.abc import Mapping

SUFFIX = ".milhub"
_LARGEST = 64 * 1024  # bytes
_RECIPIENTS = 4
_NO_ID = bytes(8)  # a hub's key has no id of its own
_COUNTRY = re.compile(r"[A-Z]{2}\Z")
_DISTRICT = re.compile(r"[A-Z0-9-]{0,12}\Z")
_LANG = re.compile(r"[a-z]{2,3}\Z")
_LONGEST = 400  # letters of any one text
_ZERO_WIDTH = "\u200b"  # between words in Khmer, Lao and Thai
_ADDRESSES = ("http://", "https://", "s3://")


class Drop(NamedTuple):
    """Where results files go; the credential can write and nothing else."""

    url: str = ""
    user: str = ""
    secret: str = ""
    region: str = ""
    endpoint: str = ""

    @property
    def kind(self) -> str:
        """Tell folder, webdav or s3; "" when there is none."""
        if not self.url:
            return ""
        if not self.url.startswith(_ADDRESSES):
            return "folder"
        return "s3" if self.url.startswith("s3://") else "webdav"


class Shares(NamedTuple):
    """In one language: who sees the results, and for how long they are kept."""

    seen: str
    kept: str


class Enrolment(NamedTuple):
    """What a hub asks for; *key* is its ed25519 public key in base64."""

    hub: str
    recipients: tuple[str, ...]
    drop: Drop
    key: str
    country: str = UNKNOWN
    district: str = ""
    shares: tuple[tuple[str, Shares], ...] = ()

    @property
    def where(self) -> Where:
        """The country and the district that go into statements."""
        return Where(self.country, self.district)

    @property
    def id(self) -> str:
        """Give a short code of the hub: it is the same as long as its keys are."""
        keys = "\n".join((self.key, *sorted(self.recipients)))
        return hashlib.sha256(keys.encode()).hexdigest()[:16]

    @property
    def words(self) -> tuple[str, ...]:
        """Give the six words that stand for the hub's key, and so for the file."""
        from milkit.trust.key import PublicKey
        from milkit.trust.six_words import six_words

        return six_words(PublicKey(_NO_ID, base64.b64decode(self.key)))

    def told(self, lang: str) -> Shares:
        """Give who sees it and how long, in a language or in what there is."""
        texts = dict(self.shares)
        return texts.get(lang) or texts.get("en") or Shares("", "")


def write(enrolment: Enrolment, seed: bytes) -> bytes:
    """Give the bytes of the file, signed with the hub's secret *seed* (32 bytes)."""
    from nacl.signing import SigningKey

    body = _plain(enrolment)
    signature = SigningKey(seed).sign(data_text(body).encode()).signature
    body["signature"] = base64.b64encode(signature).decode()
    text = json.dumps(body, ensure_ascii=False, indent=1, sort_keys=True)
    return text.encode() + b"\n"


def read(path: Path) -> Enrolment:
    """
    Read an enrolment file.

    Raises FileUnreadable, EnrolmentBroken, EnrolmentNewer, EnrolmentUnsigned.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as e:
        raise FileUnreadable(path) from e
    return parse(content, path)


def parse(content: bytes, path: Path = Path("hub" + SUFFIX)) -> Enrolment:
    """Read the bytes of an enrolment file; *path* is for the words of a refusal."""
    if len(content) > _LARGEST:
        raise EnrolmentBroken(path)
    try:
        found = json.loads(content)
        if isinstance(found, dict) and found.get("format") not in {1, None}:
            raise EnrolmentNewer(path)
        signature = base64.b64decode(found.pop("signature"), validate=True)
        _verify(found, signature, path)
        return _enrolment(found)
    except (
        KeyError, TypeError, ValueError, AttributeError, RecursionError, binascii.Error
    ) as e:  # fmt: skip
        raise EnrolmentBroken(path) from e


def _verify(found: dict[str, Any], signature: bytes, path: Path) -> None:
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    try:
        key = VerifyKey(base64.b64decode(found["key"], validate=True))
        key.verify(data_text(found).encode(), signature)
    except BadSignatureError as e:
        raise EnrolmentUnsigned(path) from e


def _plain(enrolment: Enrolment) -> dict[str, Any]:
    return {
        "format": 1,
        "hub": enrolment.hub,
        "country": enrolment.country,
        "district": enrolment.district,
        "recipients": list(enrolment.recipients),
        "drop": enrolment.drop._asdict(),
        "shares": {lang: told._asdict() for lang, told in enrolment.shares},
        "key": enrolment.key,
    }


def _enrolment(found: Mapping[str, Any]) -> Enrolment:
    import pyrage

    recipients = tuple(_text(one) for one in found["recipients"])
    if not 0 < len(recipients) <= _RECIPIENTS:
        raise ValueError("no keys, or too many")
    for one in recipients:
        try:
            pyrage.x25519.Recipient.from_str(one)
        except pyrage.RecipientError as e:
            raise ValueError("not an age key") from e
    drop = {name: _text(found["drop"].get(name, "")) for name in Drop._fields}
    return Enrolment(
        hub=_line(found["hub"]),
        recipients=recipients,
        drop=Drop(**drop),
        key=_text(found["key"]),
        country=_fitting(_COUNTRY, found["country"]),
        district=_fitting(_DISTRICT, found["district"]),
        shares=tuple(
            (_fitting(_LANG, lang), Shares(_text(told["seen"]), _text(told["kept"])))
            for lang, told in sorted(found["shares"].items())
        ),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise TypeError("not a short text")
    if not all(letter.isprintable() or letter == _ZERO_WIDTH for letter in value):
        raise ValueError("letters that are not shown")
    return value


def _line(value: Any) -> str:
    if not _text(value).strip():
        raise ValueError("no name")
    return str(value)


def _fitting(pattern: re.Pattern[str], value: Any) -> str:
    if not pattern.match(_text(value)):
        raise ValueError(value)
    return str(value)
