"""Check lessons as people write them: every rule, all findings at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from milkit.content import (
    facts,
    fairness,
    instrument_file,
    labels,
    level,
    media,
    parity,
    parts,
    plainness,
    references,
    sizes,
    stale,
    timing,
)
from milkit.content.draft import Draft, read_draft
from milkit.content.finding import Finding
from milkit.ground.languages import known

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

RULES = (
    timing,
    labels,
    parts,
    references,
    facts,
    fairness,
    sizes,
    plainness,
    level,
)
SOURCE = "en"


@dataclass(frozen=True, slots=True)
class Stale:
    """One part of a translation whose source has changed since."""

    file: Path
    line: int
    lang: str
    section: str
    title: str


def check_paths(paths: Iterable[Path]) -> list[Finding]:
    """Check files of lessons and checks, or folders of them; findings in file order."""
    findings: list[Finding] = []
    files: list[Path] = []
    for path in paths:
        here = lesson_files(path)
        asked = instrument_file.check_files(path)
        for file in asked:
            findings += instrument_file.look(file)
        if not here and not asked:
            findings.append(
                Finding(
                    path,
                    1,
                    "no lesson is here",
                    "name a lesson file like en.md, or its folder",
                )
            )
        files += here
    drafts: dict[Path, Draft] = {}
    for file in dict.fromkeys(files):
        findings += check_file(file, drafts)
    for folder in dict.fromkeys(file.parent for file in files):
        findings += media.check_media(folder / "media")
    findings += _numbers({file: drafts[file] for file in files if file in drafts})
    return sorted(findings)


def stale_paths(paths: Iterable[Path]) -> list[Stale]:
    """List the stale parts of the translations at or under *paths*."""
    found = []
    for file in dict.fromkeys(f for path in paths for f in lesson_files(path)):
        source = file.with_name(f"{SOURCE}.md")
        if file == source or not source.is_file():
            continue
        parts_ = stale.stale_parts(
            read_draft(source.read_bytes(), SOURCE),
            read_draft(file.read_bytes(), file.stem),
        )
        found += [
            Stale(file, line, file.stem, name, title) for name, title, line in parts_
        ]
    return found


def lesson_files(path: Path) -> list[Path]:
    """Give the lesson files at or under *path*: named after a language, en first."""
    if path.is_file():
        return [path] if path.suffix == ".md" else []
    found = (f for f in path.rglob("*.md") if known(f.stem))
    return sorted(found, key=lambda f: (f.parent, f.stem != SOURCE, f.stem))


def check_file(path: Path, drafts: dict[Path, Draft] | None = None) -> list[Finding]:
    """Check one language file, a translation also against the source beside it."""
    drafts = {} if drafts is None else drafts
    draft = _draft(path, drafts)
    if draft is None:
        return [
            Finding(
                path,
                1,
                "the file cannot be read",
                "look whether it is there and may be opened",
            )
        ]
    for rule in RULES:
        rule.look(draft)
    media.look(draft, path.parent / "media")
    if not known(path.stem):
        draft.add(
            1,
            f"“{path.stem}” is not a language of the kit",
            "name the file after one, like th.md",
        )
    source = path.with_name(f"{SOURCE}.md")
    if path != source and source.is_file():
        _against(source, draft, drafts)
    return [flaw.within(path) for flaw in draft.flaws]


def _draft(path: Path, drafts: dict[Path, Draft]) -> Draft | None:
    if path not in drafts:
        try:
            drafts[path] = read_draft(path.read_bytes(), path.stem)
        except OSError:
            return None
    return drafts[path]


def _against(source: Path, draft: Draft, drafts: dict[Path, Draft]) -> None:
    first = _draft(source, drafts)
    if first is None:
        return
    parity.look(first, draft)
    stale.look(first, draft)


def _numbers(drafts: dict[Path, Draft]) -> list[Finding]:
    """Find lessons in different folders that have the same number."""
    folders: dict[str, Path] = {}
    findings = []
    for file, draft in drafts.items():
        if draft.front is None:
            continue
        first = folders.setdefault(draft.front.id, file.parent)
        if first != file.parent:
            findings.append(
                Finding(
                    file,
                    draft.front_line("id"),
                    f"“{draft.front.id}” is also the id of {first.name}",
                    "give each lesson its own",
                )
            )
    return findings
