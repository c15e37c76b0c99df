"""The kit's own words: gather them from the code, and build what the window reads.

python packaging/words.py gather      resources/i18n/*.po brought up to the code
python packaging/words.py build       .mo files, with word ends for th, km, lo, my
python packaging/words.py missing     what is not translated yet, exit 1 if anything
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
KEYWORDS = {"t": None, "n": (1, 2), "noted": None}
SPACELESS = ("th", "km", "lo", "my")


def gathered() -> Catalog:
    """Every string that the code shows, with the files it stands in."""
    catalogue = Catalog(project="MIL Kit", version="", charset="utf-8")
    found = extract_from_dir(
        ROOT / "milkit", [("**.py", "python")], keywords=KEYWORDS, comment_tags=("For",)
    )
    for file, _line, message, comments, context in found:
        place = [(f"milkit/{Path(file).as_posix()}", 0)]
        catalogue.add(message, locations=place, auto_comments=comments, context=context)
    return catalogue


def read(path: Path) -> Catalog:
    """One language's catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem)


def gather() -> int:
    """Bring each .po up to the code; what nobody shows any more is dropped."""
    template = gathered()
    for path in sorted(FOLDER.glob("*.po")):
        catalogue = read(path)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        out = io.BytesIO()
        write_po(out, catalogue, width=0, omit_header=False, include_lineno=False)
        path.write_bytes(out.getvalue())
        print(f"{path.name}: {len(empty(catalogue))} of {len(catalogue)} to translate")
    return 0


def empty(catalogue: Catalog) -> list[str]:
    """The strings that have no translation in *catalogue*."""
    return [
        m.id if isinstance(m.id, str) else m.id[0]
        for m in catalogue
        if m.id and not (all(m.string) if isinstance(m.string, tuple) else m.string)
    ]


def missing() -> int:
    """Compare the code with each catalogue."""
    template = gathered()
    bad = 0
    for path in sorted(FOLDER.glob("*.po")):
        catalogue = read(path)
        catalogue.update(template, no_fuzzy_matching=True)
        for text in empty(catalogue):
            print(f"{path.name}: {text!r} is not translated")
            bad += 1
    return 1 if bad else 0


def marked(text: str, lang: str) -> str:
    """Put word ends into *text*, leaving {fields} whole."""
    from milkit.content.breaks import with_word_ends

    return with_word_ends(text, lang) if lang in SPACELESS else text


def build() -> int:
    """Write the .mo file of each language."""
    for path in sorted(FOLDER.glob("*.po")):
        catalogue = read(path)
        for message in catalogue:
            if not message.id:
                continue
            if isinstance(message.string, tuple):
                message.string = tuple(marked(s, path.stem) for s in message.string)
            else:
                message.string = marked(message.string, path.stem)
        to = FOLDER / path.stem / "LC_MESSAGES" / "milkit.mo"
        to.parent.mkdir(parents=True, exist_ok=True)
        with to.open("wb") as file:
            write_mo(file, catalogue)
    return 0


if __name__ == "__main__":
    sys.exit({"gather": gather, "build": build, "missing": missing}[sys.argv[1]]())
