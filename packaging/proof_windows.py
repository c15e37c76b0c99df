"""Run the Windows program under Wine: every library answers, and Home is drawn.

    python packaging/proof_windows.py [--anew]

Needs Debian's wine64 and wine. Wine is not Windows: Debian's lacks two system libraries
that every Windows 10 has, icuuc.dll (Qt's conversion of old encodings) and
bcryptprimitives.dll (random numbers, one function). Where Debian's gcc-mingw-w64-x86-64
is, the proof compiles stand-ins for them into Wine's own system folder; they are never
part of what we ship. Without them it says what could not be asked. The installer is run
and undone, and the register of file types read. Word ends in Thai come from Windows'
own ICU and cannot be asked under Wine; nor can the real window, SmartScreen and the
printer: those are left to the release build on Windows.
"""

from __future__ import annotations

import getpass
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PROGRAM = ROOT / "build" / "programs" / "windows" / "MILKit"
SETUP = PROGRAM.with_name("MILKit-Setup.exe")
MOST_PORTABLE, MOST_SETUP = 110e6, 40e6
NOT_UNDER_WINE = {"ICU"}
NEED_STAND_INS = {"PySide6", "pyrage", "obstore"}
PATIENCE = 240  # s: Wine makes its own folders at the first call
GCC = "x86_64-w64-mingw32-gcc"
RANDOM = """
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *to, SIZE_T n) {
    return SystemFunction036(to, (ULONG)n);
}
"""
ICU = """
open close reset getMaxCharSize getName getToUCallBack getFromUCallBack setToUCallBack
setFromUCallBack cbToUWriteUChars toUnicode cbFromUWriteUChars toUCountPending
fromUCountPending getStandardName getAvailableName countAvailable fromUnicode
"""
CALLBACKS = ("UCNV_FROM_U_CALLBACK_SUBSTITUTE", "UCNV_TO_U_CALLBACK_SUBSTITUTE")
# Draws Home as the window does and tells how many colours stand in it.
DRAW = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QBuffer, QTimer
from PySide6.QtWidgets import QApplication
from milkit import app
from milkit.ground import settings
from milkit.widgets.look import arguments
data = Path(sys.argv[1]); data.mkdir(exist_ok=True)
settings.write(data, settings.Settings(first_start_done=True))
qt = QApplication(arguments(sys.argv[:1]))
def look():
    window = next(w for w in qt.topLevelWidgets() if hasattr(w, "page"))
    image = window.grab().toImage()
    spots = range(0, image.width(), 7), range(0, image.height(), 7)
    colours = {image.pixel(x, y) for x in spots[0] for y in spots[1]}
    print(type(window.page).__name__, image.width(), image.height(), len(colours))
    to = QBuffer(); to.open(QBuffer.OpenModeFlag.WriteOnly); image.save(to, "PNG")
    Path(sys.argv[2]).write_bytes(to.data().data())
    sys.stdout.flush(); os._exit(0)  # QApplication.quit() never comes back under Wine
QTimer.singleShot(4000, look)
sys.exit(app.main(data))
"""


def main() -> int:
    """Run the proof; give the exit code."""
    if shutil.which("wine") is None:
        print(
            "The Windows proof is skipped: it needs wine (apt-get install wine64 wine)."
        )
        return 0
    from proof_frozen import fresh

    if "--anew" in sys.argv or not fresh(PROGRAM / "milkit.zip", PROGRAM):
        subprocess.run([sys.executable, HERE / "windows.py"], check=True)
    good = [weighed(), plain()]
    with tempfile.TemporaryDirectory(prefix="milkit-wine-") as name:
        os.environ |= {
            "WINEPREFIX": name,
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",  # nothing is to be downloaded
            "QT_QPA_PLATFORM": "offscreen",
        }
        os.environ.pop("DISPLAY", None)
        wine("-c", "pass")
        whole = stand_ins(Path(name) / "drive_c" / "windows" / "system32")
        good.append(answers(Path(name), whole=whole))
        if whole:
            good.append(drawn(Path(name)))
        if SETUP.is_file():
            good.append(installed(Path(name)))
        subprocess.run(["wineserver", "-k"], check=False)
        subprocess.run(["wineserver", "-w"], check=False)
    return 0 if all(good) else 1


def said(good: bool, what: str) -> bool:  # noqa: FBT001 - the verdict
    """Print a verdict and give it back."""
    print(f"{'ok ' if good else 'BAD'} {what}", flush=True)
    return good


def weighed() -> bool:
    """Hold the folder and the installer against the figures of the kit."""
    from slim import weigh

    tree = weigh(PROGRAM)
    setup = SETUP.stat().st_size if SETUP.is_file() else 0
    told = f"{setup / 1e6:.1f} MB (40)" if setup else "not built, makensis is not here"
    return said(
        tree.bytes <= MOST_PORTABLE and setup <= MOST_SETUP,
        f"portable {tree} (110 MB); setup {told}",
    )


def plain() -> bool:
    """See that no name is one FAT or Windows refuses, and no program is ours."""
    names = [path.relative_to(PROGRAM).as_posix() for path in PROGRAM.rglob("*")]
    twice = len({name.casefold() for name in names}) != len(names)
    odd = [name for name in names if set(name) & set('<>:"|?*\\') or name[-1] in " ."]
    programs = {name for name in names if name.endswith(".exe")}
    good = not twice and not odd and programs == {"python.exe", "pythonw.exe"}
    return said(good, f"{len(names)} names that FAT takes, no .exe but Python's own")


def stand_ins(to: Path) -> bool:
    """Compile into Wine what Wine lacks; tell whether that could be done."""
    if (to / "icuuc.dll").exists():
        return True
    if shutil.which(GCC) is None:
        print(f"    {GCC} is not here: Qt cannot be asked under this Wine")
        return False
    fails = "".join(
        f"EXPORT void *ucnv_{name}(void) {{ return 0; }}\n" for name in ICU.split()
    )
    data = "".join(f"EXPORT void *{name}(void) {{ return 0; }}\n" for name in CALLBACKS)
    icu = f"#define EXPORT __declspec(dllexport)\n{fails}{data}"
    for name, text in (("icuuc", icu), ("bcryptprimitives", RANDOM)):
        source = to.parent / f"{name}.c"
        source.write_text(text)
        build = [GCC, "-shared", "-o", to / f"{name}.dll", source, "-ladvapi32"]
        subprocess.run(build, check=True)
    return True


def wine(*words: str) -> subprocess.CompletedProcess[str]:
    """Call the Windows program's Python."""
    return subprocess.run(
        ["wine", PROGRAM / "python.exe", *words],
        capture_output=True,
        text=True,
        errors="replace",
        timeout=PATIENCE,
        check=False,
    )


