"""The weaves of the topics and the selvedge as small pictures for a style sheet."""

from __future__ import annotations

from base64 import b64encode
from typing import NamedTuple

from milkit.ground.weaves import SELVEDGE, WEAVES


class Dye(NamedTuple):
    """A topic's colours in the light and in the dark: its thread and what is under."""

    light: tuple[str, str]
    dark: tuple[str, str]


DYES = {  # as the window's themes have them (a test holds that)
    "rumours": Dye(("#1B4763", "#C8D3DA"), ("#89B2C8", "#3A4D57")),
    "sources": Dye(("#15605C", "#C7D9D8"), ("#73B6B0", "#344E50")),
    "images": Dye(("#6B2D5C", "#DBCDD8"), ("#C495BA", "#4B4553")),
    "ads": Dye(("#8A4A12", "#E3D4C6"), ("#CE9D71", "#4D473E")),
    "privacy": Dye(("#3F4A7A", "#D1D4DF"), ("#9EA7D1", "#404A59")),
    "hate": Dye(("#943A5B", "#E5D0D8"), ("#D090A8", "#4E434E")),
    "media": Dye(("#4A5A1E", "#D4D7C9"), ("#AABA7C", "#434F41")),
}
_EDGE = ("#F2B233", "#0B2431")


def styles() -> str:
    """Give the rules that lay the cloth: `.cloth.topic`, and `.selvedge`."""
    light = "\n".join(
        _rule(f".cloth.{topic}", WEAVES[topic], dye.light, 4)
        for topic, dye in DYES.items()
    )
    dark = "\n".join(
        _rule(f".cloth.{topic}", WEAVES[topic], dye.dark, 4)
        for topic, dye in DYES.items()
    )
    edge = _rule(".selvedge", SELVEDGE, _EDGE, 1)
    night = "@media screen and (prefers-color-scheme: dark)"
    return f"{edge}\n{light}\n{night} {{\n{dark}\n}}\n"


def _rule(where: str, pattern: tuple[str, ...], dye: tuple[str, str], px: int) -> str:
    wide, high = len(pattern[0]) * px, len(pattern) * px
    warp, weft = dye
    paths = "".join(
        f"M{x} {y}h1v1h-1z"
        for y, cells in enumerate(pattern)
        for x, cell in enumerate(cells)
        if cell == "#"
    )
    box = f'viewBox="0 0 {len(pattern[0])} {len(pattern)}"'
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" {box}'
        f' shape-rendering="crispEdges"><path fill="{weft}" d="M0 0h99v99H0z"/>'
        f'<path fill="{warp}" d="{paths}"/></svg>'
    )
    data = b64encode(svg.encode()).decode("ascii")
    image = f'url("data:image/svg+xml;base64,{data}")'
    return (
        f"{where} {{ background-image: {image}; background-size: {wide}px {high}px }}"
    )
