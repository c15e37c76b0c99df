"""Who made the pictures of a lesson: media/credits.toml, one table a file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from milkit.activities.reading import read_shape
from milkit.activities.shape import Says
from milkit.content.finding import Finding, Flaw
from milkit.content.text import decode
from milkit.content.toml import flaws, read_toml

FILE = "credits.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Where one picture comes from."""

    what: Annotated[str, Says("what the picture is")]
    by: Annotated[str, Says("who made it")]
    year: Annotated[int, Says("when it was made")]
    licence: Annotated[str, Says("the licence, like CC-BY-SA-4.0")]
    made: Annotated[str, Says("how it was made")] = ""
    source: Annotated[str, Says("the address where it was found, if it was")] = ""

    @property
    def line(self) -> str:
        """The credit as it is printed."""
        return f"{self.what}. {self.by}, {self.year}. {self.licence}"


def read_credits(media: Path) -> tuple[dict[str, Credit], list[Finding]]:
    """Read the credits of the folder *media*, with what is wrong in them."""
    path = media / FILE
    if not path.is_file():
        return {}, []
    text, wrong = decode(path.read_bytes())
    table, bad = read_toml(text, 1)
    found: dict[str, Credit] = {}
    wrong += bad
    for name, entry in table.items():
        if not isinstance(entry, dict):
            wrong.append(
                Flaw(
                    1,
                    f"`{name}` is not a picture",
                    f'write ["{name}"] and its lines under it',
                )
            )
            continue
        credit, problems = read_shape(Credit, entry, (name,))
        wrong += flaws(problems, text, 1)
        if credit:
            found[name] = credit
    return found, [flaw.within(path) for flaw in wrong]


def credit_lines(media: Path) -> dict[str, str]:
    """Give the credit line of each file in *media*."""
    return {name: credit.line for name, credit in read_credits(media)[0].items()}
