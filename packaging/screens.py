"""Draw every screen with made-up records: in sizes, colours, languages, text sizes.

    QT_QPA_PLATFORM=offscreen python packaging/screens.py build/screens [name …]

What is drawn is the real window with real parts behind it, on a data folder of its
own that is thrown away. With names, only those screens are drawn.
"""

from __future__ import annotations

import base64
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from milkit import starting
from milkit.app import App
from milkit.ground.settings import Settings
from milkit.library import checks
from milkit.records import checks as given_checks
from milkit.records import sample
from milkit.records.check_happenings import PutAway
from milkit.records.check_sample import outline
from milkit.screens.record_card import RecordCard
from milkit.stage.sheet import paint_scene
from milkit.widgets.look import arguments

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from milkit.starting import Parts

FULL, SMALL = (1366, 690), (1024, 640)
LESSON = "L14"
SETTLE = 12  # rounds of events until layouts and pictures stand


@dataclass(frozen=True)
class Variant:
    """One way to look at all screens."""

    name: str
    lang: str = "en"
    theme: str = "light"
    text: int = 100
    size: tuple[int, int] = FULL


VARIANTS = (
    Variant("en"),
    Variant("en-dark", theme="dark"),
    Variant("en-contrast", theme="contrast"),
    Variant("en-1024", size=SMALL),
    Variant("en-200", text=200),
    Variant("id", "id"),
    Variant("th", "th"),
    Variant("km", "km"),
    Variant("my", "my"),
    Variant("km-dark-1024", "km", "dark", size=SMALL),
    Variant("my-200-1024", "my", text=200, size=SMALL),
)


def settle(app: QApplication) -> None:
    """Let events run until everything stands where it will stay."""
    for _ in range(SETTLE):
        app.processEvents()
        time.sleep(0.005)


def begun(kit: App, step: str) -> None:
    """Teach the lesson to a class, with counts in its first vote."""
    group = next(iter(kit.parts.records.classes()), None)
    kit.teach(LESSON, "en", group.id if group else "", 45, step)
    run = kit.pages["teach"].run
    for option, hands in (("fits", 9), ("not", 17), ("unsure", 11)):
        run.count("first-vote", "first-vote", option, hands)
    kit.pages["teach"].refresh()


def finished(kit: App) -> None:
    """Look back on a lesson."""
    begun(kit, "vote")
    run = kit.pages["teach"].run
    run.next()
    for option, hands in (("fits", 4), ("not", 30), ("unsure", 3)):
        run.count("second-vote", "second-vote", option, hands)
    kit._finish()  # noqa: SLF001 - the tour presses the button


def checked(kit: App) -> None:
    """Show the checks of the first class."""
    kit.go("classes")
    kit.go("checks", kit.parts.records.classes()[0].id)


def given(kit: App, way: str) -> None:
    """Open a check of the first class in one way: keyed, by hands, or typed."""
    checked(kit)
    page = kit.pages["checks"]
    page.plan.which.set_value("I1")
    page.plan.way.set_value(way)
    page.begin_check(page.plan.wish)
    if way == "paper":
        for place in (0, 1, 2, 0, 3, 1, 1):
            kit.pages["keying"].press(place)
    elif way == "hands":
        for answer, hands in (("real", 9), ("false", 23), ("unsure", 5)):
            for _ in range(hands):
                kit.pages["check-hands"].add(answer, 1)


def put_away(kit: App) -> None:
    """Put the tour's own checks away, or the next look has no results to show."""
    for row in given_checks.given(kit.parts.records):
        if not row.sample:
            given_checks.tell(kit.parts.records, row.id, PutAway(away=True))


def asked(kit: App) -> None:
    """Show the consent page of the first class."""
    checked(kit)
    kit.pages["checks"].consent_asked.emit(kit.parts.records.classes()[0].id)
    page = kit.pages["research"]
    page.purpose.setText("A study of how classes learn to check posts")
    page.ask()


def searched(kit: App) -> None:
    """Search as one types."""
    kit.go("home")
    kit.window.page.top.search.setText("photo")


def received(kit: App) -> None:
    """Look at a stick with new files, one seen before, and a damaged one."""
    import hub_samples

    stick = hub_samples.stick(kit.parts.folder)
    kit.drop("received")
    kit.go("received")
    kit.pages["received"].look_at([stick])
    wait(kit.qt, lambda: kit.pages["received"].desk.count("new"))


def region(kit: App) -> None:
    """See what all schools did."""
    import hub_samples

    hub_samples.stick(kit.parts.folder)
    hub_samples.take_in(kit.parts.folder)
    kit.drop("region")
    kit.go("region")
    wait(kit.qt, lambda: kit.pages["region"].report)


