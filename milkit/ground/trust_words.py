"""Tell the mishaps of signing and of signed packs to the teacher."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from milkit.ground import trust_errors as errors
from milkit.ground.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from milkit.ground.errors import Mishap
    from milkit.ground.words import Words


def saying(kind: type[Mishap]) -> Callable[[Any, Words], Said] | None:
    """Give what tells a mishap of this *kind*; None when it is not one of ours."""
    return _SAYINGS.get(kind)


def _untouched(w: Words) -> str:
    return w.t("Nothing was opened or copied. What you have is as it was.")


def _ask_again(w: Words) -> str:
    return w.t(
        "Put it aside and tell the person who gave it to you. Ask for a new one."
    )


def _key_unreadable(m: errors.KeyUnreadable, w: Words) -> Said:
    return Said(
        w.t("This is not a key file"),
        w.t("{name} is no key that MIL Kit made, or it is damaged.", name=m.path.name),
        w.t("Nothing was changed."),
        w.t("Choose your key file, or take the copy that you keep elsewhere."),
    )


def _passphrase_wrong(m: errors.PassphraseWrong, w: Words) -> Said:
    return Said(
        w.t("The pass phrase is wrong"),
        w.t("{name} does not open with these words.", name=m.path.name),
        w.t("Nothing was changed."),
        w.t("Type it again. Look at small and capital letters."),
    )


def _signature_bad(m: errors.SignatureBad, w: Words) -> Said:
    return Said(
        w.t("This was changed after it was signed"),
        w.t("{name} is not the one that was signed.", name=m.path.name),
        _untouched(w),
        _ask_again(w),
    )


def _publisher_unknown(m: errors.PublisherUnknown, w: Words) -> Said:
    return Said(
        w.t("Someone new signed this"),
        w.t(
            "They call themselves “{name}”. Their six check words: {words}.",
            name=m.name,
            words=" ".join(m.words),
        ),
        _untouched(w),
        w.t("Call them or meet them, and ask them to read their six words aloud."),
    )


def _words_differ(m: errors.WordsDiffer, w: Words) -> Said:
    return Said(
        w.t("The words are not the same"),
        w.t("This is not from the “{name}” that you know.", name=m.name),
        w.t("Nothing was changed."),
        _ask_again(w),
    )


def _publisher_other(m: errors.PublisherOther, w: Words) -> Said:
    return Said(
        w.t("This was signed by someone else"),
        w.t(
            "It says “{name}”, but the “{name}” you know has another key.", name=m.name
        ),
        _untouched(w),
        _ask_again(w),
    )


def _key_revoked(m: errors.KeyRevoked, w: Words) -> Said:
    return Said(
        w.t("This key is no longer used"),
        w.t("“{name}” said that the key behind this was lost or stolen.", name=m.name),
        _untouched(w),
        _ask_again(w),
    )


def _list_forked(m: errors.ListForked, w: Words) -> Said:
    return Said(
        w.t("Two lists do not agree"),
        w.t("“{name}” signed two different lists with one number.", name=m.name),
        _untouched(w),
        w.t("Tell the publisher. They must make the pack again."),
    )


def _pack_older(m: errors.PackOlder, w: Words) -> Said:
    return Said(
        w.t("You have a newer version"),
        w.t(
            "{pack} is here in version {have}; this is the older {offered}.",
            pack=m.pack,
            have=m.have,
            offered=m.offered,
        ),
        w.t("Nothing was changed."),
        w.t("There is nothing to do. Keep the newer version."),
    )


def _pack_too_large(m: errors.PackTooLarge, w: Words) -> Said:
    return Said(
        w.t("This is too large"),
        w.t("{name} is larger than its publisher signed.", name=m.path.name),
        _untouched(w),
        _ask_again(w),
    )


def _version_taken(m: errors.VersionTaken, w: Words) -> Said:
    return Said(
        w.t("This version is already out"),
        w.t(
            "Version {version} of {pack} was made before, with other content.",
            version=m.version,
            pack=m.pack,
        ),
        w.t("Nothing was changed."),
        w.t("Write a higher version into pack.toml, then make the pack again."),
    )


_SAYINGS: dict[type[Mishap], Callable[[Any, Words], Said]] = {
    errors.KeyUnreadable: _key_unreadable,
    errors.PassphraseWrong: _passphrase_wrong,
    errors.SignatureBad: _signature_bad,
    errors.PublisherUnknown: _publisher_unknown,
    errors.WordsDiffer: _words_differ,
    errors.PublisherOther: _publisher_other,
    errors.KeyRevoked: _key_revoked,
    errors.ListForked: _list_forked,
    errors.PackOlder: _pack_older,
    errors.PackTooLarge: _pack_too_large,
    errors.VersionTaken: _version_taken,
}
