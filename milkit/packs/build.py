"""Build a pack from a folder of lessons as people write them."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from milkit.ground.errors import LessonBroken, NoLessons
from milkit.ground.languages import LANGUAGES
from milkit.packs import pictures
from milkit.packs.about import read_about
from milkit.packs.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

    Cut = tuple[float, float, float, float]
    Draw = Callable[[bytes, Cut | None, int], bytes]
    Step = Callable[[int, int], None]

_PENS = 2  # drawings at a time, while the next lessons are read
WIDTH = 1280  # pixels of a drawing: sharp on a projector, small on a stick


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A picture to put into the pack: *file* is what it is drawn from."""

    name: str
    file: Path
    cut: Cut | None


def build(
    source: Path,
    to: Path,
    draw: Draw,
    progress: Step | None = None,
    broken: list[LessonBroken] | None = None,
) -> Path:
    """
    Build the lessons in *source*, a folder with pack.toml, into the pack file *to*.

    *draw* turns an SVG and a cut of it into a PNG of a width, in any thread. Broken
    lessons and pictures are left out and listed in *broken*; without that list the
    first one raises. Raises NoLessons when none is left, and the mishaps of writing.
    """
    from concurrent.futures import ThreadPoolExecutor

    files = list(lesson_files(source))
    step = progress or _nothing
    waiting: dict[str, Future[bytes]] = {}
    pool = ThreadPoolExecutor(_PENS)
    try:
        with Writing(to, read_about(source)) as pack:
            for done, file in enumerate(files, 1):
                with _listed(broken):
                    for drawing in _add(pack, file):
                        if drawing.name not in waiting:
                            waiting[drawing.name] = pool.submit(_drawn, drawing, draw)
                step(done, len(files) + len(waiting))
            _add_checks(pack, source, broken)
            if not pack.lessons and not pack.checks:
                raise NoLessons(source)
            for done, (name, drawn) in enumerate(waiting.items(), len(files) + 1):
                with _listed(broken):
                    pack.picture(name, drawn.result())
                step(done, len(files) + len(waiting))
    finally:
        pool.shutdown(cancel_futures=True)
    return to


@contextlib.contextmanager
def _listed(broken: list[LessonBroken] | None) -> Iterator[None]:
    """List what is broken and go on; without a list stop."""
    try:
        yield
    except LessonBroken as e:
        if broken is None:
            raise
        broken.append(e)


def lesson_files(source: Path) -> Iterator[Path]:
    """List the lesson files of a pack's folder, language by language."""
    folders = sorted(each for each in source.iterdir() if each.is_dir())
    for language in LANGUAGES:
        for folder in folders:
            file = folder / f"{language.code}.md"
            if file.is_file():
                yield file


def _add_checks(pack: Writing, source: Path, broken: list[LessonBroken] | None) -> None:
    from milkit.content.instrument_file import FOLDER, check_files, read_instrument
    from milkit.packs.checks import row

    for file in check_files(source / FOLDER):
        with _listed(broken):
            pack.add_check(row(read_instrument(file)))


def _add(pack: Writing, file: Path) -> list[_Drawing]:
    """Add a lesson, and give the pictures it needs."""
    from milkit.content.read import read_lesson
    from milkit.packs.entries import entry

    lesson = read_lesson(file)
    pack.add(entry(lesson))
    media = file.parent / "media"
    return [
        _Drawing(f"{lesson.id}/{p.name}.png", media / p.file, p.cut)
        for p in lesson.pictures.values()
    ]


def _drawn(drawing: _Drawing, draw: Draw) -> bytes:
    try:
        content = drawing.file.read_bytes()
    except OSError:
        _refuse(drawing.file, "the picture cannot be read", "put it into media/")
    if drawing.file.suffix.lower() == ".svg":
        png = draw(content, drawing.cut, WIDTH)
        if not png:
            _refuse(drawing.file, "this is no drawing (svg)", "save it again as svg")
        return png
    if drawing.cut or not pictures.kind_of(content) or len(content) > pictures.LARGEST:
        what = "this is no png, jpeg or webp, is too large, or is cut"
        _refuse(drawing.file, what, "save it smaller; only drawings (svg) are cut")
    return content


def _refuse(file: Path, what: str, mend: str) -> NoReturn:
    raise LessonBroken(file, ((0, what, mend),))


def _nothing(done: int, total: int) -> None:
    """Tell nobody."""
