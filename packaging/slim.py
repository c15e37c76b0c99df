"""Take out of a frozen program what a window without QML and OpenGL never loads.

Then every shared library that nothing left asks for, and every link: FAT has none, and
the libraries are found by the folder written into them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

CLUSTER = 32 << 10  # bytes, of FAT32 on a stick of 8 GB and more
QT = """
plugins/egldeviceintegrations/* plugins/generic/* plugins/networkinformation/*
plugins/platforms/*egl* plugins/platforms/*linuxfb*
plugins/platforms/*vkkhr* plugins/platforms/*vnc* plugins/platforms/*wayland*
plugins/platforms/*minimal* plugins/platforms/*direct2d*
plugins/platforminputcontexts/*virtualkeyboard* plugins/platformthemes/*gtk3*
plugins/imageformats/*pdf* plugins/imageformats/*tiff* plugins/imageformats/*tga*
plugins/imageformats/*wbmp* plugins/imageformats/*icns* plugins/imageformats/*gif*
plugins/tls/* plugins/wayland-*/* plugins/xcbglintegrations/* plugins/sqldrivers/*
plugins/qmltooling/* plugins/qmllint/* plugins/designer/* plugins/vectorimageformats/*
plugins/imageformats/*ico.* plugins/iconengines/* translations/* lib/*Qml*
lib/*Quick* lib/*Pdf* lib/*OpenGL* lib/*VirtualKeyboard* lib/*Wayland* lib/*Egl*
"""
OTHER = """
*.dist-info/**/* dateutil/zoneinfo/* **/_codecs_??.* **/_codecs_iso2022.* **/py.typed
**/_multibytecodec.* libcups.so* libgssapi_krb5.so* libdbus-1.so*
"""
# The three libraries speak with the system's own printers, log-ins and desktop: the
# system's own are the right ones, and every desktop has them. The codecs are for
# East Asian text of before Unicode.


@dataclass(frozen=True)
class Weight:
    """What a folder weighs: files, links, bytes, and bytes on a FAT32 stick."""

    files: int
    links: int
    bytes: int
    on_fat: int

    def __str__(self) -> str:
        """One line for people."""
        size = f"{self.bytes / 1e6:.1f} MB ({self.on_fat / 1e6:.1f} MB on FAT32)"
        return f"{size}, {self.files} files, {self.links} links"


def slim(tree: Path) -> None:
    """Slim the frozen program in the folder *tree*."""
    inside = tree / "_internal"
    inside = inside if inside.is_dir() else tree
    for qt in {inside / "PySide6" / "Qt", inside / "PySide6"}:
        _delete(qt, QT)
    _delete(inside, OTHER)
    for path in _walk(tree):
        if path.is_symlink():
            path.unlink()
    if shutil.which("readelf"):
        _drop_unneeded(tree)
    if shutil.which("strip"):
        for path in _walk(tree):
            if ".so" in path.name:
                subprocess.run(
                    ["strip", "--strip-unneeded", str(path)],
                    check=False,
                    stderr=subprocess.DEVNULL,
                )
    _drop_empty(tree)


def weigh(tree: Path, without: str = "") -> Weight:
    """Weigh *tree*, leaving out what lies in a folder named *without*."""
    files = links = size = fat = 0
    for path in _walk(tree):
        if without and without in path.relative_to(tree).parts:
            continue
        if path.is_symlink():
            links += 1
            continue
        found = path.stat().st_size
        files, size = files + 1, size + found
        fat += -(-found // CLUSTER) * CLUSTER
    return Weight(files, links, size, fat)


def _delete(folder: Path, patterns: str) -> None:
    for pattern in patterns.split():
        for path in folder.glob(pattern):
            if path.is_file() or path.is_symlink():
                path.unlink()


def _walk(tree: Path) -> list[Path]:
    return [Path(at, name) for at, _, names in os.walk(tree) for name in sorted(names)]


def _drop_unneeded(tree: Path) -> None:
    """Delete libraries that no module, plug-in or library asks for, until none is."""
    while True:
        needed: set[str] = set()
        libraries: dict[str, Path] = {}
        for path in _walk(tree):
            if ".so" not in path.name and path.parent != tree:
                continue
            needed |= _needed(path)
            if ".so." in path.name and "libpython" not in path.name:
                libraries[path.name] = path
        gone = [path for name, path in libraries.items() if name not in needed]
        for path in gone:
            path.unlink()
        if not gone:
            return


def _needed(path: Path) -> set[str]:
    done = subprocess.run(
        ["readelf", "-d", str(path)], capture_output=True, text=True, check=False
    )
    lines = [line for line in done.stdout.splitlines() if "(NEEDED)" in line]
    return {line.split("[")[1].split("]")[0] for line in lines}


def _drop_empty(tree: Path) -> None:
    for at, _, _ in os.walk(tree, topdown=False):
        folder = Path(at)
        if not any(folder.iterdir()):
            folder.rmdir()
