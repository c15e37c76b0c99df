"""Tell a mishap to the teacher: what happened, what is safe, what to do now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from milkit.ground import errors
from milkit.ground.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.ground.words import Words


def explain(mishap: errors.Mishap, w: Words) -> Said:
    """Give the words for a mishap in the user's language."""
    said = _SAYINGS.get(type(mishap))
    if said is None:
        from milkit.ground import hub_words, kit_words, results_words, trust_words

        kind = type(mishap)
        rooms = (trust_words, results_words, hub_words, kit_words)
        found = (room.saying(kind) for room in rooms)
        said = next((each for each in found if each is not None), None)
    if said is None:
        return _unforeseen(errors.Unforeseen(str(mishap)), w)
    return said(mishap, w)


def _all_safe(w: Words) -> str:
    return w.t("Your lessons, classes and counts are safe.")


def _unchanged(w: Words) -> str:
    return w.t("Nothing was changed.")


def _cancelled(_: errors.Cancelled, w: Words) -> Said:
    return Said(
        w.t("Stopped"),
        w.t("The work was stopped before it was done."),
        _unchanged(w),
        w.t("Start it again when you like."),
    )


def _unforeseen(_: errors.Unforeseen, w: Words) -> Said:
    return Said(
        w.t("Something did not work"),
        w.t("The kit met something it does not know."),
        _all_safe(w),
        w.t("Try again. If it happens again, close MIL Kit and open it again."),
    )


def _disk_full(m: errors.DiskFull, w: Words) -> Said:
    if m.needed >= 1 << 20:
        size = w.number(-(-m.needed >> 20))
        now = w.t("Make {size} MB free, then try again.", size=size)
    else:
        now = w.t("Remove some files you do not need, then try again.")
    return Said(
        w.t("The disk is full"),
        w.t("There is no room for {name}.", name=m.path.name),
        w.t("What was saved before is safe."),
        now,
    )


def _folder_read_only(m: errors.FolderReadOnly, w: Words) -> Said:
    return Said(
        w.t("This folder cannot be written"),
        w.t("The computer does not let MIL Kit write {name}.", name=m.path.name),
        w.t("What was saved before is safe."),
        w.t("Choose another folder, or ask the person who looks after this computer."),
    )


def _file_unreadable(m: errors.FileUnreadable, w: Words) -> Said:
    return Said(
        w.t("This file cannot be read"),
        w.t("{name} is missing or the disk does not give it.", name=m.path.name),
        _all_safe(w),
        w.t("Look if the file is still there. If it is on a stick, put the stick in."),
    )


def _file_unknown(m: errors.FileUnknown, w: Words) -> Said:
    return Said(
        w.t("MIL Kit does not open this file"),
        w.t("{name} is not a file of MIL Kit.", name=m.path.name),
        _unchanged(w),
        w.t("Choose a file that ends in .milpack, .milr or .milhub."),
    )


def _answers_unclear(m: errors.AnswersUnclear, w: Words) -> Said:
    happened = {
        "columns": w.t("The first line needs: learner, phase, and a name an item."),
        "code": w.t("This line has no code in the column learner."),
        "phase": w.t("The phase is “{cell}”; it must be pre or post.", cell=m.cell),
        "answer": w.t("“{cell}” is no answer: use R, F, 1, 0 or nothing.", cell=m.cell),
        "twice": w.t("The code {cell} comes twice in this phase.", cell=m.cell),
        "long": w.t("This line has more cells than the first line has names."),
        "mixed": w.t("Some answers are R and F, others 1 and 0: use one way."),
        "items": w.t("The names in this line are not the items of the check."),
        "truth": w.t("It does not say which items are true. Use --true or --check."),
    }.get(m.why) or w.t("This is no table of text (a CSV file in UTF-8).")
    line = w.t("line {number}", number=w.number(m.line))
    return Said(
        w.t("These answers cannot be read"),
        f"{m.path.name}, {line}: {happened}",
        _unchanged(w),
        w.t("Mend the file and try again."),
    )


def _stick_gone(m: errors.StickGone, w: Words) -> Said:
    return Said(
        w.t("The stick was pulled out"),
        w.t("The stick was gone before {name} was written.", name=m.path.name),
        w.t("Everything on this computer is safe."),
        w.t("Put the stick in and try again. MIL Kit goes on where it stopped."),
    )


def _stick_unsafe(m: errors.StickUnsafe, w: Words) -> Said:
    return Said(
        w.t("The stick did not keep the file"),
        w.t("{name} reads back with other content than was written.", name=m.path.name),
        w.t("Everything on this computer is safe."),
        w.t("Try again. If it happens again, use another stick."),
    )


