"""Hold an offer to its signature; nothing in it is read before that."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from milkit.ground.errors import PackForeign, PackNewer
from milkit.ground.trust_errors import PublisherOther, SignatureBad
from milkit.packs.catalogue import NAME, Later, parse
from milkit.trust.key import public_of
from milkit.trust.signature import Unsigned, signer_of, verify

if TYPE_CHECKING:
    from collections.abc import Mapping

    from milkit.packs.catalogue import Catalogue
    from milkit.packs.known import Publisher
    from milkit.packs.offer import Offer
    from milkit.trust.key import PublicKey


class Signed(NamedTuple):
    """A list whose signature holds, and the SHA-256 of its bytes."""

    offer: Offer
    listed: Catalogue
    digest: str


def believed(offer: Offer, known: Mapping[bytes, Publisher]) -> Signed:
    """
    Give the list of an offer once its signature holds.

    The key id in the signature chooses a known key, else the key that came along.
    Raises SignatureBad, PublisherOther, PackForeign, PackNewer.
    """
    path = offer.path / NAME if offer.path.is_dir() else offer.path
    try:
        key = _key(offer, known)
        verify(offer.listed, offer.signature, key)
    except (Unsigned, ValueError) as e:
        raise SignatureBad(path) from e
    try:
        listed = parse(offer.listed)
    except Later as e:
        raise PackNewer(path) from e
    except ValueError as e:
        raise PackForeign(path, str(e)) from e
    if listed.key != key:
        raise PackForeign(path, "the list names another key")
    return Signed(offer, listed, hashlib.sha256(offer.listed).hexdigest())


def _key(offer: Offer, known: Mapping[bytes, Publisher]) -> PublicKey:
    signer = signer_of(offer.signature)
    publisher = known.get(signer)
    if publisher is None:
        return public_of(offer.public.decode("ascii"))
    if _is_other(offer.public, publisher.key):
        raise PublisherOther(publisher.name)
    return publisher.key


def _is_other(public: bytes, key: PublicKey) -> bool:
    """Tell whether a readable key with the same id and other content came along."""
    try:
        found = public_of(public.decode("ascii"))
    except ValueError:
        return False
    return found.id == key.id and found != key
