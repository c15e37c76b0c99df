"""Freeze MIL Kit into the programs that a kit carries.

    python packaging/freeze.py [linux] [windows] [macos] [--to build/programs]

The result is laid out as on a stick, ready to be copied into a kit as it is:

    build/programs/
        start.sh                          opens MIL Kit on Linux
        MIL Kit.bat                       opens MIL Kit on Windows
        linux/milkit-linux.tar.xz         the program, unpacked by start.sh
        linux/milkit-linux.tar.xz.sha256  its sum, where there is no KIT.json
        windows/MILKit/                   the program, run from the stick
        windows/MILKit-Setup.exe          the same as a per-user installer
        macos/MILKit-arm64.dmg  macos/MILKit-x86_64.dmg

A system that is not there was not built; nothing stands in for it. Linux is frozen on
the machine it runs on (release builds: Ubuntu 22.04, the oldest glibc we promise).
Windows is put together anywhere (windows.py). macOS needs a Mac. The same commit gives
the same archive on the same machine.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import lzma
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / "build" / "freeze"
PROGRAMS = ROOT / "build" / "programs"
NAME = "milkit-linux.tar.xz"
sys.path[:0] = [str(ROOT), str(HERE)]

from slim import slim, weigh  # noqa: E402 - found through the path above
from stage import stage  # noqa: E402

# A filter for x86 code, and a window that spans the large libraries.
XZ = [
    {"id": lzma.FILTER_X86},
    {"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": 32 << 20},
]
RUNS = ("milkit", "bare")


def main() -> int:
    """Build what was asked for; without words, what this machine can."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("systems", nargs="*", choices=["linux", "windows", "macos", []])
    parser.add_argument("--to", type=Path, default=PROGRAMS)
    asked = parser.parse_args()
    own = {"linux": "linux", "win32": "windows", "darwin": "macos"}[sys.platform]
    systems = asked.systems or sorted({own, "windows"} - {"macos"} | {own})
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for system in systems:
        if system == "windows":
            import windows

            windows.make(asked.to)
        elif system != own:
            raise SystemExit(f"The program for {system} is frozen on {system}")
        elif system == "linux":
            linux(asked.to)
        else:
            macos(asked.to)
    return 0


def linux(to: Path) -> Path:
    """Freeze for Linux; give the archive."""
    tree = frozen()
    folder = to / "linux"
    folder.mkdir(parents=True, exist_ok=True)
    archive = pack(tree, folder / NAME)
    total = hashlib.sha256(archive.read_bytes()).hexdigest()
    (folder / f"{NAME}.sha256").write_text(f"{total}  {NAME}\n")
    shutil.copyfile(HERE / "start.sh", to / "start.sh")
    print(f"Linux: {weigh(tree)}; without lessons {weigh(tree, 'lessons')}")
    print(f"       {NAME} {archive.stat().st_size / 1e6:.1f} MB")
    return archive


def macos(to: Path) -> Path:
    """Freeze for this Mac's processor; give the disk image."""
    frozen()
    folder = to / "macos"
    folder.mkdir(parents=True, exist_ok=True)
    inside = BUILD / "image"
    shutil.rmtree(inside, ignore_errors=True)
    inside.mkdir()
    # ditto keeps what a signature covers; links are as they must be in an app.
    subprocess.run(
        ["ditto", BUILD / "dist" / "MIL Kit.app", inside / "MIL Kit.app"], check=True
    )
    (inside / "Applications").symlink_to("/Applications")
    image = folder / f"MILKit-{os.uname().machine}.dmg"
    image.unlink(missing_ok=True)
    subprocess.run(
        ["hdiutil", "create", "-volname", "MIL Kit", "-srcfolder", inside, "-fs",
         "HFS+", "-format", "UDZO", image],
        check=True,
    )  # fmt: skip
    print(f"macOS: {image.name} {image.stat().st_size / 1e6:.1f} MB")
    return image


def frozen(bare: Path | None = None) -> Path:
    """Freeze the program, or the script *bare* in its place; give the folder."""
    env = dict(os.environ, MILKIT_STAGE=str(BUILD / "stage"), MILKIT_VERSION=version())
    if bare:
        env["MILKIT_BARE"] = str(bare)
    else:
        stage(BUILD / "stage", Path(sysconfig.get_path("purelib")))
    name = "bare" if bare else "milkit"
    dist = BUILD / "dist"
    shutil.rmtree(dist / name, ignore_errors=True)
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", "-y", "--log-level", "ERROR",
         "--distpath", str(dist), "--workpath", str(BUILD / "work"),
         str(HERE / "milkit.spec")],
        check=True,
        env=env,
        cwd=ROOT,
    )  # fmt: skip
    if sys.platform != "darwin":  # an app of a Mac is whole as it is, links and all
        slim(dist / name)
    return dist / name


def pack(tree: Path, to: Path) -> Path:
    """Pack *tree*, the same bytes for the same files whenever and wherever."""
    part = to.with_name(f"{to.name}.part")
    when = made()
    with (
        lzma.open(part, "wb", check=lzma.CHECK_SHA256, filters=XZ) as xz,
        tarfile.open(fileobj=xz, mode="w", format=tarfile.GNU_FORMAT) as tar,
    ):
        for path in sorted(tree.rglob("*")):
            name = path.relative_to(tree.parent).as_posix()
            info = tarfile.TarInfo(name)
            info.mtime = when
            if path.is_dir():
                info.type, info.mode = tarfile.DIRTYPE, 0o755
                tar.addfile(info)
                continue
            data = path.read_bytes()
            info.size = len(data)
            runs = name.count("/") == 1 and path.name in RUNS
            info.mode = 0o755 if runs else 0o644
            tar.addfile(info, io.BytesIO(data))
    part.replace(to)
    return to


def made() -> int:
    """Give the second of the commit that is built, or 0 outside a repository."""
    known = os.environ.get("SOURCE_DATE_EPOCH")
    if known:
        return int(known)
    done = subprocess.run(
        ["git", "log", "-1", "--format=%ct"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return int(done.stdout.strip() or 0)


def version() -> str:
    """Give the version of the program."""
    about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return str(about["project"]["version"])


if __name__ == "__main__":
    sys.exit(main())
