"""Made-up sticks and a made-up kit, to draw the screens of Make a kit with."""

from __future__ import annotations

import shutil
from threading import Event
from typing import TYPE_CHECKING

from milkit.ground.drives import Stick
from milkit.ground.errors import StickGone
from milkit.kit import contents, listing, sticks
from milkit.kit.listing import Listing
from milkit.kit.make import Made
from milkit.kit.many import Job
from milkit.kit.write import Written, write
from milkit.trust.key import of_seed, parse_public
from milkit.trust.six_words import six_words

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.kit.sticks import Seen
    from milkit.screens.kit import KitScreen

GB = 1_000_000_000
KEY = of_seed(b"sample key of the made-up tour.!", b"tour-key")
MAKER = "Teacher Education Centre, Kampong Province"


def kit(folder: Path, made: str = "2026-11-12") -> Made:
    """Sign a small kit."""
    source = folder / "source"
    for number in range(60):
        path = source / "static" / f"page-{number:02}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"lesson" * 4000 + made.encode())
    found = contents.gather(contents.tree(source))
    found, sums = contents.hashed(found, lambda _done, _total: None)
    about = Listing(MAKER, "", made, "MIL Kit, November 2026", ("en", "id", "th"), sums)
    return Made(listing.sign(about, KEY), found.sources, (), ("windows", "linux"))


def seen(folder: Path, made: Made) -> list[Seen]:
    """Make a stick of each kind."""
    shutil.rmtree(folder, ignore_errors=True)
    old = kit(folder / "old", "2026-06-02")
    now = made.signed.listing
    found = []
    for name, free, total in (
        ("KIT-01", 7.6 * GB, 7.8 * GB),
        ("SOPHEA", 13.2 * GB, 31.0 * GB),
        ("JUNE-KIT", 5.1 * GB, 7.8 * GB),
        ("PROMO", 300_000, 0.5 * GB),
    ):
        where = folder / name
        where.mkdir(parents=True)
        if name == "SOPHEA":
            for number in range(214):
                (where / f"photo-{number}.jpg").write_bytes(b"x")
        if name == "JUNE-KIT":
            write(old.signed, old.sources, where)
        stick = Stick(where, "vfat", int(free), int(total), writable=True)
        found.append(sticks.look(stick, now))
    return found


def at_sticks(page: KitScreen, folder: Path) -> None:
    """Bring the page to its third step."""
    made = kit(folder)
    page.work.made = made
    page.work.words = six_words(parse_public(made.signed.listing.key))
    page.work.look = lambda: None
    page.go_to(2)
    page.sticks.show_sticks(seen(folder / "sticks", made))


def at_writing(page: KitScreen, folder: Path) -> None:
    """Bring the page to its fourth step, with sticks at all stages."""
    at_sticks(page, folder)
    made = page.work.made
    listing_ = made.signed.listing
    jobs = [Job(each, Event()) for each in page.sticks.chosen]
    jobs.append(Job(page.sticks.cards[-1].seen, Event()))
    shares = (1.0, 0.81, 0.34, 0.11)
    for job, share in zip(jobs, shares, strict=True):
        job.begun = True
        job.progress.total = 1000
        job.progress.now = "MIL-Kit-th.html"
        job.progress.done = min(1000, int(share * 1250))
        job.progress.read = int(2000 * share) - job.progress.done
    size, files = listing_.size, len(listing_.files)
    jobs[0].written = Written(jobs[0].seen.home, files, size, size, ())
    jobs[3].mishap = StickGone(jobs[3].seen.home / "static/page-07.html")
    page.work.jobs = jobs
    page.write.show_jobs(jobs, listing_, len(page.choose.lessons), page.work.words)
    page.go_to(3)


def damaged(folder: Path) -> Path:
    """Make a stick with a kit that was changed."""
    made = kit(folder)
    where = folder / "NOVEMBER"
    write(made.signed, made.sources, where)
    (where / "static/page-03.html").write_bytes(b"changed")
    (where / "static/page-09.html").unlink()
    (where / "holiday.jpg").write_bytes(b"mine")
    return where
