"""What a stick brings that is not here yet: its lists are read, no pack is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.packs.believing import believed
from milkit.packs.judging import judge
from milkit.packs.known import read_known
from milkit.packs.listed import order
from milkit.packs.offers import offers, publishers_in

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.packs.known import Publisher
    from milkit.packs.listed import Listed


def fresh(stick: Path, data: Path) -> list[str]:
    """
    List the ids of packs on *stick* that are not in *data*, or older there.

    Raises the refusals of a list that was changed or contradicts what is known.
    """
    if not publishers_in(stick):
        return []
    known, found = read_known(data), []
    for offer in offers(stick):
        judged = judge(believed(offer, known), known)
        for id_, pack in judged.offered.items():
            if _is_new(judged.publisher, id_, pack):
                found.append(id_)
    return found


def _is_new(publisher: Publisher, id_: str, pack: Listed) -> bool:
    have = publisher.packs.get(id_)
    return have is None or order(pack.now.version) > order(have.now.version)