def made_kit(kit: App, step: str) -> None:
    """Make a kit up to a step."""
    import kit_samples

    kit.drop("kit")
    kit.go("kit")
    page = kit.pages["kit"]
    wait(kit.qt, lambda: page.work.stock)
    folder = kit.parts.folder / "tour-kit"
    if step == "sign":
        page.sign.name.setText(kit_samples.MAKER)
        page.go_to(1)
    elif step == "sticks":
        kit_samples.at_sticks(page, folder)
    elif step == "write":
        kit_samples.at_writing(page, folder)


def checked_stick(kit: App) -> None:
    """Check a stick that was changed."""
    import kit_samples

    kit.drop("check-stick")
    kit.go("check-stick")
    page = kit.pages["check-stick"]
    page.check(kit_samples.damaged(kit.parts.folder / "tour-kit"))
    wait(kit.qt, lambda: page.checked)


def wait(app: QApplication, done: Callable[[], object]) -> None:
    """Let work in a thread come to its end."""
    until = time.monotonic() + 20
    while not done() and time.monotonic() < until:
        app.processEvents()
        time.sleep(0.01)


def consented(kit: App) -> None:
    """Be asked by a hub of the tour."""
    from nacl.signing import SigningKey
    from pyrage import x25519

    from milkit.sync import enrolment
    from milkit.wiring.sharing import open_hub

    seed = bytes(range(32))
    key = base64.b64encode(bytes(SigningKey(seed).verify_key)).decode()
    recipient = str(x25519.Identity.generate().to_public())
    seen = enrolment.Shares(
        "Two people at the centre see your counts. Others see only sums.",
        "Kept for 3 years, then deleted.",
    )
    hub = enrolment.Enrolment(
        "Teacher Education Centre, Kampong",
        (recipient,),
        enrolment.Drop("https://results.example/drop"),
        key,
        "KH",
        "KP",
        (("en", seen),),
    )
    path = kit.parts.folder / "kampong.milhub"
    path.write_bytes(enrolment.write(hub, seed))
    open_hub(kit, path)
    wait(kit.qt, lambda: kit.window.page.findChildren(RecordCard))


def shared(kit: App) -> None:
    """Look at what would be sent."""
    from milkit.sync import agreement

    agreement.forget(kit.parts.folder)
    kit.drop("sharing")
    kit.go("sharing")
    wait(kit.qt, lambda: kit.window.page.findChildren(RecordCard))


def shared_on_a_stick(kit: App) -> None:
    """Look at what went on a stick, and at what came after it."""
    from milkit.records.event import new_id
    from milkit.sync import agreement, sending

    parts = kit.parts
    content = (parts.folder / "kampong.milhub").read_bytes()
    now = parts.clock.now()
    way = agreement.STICK
    agreement.agree(parts.folder, content, now, way=way, research=False)
    sending.save(parts.folder, parts.records, parts.clock, parts.folder / "stick")
    begun = next(e for e in parts.records.events() if e.kind == "run_started")
    parts.records.append(begun.kind, new_id(), begun.data)
    kit.drop("sharing")
    kit.go("sharing")
    wait(kit.qt, lambda: kit.window.page.findChildren(RecordCard))
    agreement.forget(parts.folder)


def result_of(name: str) -> Callable[[App], object]:
    """Open the results of a made-up class."""

    def go(kit: App) -> None:
        groups = {group.name: group.id for group in kit.parts.records.classes()}
        kit.go("results", groups[name], "I1")

    return go


def known_publishers(kit: App) -> None:
    """Show the packs of two made-up publishers."""
    from milkit.packs import known
    from milkit.packs.listed import File
    from milkit.trust.key import of_seed

    file = File("1.1", "port-1.1.pack", 1000, "0" * 64)
    for seed, name in ((1, "Teacher Education Centre"), (2, "Media Club, Port Town")):
        key = of_seed(bytes([seed]) * 32, bytes([seed]) * 8).public
        pack = known.Installed(
            "port", file, {"en": "Lessons of the port"}, ("en", "tet"), "2025-09-20"
        )
        one = known.Publisher(key, name, confirmed=seed == 1, packs={"port": pack})
        known.write_known(kit.parts.folder, one)
    kit.go("packs")


def compared(kit: App) -> None:
    """Ask about a publisher nobody knows."""
    known_publishers(kit)
    page = kit.pages["packs"]
    found = page._read()  # noqa: SLF001 - the tour presses the button
    page.compare_asked.emit(found[1])


def refused(kit: App) -> None:
    """Refuse a file that was changed."""
    from milkit.ground.trust_errors import SignatureBad
    from milkit.wiring import packs

    packs.refuse(kit, "port.milpack", SignatureBad(Path("port.milpack")))


