"""What the short words of a lesson's front matter are called in print."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from milkit.ground.words import Words


def topic(name: str, w: Words) -> str:
    """Name a topic."""
    names = {
        "rumours": w.t("Rumours & claims"),
        "sources": w.t("Sources & lateral reading"),
        "images": w.t("Images, video & AI"),
        "ads": w.t("Ads & persuasion"),
        "privacy": w.t("Privacy & safety"),
        "hate": w.t("Hate speech & dialogue"),
        "media": w.t("How media work"),
    }
    return names.get(name, name)


def band(name: str, w: Words) -> str:
    """Name an age band."""
    names = {
        "P": w.t("Primary, age 9 to 11"),
        "J": w.t("Lower secondary, age 12 to 14"),
        "S": w.t("Upper secondary, age 15 to 18"),
    }
    return names.get(name, name)


def grouping(name: str, w: Words) -> str:
    """Say how students sit."""
    names = {
        "class": w.t("Whole class"),
        "pairs": w.t("Pairs"),
        "fours": w.t("Groups of 4"),
        "alone": w.t("Alone"),
    }
    return names.get(name, name)


def need(name: str, w: Words) -> str:
    """Name something a lesson is taught with."""
    names = {
        "projector": w.t("Projector"),
        "paper": w.t("Paper"),
        "phones": w.t("Phones"),
        "speaker": w.t("Speaker"),
        "practice-web": w.t("Practice Web"),
    }
    return names.get(name, name)


def competency(name: str, w: Words) -> str:
    """Name one of the twelve competencies, with its short sign."""
    names = {
        "A1": w.t("Say what one needs to know"),
        "A2": w.t("Search"),
        "A3": w.t("Reach and use information lawfully"),
        "A4": w.t("Keep what was found"),
        "E1": w.t("Understand what a message is for"),
        "E2": w.t("Assess content"),
        "E3": w.t("Evaluate sources"),
        "E4": w.t("Organise and combine information"),
        "C1": w.t("Create messages"),
        "C2": w.t("Communicate fairly"),
        "C3": w.t("Take part"),
        "C4": w.t("Watch what media do to us"),
    }
    return f"{name} {names[name]}" if name in names else name


def module(name: str, w: Words) -> str:
    """Name a module of the UNESCO curriculum of 2021."""
    names = {
        "M1": w.t("Media and information literacy: key ideas"),
        "M2": w.t("Understanding information and technology"),
        "M3": w.t("Research, information cycle, intellectual property"),
        "M4": w.t("Misinformation, disinformation and hate speech"),
        "M5": w.t("Audiences as citizens"),
        "M6": w.t("Representation and gender equality"),
        "M7": w.t("How media and technology influence content"),
        "M8": w.t("Privacy and data protection"),
        "M9": w.t("Chances and risks of the internet"),
        "M10": w.t("Advertising"),
        "M11": w.t("Artificial intelligence and social media"),
        "M12": w.t("Digital media, games and traditional media"),
        "M13": w.t("Media, technology and the development goals"),
        "M14": w.t("Communication, information and learning"),
    }
    return f"{name} {names[name]}" if name in names else name


def technique(name: str, w: Words) -> str:
    """Name the technique of a lesson; one that the kit does not know is spelt out."""
    names = {
        "accuracy-prompt": w.t("Pause and ask if it is true"),
        "emergency-checks": w.t("Checks in an emergency"),
        "genre-sorting": w.t("Sort messages by kind"),
        "hate-speech-test": w.t("Tell a strong view from hate"),
        "image-tracing": w.t("Trace a photo to its first copy"),
        "mis-dis-mal-information": w.t("Tell a mistake, a lie and harm apart"),
        "prebunking": w.t("Know the tricks beforehand"),
        "sound-reporting": w.t("Marks of sound reporting"),
    }
    return names.get(name, name.replace("-", " ").capitalize())
