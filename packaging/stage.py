"""Lay out what goes into a program beside its code: few files, for a FAT stick.

A stick that is mounted `flush` takes a tenth of a second for each file closed, and a
hundred small drawings would be half of all the files: the icons become one file, and
the lessons one pack, opened in place.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from icon import write_icons
from notices import write_notices

ROOT = Path(__file__).resolve().parent.parent
BESIDE = ROOT / "build" / "freeze"  # icons for installers
RESOURCES = ROOT / "resources"
SMALL = (
    "*.mo",
    "*.toml",
    "*.qss",
    "*.html",
    "*.css",
    "*.js",
    "*.json",
    "*.txt",
    "*.pub",
)
NOT_HERE = ("fonts.toml", "LICENSE-phosphor.txt", "OFL.txt")  # two are in NOTICES


def stage(to: Path, packages: Path) -> Path:
    """
    Fill the folder *to* with resources, lessons and notices.

    *packages* is the site-packages folder whose licences are told.
    """
    shutil.rmtree(to, ignore_errors=True)
    _resources(to / "resources")
    write_icons(BESIDE)  # first: Qt calls the thread main that draws first
    _lessons(to / "lessons")
    shutil.copyfile(BESIDE / "milkit.png", to / "resources" / "milkit.png")
    write_notices(to / "NOTICES.txt", packages)
    return to


def _resources(to: Path) -> None:
    for file in sorted(RESOURCES.rglob("*")):
        name = file.relative_to(RESOURCES)
        wanted = name.parts[0] == "fonts" and file.suffix == ".ttf"
        wanted = wanted or any(file.match(kind) for kind in SMALL)
        if wanted and file.is_file() and file.name not in NOT_HERE:
            put = to / name
            put.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, put)
    fonts = sorted((RESOURCES / "fonts").glob("*.ttf"))
    if not fonts:
        raise SystemExit("The fonts are not here: python packaging/fonts.py")
    (to / "fonts").mkdir(exist_ok=True)
    for font in fonts:
        shutil.copyfile(font, to / "fonts" / font.name)
    drawings = sorted((RESOURCES / "icons").glob("*.svg"))
    table = {file.stem: file.read_text("utf-8") for file in drawings}
    (to / "icons.json").write_text(json.dumps(table, indent=0), "utf-8", newline="\n")


def _lessons(to: Path) -> None:
    """Build each folder of lessons into its pack, drawn as the window would."""
    from milkit.packs.build import build
    from milkit.widgets.drawing import draw_svg

    to.mkdir(parents=True)
    for source in sorted((ROOT / "lessons").iterdir()):
        if (source / "pack.toml").is_file():
            build(source, to / f"{source.name}.pack", draw_svg)
