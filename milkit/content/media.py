"""See that the pictures of a lesson are there, whole, plain and credited."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from milkit.content.credits import FILE, read_credits
from milkit.content.finding import Finding

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.content.draft import Draft

MIB = 1024 * 1024
MOST = 20 * MIB
_MAGIC = {
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    ".svg": re.compile(rb"\s*(?:\xef\xbb\xbf)?(?:<\?xml|<svg|<!--)"),
}
_SVG = (
    (
        re.compile(r"<(text|tspan|textPath)\b"),
        "words stand in the drawing",
        "take them out; words cannot be translated there",
    ),
    (
        re.compile(r"<(filter|mask|clipPath|style|foreignObject|image|animate\w*)\b"),
        "the drawing uses <{}>",
        "draw it with plain shapes",
    ),
    (
        re.compile(r"\b(style|class)\s*="),
        "the drawing uses {}=",
        "write attributes like fill=… instead",
    ),
    (
        re.compile(r"<(script)\b|\s(on[a-z]+)\s*="),
        "the drawing holds a script",
        "take it out",
    ),
    (
        re.compile(r"href\s*=\s*[\"'](?!#)([^\"']*)"),
        "the drawing opens {}",
        "take it out; a drawing needs nothing else",
    ),
    (
        re.compile(r"<!(DOCTYPE|ENTITY)\b", re.IGNORECASE),
        "the drawing has a <!{}>",
        "take it out",
    ),
)


def look(draft: Draft, media: Path) -> None:
    """Look up the file of each picture of one language file."""
    if draft.front is None:
        return
    for name, picture in draft.front.pictures.items():
        line = draft.front_line("pictures", name, "file")
        if (
            "/" in picture.file
            or "\\" in picture.file
            or not (media / picture.file).is_file()
        ):
            draft.add(
                line,
                f"there is no file media/{picture.file}",
                "put it there, or mend the name",
            )
        if picture.cut is not None and not _inside(picture.cut):
            line = draft.front_line("pictures", name, "cut")
            draft.add(
                line,
                f"the cut of “{name}” is not inside the picture",
                "write shares from 0 to 1: left, top, width, height",
            )


def _inside(cut: tuple[float, float, float, float]) -> bool:
    left, top, width, height = cut
    return (
        min(cut) >= 0 and left + width <= 1 and top + height <= 1 and width * height > 0
    )


def check_media(media: Path) -> list[Finding]:
    """Check the files of a media folder and their credits."""
    if not media.is_dir():
        return []
    known, findings = read_credits(media)
    files = sorted(
        f for f in media.iterdir() if f.name != FILE and not f.name.startswith(".")
    )
    names = {f.name for f in files}
    for file in files:
        findings += _check_file(file)
        if file.name not in known:
            findings.append(
                Finding(
                    media / FILE,
                    1,
                    f"{file.name} has no credit",
                    f'add ["{file.name}"] with what, by, year, licence',
                )
            )
    findings += [
        Finding(
            media / FILE,
            1,
            f"there is no file {name}",
            "take its credit out, or add the file",
        )
        for name in known
        if name not in names
    ]
    return findings


def _check_file(file: Path) -> list[Finding]:
    kind = _MAGIC.get(file.suffix)
    if kind is None or not file.is_file():
        return [
            Finding(
                file,
                1,
                "this is not a kind of picture for lessons",
                "use svg, png, jpg or webp, in small letters",
            )
        ]
    if file.stat().st_size > MOST:
        return [
            Finding(
                file, 1, "the file is larger than 20 MB", "make the picture smaller"
            )
        ]
    raw = file.read_bytes()
    if not kind.match(raw):
        return [
            Finding(
                file,
                1,
                f"this is not a {file.suffix[1:]} file inside",
                "save it again from a drawing program",
            )
        ]
    return _check_svg(file, raw) if file.suffix == ".svg" else []


def _check_svg(file: Path, raw: bytes) -> list[Finding]:
    text = raw.decode("utf-8", "replace")
    findings = []
    for number, line in enumerate(text.split("\n"), 1):
        for pattern, what, mend in _SVG:
            for match in pattern.finditer(line):
                found = next((g for g in match.groups() if g), "")
                findings.append(Finding(file, number, what.format(found[:40]), mend))
    findings += [
        Finding(
            file,
            1,
            f"the drawing has no <{name}>",
            f"add <{name}> in English, for editors",
        )
        for name in ("title", "desc")
        if f"<{name}" not in text
    ]
    return findings