def scenes() -> dict[str, Callable[[App], object]]:
    """Name each screen and how to get there, in the order of a teacher's way."""
    return {
        "first-start": lambda kit: kit.go("first"),
        "home": lambda kit: kit.go("home"),
        "home-search": searched,
        "lessons": lambda kit: kit.go("lessons"),
        "lesson": lambda kit: kit.go("lesson", LESSON, "en"),
        "print": lambda kit: kit.go("print", LESSON, "en"),
        "editor": lambda kit: kit.go("editor", LESSON, "en"),
        "teach": lambda kit: begun(kit, "vote"),
        "teach-trace": lambda kit: begun(kit, "trace"),
        "finish": finished,
        "classes": lambda kit: kit.go("classes"),
        "reports": lambda kit: kit.go("reports"),
        "results": result_of("Sample 7 A"),
        "results-hands": result_of("Sample 9 A"),
        "checks": checked,
        "keying": lambda kit: given(kit, "paper"),
        "check-hands": lambda kit: given(kit, "hands"),
        "check-totals": lambda kit: given(kit, "typed"),
        "research": asked,
        "settings": lambda kit: kit.go("settings"),
        "consent": consented,
        "sharing": shared,
        "sharing-stick": shared_on_a_stick,
        "packs": known_publishers,
        "trust": compared,
        "trust-refused": refused,
        "kit-choose": lambda kit: made_kit(kit, "choose"),
        "kit-sign": lambda kit: made_kit(kit, "sign"),
        "kit-sticks": lambda kit: made_kit(kit, "sticks"),
        "kit-write": lambda kit: made_kit(kit, "write"),
        "kit-check": checked_stick,
        "help": lambda kit: kit.go("help"),
        "received-start": lambda kit: kit.go("received"),
        "received": received,
        "region": region,
    }


def draw(
    app: QApplication, parts: Parts, variant: Variant, to: Path, only: set[str]
) -> None:
    """Draw all screens in one variant."""
    settings = Settings(
        language=variant.lang,
        theme=variant.theme,
        follow_system=False,
        text_size=variant.text,
        first_start_done=True,
    )
    look = starting.first_look(app, settings)
    kit = App(app, parts, settings, look)
    kit.go("home")
    kit.window.resize(*variant.size)
    kit.window.show()
    for name, go in scenes().items():
        if only and name not in only:
            continue
        go(kit)
        kit.window.resize(*variant.size)
        settle(app)
        kit.window.grab().save(str(to / f"{name}--{variant.name}.png"))
        kit.drop("teach")
        kit.drop("finish")
    for place in list(kit.pages):
        kit.drop(place)
    put_away(kit)
    kit.window.close()
    kit.window.deleteLater()
    settle(app)


def class_views(app: QApplication, parts: Parts, to: Path) -> None:
    """Draw what the class sees of each activity of each lesson, 16:9 and 4:3."""
    look = starting.first_look(app, Settings())
    kit = App(app, parts, Settings(), look)
    for name, scene, stage in _every_scene(kit):
        for size in ((1280, 720), (1024, 768)):
            image = QImage(*size, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            paint_scene(painter, QRectF(0, 0, *size), scene, stage)
            painter.end()
            image.save(str(to / f"class-{name}--{size[0]}x{size[1]}.png"))


def _every_scene(kit: App) -> Iterator[tuple[str, object, object]]:
    from milkit.activities.table import KINDS
    from milkit.teaching.scene import Scene

    for row in kit.parts.library.rows("en"):
        lesson = kit.parts.library.lesson(row.id, row.lang)
        stage = kit.stage(lesson)
        for step in lesson.steps:
            for one in step.activities:
                questions = KINDS[one.kind].questions(one.data)
                counts = {
                    q.id: {o.id: 17 - 4 * i for i, o in enumerate(q.options)}
                    for q in questions
                }
                scene = Scene(
                    one.kind, step.title, lesson.lang, one.data, counts=counts,
                    counts_shown=True, present=41, counted=37, left=99, total=180,
                )  # fmt: skip
                yield f"{row.id}-{one.id}", scene, stage


def main() -> int:
    """Draw the tour."""
    to = Path(sys.argv[1] if len(sys.argv) > 1 else "build/screens")
    only = set(sys.argv[2:])
    to.mkdir(parents=True, exist_ok=True)
    app = QApplication(arguments(["milkit"]))
    with tempfile.TemporaryDirectory() as folder:
        look = starting.first_look(app, Settings())
        parts = starting.open_parts(Path(folder), look)
        rows = parts.library.rows("en")
        lessons = [parts.library.lesson(row.id, row.lang) for row in rows]
        made_up = sample.sample(
            [sample.outline(one) for one in lessons],
            runs=12,
            seed=1,
            check=outline(checks.opened(parts.library, "I1")),
        )
        parts.records.merge(made_up)
        for variant in VARIANTS:
            draw(app, parts, variant, to, only)
        if not only or "class" in only:
            class_views(app, parts, to)
        parts.close()
    print(f"{len(list(to.glob('*.png')))} pictures in {to}")
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # windows that are still going away would only cost time