def _lesson_broken(m: errors.LessonBroken, w: Words) -> Said:
    found = w.n("{count} problem", "{count} problems", max(1, len(m.problems)))
    return Said(
        w.t("A lesson has mistakes"),
        w.t("{name}: {problems}.", name=m.path.name, problems=found)
        + "".join(f" {_problem(problem, w)}" for problem in m.problems[:1]),
        w.t("All other lessons work."),
        w.t("Mend the lesson file, or ask the person who wrote it."),
    )


def _problem(problem: tuple[int, str, str], w: Words) -> str:
    line, what, mend = problem
    if not line:
        return w.t("{what}: {mend}.", what=what, mend=mend)
    return w.t("Line {line}: {what}: {mend}.", line=line, what=what, mend=mend)


def _lesson_missing(m: errors.LessonMissing, w: Words) -> Said:
    return Said(
        w.t("This lesson is not here"),
        w.t("No pack on this computer has the lesson {id}.", id=m.lesson),
        _all_safe(w),
        w.t("Choose another lesson, or add the pack from a stick."),
    )


def _check_missing(m: errors.CheckMissing, w: Words) -> Said:
    return Said(
        w.t("This check is not here"),
        w.t("No pack on this computer has the check {id}.", id=m.check),
        _all_safe(w),
        w.t("Choose another check, or add the pack from a stick."),
    )


def _no_lessons(m: errors.NoLessons, w: Words) -> Said:
    return Said(
        w.t("The lessons are missing"),
        w.t("The folder {name} has no lessons.", name=m.folder.name),
        w.t("Your classes and counts are safe."),
        w.t("Install MIL Kit again from the stick."),
    )


def _pack_damaged(m: errors.PackDamaged, w: Words) -> Said:
    return Said(
        w.t("A pack is damaged"),
        w.t("{name} does not read as it was made.", name=m.path.name),
        w.t("Your classes, counts and own examples are safe. Other packs work."),
        w.t("Close MIL Kit and open it again. If it is still so, add the pack again."),
    )


def _pack_foreign(m: errors.PackForeign, w: Words) -> Said:
    return Said(
        w.t("This is not a pack"),
        w.t("{name} is not made as a pack must be made.", name=m.path.name),
        w.t("Nothing in it was opened. Everything on this computer is safe."),
        w.t("Ask the person who gave it to you for a new one."),
    )


def _pack_newer(m: errors.PackNewer, w: Words) -> Said:
    return Said(
        w.t("This pack needs a newer MIL Kit"),
        w.t("{name} was made for a later version.", name=m.path.name),
        w.t("Everything on this computer is safe."),
        w.t("Install the MIL Kit that came with the pack, then add it again."),
    )


def _picture_missing(m: errors.PictureMissing, w: Words) -> Said:
    return Said(
        w.t("A picture is missing"),
        w.t("The lesson {id} has no picture {name}.", id=m.lesson, name=m.name),
        w.t("The words of the lesson are all there."),
        w.t("Teach on: describe the picture in words. Add the pack again later."),
    )


def _picture_bad(m: errors.PictureBad, w: Words) -> Said:
    return Said(
        w.t("This picture cannot be used"),
        w.t("{name} is too large, or no picture of a known kind.", name=m.path.name),
        _unchanged(w),
        w.t("Choose a PNG, JPEG or WebP picture."),
    )


def _font_missing(m: errors.FontMissing, w: Words) -> Said:
    return Said(
        w.t("Letters are missing"),
        w.t("The letters for {lang} did not come with MIL Kit.", lang=m.lang),
        w.t("Your work is safe. Some words may look wrong."),
        w.t("Install MIL Kit again from the stick."),
    )


def _database_damaged(m: errors.DatabaseDamaged, w: Words) -> Said:
    if m.restored is None:
        safe = w.t("No good copy was found. New records were started.")
    else:
        safe = w.t("The newest good copy is now in use: {name}.", name=m.restored.name)
    if m.kept is None:
        now = w.t("Look at your last lesson: some counts may be missing.")
    else:
        now = w.t(
            "The damaged file was kept as {name}. Look at your last lesson: "
            "some counts may be missing.",
            name=m.kept.name,
        )
    return Said(
        w.t("The records were damaged"),
        w.t("The file with your classes and counts could not be read."),
        safe,
        now,
    )


def _database_newer(m: errors.DatabaseNewer, w: Words) -> Said:
    return Said(
        w.t("A newer MIL Kit was used here"),
        w.t("{name} was written by a later version.", name=m.path.name),
        w.t("Nothing was changed. All records are safe."),
        w.t("Open the newer MIL Kit, or install it from the stick."),
    )


