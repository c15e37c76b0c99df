"""The pages about results that leave the laptop, and what sends them."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, cast

from milkit.ground.errors import FileUnreadable, Mishap
from milkit.screens.consent import Asked, ConsentScreen
from milkit.screens.sharing import Shared, SharingScreen
from milkit.sync import agreement, enrolment, news, receipt, seen, sending
from milkit.sync.statement import Where
from milkit.wiring.sender import sender_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from milkit.going import Going
    from milkit.sync.seen import Record

_ON_STICK = "results"
_SEEN = 200  # records that a teacher leafs through


def page(app: Going) -> QWidget:
    """Make the page about sharing."""
    made = SharingScreen(
        app.look, lambda: _shared(app), app.background(), lambda *of: _title(app, *of)
    )
    made.hub_file_chosen.connect(lambda path: open_hub(app, path))
    made.send_asked.connect(lambda: _send(app, made))
    made.stick_chosen.connect(lambda folder: _save(app, made, folder))
    made.stop_chosen.connect(lambda: _stop(app, made))
    made.metered_changed.connect(
        lambda on: agreement.change(app.parts.folder, metered=on)
    )
    made.back_asked.connect(app.go_back)
    made.help_asked.connect(lambda: app.go("help"))
    return made


def open_hub(app: Going, path: Path) -> None:
    """Show what the hub of an enrolment file asks; nothing is kept yet."""
    try:
        asked = Asked(enrolment.read(path), _content(path), path.name)
    except Mishap as mishap:
        app.tell(mishap)
        return
    app.drop("consent")
    app.makers["consent"] = lambda: _consent(app, asked)
    app.go("consent")


def open_receipt(app: Going, path: Path) -> None:
    """Take in a receipt of the hub: what it names is received."""
    w, folder = app.look.words, app.parts.folder
    try:
        with sending.opened(folder) as (agreed, outbox):
            given = receipt.read(path, agreed.enrolment.key)
            outbox.take(given, app.parts.clock.now())
    except Mishap as mishap:
        app.tell(mishap)
        return
    app.go("sharing")
    cast("SharingScreen", app.pages["sharing"]).say(
        w.t("The receipts of the hub were taken in.")
    )
    sender_of(app).say_state()


def _consent(app: Going, asked: Asked) -> QWidget:
    made = ConsentScreen(app.look, asked, lambda *of: _title(app, *of))
    made.declined.connect(lambda: _declined(app, asked))
    made.agreed.connect(
        lambda research: _agreed(app, asked, agreement.SEND, research=research)
    )
    made.stick_chosen.connect(
        lambda research: _agreed(app, asked, agreement.STICK, research=research)
    )
    made.see_all_asked.connect(lambda: app.go("sharing"))
    made.help_asked.connect(lambda: app.go("help"))
    app.background().run(
        lambda _step: _would_go(app, asked.enrolment.where),
        owner=made,
        done=made.show_records,
    )
    return made


def _declined(app: Going, asked: Asked) -> None:
    try:
        agreement.decline(app.parts.folder, asked.enrolment)
    except Mishap as mishap:
        app.tell(mishap)
    _leave(app, "home")


def _agreed(app: Going, asked: Asked, way: str, *, research: bool) -> None:
    folder, now = app.parts.folder, app.parts.clock.now()
    try:
        agreement.agree(folder, asked.content, now, way=way, research=research)
    except Mishap as mishap:
        app.tell(mishap)
        return
    app.drop("settings")  # it says with whom results are shared
    _leave(app, "sharing")
    if way == agreement.SEND:
        sender_of(app).begin()
    else:
        sender_of(app).stop()
        cast("SharingScreen", app.pages["sharing"]).ask_for_stick()


def _leave(app: Going, place: str) -> None:
    app.forget("consent")
    app.go(place)
    app.drop("consent")


def _send(app: Going, page: SharingScreen) -> None:
    page.state.busy(app.look.words.t("Sending"))
    sender_of(app).begin(lambda error: _sent(app, page, error))


def _sent(app: Going, page: SharingScreen, error: Exception | None) -> None:
    page.state.busy("")
    if error is not None:
        page.tell(error)
    else:
        page.say(app.look.words.t("All is sent. It also stays on this laptop."))
    page.refresh()


def _save(app: Going, page: SharingScreen, folder: Path) -> None:
    w, parts = app.look.words, app.parts
    to = folder if folder.name == _ON_STICK else folder / _ON_STICK

    def work(step: sending.Progress) -> sending.Sent:
        with contextlib.closing(parts.records.again()) as records:
            return sending.save(parts.folder, records, parts.clock, to, step)

    def stepped(done: int, total: int) -> None:
        of = w.t("{number} of {all}", number=w.number(done), all=w.number(total))
        page.state.busy(w.t("Writing to the stick: {of}", of=of))

    def done(sent: sending.Sent) -> None:
        page.state.busy("")
        text = w.t("It is in {file}. You can take the stick out.", file=str(to))
        if sent.received:
            text += "\n" + w.t("The receipts of the hub were taken in.")
        page.say(w.t("Written and checked"), text)
        page.refresh()
        sender_of(app).say_state()

    page.state.busy(w.t("Writing to the stick"))
    app.background().run(work, owner=page, done=done, failed=page.tell, stepped=stepped)


def _stop(app: Going, page: SharingScreen) -> None:
    sender_of(app).stop()
    try:
        agreement.forget(app.parts.folder)
    except Mishap as mishap:
        page.tell(mishap)
    else:
        page.say(app.look.words.t("Stopped. Nothing is sent any more."))
    app.drop("settings")
    page.refresh()
    app.say_state()


def _shared(app: Going) -> Shared:
    """Read how it stands; in a thread."""
    folder = app.parts.folder
    agreed = agreement.read(folder)
    with contextlib.closing(app.parts.records.again()) as records:
        if agreed is None:
            return Shared(None, None, _records(news.told(records, Where(), ())), [])
        with sending.opened(folder) as (_, outbox):
            told = news.told(records, agreed.where, outbox.known())
            went = outbox.went()
        state = sending.state(folder, records)
    return Shared(agreed, state, _records(told), went)


def _would_go(app: Going, where: Where) -> list[Record]:
    with contextlib.closing(app.parts.records.again()) as records:
        return _records(news.told(records, where, ()))


def _records(told: list[dict[str, object]]) -> list[Record]:
    return seen.records_of(told)[:_SEEN]


def _title(app: Going, code: str, lang: str) -> str:
    """Give the title of a lesson that is here; "" for another."""
    try:
        return app.parts.library.row(code, lang).title
    except Mishap:
        return ""


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as e:
        raise FileUnreadable(path) from e
