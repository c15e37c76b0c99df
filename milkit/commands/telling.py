"""What every command needs: the data folder, the user's language, words for mishaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.ground.errors import Mishap
    from milkit.ground.words import Words


def data_of(context: click.Context) -> Path:
    """Give the data folder that was asked for before the command, or the usual one."""
    from milkit.ground.paths import data_folder

    return data_folder(context.find_root().params.get("data"))


def words_of(data: Path) -> Words:
    """Speak the language that the settings in the data folder name."""
    from milkit.ground import settings
    from milkit.ground.words import words

    chosen = settings.read(data)
    return words(chosen.language, chosen.own_digits)


def sentence(mishap: Mishap, w: Words) -> str:
    """Tell a mishap in one line."""
    from milkit.ground.mishap_words import explain

    return explain(mishap, w).sentence


def tell_all(mishaps: tuple[Mishap, ...], w: Words) -> None:
    """Tell what went wrong beside the answer, without ending."""
    for mishap in mishaps:
        click.echo(sentence(mishap, w), err=True)
