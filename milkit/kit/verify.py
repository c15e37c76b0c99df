"""Check a kit: every file that its list names, each byte read once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from milkit.ground.copying import digest
from milkit.kit import listing, place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from milkit.kit.listing import Listed, Signed

    Step = Callable[[int, int], None]

What = Literal["missing", "changed", "unreadable"]


@dataclass(frozen=True, slots=True)
class Fault:
    """A file of a kit that is not as it was signed."""

    path: str
    what: What


@dataclass(frozen=True, slots=True)
class Checked:
    """
    What was found in the kit in *folder*.

    *others* counts files that are not the kit's: they are never opened. *begun* says
    that a newer kit was to be written here and did not come to its end.
    """

    folder: Path
    signed: Signed
    faults: tuple[Fault, ...]
    others: int
    begun: bool

    @property
    def good(self) -> bool:
        """Say whether nothing was changed."""
        return not self.faults

    @property
    def files(self) -> int:
        """Count the files of the list."""
        return len(self.signed.listing.files)


def verify(folder: Path, step: Step | None = None) -> Checked:
    """
    Check the kit in *folder*, or in its own folder on a stick with other files.

    *step* gets bytes done and bytes in all. Raises NoKit, KitUnfinished, KitChanged
    or KitForeign before a file is read.
    """
    home = place.find(folder)
    signed = listing.read(home)
    done, total = 0, signed.listing.size

    def told(many: int) -> None:
        nonlocal done
        done += many
        if step:
            step(min(done, total), total)

    faults = []
    for path, listed in signed.listing.files.items():
        what = fault(home, path, listed, told)
        if what:
            faults.append(Fault(path, what))
    others = place.others(home, signed.listing)
    return Checked(home, signed, tuple(faults), others, place.begun(home))


def fault(
    home: Path, path: str, listed: Listed, told: Callable[[int], None]
) -> What | None:
    """
    Say what is wrong with one file; a file of another size is not read.

    The bytes come from the stick, not from the system's memory of it. A link is
    never followed.
    """
    where = home / path
    try:
        if _led_away(home, where) or where.stat().st_size != listed.size:
            return "changed"
        found = digest(where, told, fresh=True)
    except (FileNotFoundError, NotADirectoryError):
        return "missing"
    except OSError:
        return "unreadable"
    return None if found == listed.sha256 else "changed"


def _led_away(home: Path, where: Path) -> bool:
    """Say whether the file, or a folder between it and the kit, is a link."""
    below = [where, *where.parents]
    return any(each.is_symlink() for each in below[: below.index(home)])
