"""A choice of a few words: side by side in one piece, or pills where that is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.widgets.choices import Pills, Segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.widgets.look import Look

_MOST = 410  # px that the narrowest column has for it


def one_of(
    look: Look, name: str, options: Sequence[tuple[str, str]], value: str = ""
) -> Segments | Pills:
    """Make the choice; large letters and long words wrap."""
    whole = Segments(look, name, options, value)
    if whole.sizeHint().width() <= _MOST:
        return whole
    whole.deleteLater()
    return Pills(look, name, options, value)
