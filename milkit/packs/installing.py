"""Install packs: hold them to what was signed, copy them, remember them."""

from __future__ import annotations

import contextlib
import enum
from typing import TYPE_CHECKING, NamedTuple

from milkit.ground.errors import (
    PackForeign,
)
from milkit.ground.files import make_folder, write_whole
from milkit.ground.trust_errors import (
    KeyRevoked,
    PublisherUnknown,
)
from milkit.packs import known as notes
from milkit.packs.believing import believed
from milkit.packs.catalogue import NAME, PUBLISHER, SIGNATURE
from milkit.packs.copying import copy
from milkit.packs.judging import judge
from milkit.packs.listed import order
from milkit.trust.six_words import six_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from milkit.packs.judging import Judged
    from milkit.packs.known import Installed, Publisher
    from milkit.packs.listed import File, Listed
    from milkit.packs.offer import Offer

    Step = Callable[[int, int], None]  # bytes done, bytes in all

_PIECE = 1 << 20  # bytes


class Trust(enum.Enum):
    """What the user said of a publisher's six words."""

    ASK = "ask"  # nothing yet: who is not confirmed is refused
    ONCE = "once"
    CONFIRMED = "confirmed"


class Done(NamedTuple):
    """*publisher* as remembered now, *added* packs, and those that *stand* as was."""

    publisher: Publisher
    added: tuple[Installed, ...] = ()
    stand: tuple[str, ...] = ()


def install(
    offer: Offer,
    data: Path,
    trust: Trust = Trust.ASK,
    needed: Collection[tuple[str, str]] | None = None,
    step: Step | None = None,
) -> Done:
    """
    Install what is *offered* into the *data* folder, or change nothing and raise.

    *needed* are the (pack, version) of runs that are not over: their files stay; with
    None all older versions stay. *step* is told the bytes copied.
    """
    known = notes.read_known(data)
    signed = believed(offer, known)
    judged = judge(signed, known)
    publisher = judged.publisher
    if publisher.out:
        if publisher.key.id in known:
            notes.write_known(data, publisher)  # a thief's later list is refused too
        raise KeyRevoked(publisher.name)
    publisher = _trusted(publisher, trust)
    folder = notes.folder_of(data, publisher.key)
    copied = _copy_all(offer, judged, folder, step)
    if judged.older is not None and not copied.new and not copied.stand:
        raise judged.older
    publisher, gone = _with(publisher, copied.new, signed.listed.made)
    if publisher.digest == signed.digest:
        _write_list(offer, publisher, folder)
    notes.write_known(data, _without_unneeded(publisher, folder, needed))
    _end_of(judged.before, data, gone)
    added = tuple(publisher.packs[pack.id] for pack in copied.new)
    return Done(publisher, added, tuple(copied.stand))


class _Copied(NamedTuple):
    new: list[Listed]
    stand: list[str]


def _trusted(publisher: Publisher, trust: Trust) -> Publisher:
    if trust is Trust.CONFIRMED:
        return publisher._replace(confirmed=True)
    if trust is Trust.ASK and not publisher.confirmed:
        raise PublisherUnknown(publisher.name, six_words(publisher.key))
    return publisher


def _copy_all(offer: Offer, judged: Judged, folder: Path, step: Step | None) -> _Copied:
    """Copy what came along and is new; on a mishap nothing that was copied stays."""
    copied, made = _Copied([], []), []
    try:
        for pack in judged.offered.values():
            have = judged.publisher.packs.get(pack.id)
            if have is not None and order(have.now.version) == order(pack.now.version):
                copied.stand.append(pack.id)
                continue
            named = offer.path / pack.now.file if offer.path.is_dir() else offer.path
            file = offer.open(pack.now.file)
            if file is None:
                continue  # a pack of the list that did not come along is no error
            with file:
                _refuse_taken(pack, judged.publisher, named)
                made.append(copy(file, pack, folder / pack.now.file, named, step))
            copied.new.append(pack)
    except BaseException:
        for path in made:
            with contextlib.suppress(OSError):
                path.unlink()
        raise
    return copied


def _refuse_taken(pack: Listed, publisher: Publisher, named: Path) -> None:
    """Refuse a new version under the file name of one that is here."""
    for each in publisher.packs.values():
        if pack.now.file in {file.file for file in (each.now, *each.kept)}:
            raise PackForeign(named, f"{pack.now.file} is another version here")


def _with(
    publisher: Publisher, new: list[Listed], made: str
) -> tuple[Publisher, list[str]]:
    """Remember new packs; what they replaced is kept beside them for now."""
    packs = dict(publisher.packs)
    for pack in new:
        had = packs.get(pack.id)
        older = (had.now, *had.kept) if had else ()
        kept = tuple(each for each in older if each.file != pack.now.file)
        packs[pack.id] = notes.Installed(
            pack.id, pack.now, pack.title, pack.languages, made, kept
        )
    return publisher._replace(packs=packs), [pack.id for pack in new]


def _without_unneeded(
    publisher: Publisher, folder: Path, needed: Collection[tuple[str, str]] | None
) -> Publisher:
    """Delete older versions that no run needs; one that is held open stays noted."""
    if needed is None:
        return publisher
    packs = {}
    for id_, pack in publisher.packs.items():
        kept = [f for f in pack.kept if (id_, f.version) in needed or _stays(folder, f)]
        packs[id_] = pack._replace(kept=tuple(kept))
    return publisher._replace(packs=packs)


def _stays(folder: Path, file: File) -> bool:
    try:
        (folder / file.file).unlink(missing_ok=True)
    except OSError:  # Windows: the library has it open
        return True
    return False


def tidy(data: Path, needed: Collection[tuple[str, str]]) -> None:
    """Delete older versions of packs that no run needs any more."""
    for publisher in notes.read_known(data).values():
        folder = notes.folder_of(data, publisher.key)
        left = _without_unneeded(publisher, folder, needed)
        if left != publisher:
            notes.write_known(data, left)


def _end_of(before: Publisher | None, data: Path, gone: list[str]) -> None:
    """Put a key out of use that another took over from; its renewed packs go."""
    if before is None:
        return
    packs = {id_: pack for id_, pack in before.packs.items() if id_ not in gone}
    notes.write_known(data, before._replace(packs=packs, out=True))


def _write_list(offer: Offer, publisher: Publisher, folder: Path) -> None:
    """Keep the signed list too, so that what is here can be handed on."""
    make_folder(folder)
    write_whole(folder / PUBLISHER, publisher.key.file.encode())
    write_whole(folder / NAME, offer.listed)
    write_whole(folder / SIGNATURE, offer.signature)
