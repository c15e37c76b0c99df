"""
Bring the fonts of resources/fonts.toml into resources/fonts/.

    python packaging/fonts.py

With npm: each package by its name and version, its bytes checked, only the named
files unpacked. Without npm on a Debian-like system: the same fonts from Debian's
own package fonts-noto-core. With neither it says what to do.
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
LIST = ROOT / "resources" / "fonts.toml"
HOME = ROOT / "resources" / "fonts"
DEBIAN = "fonts-noto-core"
INSTALLED = Path("/usr/share/fonts/truetype/noto")


def main() -> int:
    """Bring what is missing; 0 when all fonts are here."""
    packages = tomllib.loads(LIST.read_text("utf-8"))["package"]
    wanted = [p for p in packages if not all(present(name) for _, name in p["files"])]
    if not wanted:
        return 0
    HOME.mkdir(parents=True, exist_ok=True)
    print(f"Bringing the fonts (once): {len(wanted)} packages")
    with tempfile.TemporaryDirectory() as folder:
        if shutil.which("npm"):
            for package in wanted:
                from_npm(package, Path(folder))
        elif INSTALLED.exists():
            from_debian(wanted)
        else:
            print(
                "The fonts come with npm (Node.js) or Debian's package "
                f"{DEBIAN}, and neither is here. Install Node.js; call make again.",
                file=sys.stderr,
            )
            return 1
    return 0


def present(name: str) -> bool:
    """Tell whether a font is here already."""
    return (HOME / name).exists()


def from_npm(package: dict, folder: Path) -> None:
    """Unpack the named files of one package, if its bytes are the ones we know."""
    spec = f"{package['name']}@{package['version']}"
    done = subprocess.run(
        [shutil.which("npm"), "pack", "--silent", spec],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    archive = folder / done.stdout.strip().splitlines()[-1]
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if digest != package["sha512"]:
        raise SystemExit(f"{spec} is not the package we know; nothing was unpacked")
    with tarfile.open(archive) as tar:
        for member, name in package["files"]:
            file = tar.extractfile(f"package/{member}")
            if file is None:
                raise SystemExit(f"{spec} has no {member}")
            put(name, file.read())


def from_debian(wanted: list[dict]) -> None:
    """Copy the same fonts from where Debian's package has put them."""
    licence = Path("/usr/share/doc") / DEBIAN / "copyright"
    for package in wanted:
        for _, name in package["files"]:
            source = licence if name == "OFL.txt" else INSTALLED / name
            put(name, source.read_bytes())


def put(name: str, data: bytes) -> None:
    """Write whole or not at all, so that a cut set-up is taken up again."""
    part = HOME / f"{name}.part"
    part.write_bytes(data)
    part.replace(HOME / name)


if __name__ == "__main__":
    sys.exit(main())
