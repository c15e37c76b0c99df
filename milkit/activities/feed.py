"""A feed: posts come one after another, the class says what it would do with each."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from milkit.activities import printed
from milkit.activities.kind import Claim, Kind, Option, Problem, Question
from milkit.activities.marks import balance, same_ids, unknown_ids
from milkit.activities.paper import Block, Break, Heading, Picture, Side, Text
from milkit.activities.shape import Says

if TYPE_CHECKING:
    from milkit.ground.words import Words

ACTIONS = ("share", "check", "hold", "report")
EMOTIONS = ("fear", "anger", "joy", "hope", "sadness", "surprise", "pride", "calm")
HARMS = ("none", "some", "high")


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something one can do with a post."""

    id: Annotated[str, Says("which action", one_of=ACTIONS, role="id")]
    text: Annotated[str, Says("what the class reads", letters=14)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One invented post."""

    id: Annotated[str, Says("its name", role="id")]
    who: Annotated[str, Says("who posts it")]
    when: Annotated[str, Says("short words, like 2 hours ago")]
    text: Annotated[str, Says("the post, without quotation marks", letters=96)]
    picture: Annotated[str, Says("a picture of the lesson", role="picture")] = ""
    truth: Annotated[bool, Says("true or false")]
    emotion: Annotated[
        str, Says("the feeling it plays on", one_of=EMOTIONS, role="value")
    ]
    harm: Annotated[
        str, Says("what it may do when passed on", one_of=HARMS, role="value")
    ]
    best: Annotated[
        tuple[str, ...], Says("the actions that are right", role="id", least=1)
    ]
    found: Annotated[str, Says("what a check found", letters=80)] = ""
    why: Annotated[str, Says("the reason, read after the vote", letters=160)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Posts in the order they come; after `prompt_at` of them the class pauses."""

    id: Annotated[str, Says("stands after the word feed", role="id")]
    prompt: Annotated[str, Says("the question to the class", letters=40)]
    actions: Annotated[
        tuple[Action, ...],
        Says("two to four: share, check, hold, report", least=2, most=4),
    ]
    prompt_at: Annotated[int, Says("how many posts come before the pause card")]
    pause: Annotated[str, Says("the accuracy question on the pause card", letters=90)]
    compare: Annotated[
        bool, Says("compare what the class did before and after the pause")
    ] = False
    posts: Annotated[tuple[Post, ...], Says("the posts in order", least=2, most=12)]


def check(data: Feed) -> list[Problem]:
    """Check ids, actions, the balance, and the halves when they are compared."""
    actions = [a.id for a in data.actions]
    problems = same_ids(actions, ("actions",), "action")
    problems += same_ids([p.id for p in data.posts], ("posts",))
    for i, post in enumerate(data.posts):
        problems += unknown_ids(post.best, actions, ("posts", i, "best"), "action")
    problems += balance(claims(data), ("posts",), f"posts of “{data.id}”")
    if not 0 < data.prompt_at < len(data.posts):
        problems.append(
            Problem(
                f"the pause comes after {data.prompt_at} of {len(data.posts)} posts",
                "let at least one post come before it and one after",
                ("prompt_at",),
            )
        )
    elif data.compare:
        problems += _check_halves(data)
    return problems


def _check_halves(data: Feed) -> list[Problem]:
    problems = []
    if data.prompt_at * 2 != len(data.posts):
        mend = f"write prompt_at = {len(data.posts) // 2}, with an even number of posts"
        problems.append(
            Problem(
                "the two halves to compare have unequal numbers of posts",
                mend,
                ("prompt_at",),
            )
        )
    for name, half, first in (
        ("first", data.posts[: data.prompt_at], 0),
        ("second", data.posts[data.prompt_at :], data.prompt_at),
    ):
        true = sum(p.truth for p in half)
        if true * 2 != len(half):
            what = f"{true} of the {len(half)} posts of the {name} half are true"
            problems.append(
                Problem(what, "make half of each half true", ("posts", first))
            )
    return problems


def claims(data: Feed) -> tuple[Claim, ...]:
    """Give every post."""
    return tuple(
        Claim(("posts", i, "text"), p.text, p.truth) for i, p in enumerate(data.posts)
    )


def questions(data: Feed) -> tuple[Question, ...]:
    """Ask of each post what the class would do."""
    options = tuple(Option(a.id, a.text) for a in data.actions)
    return tuple(
        Question(
            p.id, p.text, options, p.best[0], p.why, also=p.best[1:], truth=p.truth
        )
        for p in data.posts
    )


def paper(data: Feed, part: str, w: "Words") -> tuple[Block, ...]:
    """Print posts to hold up or to cut, with the pause card among them, or a sheet."""
    if part == printed.KEY:
        return (Text(printed.bold(data.prompt)), printed.answers(_answers(data, w), w))
    if part == printed.CARDS:
        held = [_numbered(n, p, w) for n, p in enumerate(data.posts, 1)]
        held.insert(data.prompt_at, _pause(data, w))
        return printed.cards(held, made_up=w)
    if part == printed.BIG:
        return (*_strips(data, w), *_last(data, w))
    options = questions(data)[0].options
    rows: list[Block] = []
    for n, post in enumerate(data.posts, 1):
        if n == data.prompt_at + 1:
            rows += _pause(data, w)
        rows += [printed.specimen(*_numbered(n, post, w)), printed.ticks(options)]
    sheet = (Heading(data.prompt, 2), *rows)
    if part == printed.BOTH:
        return (*paper(data, printed.CARDS, w), Break(), *sheet)
    return sheet


def _numbered(n: int, post: Post, w: "Words") -> tuple[Block, ...]:
    shown = printed.post(
        w, post.text, who=post.who, when=post.when, picture=post.picture
    )
    return printed.lettered(w.number(n), shown)


def _pause(data: Feed, w: "Words", *, large: bool = False) -> tuple[Block, ...]:
    return (Heading(w.t("Pause"), 2), Text(printed.bold(data.pause), large=large))


def _strips(data: Feed, w: "Words") -> tuple[Block, ...]:
    """Give the posts as strips to cut, as wide as the page: several fill a sheet."""
    held = [_strip(n, post, w) for n, post in enumerate(data.posts, 1)]
    held.insert(data.prompt_at, _pause(data, w, large=True))
    return printed.cards(held, 1, made_up=w)


def _strip(n: int, post: Post, w: "Words") -> tuple[Block, ...]:
    """Give a post with its picture beside the words, so that it stays low."""
    words = printed.post(w, post.text, who=post.who, when=post.when, large=True)
    if not post.picture:
        return printed.lettered(w.number(n), words)
    beside = Side((Picture(post.picture),), words, 0.42)
    return printed.lettered(w.number(n), (beside,))


def _last(data: Feed, w: "Words") -> tuple[Block, ...]:
    fingers = printed.fingers(questions(data)[0].options, w)
    return (Heading(data.prompt, 2), fingers)


def _answers(data: Feed, w: "Words") -> list[tuple[str, str, str]]:
    names = {a.id: a.text for a in data.actions}
    return [
        (
            printed.asked(w.number(n), p.text, p.who),
            printed.bold(" / ".join(names.get(b, b) for b in p.best)),
            printed.plain(f"{p.found} {p.why}".strip()),
        )
        for n, p in enumerate(data.posts, 1)
    ]


KIND = Kind("feed", Feed, check, paper, questions=questions, claims=claims)
