"""The class view of each kind of activity."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from milkit.stage import (
    annotate,
    branch,
    create,
    discuss,
    feed,
    poll,
    quiz,
    rate,
    roleplay,
    sequence,
    sort,
    trace,
)

if TYPE_CHECKING:
    from milkit.stage.view import View

VIEWS: dict[str, View] = {
    name: cast("View", module)
    for name, module in {
        "poll": poll,
        "rate": rate,
        "sort": sort,
        "sequence": sequence,
        "feed": feed,
        "branch": branch,
        "discuss": discuss,
        "quiz": quiz,
        "trace": trace,
        "annotate": annotate,
        "roleplay": roleplay,
        "create": create,
    }.items()
}