def _database_busy(m: errors.DatabaseBusy, w: Words) -> Said:
    return Said(
        w.t("The records are in use"),
        w.t("Another program is using {name}.", name=m.path.name),
        w.t("What was saved before is safe."),
        w.t("Close the other program, then try again."),
    )


def _overlay_damaged(m: errors.OverlayDamaged, w: Words) -> Said:
    kept = m.kept or m.path
    return Said(
        w.t("Your own lessons cannot be read"),
        w.t("The file with your changes and examples is damaged."),
        w.t("The lessons of the packs, your classes and counts are safe."),
        w.t(
            "The damaged file was kept as {name}. Show it to a helper.", name=kept.name
        ),
    )


def _settings_damaged(m: errors.SettingsDamaged, w: Words) -> Said:
    return Said(
        w.t("The settings were damaged"),
        w.t(
            "The file with your settings could not be read. It was kept as {name}.",
            name=m.kept.name,
        ),
        _all_safe(w),
        w.t("Choose your language and text size again in Settings."),
    )


def _backup_failed(m: errors.BackupFailed, w: Words) -> Said:
    return Said(
        w.t("No backup was made"),
        w.t(
            "A copy of your records could not be written to {name}.", name=m.folder.name
        ),
        w.t("The records and all older copies are safe."),
        w.t("Make some room on the disk. MIL Kit tries again tomorrow."),
    )


def _backup_damaged(m: errors.BackupDamaged, w: Words) -> Said:
    return Said(
        w.t("This copy cannot be used"),
        w.t("The copy {name} is damaged.", name=m.path.name),
        w.t("Nothing was changed. The records of today are still in use."),
        w.t("Choose another copy from the list."),
    )


def _already_open(_: errors.AlreadyOpen, w: Words) -> Said:
    return Said(
        w.t("MIL Kit is already open"),
        w.t("Only one MIL Kit can write your records at a time."),
        _all_safe(w),
        w.t("Use the window that is open, or close it first."),
    )


def _printer_failed(m: errors.PrinterFailed, w: Words) -> Said:
    happened = (
        w.t("The printer {name} did not take the pages.", name=m.printer)
        if m.printer
        else w.t("No printer took the pages.")
    )
    return Said(
        w.t("Nothing was printed"),
        happened,
        _all_safe(w),
        w.t("Look at the cable and the paper, or save a PDF and print it in town."),
    )


def _projector_gone(_: errors.ProjectorGone, w: Words) -> Said:
    return Said(
        w.t("The projector is gone"),
        w.t("The screen that the class watched went away."),
        w.t("The lesson, the time and the counts go on."),
        w.t("Look at the cable. The class screen comes back by itself."),
    )


def _clock_wrong(m: errors.ClockWrong, w: Words) -> Said:
    return Said(
        w.t("Is today {day}?", day=w.date(m.today)),
        w.t(
            "MIL Kit was last used on {day}. The computer's clock may be wrong.",
            day=w.date(m.last),
        ),
        w.t("All records are safe. Their order does not need the clock."),
        w.t("Set the date of the computer, or go on if the date is right."),
    )


_SAYINGS: dict[type[errors.Mishap], Callable[[Any, Words], Said]] = {
    errors.Cancelled: _cancelled,
    errors.Unforeseen: _unforeseen,
    errors.DiskFull: _disk_full,
    errors.FolderReadOnly: _folder_read_only,
    errors.FileUnreadable: _file_unreadable,
    errors.FileUnknown: _file_unknown,
    errors.AnswersUnclear: _answers_unclear,
    errors.StickGone: _stick_gone,
    errors.StickUnsafe: _stick_unsafe,
    errors.LessonBroken: _lesson_broken,
    errors.LessonMissing: _lesson_missing,
    errors.CheckMissing: _check_missing,
    errors.NoLessons: _no_lessons,
    errors.PackDamaged: _pack_damaged,
    errors.PackForeign: _pack_foreign,
    errors.PackNewer: _pack_newer,
    errors.PictureMissing: _picture_missing,
    errors.PictureBad: _picture_bad,
    errors.FontMissing: _font_missing,
    errors.DatabaseDamaged: _database_damaged,
    errors.DatabaseNewer: _database_newer,
    errors.DatabaseBusy: _database_busy,
    errors.OverlayDamaged: _overlay_damaged,
    errors.SettingsDamaged: _settings_damaged,
    errors.BackupFailed: _backup_failed,
    errors.BackupDamaged: _backup_damaged,
    errors.AlreadyOpen: _already_open,
    errors.PrinterFailed: _printer_failed,
    errors.ProjectorGone: _projector_gone,
    errors.ClockWrong: _clock_wrong,
}
