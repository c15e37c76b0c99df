"""Days and months as each language writes them (Unicode CLDR 46; Tetum by hand)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_BUDDHIST = 543  # Thailand counts the years from the Buddha's passing


@dataclass(frozen=True, slots=True)
class Calendar:
    """Short names, Monday and January first; *order* is filled with d, m and y."""

    days: tuple[str, ...]
    months: tuple[str, ...]
    order: str = "{d} {m} {y}"
    years_more: int = 0


def _calendar(
    days: str, months: str, order: str = "{d} {m} {y}", years_more: int = 0
) -> Calendar:
    return Calendar(tuple(days.split("|")), tuple(months.split("|")), order, years_more)


CALENDARS = {
    "en": _calendar(
        "Mon|Tue|Wed|Thu|Fri|Sat|Sun",
        "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
    ),
    "id": _calendar(
        "Sen|Sel|Rab|Kam|Jum|Sab|Min",
        "Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des",
    ),
    "ms": _calendar(
        "Isn|Sel|Rab|Kha|Jum|Sab|Ahd",
        "Jan|Feb|Mac|Apr|Mei|Jun|Jul|Ogo|Sep|Okt|Nov|Dis",
    ),
    "fil": _calendar(
        "Lun|Mar|Miy|Huw|Biy|Sab|Lin",
        "Ene|Peb|Mar|Abr|May|Hun|Hul|Ago|Set|Okt|Nob|Dis",
        "{m} {d}, {y}",
    ),
    "vi": _calendar(
        "Th 2|Th 3|Th 4|Th 5|Th 6|Th 7|CN",
        "1|2|3|4|5|6|7|8|9|10|11|12",
        "{d} thg {m}, {y}",
    ),
    "th": _calendar(
        "จ.|อ.|พ.|พฤ.|ศ.|ส.|อา.",
        "ม.ค.|ก.พ.|มี.ค.|เม.ย.|พ.ค.|มิ.ย.|ก.ค.|ส.ค.|ก.ย.|ต.ค.|พ.ย.|ธ.ค.",
        years_more=_BUDDHIST,
    ),
    "km": _calendar(
        "ចន្ទ|អង្គារ|ពុធ|ព្រហ|សុក្រ|សៅរ៍|អាទិត្យ",
        "មករា|កុម្ភៈ|មីនា|មេសា|ឧសភា|មិថុនា|កក្កដា|សីហា|កញ្ញា|តុលា|វិច្ឆិកា|ធ្នូ",
    ),
    "lo": _calendar(
        "ຈັນ|ອັງຄານ|ພຸດ|ພະຫັດ|ສຸກ|ເສົາ|ອາທິດ",
        "ມ.ກ.|ກ.ພ.|ມ.ນ.|ມ.ສ.|ພ.ພ.|ມິ.ຖ.|ກ.ລ.|ສ.ຫ.|ກ.ຍ.|ຕ.ລ.|ພ.ຈ.|ທ.ວ.",
    ),
    "my": _calendar(
        "တနင်္လာ|အင်္ဂါ|ဗုဒ္ဓဟူး|ကြာသပတေး|သောကြာ|စနေ|တနင်္ဂနွေ",
        "ဇန်နဝါရီ|ဖေဖော်ဝါရီ|မတ်|ဧပြီ|မေ|ဇွန်|ဇူလိုင်|ဩဂုတ်|စက်တင်ဘာ|အောက်တိုဘာ|နိုဝင်ဘာ|ဒီဇင်ဘာ",
        "{y} {m} {d}",
    ),
    "tet": _calendar(
        "Seg|Ter|Kua|Kin|Ses|Sáb|Dom",
        "Jan|Fev|Mar|Abr|Mai|Juñ|Jul|Ago|Set|Out|Nov|Dez",
    ),
}


def written(day: date, lang: str) -> str:
    """Write a date in the form of *lang*, with the digits 0-9."""
    calendar = CALENDARS.get(lang, CALENDARS["en"])
    return calendar.order.format(
        d=day.day, m=calendar.months[day.month - 1], y=day.year + calendar.years_more
    )


def month(day: date, lang: str) -> str:
    """Write a month and its year in the form of *lang*, like Nov 2026."""
    calendar = CALENDARS.get(lang, CALENDARS["en"])
    order = calendar.order
    for part in ("{d}, ", "{d} ", " {d}"):
        order = order.replace(part, "")
    return order.format(
        m=calendar.months[day.month - 1], y=day.year + calendar.years_more
    )


def weekday(day: date, lang: str) -> str:
    """Give the short name of the day of the week in *lang*."""
    return CALENDARS.get(lang, CALENDARS["en"]).days[day.weekday()]
