"""The ten languages of the kit: their names, digits and number marks."""

from typing import NamedTuple

_LATIN = "0123456789"


class Language(NamedTuple):
    """
    One language: *own* is its name in itself, *digits* its ten digits.

    *spaceless* scripts put no space between words; *group* and *decimal* are the
    marks inside numbers. *draft* says that no native reader has checked it yet.
    """

    code: str
    own: str
    english: str
    digits: str = _LATIN
    spaceless: bool = False
    group: str = ","
    decimal: str = "."
    draft: bool = True


LANGUAGES: tuple[Language, ...] = (
    Language("en", "English", "English", draft=False),
    Language("id", "Bahasa Indonesia", "Indonesian", group=".", decimal=","),
    Language("ms", "Bahasa Melayu", "Malay"),
    Language("fil", "Filipino", "Filipino"),
    Language("vi", "Tiếng Việt", "Vietnamese", group=".", decimal=","),
    Language("th", "ไทย", "Thai", "๐๑๒๓๔๕๖๗๘๙", spaceless=True),
    Language("km", "ខ្មែរ", "Khmer", "០១២៣៤៥៦៧៨៩", spaceless=True),
    Language("lo", "ລາວ", "Lao", "໐໑໒໓໔໕໖໗໘໙", spaceless=True, group=".", decimal=","),
    Language("my", "မြန်မာ", "Burmese", "၀၁၂၃၄၅၆၇၈၉", spaceless=True),
    Language("tet", "Tetun", "Tetum", group=".", decimal=","),
)

_BY_CODE = {language.code: language for language in LANGUAGES}


def language(code: str) -> Language:
    """Give the language with this *code*; English for a code that is not ours."""
    return _BY_CODE.get(code, LANGUAGES[0])


def known(code: str) -> bool:
    """Tell whether *code* is one of ours."""
    return code in _BY_CODE
