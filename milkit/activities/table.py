"""All kinds of activity by the word that stands after the fence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.activities import (
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
    from milkit.activities.kind import Kind

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        poll.KIND,
        rate.KIND,
        sort.KIND,
        sequence.KIND,
        feed.KIND,
        branch.KIND,
        discuss.KIND,
        quiz.KIND,
        trace.KIND,
        annotate.KIND,
        roleplay.KIND,
        create.KIND,
    )
}
