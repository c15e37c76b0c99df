"""The countries of the region by name; others by their two letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from milkit.ground.words import Words

UNKNOWN = "ZZ"


def name(code: str, w: Words) -> str:
    """Name a country (ISO 3166-1, two letters) in the user's language."""
    if code == UNKNOWN:
        return w.t("Country not told")
    return names(w).get(code, code)


def names(w: Words) -> dict[str, str]:
    """Name the countries of the region."""
    return {
        "BN": w.t("Brunei"),
        "KH": w.t("Cambodia"),
        "ID": w.t("Indonesia"),
        "LA": w.t("Lao PDR"),
        "MY": w.t("Malaysia"),
        "MM": w.t("Myanmar"),
        "PH": w.t("Philippines"),
        "SG": w.t("Singapore"),
        "TH": w.t("Thailand"),
        "TL": w.t("Timor-Leste"),
        "VN": w.t("Viet Nam"),
    }
