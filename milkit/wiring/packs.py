"""Packs and publishers: from a file to lessons in the library."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from milkit.ground.errors import Cancelled, Mishap, Unforeseen

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from milkit.going import Going
    from milkit.packs.installing import Done, Trust
    from milkit.packs.judging import Judged
    from milkit.packs.known import Publisher
    from milkit.packs.offer import Offer
    from milkit.screens.packs import Bundled
    from milkit.screens.trust import TrustScreen
    from milkit.screens.trust_card import Asked

    Step = Callable[[int, int], None]
    Answers = dict[str, Trust]  # by key: what was said of a publisher's six words

T = TypeVar("T")


class Seen(NamedTuple):
    """What a look at a file gave: each *offer* in it and what may be done with it."""

    path: Path
    offers: tuple[tuple[Offer, Judged], ...]

    def unknown(self, answered: Collection[str] = ()) -> Judged | None:
        """Give the first publisher not confirmed whose key is not *answered* for."""
        for _, judged in self.offers:
            who = judged.publisher
            if not who.confirmed and who.key.text not in answered:
                return judged
        return None


def page(app: Going) -> QWidget:
    """Make the list of publishers."""
    from milkit.packs.known import read_known
    from milkit.screens.packs import PacksScreen

    folder = app.parts.folder
    made = PacksScreen(
        app.look,
        lambda: list(read_known(folder).values()),
        _bundled(app),
        app.parts.clock.now().date(),
    )
    made.back_asked.connect(app.go_back)
    made.add_asked.connect(partial(open_pack, app))
    made.forget_asked.connect(partial(_forget, app))
    made.compare_asked.connect(partial(_compare, app))
    return made


def open_pack(app: Going, path: Path) -> None:
    """Look through a pack in a thread; then take it in, ask, or refuse."""
    w = app.look.words
    if "teach" in app.pages:
        app.window.toasts.tell(w.t("Finish the lesson first, then open the pack."))
        return
    folder = app.parts.folder
    work = partial(_look, path, folder)
    _show(app, lambda page: _work(app, page, path, work, partial(_seen, app)))


def tidy(app: Going) -> None:
    """Delete older versions of packs that no run needs any more, in a thread."""
    folder, needed = app.parts.folder, _needed(app)

    def work(_step: Step) -> None:
        from milkit.packs import installing

        installing.tidy(folder, needed)

    app.background().run(work, owner=app.window, done=lambda _: None)


# --- in a thread -----------------------------------------------------------------


def _look(path: Path, folder: Path, step: Step) -> Seen:
    """Hold all that a file or a folder offers to its signatures, byte for byte."""
    from milkit.packs.believing import believed
    from milkit.packs.judging import judge
    from milkit.packs.known import read_known
    from milkit.packs.offers import offers
    from milkit.packs.verifying import look_through

    known, found = read_known(folder), []
    for offer in offers(path):
        signed = believed(offer, known)
        judged = judge(signed, known)
        if not judged.publisher.confirmed:  # who is known is held to it while copying
            look_through(signed, step)
        found.append((offer, judged))
    return Seen(path, tuple(found))


def _install(
    seen: Seen, folder: Path, answers: Answers, needed: set[tuple[str, str]], step: Step
) -> list[Done]:
    from milkit.packs.installing import Trust, install

    return [
        install(
            offer, folder, answers.get(judged.publisher.key.text, Trust.ASK),
            needed, step,
        )
        for offer, judged in seen.offers
    ]  # fmt: skip


# --- in the window ---------------------------------------------------------------


def _show(app: Going, fill: Callable[[TrustScreen], None]) -> None:
    """
    Show the page that asks or refuses; *fill* puts its content in.

    With a new look the page is made and filled anew, and work under way begins again.
    """

    def made() -> QWidget:
        from milkit.screens.trust import TrustScreen

        page = TrustScreen(app.look)
        page.left.connect(partial(_leave, app))
        fill(page)
        return page

    app.drop("trust")
    app.makers["trust"] = made
    app.go("trust")


def _work(
    app: Going,
    page: TrustScreen,
    path: Path,
    work: Callable[[Step], T],
    done: Callable[[T], object],
) -> None:
    page.look_at(path.name)
    app.background().run(
        work,
        owner=page,
        done=done,
        failed=partial(_refused, app, path),
        stepped=page.show_step,
    )


def _seen(app: Going, seen: Seen, answers: Answers | None = None) -> None:
    """
    Ask about each publisher that is new, then take in what was asked about.

    A kit brings the packs of several: the words of one say nothing of another.
    """
    from milkit.packs.installing import Trust

    said = answers or {}
    unknown = seen.unknown(said)
    if unknown is None:
        _take(app, seen, said)
        return
    key = unknown.publisher.key.text

    def answer(trust: Trust) -> None:
        _seen(app, seen, {**said, key: trust})

    def fill(page: TrustScreen) -> None:
        page.ask(_asked(app, seen.path.name, unknown))
        page.use_once.connect(lambda: answer(Trust.ONCE))
        page.all_same.connect(lambda: answer(Trust.CONFIRMED))
        differ = partial(_differ, app, seen.path.name, unknown.publisher)
        page.they_differ.connect(differ)

    _show(app, fill)


def _take(app: Going, seen: Seen, answers: Answers) -> None:
    """Install in a thread, then open the library anew."""
    work = partial(_install, seen, app.parts.folder, answers, _needed(app))
    done = partial(_taken, app)
    _show(app, lambda page: _work(app, page, seen.path, work, done))


def _taken(app: Going, done: list[Done]) -> None:
    w = app.look.words
    titles = [pack.titled(w.lang) for each in done for pack in each.added]
    reopen_library(app)
    app.forget("trust")
    app.go("packs")
    if titles:
        text = w.t("Added: {packs}", packs=w.t(", ").join(titles))
    else:
        text = w.t("All of it is here already.")
    app.window.toasts.tell(text)


def _refused(app: Going, path: Path, error: Exception) -> None:
    from milkit.ground import diary

    if isinstance(error, Cancelled):
        return
    if not isinstance(error, Mishap):
        diary.write(app.parts.folder, "not foreseen", error)
        error = Unforeseen(repr(error))
    refuse(app, path.name, error)


def refuse(app: Going, file: str, mishap: Mishap) -> None:
    """Say why a file was not opened, and what to do."""
    from milkit.ground.mishap_words import explain

    def fill(page: TrustScreen) -> None:
        page.refuse(file, explain(mishap, app.look.words), repr(mishap))

    _show(app, fill)


def _differ(app: Going, file: str, publisher: Publisher) -> None:
    """Tell what to do when the words were not the same: nothing was taken in."""
    from milkit.ground.trust_errors import WordsDiffer

    refuse(app, file, WordsDiffer(publisher.name))


def _compare(app: Going, publisher: Publisher) -> None:
    """Compare the words of a publisher whose packs are here already."""
    from milkit.packs.judging import Judged

    def fill(page: TrustScreen) -> None:
        page.ask(_asked(app, publisher.name, Judged(publisher, {})), known=True)
        page.all_same.connect(partial(_confirm, app, publisher))
        page.use_once.connect(partial(_leave, app))
        page.they_differ.connect(partial(_differ, app, publisher.name, publisher))

    _show(app, fill)


def _confirm(app: Going, publisher: Publisher) -> None:
    from milkit.packs.known import write_known

    try:
        write_known(app.parts.folder, publisher._replace(confirmed=True))
    except Mishap as mishap:
        app.tell(mishap)
    _leave(app)


def _forget(app: Going, publisher: Publisher) -> None:
    """Let a publisher go; the library closes their packs first."""
    from milkit.packs.known import forget

    app.parts.library.close()
    try:
        forget(app.parts.folder, publisher)
    except Mishap as mishap:
        app.tell(mishap)
    reopen_library(app)
    app.go("packs")


def reopen_library(app: Going) -> None:
    """Open the library anew after packs came or went; every page reads it again."""
    from milkit.library.open import open_library
    from milkit.widgets.drawing import draw_svg

    app.parts.library.close()
    library = open_library(app.parts.folder, draw_svg)
    app.parts = app.parts._replace(library=library)
    for place in list(app.pages):
        app.drop(place)


def _leave(app: Going) -> None:
    app.forget("trust")
    app.drop("trust")
    app.go("packs")


def _asked(app: Going, file: str, judged: Judged) -> Asked:
    from milkit.screens.pack_words import languages, pack_line
    from milkit.screens.trust_card import Asked
    from milkit.trust import qr
    from milkit.trust.six_words import six_words

    w, key = app.look.words, judged.publisher.key
    lines = (
        pack_line(p.titled(w.lang), p.now.version, (languages(p.languages, w),), w)
        for p in judged.offered.values()
    )
    name = judged.publisher.name
    return Asked(file, name, six_words(key), qr.modules(key.text), tuple(lines))


def _needed(app: Going) -> set[tuple[str, str]]:
    """Give the packs and versions of runs that are not over."""
    from milkit.records.run_state import OPEN

    runs = app.parts.records.runs()
    return {(run.pack, run.version) for run in runs if run.how == OPEN}


def _bundled(app: Going) -> list[Bundled]:
    from milkit.packs.known import FOLDER
    from milkit.screens.packs import Bundled

    others = app.parts.folder / FOLDER
    packs = [p for p in app.parts.library.packs if others not in p.path.parents]
    lang = app.look.words.lang
    return [
        Bundled(
            p.about.title.get(lang) or p.about.title.get("en") or p.about.id,
            p.about.version,
            len({row.id for row in p.rows.values()}),
        )
        for p in packs
    ]
