"""A key as a QR code, to be scanned from a screen, a sheet or a letter."""

from __future__ import annotations


def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Give the rows of a QR code, True is dark, without a margin (4 are needed)."""
    import segno

    code = segno.make(text, error="m", micro=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def svg(text: str) -> str:
    """Give a QR code as an SVG drawing with its margin, one unit a module."""
    import segno

    code = segno.make(text, error="m", micro=False)
    return code.svg_inline(border=4, omitsize=True)
