"""Gather the licences of everything that a program is made of into one text.

    python packaging/notices.py FILE [SITE-PACKAGES]

Each library that MIL Kit asks for, and what that asks for in turn, with the licence
files of its wheel; Qt, Python, ICU, the fonts and the icons besides. A library whose
licence is not found stops the build.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from importlib.metadata import Distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OURS = Path(__file__).resolve().parent / "licences"
NOT_SHIPPED = {"pip"}  # sqlite-utils asks for it for its plug-ins, which we leave out
LINE = "=" * 78
HEAD = """MIL Kit is under the Apache License 2.0; its lessons are under CC BY-SA 4.0.
It is made with the work of the people below, each under the licence that follows.

Qt and PySide6 are used under the GNU Lesser General Public License, version 3, as
separate shared libraries that you may replace with your own build of the same
version: put it in the place of the files named Qt6... and pyside6... The source of
this version is at https://download.qt.io/official_releases/. Qt contains further
libraries; https://doc.qt.io/qt-6/licenses-used-in-qt.html names them.
"""


def write_notices(to: Path, packages: Path) -> None:
    """Write the notices of the libraries in the folder *packages* and of the rest."""
    parts = [(name, text) for name, text in sorted(_libraries(packages))]
    parts += [
        ("Python", _python()),
        ("ICU, part of Qt's Linux build", _ours("ICU.txt")),
        ("Noto fonts", _read(ROOT / "resources/fonts/OFL.txt")),
        ("Phosphor icons", _read(ROOT / "resources/icons/LICENSE-phosphor.txt")),
        ("GNU Lesser General Public License, version 3", _ours("LGPL-3.0.txt")),
        ("GNU General Public License, version 3", _ours("GPL-3.0.txt")),
    ]
    body = [f"{LINE}\n{name}\n{LINE}\n\n{text.strip()}\n" for name, text in parts]
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text("\n\n".join([HEAD, *body]), "utf-8", newline="\n")


def shipped(packages: Path) -> dict[str, Distribution]:
    """Give the libraries that the program needs, by name, found in *packages*."""
    here = {
        plain(found.metadata["Name"]): found
        for found in Distribution.discover(path=[str(packages)])
    }
    project = tomllib.loads(_read(ROOT / "pyproject.toml"))["project"]
    waiting, known = list(map(_name, project["dependencies"])), {}
    while waiting:
        name = waiting.pop()
        if name in known or name in NOT_SHIPPED:
            continue
        if name not in here:
            raise SystemExit(f"{name} is not in {packages}")
        known[name] = here[name]
        waiting += [_name(each) for each in here[name].requires or [] if _asked(each)]
    return known


def _libraries(packages: Path) -> list[tuple[str, str]]:
    found = []
    for name, library in shipped(packages).items():
        texts = _texts(library) or _by_expression(library)
        if not texts:
            raise SystemExit(f"The licence of {name} was not found: add it by hand")
        texts += "".join(_within(library))
        found.append((f"{library.metadata['Name']} {library.version}", texts))
    return found


def _within(library: Distribution) -> list[str]:
    """Tell what a wheel was compiled with, from its own list of parts (CycloneDX)."""
    lines = []
    for file in library.files or []:
        if "/sboms/" in str(file).replace("\\", "/") and file.suffix == ".json":
            told = json.loads(_read(Path(str(library.locate_file(file)))))
            lines += sorted({_part(part) for part in told.get("components", [])})
    return ["\n\nCompiled with:\n", *lines] if lines else []


def _part(part: dict) -> str:
    licences = part.get("licenses") or []
    named = [
        x.get("expression") or (x.get("license") or {}).get("id") for x in licences
    ]
    terms = ", ".join(filter(None, named)) or "licence not named"
    return f"  {part['name']} {part.get('version', '')}: {terms}\n"


def _texts(library: Distribution) -> str:
    """Give the licence files that came in the wheel."""
    names = [
        file
        for file in library.files or []
        if ".dist-info" in str(file)
        and re.search(r"licen[cs]e|copying|notice|authors", file.name, re.IGNORECASE)
        and Path(str(library.locate_file(file))).is_file()
    ]
    return "\n\n".join(_read(Path(str(library.locate_file(file)))) for file in names)


def _by_expression(library: Distribution) -> str:
    """Give the words of a licence that a wheel only names."""
    about = library.metadata
    named = about.get("License-Expression") or about.get("License") or ""
    named += " ".join(about.get_all("Classifier") or [])
    author = about.get("Author") or about.get("Author-email") or library.name
    if "LGPL" in named:
        return f"{author}\nGNU Lesser General Public License, version 3 (below)."
    if "MIT" in named:
        return f"Copyright (c) {author}\n\n{_ours('MIT.txt')}"
    return ""


def _asked(requirement: str) -> bool:
    """Tell whether a requirement holds without extras, on the Python we freeze."""
    mark = requirement.partition(";")[2]
    if "extra" in mark or "platform_python_implementation == 'PyPy'" in mark:
        return False
    old = re.search(r"python(_full)?_version\s*<\s*['\"]3\.(\d+)", mark)
    windows = (
        "platform_system == 'Windows'" in mark or 'sys_platform == "win32"' in mark
    )
    return not windows and not (old and int(old[2]) <= 11)


def _python() -> str:
    for file in (OURS / "Python.txt", Path(sys.base_prefix) / "LICENSE.txt"):
        if file.is_file():
            return _read(file)
    raise SystemExit("The licence of Python was not found")


def _name(requirement: str) -> str:
    return plain(re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0])


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _ours(name: str) -> str:
    return _read(OURS / name)


def _read(file: Path) -> str:
    return file.read_text("utf-8", errors="replace")


if __name__ == "__main__":
    import sysconfig

    place = sys.argv[2] if len(sys.argv) > 2 else sysconfig.get_path("purelib")
    write_notices(Path(sys.argv[1]), Path(place))