def answers(folder: Path, *, whole: bool) -> bool:
    """Let every library answer; say what Wine cannot be asked."""
    data = str(folder / "data")
    done = wine("-m", "milkit", "--data", data, "doctor", "--self-test", "--json")
    try:
        told = {each["name"]: each for each in json.loads(done.stdout)}
    except ValueError:
        return said(good=False, what=f"self-test: {done.stdout}{done.stderr}")
    excused = NOT_UNDER_WINE | (set() if whole else NEED_STAND_INS)
    wrong = {name for name, each in told.items() if each["state"] == "wrong"}
    for name in sorted(wrong):
        why = "not to be asked under Wine" if name in excused else "BAD"
        print(f"    {name}: {why}: {told[name]['found']}")
    well = len(told) - len(wrong)
    return said(
        len(told) > 10 and wrong <= excused, f"{well} of {len(told)} libraries answer"
    )


def drawn(folder: Path) -> bool:
    """Open Home on the offscreen platform and look whether anything stands in it."""
    picture = ROOT / "build" / "proof" / "windows-home.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    done = wine("-c", DRAW, f"Z:{folder}/ครู", f"Z:{picture}")
    words = done.stdout.split()
    good = words[:1] == ["HomeScreen"] and int(words[-1]) > 20
    return said(good, f"Home drawn: {done.stdout.strip()} {done.stderr[-400:]}")


def installed(folder: Path) -> bool:
    """Install silently, look, and undo it."""
    place = (
        folder / "drive_c/users" / getpass.getuser() / "AppData/Local/Programs/MILKit"
    )
    windows = f"C:\\users\\{getpass.getuser()}\\AppData\\Local\\Programs\\MILKit"
    _program(SETUP, "/S")  # Debian's Wine plays Windows 7 until it is told otherwise
    refused = said(not place.exists(), "Windows 7 is refused and nothing is changed")
    version = [
        "reg",
        "add",
        r"HKCU\Software\Wine",
        "/v",
        "Version",
        "/d",
        "win10",
        "/f",
    ]
    _program(*version)
    _program(SETUP, "/S")
    whole = all(
        (place / path.relative_to(PROGRAM)).is_file() == path.is_file()
        for path in PROGRAM.rglob("*")
    )
    types = [_opens(ending) for ending in ("milpack", "milr", "milhub")]
    menu = list((folder / "drive_c").rglob("MIL Kit.lnk"))
    stood = whole and bool(menu) and all("-m milkit open" in each for each in types)
    # The uninstaller goes on in a copy of itself; _?= makes it stay and be waited for.
    _program(place / "Uninstall.exe", "/S", f"_?={windows}")
    left = [name for name in ("pythonw.exe", "milkit.zip") if (place / name).exists()]
    types = [_opens(ending) for ending in ("milpack", "milr", "milhub")]
    gone = not left and not any("milkit open" in each for each in types)
    done = "installed for the user, in the menu, files open with it; undone"
    return said(stood and gone, f"{done} ({whole=} {stood=} {gone=})") and refused


def _program(*words: str | Path) -> None:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(["wine", *words], check=False, timeout=PATIENCE, **quiet)


def _opens(ending: str) -> str:
    key = rf"HKCU\Software\Classes\MILKit.{ending}\shell\open\command"
    asked = ["wine", "reg", "query", key]
    done = subprocess.run(asked, capture_output=True, check=False, timeout=PATIENCE)
    return done.stdout.decode(errors="replace")


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(HERE)]
    sys.exit(main())
