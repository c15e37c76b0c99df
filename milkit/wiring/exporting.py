"""Save everything a teacher has, where the teacher wants it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from milkit.going import Going
    from milkit.records.export import Exported


def ask(app: Going) -> None:
    """Ask for a file, and write it."""
    from milkit.screens import print_asking

    w = app.look.words
    path = print_asking.file(
        app.window, w.t("Save all I have"), w.t("my-mil-kit") + ".zip", "zip"
    )
    if path is not None:
        save(app, path)


def save(app: Going, path: Path) -> None:
    """Write everything into a zip file, in a thread."""
    from milkit.library.everything import export_everything

    parts, w = app.parts, app.look.words

    def work(_step: object) -> Exported:
        with contextlib.closing(parts.records.again()) as records:
            return export_everything(records, parts.folder, path)

    app.background().run(
        work,
        owner=app,
        done=lambda _: app.window.toasts.tell(w.t("Saved: {file}", file=path.name)),
    )
