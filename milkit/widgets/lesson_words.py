"""The words around a lesson that every screen says the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from milkit.ground.languages import language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from milkit.ground.words import Words


def topic_name(topic: str, w: Words) -> str:
    """Give a topic's name."""
    names = {
        "rumours": w.t("Rumours & claims"),
        "sources": w.t("Sources & lateral reading"),
        "images": w.t("Images, video & AI"),
        "ads": w.t("Ads & persuasion"),
        "privacy": w.t("Privacy & safety"),
        "hate": w.t("Hate speech & dialogue"),
        "media": w.t("How media work"),
    }
    return names.get(topic, topic)


def minutes(count: int, w: Words) -> str:
    """Write minutes short, as on cards."""
    return w.n("{count} min", "{count} min", count)


def ages(pair: tuple[int, int], w: Words) -> str:
    """Write the ages a lesson is for."""
    youngest, oldest = (w.number(age) for age in pair)
    if youngest == oldest:
        return w.t("Age {age}", age=youngest)
    return w.t("Age {youngest}–{oldest}", youngest=youngest, oldest=oldest)


def ages_said(pair: tuple[int, int], w: Words) -> str:
    """Say the ages in words, for a screen reader."""
    youngest, oldest = (w.number(age) for age in pair)
    return w.t("age {youngest} to {oldest}", youngest=youngest, oldest=oldest)


def need_name(need: str, w: Words) -> str:
    """Give the name of something a lesson needs; "" = nothing but paper."""
    names = {
        "projector": w.t("Projector"),
        "phones": w.t("Phones"),
        "speaker": w.t("Speaker"),
        "practice-web": w.t("Practice Web"),
        "paper": w.t("Paper only"),
        "": w.t("Paper only"),
    }
    return names.get(need, need)


NEED_ICONS = {
    "projector": "projector-screen",
    "phones": "device-mobile",
    "speaker": "speaker-high",
    "practice-web": "browser",
    "paper": "file-text",
    "": "file-text",
}
_MOST_FIRST = ("practice-web", "phones", "speaker", "projector")


def main_need(needs: Sequence[str]) -> str:
    """Give the need that matters most when only one can be shown; "" = paper only."""
    return next((need for need in _MOST_FIRST if need in needs), "")


def grouping_name(grouping: str, w: Words) -> str:
    """Say how students sit."""
    names = {
        "class": w.t("Whole class"),
        "pairs": w.t("Pairs"),
        "fours": w.t("Groups of 4"),
        "alone": w.t("Alone"),
    }
    return names.get(grouping, grouping)


def language_names(codes: Sequence[str]) -> str:
    """Write languages in their own names."""
    return " · ".join(language(code).own for code in codes)
