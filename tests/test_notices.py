"""Every library that a program is made of is named with its licence."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def notices(tmp_path_factory):
    to = tmp_path_factory.mktemp("made") / "NOTICES.txt"
    script = ROOT / "packaging" / "notices.py"
    subprocess.run([sys.executable, str(script), str(to)], check=True)
    return to.read_text("utf-8")


def test_each_library_stands_with_its_licence(notices):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    heads = {
        re.sub(r"[-_.]+", "-", line.split(" ")[0]).lower()
        for line in re.findall(r"^=+\n(.+)\n=+$", notices, re.MULTILINE)
    }
    asked = {re.split(r"[^\w-]", each)[0].lower() for each in project["dependencies"]}
    assert asked <= heads
    assert {"shiboken6", "cffi", "python", "icu,", "noto", "phosphor"} <= heads
    assert not heads & {"pip", "pytest", "duckdb", "moto"}


def test_the_licences_of_qt_are_whole(notices):
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in notices
    assert "END OF TERMS AND CONDITIONS" in notices
    assert (
        "SIL OPEN FONT LICENSE" in notices.upper()
    )  # Debian's copy is not in capitals


def test_what_a_library_was_compiled_with_is_told(notices):
    assert re.search(r"^  rustls [\d.]+: ", notices, re.MULTILINE)
