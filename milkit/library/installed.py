"""The packs of publishers, opened beside the lessons that came with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.ground.errors import Mishap
from milkit.library.shelf import InstalledPacks
from milkit.packs.known import folder_of, read_known
from milkit.packs.listed import order
from milkit.packs.pack import open_pack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from milkit.packs.pack import Pack


def open_installed(
    data: Path, bundled: Sequence[Pack], tell: Callable[[Mishap], None]
) -> InstalledPacks:
    """
    Open what is installed in the *data* folder; what does not open is told.

    A lesson that came with the program stays as it is, whoever else has one of its
    name. Only the makers of the program renew its packs.
    """
    ours = _release_keys()
    renew: list[Pack] = []
    more: list[Pack] = []
    older: dict[tuple[str, str], Path] = {}
    publishers = read_known(data).values()
    for publisher in sorted(publishers, key=lambda each: not each.confirmed):
        folder = folder_of(data, publisher.key)
        for installed in publisher.packs.values():
            for kept in installed.kept:
                older[installed.id, kept.version] = folder / kept.file
            try:
                pack = open_pack(folder / installed.now.file)
            except Mishap as mishap:
                tell(mishap)
                continue
            known = publisher.key.text in ours
            (renew if known and _renews(pack, bundled) else more).append(pack)
    return InstalledPacks(tuple(renew), tuple(more), older)


def _renews(pack: Pack, bundled: Sequence[Pack]) -> bool:
    return any(
        pack.about.id == each.about.id
        and order(pack.about.version) > order(each.about.version)
        for each in bundled
    )


def _release_keys() -> set[str]:
    """Give the keys of our own releases, as they came with the program."""
    from milkit.ground.paths import resources
    from milkit.trust.key import read_public

    files = (resources() / "keys").glob("*.pub")
    return {read_public(file).text for file in files}
