"""
Measure search and opening on a made-up library, beside bare SQL on the same file.

    python packaging/bench_search.py [--lessons 1000 10000] [--letters 8000]

Each question fetches the 20 best with title and snippet, as a list while typing does.
Words follow Zipf's law; one lesson in ten is Thai. Every number is the processor time
of the fastest of five: what is left is the program, not its neighbours.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from milkit.content.lesson import Lesson, Plan
from milkit.library.library import Library
from milkit.packs.about import About
from milkit.packs.filling import Entry
from milkit.packs.overlay import open_overlay
from milkit.packs.pack import open_pack
from milkit.packs.query import ZWSP
from milkit.packs.searched import Part, Searched
from milkit.packs.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


KNOWN = ("photo", "caption", "source", "rumour", "share", "pause", "check", "vote")
THAI = ("ข่าว", "ปลอม", "ตรวจ", "สอบ", "ภาพ", "แชร์", "นัก", "เรียน", "ครู", "บท", "จริง")
BARE = """SELECT title, snippet(found, 1, '[', ']', '…', 12) FROM found
WHERE found MATCH ? ORDER BY rank LIMIT 20"""
PARTS = 6


def vocabulary(dice: random.Random, size: int = 20_000) -> list[str]:
    """Make words of two to four syllables, after a few real ones."""
    words = dict.fromkeys(KNOWN)
    while len(words) < size:
        pairs = dice.randint(2, 4)
        syllables = (
            dice.choice("bdfgklmnprst") + dice.choice("aeiou") for _ in range(pairs)
        )
        words["".join(syllables)] = None
    return list(words)


def texts(
    count: int, letters: int, dice: random.Random
) -> Iterator[tuple[str, str, str]]:
    """Give language, title and body of *count* lessons."""
    words = vocabulary(dice)
    weights = [1 / (rank + 5) for rank in range(len(words))]
    pool = dice.choices(words, weights, k=300_000)
    for number in range(count):
        if number % 10 == 9:
            body = ZWSP.join(dice.choices(THAI, k=letters // 4))
            yield "th", f"บท{ZWSP}เรียน {number}", body
            continue
        at, body, length = dice.randrange(len(pool) // 2), [], 0
        while length < letters:
            body.append(pool[at])
            length += len(pool[at]) + 1
            at += 1
        yield "en", f"Lesson {number} {pool[number % 1000]}", " ".join(body)


def write(to: Path, count: int, letters: int) -> None:
    """Write a pack of made-up lessons."""
    dice = random.Random(1)  # noqa: S311 - made-up texts
    with Writing(to, About("bench", "1", {}, "", "")) as pack:
        for number, (lang, title, body) in enumerate(texts(count, letters, dice)):
            words = frozenset(THAI) if lang == "th" else frozenset()
            searched = Searched(title, body, tuple(parts(title, body)), words)
            pack.add(Entry(lesson(number, lang, title), searched, "{}"))


def parts(title: str, body: str) -> Iterator[Part]:
    """Make activities of half of the text."""
    size = len(body) // PARTS // 2
    for n in range(PARTS):
        piece = body[n * size : n * size + size]
        yield Part(f"a{n}", "activity", "poll", "", title, piece)


def lesson(number: int, lang: str, title: str) -> Lesson:
    """Make the least that a list of lessons shows."""
    return Lesson(
        id=f"L{number}",
        lang=lang,
        title=title,
        summary="What students do in this lesson, in a sentence.",
        topic="images",
        band="J",
        ages=(12, 14),
        minutes=40,
        optional_minutes=20,
        unesco=("M4",),
        competencies=("E2", "E3"),
        sdg=(4, 16),
        technique="",
        needs=("projector",),
        outcomes=(),
        ready=(),
        review="draft",
        pictures={},
        plan=Plan(),
        facts=(),
        source={},
        steps=(),
        sections=(),
        boosters=(),
        handouts=(),
    )


def questions(dice: random.Random) -> dict[str, list[str]]:
    """Give forty questions of each sort."""
    words = vocabulary(random.Random(1))  # noqa: S311 - the same words again
    common, middle, rare = words[:40], words[40:2000], words[2000:]
    return {
        "common word": dice.sample(common, 40),
        "middle word": dice.sample(middle, 40),
        "rare word": dice.sample(rare, 40),
        "two words": [
            f"{dice.choice(common)} {dice.choice(middle)}" for _ in range(40)
        ],
        "as typed": [dice.choice(middle)[:4] for _ in range(40)],
        "two letters": [dice.choice(middle)[:2] for _ in range(40)],
        "one letter": [dice.choice(middle)[:1] for _ in range(40)],
        "Thai": ["".join(dice.sample(THAI, 2)) for _ in range(40)],
    }


def fastest(call: Callable[[], object], times: int = 5) -> float:
    """Give the milliseconds of processor time of the fastest call."""
    took = []
    for _ in range(times):
        start = time.process_time()
        call()
        took.append(time.process_time() - start)
    return min(took) * 1000


def p95(took: list[float]) -> float:
    """Give the 95th of a hundred."""
    return sorted(took)[min(len(took) - 1, int(len(took) * 0.95))]


def measure(count: int, letters: int, folder: Path) -> None:
    """Measure a library of *count* lessons."""
    path = folder / f"bench-{count}.pack"
    start = time.perf_counter()
    write(path, count, letters)
    wrote = time.perf_counter() - start
    size = path.stat().st_size / 1e6
    print(
        f"\n{count} lessons of {letters} letters, {size:.1f} MB, {wrote:.1f} s to write"
    )
    print(
        f"  opened, with its list of lessons  {fastest(lambda: opened(path)):8.2f} ms"
    )
    bare = sqlite3.connect(path)
    overlay, _ = open_overlay(folder)
    with Library([open_pack(path)], overlay) as library:
        for sort, asked in questions(random.Random(3)).items():  # noqa: S311 - made up
            compare(library, bare, sort, asked)
        missed = fastest(lambda: library.find("zqzqzq", "en"))
        print(
            f"  nothing found, looked inside words {missed:7.2f} ms, not while typing"
        )
    bare.close()


def opened(path: Path) -> int:
    """Open a pack and list its lessons."""
    with open_pack(path) as pack:
        return len(pack.rows)


def compare(
    library: Library, bare: sqlite3.Connection, sort: str, asked: list[str]
) -> None:
    """Ask the library and bare SQL the same, one after the other."""
    ours, raw = [], []
    for text in asked:
        match, lang = (
            library.packs[0].query(text).match,
            "en" if text.isascii() else "th",
        )
        ask = partial(library.find, text, lang, inside=False)
        ours.append(fastest(ask))
        raw.append(fastest(lambda m=match: bare.execute(BARE, (m,)).fetchall()))  # type: ignore[misc]
    ratio = sum(ours) / sum(raw)
    both = f"p95 {p95(ours):7.2f} ms   bare SQL {p95(raw):7.2f} ms"
    print(f"  {sort:12} {both}   ratio {ratio:5.2f}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lessons", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--letters", type=int, default=8000)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for count in wanted.lessons:
            measure(count, wanted.letters, Path(folder))


if __name__ == "__main__":
    main()
