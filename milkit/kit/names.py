"""Names that a FAT stick, Windows and a kit's list can all hold."""

from __future__ import annotations

import re
import unicodedata

LARGEST = 2 << 30  # bytes of a file: FAT itself ends at 4 GiB, old tools at 2
_LONGEST = 200  # letters of a path below the stick
_REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[ .](/|$)')
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
LIST, SIGNATURE = "KIT.json", "KIT.json.minisig"
RESULTS = "results"  # what teachers save there is never the kit's
_OURS = {LIST.casefold(), SIGNATURE.casefold()}


def fits(path: str) -> bool:
    """Say whether *path*, with `/` between its parts, can stand in a kit's list."""
    if not path or len(path) > _LONGEST or _REFUSED.search(path):
        return False
    if not path.isprintable() or unicodedata.normalize("NFC", path) != path:
        return False
    parts = path.split("/")
    if not all(_part_fits(part) for part in parts):
        return False
    return parts[0].casefold() != RESULTS and path.casefold() not in _OURS


def folded(path: str) -> str:
    """Give what two paths share when a stick takes them for one."""
    return unicodedata.normalize("NFKC", path).casefold()


def _part_fits(part: str) -> bool:
    if part in ("", ".", "..") or part.startswith(" "):
        return False
    return not (_DEVICE.fullmatch(part) or part.casefold().endswith((".part", ".old")))
