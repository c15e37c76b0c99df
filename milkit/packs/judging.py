"""
Decide what a signed list may change: pure, no file is touched.

The rules are those of rollback, fork and take-over in The Update Framework
(https://theupdateframework.github.io/specification/), without its clock: school clocks
are wrong and sticks live for years.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from milkit.ground.trust_errors import (
    KeyRevoked,
    ListForked,
    PackOlder,
    PublisherOther,
)
from milkit.packs.known import Publisher
from milkit.packs.listed import order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from milkit.packs.believing import Signed
    from milkit.packs.catalogue import Catalogue
    from milkit.packs.known import Installed
    from milkit.packs.listed import Listed


class Judged(NamedTuple):
    """
    What may be done with a list.

    *publisher* is what is remembered from now on, *before* whose key it took over
    from, *offered* the packs that may be copied, by id; *older* is one that may not.
    """

    publisher: Publisher
    offered: dict[str, Listed]
    older: PackOlder | None = None
    before: Publisher | None = None


def judge(signed: Signed, known: Mapping[bytes, Publisher]) -> Judged:
    """Hold a list against what is known; raises the refusal that fits."""
    listed = signed.listed
    held, before = known.get(listed.key.id), _before(listed, known)
    _refuse_revoked(listed, known)
    _refuse_name(listed, known, before)
    if held is None:
        confirmed = before is not None and before.confirmed
        held = Publisher(listed.key, listed.publisher, confirmed=confirmed)
    newer = _hold_serial(signed, held)
    here = {**(before.packs if before else {}), **held.packs}
    offered, older = _offered(signed, held, here)
    publisher = _remembered(signed, held, newer=newer)
    return Judged(publisher, offered, older, before)


def _before(listed: Catalogue, known: Mapping[bytes, Publisher]) -> Publisher | None:
    """
    Give the publisher whose key this one took over from.

    Both must say so: the old key named this one as the next, and this list puts the
    old one out of use. One alone could take packs or a name from somebody else.
    """
    for each in known.values():
        if each.next_key == listed.key.text and each.key.text in listed.revoked:
            return each
    return None


def _refuse_revoked(listed: Catalogue, known: Mapping[bytes, Publisher]) -> None:
    """Only a key itself, or the one it named as next, can put it out of use."""
    held = known.get(listed.key.id)
    if held is not None and (held.out or held.key.text in held.revoked):
        raise KeyRevoked(held.name)


def _refuse_name(
    listed: Catalogue, known: Mapping[bytes, Publisher], before: Publisher | None
) -> None:
    """Refuse a known name with another key, unless that was named as the next."""
    for each in known.values():
        same = each.key == listed.key or (before is not None and each is before)
        if not same and _folded(each.name) == _folded(listed.publisher):
            raise PublisherOther(each.name)


def _folded(name: str) -> str:
    letters = unicodedata.normalize("NFKC", name).casefold()
    return "".join(letter for letter in letters if letter.isalnum())


def _hold_serial(signed: Signed, held: Publisher) -> bool:
    """Tell whether a list is newer; raise ListForked for one that contradicts."""
    listed = signed.listed
    if listed.serial == held.serial and signed.digest != held.digest:
        raise ListForked(held.name)
    if listed.serial <= held.serial:
        return False
    following = listed.next_key.text if listed.next_key else ""
    grown = set(held.revoked) <= set(listed.revoked)
    if not grown or (held.next_key and following != held.next_key):
        raise ListForked(held.name)  # what was said for good was taken back
    return True


def _offered(
    signed: Signed, held: Publisher, here: Mapping[str, Installed]
) -> tuple[dict[str, Listed], PackOlder | None]:
    """
    Give what may be copied, and what is older than what is here.

    A list that is older than the one seen last may add packs, but renew none.
    """
    listed, older, offered = signed.listed, None, {}
    for id_, pack in listed.packs.items():
        have = here.get(id_)
        if have is None:
            offered[id_] = pack
            continue
        step = order(pack.now.version), order(have.now.version)
        if step[0] == step[1] and pack.now.sha256 != have.now.sha256:
            raise ListForked(listed.publisher)
        if step[0] < step[1]:
            older = PackOlder(id_, have.now.version, pack.now.version)
        elif listed.serial >= held.serial:
            offered[id_] = pack
    if older is not None and listed.serial > held.serial:
        raise older  # the newest list goes back
    return offered, older


def _remembered(signed: Signed, held: Publisher, *, newer: bool) -> Publisher:
    if not newer:
        return held
    listed = signed.listed
    return held._replace(
        name=listed.publisher,
        serial=listed.serial,
        digest=signed.digest,
        next_key=listed.next_key.text if listed.next_key else "",
        revoked=listed.revoked,
        out=listed.key.text in listed.revoked,
    )
