"""Checks in the window: their pages, paper, and what the class sees of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from milkit.ground.errors import Mishap
from milkit.records import checks as given_checks

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from milkit.content.instrument import Instrument
    from milkit.going import Going
    from milkit.press.check_paper import Papers
    from milkit.screens.check_hands import HandsScreen
    from milkit.screens.check_plan import Wish
    from milkit.screens.checks import ChecksScreen
    from milkit.teaching.hand_counts import HandCounts
    from milkit.teaching.scene import Scene

    Step = Callable[[int, int], None]


def page(app: Going) -> QWidget:
    """Make the page of the checks of a class."""
    from milkit.screens.checks import ChecksScreen

    made = ChecksScreen(app.look, app.parts.library, app.parts.records)
    made.back_asked.connect(app.go_back)
    made.check_opened.connect(partial(open_check, app))
    made.consent_asked.connect(partial(_open_research, app))
    made.results_asked.connect(partial(_open_results, app))
    made.save_asked.connect(partial(_save, app, made))
    made.print_asked.connect(partial(_print, app, made))
    made.has_results = "results" in app.makers
    return made


def open_check(app: Going, about: str) -> None:
    """Key, count or type a check, as it was given."""
    from milkit.library import checks

    state = given_checks.read(app.parts.records, about)
    if state is None:
        return
    try:
        check = checks.opened(app.parts.library, state.given.check, state.given.lang)
    except Mishap as mishap:
        app.tell(mishap)
        return
    place = {given_checks.BY_HANDS: "check-hands", given_checks.TYPED: "check-totals"}
    name = place.get(state.given.way, "keying")
    made = {"check-hands": _hands, "check-totals": _totals}.get(name, _keying)
    app.drop(name)
    app.makers[name] = partial(made, app, about, check)
    app.go(name)


def _keying(app: Going, about: str, check: Instrument) -> QWidget:
    from milkit.screens.keying import KeyingScreen
    from milkit.teaching.keying import Keying

    made = KeyingScreen(app.look, Keying(app.parts.records, about, check))
    made.stopped.connect(app.go_back)
    return made


def _counts(app: Going, about: str, check: Instrument) -> HandCounts:
    from milkit.teaching.hand_counts import HandCounts

    return HandCounts(app.parts.records, about, check)


def _totals(app: Going, about: str, check: Instrument) -> QWidget:
    from milkit.screens.check_totals import TotalsScreen

    made = TotalsScreen(app.look, _counts(app, about, check))
    made.stopped.connect(app.go_back)
    return made


def _hands(app: Going, about: str, check: Instrument) -> QWidget:
    from milkit.screens.check_hands import HandsScreen

    made = HandsScreen(app.look, _counts(app, about, check))
    made.stopped.connect(app.go_back)
    ClassView(app, made, check)
    return made


class ClassView(QObject):
    """What the class sees of a check by hands: one item, no count and no answer."""

    def __init__(self, app: Going, page: HandsScreen, check: Instrument) -> None:
        from milkit.ground.words import words
        from milkit.stage.class_window import ClassWindow
        from milkit.stage.look import StageLook

        super().__init__(page)
        speaks = words(check.lang, app.settings.own_digits)
        stage = StageLook(speaks, app.look.type.families, lambda _name: None)
        self._app, self._page = app, page
        self.window = ClassWindow(stage, app.look.words)
        page.destroyed.connect(self.window.deleteLater)
        page.scene_changed.connect(self.show)
        self.window.left.connect(page.note_hidden)
        self.window.key_pressed.connect(page.keyPressEvent)
        app.projector().lost.connect(self.window.hide)

    def show(self, scene: Scene | None) -> None:
        """Show a scene on the projector, or on the only screen; None hides it."""
        if scene is None:
            self.window.put_away()
            return
        self.window.show_scene(scene)
        if self.window.isVisible():
            return
        projector = self._app.projector()
        if projector.screen is not None:
            self.window.open_on(projector.screen)
        else:
            self.window.open_here(projector.laptop)


def _open_research(app: Going, class_id: str) -> None:
    from milkit.screens.research import ResearchScreen

    group = app.parts.records.school_class(class_id)
    if group is None:
        return

    def make() -> QWidget:
        made = ResearchScreen(app.look, app.parts.records, group, app.parts.clock)
        made.back_asked.connect(app.go_back)
        return made

    app.drop("research")
    app.makers["research"] = make
    app.go("research")


def _open_results(app: Going, class_id: str) -> None:
    if "results" in app.makers:
        app.go("results", class_id)


def _papers(page: ChecksScreen, wish: Wish) -> Papers:
    from milkit.press.check_paper import Papers

    group = None if wish.own else page.group
    name, students = (group.name, group.students) if group else ("", 1)
    return Papers(wish.check, wish.forms, wish.short, name, students)


def _save(app: Going, page: ChecksScreen, wish: Wish) -> None:
    """Write each page once into a PDF, where the teacher wants it."""
    from milkit.content.breaks import without_word_ends
    from milkit.press import check_paper
    from milkit.screens import print_asking

    w = app.look.words
    name = without_word_ends(wish.check.title) + ".pdf"
    path = print_asking.path(app.window, w.t("Save as PDF"), name)
    if path is None:
        return
    papers = _papers(page, wish)

    def work(_step: object) -> int:
        look, settings = app.look, app.settings
        return check_paper.write(
            path, papers, look.type, settings.paper, digits=settings.own_digits
        )

    def done(_pages: int) -> None:
        page.toasts.tell(w.t("Saved: {file}", file=path.name))

    app.background().run(work, owner=page, done=done)


def _print(app: Going, page: ChecksScreen, wish: Wish) -> None:
    """Print each sheet as often as the class needs it."""
    from milkit.press import check_paper, jobs
    from milkit.press.ink import paper
    from milkit.screens import print_asking

    size, papers = paper(app.settings.paper), _papers(page, wish)
    try:
        printer = print_asking.printer(app.window, size)
    except Mishap as mishap:
        app.tell(mishap)
        return
    if printer is None:
        return
    w = app.look.words

    def work(step: Step) -> None:
        digits = app.settings.own_digits
        made = check_paper.stacks(papers, app.look.type, size, digits=digits)
        jobs.send(printer, jobs.jobs(made, max(1, papers.students)), size, step)

    def done(_none: None) -> None:
        page.toasts.tell(w.t("All pages are with the printer"))

    app.background().run(work, owner=page, done=done)
