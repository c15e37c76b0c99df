"""A poll: one question to the class, counted by hands, with or without an answer."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Annotated, Any

from milkit.activities import printed
from milkit.activities.kind import Claim, Kind, Option, Problem, Question
from milkit.activities.marks import same_ids, unknown_ids
from milkit.activities.paper import Block, Bullets, Heading, Lines, Text
from milkit.activities.shape import Says

if TYPE_CHECKING:
    from collections.abc import Mapping

    from milkit.ground.words import Words

MARKS = ("yes", "no", "unsure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer of the poll."""

    id: Annotated[str, Says("its name in `answer` and `why`", role="id")]
    text: Annotated[str, Says("what the class reads", letters=16)]
    mark: Annotated[
        str,
        Says(
            "circle, square or diamond; none: a letter",
            one_of=("", *MARKS),
            role="value",
        ),
    ] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """One question to the class; without `answer` it asks for views."""

    id: Annotated[str, Says("stands after the word poll", role="id")]
    from_: Annotated[
        str,
        Says("a trace whose claim, picture and who are asked about", role="activity"),
    ] = ""
    again: Annotated[
        str,
        Says(
            "a poll that is asked once more; nothing else is written", role="activity"
        ),
    ] = ""
    claim: Annotated[
        str, Says("the text under study, without quotation marks", letters=96)
    ] = ""
    who: Annotated[str, Says("who says the claim")] = ""
    picture: Annotated[str, Says("the picture under study", role="picture")] = ""
    prompt: Annotated[str, Says("the question to the class", letters=60)] = ""
    options: Annotated[tuple[Choice, ...], Says("two to four answers", most=4)] = ()
    answer: Annotated[
        str, Says("the id of the right answer; none for views", role="id")
    ] = ""
    why: Annotated[
        dict[str, str],
        Says("a reason for each answer, by its id; when there is an answer"),
    ] = field(default_factory=dict)


def fill(data: Poll, others: "Mapping[str, Any]") -> Poll:
    """Take the whole question from `again`, or the claim from `from`."""
    first = others.get(data.again)
    if isinstance(first, Poll) and not first.again:
        return replace(fill(first, others), id=data.id, again=data.again)
    source = others.get(data.from_)
    if source is None or not hasattr(source, "claim"):
        return data
    return replace(data, claim=source.claim, who=source.who, picture=source.picture)


def check(data: Poll) -> list[Problem]:
    """Check the options, the answer and the reasons."""
    if data.again:
        return _check_again(data)
    ids = [option.id for option in data.options]
    problems = same_ids(ids, ("options",))
    if not data.prompt:
        problems.append(
            Problem(
                "`prompt` is missing", 'add prompt = "…", the question to the class'
            )
        )
    if len(ids) < 2:  # noqa: PLR2004 - one answer is no question
        problems.append(
            Problem(
                "a poll needs two to four options", "add options = [{id=…, text=…}, …]"
            )
        )
    if data.answer:
        problems += unknown_ids([data.answer], ids, ("answer",), "option")
        problems += [
            Problem(
                f"no reason is given for “{one}”",
                f'add a line {one} = "…" under [why]',
                ("why",),
            )
            for one in ids
            if not data.why.get(one, "").strip()
        ]
    problems += unknown_ids(
        [w for w in data.why if w not in ids], ids, ("why",), "option"
    )
    return problems


def _check_again(data: Poll) -> list[Problem]:
    written = data.prompt or data.options or data.answer or data.why or data.from_
    if not written:
        return []
    return [
        Problem(
            "a poll with `again` repeats the other one",
            "write nothing but `again`",
            ("again",),
        )
    ]


def claims(data: Poll) -> tuple[Claim, ...]:
    """Give its own claim, when the answer says yes or no to it."""
    mark = next((o.mark for o in data.options if o.id == data.answer), "")
    if data.again or data.from_ or not data.claim or mark not in {"yes", "no"}:
        return ()
    return (Claim(("claim",), data.claim, mark == "yes"),)


def questions(data: Poll) -> tuple[Question, ...]:
    """Give the one question."""
    options = tuple(Option(o.id, o.text, o.mark) for o in data.options)
    mark = next((o.mark for o in options if o.id == data.answer), "")
    truth = mark == "yes" if data.claim and mark in {"yes", "no"} else None
    why = data.why.get(data.answer, "")
    return (Question(data.id, data.prompt, options, data.answer, why, truth=truth),)


def keyed(data: Poll) -> bool:
    """Tell whether it has an answer of its own."""
    return bool(data.answer) and not data.from_ and not data.again


def paper(data: Poll, part: str, w: "Words") -> tuple[Block, ...]:
    """Print the question to hold up, slips to vote with, or a sheet to tick."""
    options = questions(data)[0].options
    asked = Heading(data.prompt, 2)
    if part == printed.KEY:
        return _key(data, w) if data.answer else ()
    if part == printed.CARDS:
        return printed.cards(
            (
                (printed.ticks([o]), Text(printed.plain(o.text), large=True))
                for o in options
            ),
            len(options),
        )
    claim = printed.post(
        w, data.claim, who=data.who, picture=data.picture, large=part == printed.BIG
    )
    shown = (printed.specimen(*claim),) if claim else ()
    if part == printed.BIG:
        return (*shown, asked, printed.fingers(options, w))
    return (*shown, asked, printed.ticks(options), Lines(2, w.t("Because")))


def _key(data: Poll, w: "Words") -> tuple[Block, ...]:
    texts = {o.id: o.text for o in data.options}
    reasons = [
        f"{printed.bold(text)}: {printed.plain(data.why[one])}"
        for one, text in texts.items()
        if one in data.why
    ]
    answer = printed.bold(texts.get(data.answer, data.answer))
    return (
        Text(printed.plain(data.claim or data.prompt)),
        Text(f"{printed.plain(w.t('Answer'))}: {answer}"),
        Bullets(tuple(reasons)),
    )


KIND = Kind(
    "poll",
    Poll,
    check,
    paper,
    questions=questions,
    claims=claims,
    fill=fill,
    keyed=keyed,
)
