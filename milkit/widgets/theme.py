"""The colours of the kit: light, dark and high contrast, and the dyes of the topics."""

from typing import NamedTuple

TOPICS = ("rumours", "sources", "images", "ads", "privacy", "hate", "media")


class Dye(NamedTuple):
    """One topic's colours: *ink* for its name, *warp* and *weft* for its weave."""

    ink: str
    warp: str
    weft: str


class Theme(NamedTuple):
    """
    The colour tokens of the design, as #rrggbb.

    *edge* is the width of a card's edge in px; *dyes* are the topics' colours in
    the order of TOPICS. Contrast ratios are held by a test.
    """

    name: str
    bg: str
    surface: str
    sunken: str
    ink: str
    ink2: str
    ink3: str
    ctl: str
    line: str
    pri: str
    on_pri: str
    pri_hover: str
    soft: str
    soft_ink: str
    side: str
    side_ink: str
    side_ink2: str
    side_line: str
    side_chosen: str
    on_side_chosen: str
    tur: str
    on_tur: str
    tur_ink: str
    tur_soft: str
    good: str
    good_soft: str
    bad: str
    bad_soft: str
    focus_in: str
    focus_out: str
    selvedge: str
    selvedge_thread: str
    dyes: tuple[str, ...]
    edge: int = 1

    @property
    def contrast(self) -> bool:
        """Tell whether this is the high-contrast theme: two colours, wide edges."""
        return self.name == "contrast"

    @property
    def dark(self) -> bool:
        """Tell whether text is light on dark."""
        return self.name != "light"

    def dye(self, topic: str) -> Dye:
        """Give the colours of *topic*; those of the first for an unknown one."""
        if self.contrast:
            return Dye("#FFFFFF", "#FFFFFF", "#000000")
        ink = self.dyes[TOPICS.index(topic) if topic in TOPICS else 0]
        warp = mixed(ink, self.surface, 0.15) if self.dark else ink
        return Dye(ink, warp, mixed(ink, self.surface, 0.76))

    def choice(self, index: int) -> str:
        """Give the dye of answer A, B, C, D: never green or red, which would hint."""
        if self.contrast:
            return "#FFFFFF"
        return self.dye(("rumours", "sources", "images", "ads")[index % 4]).ink

    def mark(self, mark: str) -> str:
        """Give the dye of a vote mark: yes, no or unsure."""
        if self.contrast:
            return "#FFFFFF"
        return self.dye({"yes": "sources", "no": "images"}.get(mark, "privacy")).ink


def mixed(one: str, other: str, share: float) -> str:
    """Mix *share* (0 to 1) of *other* into *one*."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def theme(name: str) -> Theme:
    """Give the theme called light, dark or contrast; light for any other word."""
    return {"dark": DARK, "contrast": CONTRAST}.get(name, LIGHT)


LIGHT = Theme(
    name="light",
    bg="#F2F4EF",
    surface="#FFFFFF",
    sunken="#E6EAE3",
    ink="#17221F",
    ink2="#46524D",
    ink3="#5A665F",
    ctl="#727C76",
    line="#CDD3CA",
    pri="#1B4763",
    on_pri="#FFFFFF",
    pri_hover="#123549",
    soft="#DDE8EE",
    soft_ink="#143A52",
    side="#12303F",
    side_ink="#E9F0F0",
    side_ink2="#B4C6CC",
    side_line="#2B4C5C",
    side_chosen="#F2F4EF",
    on_side_chosen="#12303F",
    tur="#F2B233",
    on_tur="#17221F",
    tur_ink="#704B00",
    tur_soft="#FBEFCF",
    good="#1F6340",
    good_soft="#DCEEE1",
    bad="#9E2B2B",
    bad_soft="#F8E1DC",
    focus_in="#F2B233",
    focus_out="#17221F",
    selvedge="#0B2431",
    selvedge_thread="#F2B233",
    dyes=(
        "#1B4763",
        "#15605C",
        "#6B2D5C",
        "#8A4A12",
        "#3F4A7A",
        "#943A5B",
        "#4A5A1E",
    ),
)

DARK = Theme(
    name="dark",
    bg="#11191D",
    surface="#1B252A",
    sunken="#0C1215",
    ink="#EDF1EE",
    ink2="#BCC8C6",
    ink3="#A0AEAD",
    ctl="#82939A",
    line="#34434A",
    pri="#9CCBE4",
    on_pri="#0A1B26",
    pri_hover="#B9DCEF",
    soft="#213947",
    soft_ink="#CDE5F2",
    side="#0B1317",
    side_ink="#E3EBEA",
    side_ink2="#A3B4B8",
    side_line="#223038",
    side_chosen="#213947",
    on_side_chosen="#E3EBEA",
    tur="#F2B233",
    on_tur="#17221F",
    tur_ink="#F5C869",
    tur_soft="#3A2F16",
    good="#86D3A2",
    good_soft="#173426",
    bad="#F2A097",
    bad_soft="#431F1D",
    focus_in="#F2B233",
    focus_out="#0A1B26",
    selvedge="#141F25",
    selvedge_thread="#8A6A2B",
    dyes=(
        "#9CCBE4",
        "#83D0C8",
        "#E2A9D3",
        "#EDB27E",
        "#B5BEEF",
        "#F0A3BE",
        "#C3D48B",
    ),
)

CONTRAST = Theme(
    name="contrast",
    bg="#000000",
    surface="#000000",
    sunken="#000000",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    ink3="#FFFFFF",
    ctl="#FFFFFF",
    line="#FFFFFF",
    pri="#FFE14D",
    on_pri="#000000",
    pri_hover="#FFFFFF",
    soft="#000000",
    soft_ink="#FFE14D",
    side="#000000",
    side_ink="#FFFFFF",
    side_ink2="#FFFFFF",
    side_line="#FFFFFF",
    side_chosen="#FFE14D",
    on_side_chosen="#000000",
    tur="#FFE14D",
    on_tur="#000000",
    tur_ink="#FFE14D",
    tur_soft="#000000",
    good="#7CFFB2",
    good_soft="#000000",
    bad="#FFB3A8",
    bad_soft="#000000",
    focus_in="#4DF0FF",
    focus_out="#000000",
    selvedge="#000000",
    selvedge_thread="#FFFFFF",
    dyes=("#FFFFFF",) * 7,
    edge=2,
)
