"""A hub's keys and a made-up lesson."""

import base64
from dataclasses import dataclass

import pyrage
import pytest
from nacl.signing import SigningKey

from milkit.activities.kind import Option, Question
from milkit.records import happenings as h
from milkit.records.sample import Asked, Outline
from milkit.sync import enrolment


@dataclass
class Hub:
    """A hub: its age identity, its signing key, the file that it gives out."""

    secret: str
    seed: bytes
    asks: enrolment.Enrolment

    def file(self, path, **changes):
        path.write_bytes(enrolment.write(self.asks._replace(**changes), self.seed))
        return path


def make_hub(drop=None, number=7):
    identity = pyrage.x25519.Identity.generate()
    seed = bytes([number]) * 32
    key = base64.b64encode(bytes(SigningKey(seed).verify_key)).decode()
    shares = (("en", enrolment.Shares("Two people see counts.", "Kept for 3 years.")),)
    asks = enrolment.Enrolment(
        "Kampong", (str(identity.to_public()),), drop or enrolment.Drop(), key,
        "KH", "KP", shares,
    )  # fmt: skip
    return Hub(str(identity), seed, asks)


@pytest.fixture
def hub():
    return make_hub()


def make_outline():
    steps = tuple(h.PlannedStep(one, f"Step {one}", 10) for one in ("look", "vote"))
    options = tuple(Option(one, one.title()) for one in ("real", "false", "unsure"))
    question = Question(id="real", text="Real?", options=options, answer="false")
    return Outline(
        "L14", "km", "The flood photo", "images", "core", "1.0.0", steps,
        ((), (Asked("first-vote", question),)), "",
    )  # fmt: skip


@pytest.fixture
def outline():
    return make_outline()
