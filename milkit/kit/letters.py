"""Fonts inside a page, for scripts that older computers and phones cannot show."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from milkit.ground.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterable

# Windows 7 has no Burmese and old phones draw it by another code; Khmer and Lao came
# late to phones too. Every other script of ours was everywhere by 2015.
CARRIED = {"km": "Khmer", "lo": "Lao", "my": "Myanmar"}
_WEIGHTS = {"normal": "Regular", "bold": "Bold"}


def faces(langs: Iterable[str]) -> str:
    """
    Give the rules that bring the fonts of those *langs* that need it; "" for others.

    One that the computer has is taken first; a file that is missing is left out.
    """
    scripts = [CARRIED[lang] for lang in langs if lang in CARRIED]
    return "".join(
        _face(f"Noto Sans {script}", f"NotoSans{script}-{name}", weight)
        for script in scripts
        for weight, name in _WEIGHTS.items()
    )


def _face(family: str, file: str, weight: str) -> str:
    path = resources() / "fonts" / f"{file}.ttf"
    if not path.is_file():
        return ""
    data = b64encode(path.read_bytes()).decode("ascii")
    local = f"{family} Bold" if weight == "bold" else family
    source = f'local("{local}"), url("data:font/ttf;base64,{data}")'
    return (
        f'@font-face {{ font-family: "{family}"; font-weight: {weight};'
        f' src: {source} format("truetype") }}\n'
    )
