"""Made-up lessons, packs and drawings for tests of packs and of the library."""

import sqlite3
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from milkit.content.lesson import Activity, Lesson, Plan, Step
from milkit.packs.about import About
from milkit.packs.entries import entry
from milkit.packs.writing import Writing

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80">'
    '<rect width="60" height="80" fill="red"/></svg>'
)
TEXTS = {
    "en": ("Flood photo", "Students check the caption of a flood photo."),
    "vi": ("Điện thoại", "Học sinh nên kiểm tra tin giả trên điện thoại."),
    "th": ("ข่าวปลอม", "นักเรียนควรตรวจสอบข่าวปลอมก่อนแชร์ให้เพื่อน"),
    "km": ("ព័ត៌មាន", "សិស្សគួរពិនិត្យព័ត៌មានក្លែងក្លាយមុនពេលចែករំលែក"),
    "lo": ("ຂ່າວປອມ", "ນັກຮຽນຄວນກວດສອບຂ່າວປອມກ່ອນແບ່ງປັນ"),
    "my": ("သတင်းတု", "ကျောင်းသားများသည်သတင်းတုကိုစစ်ဆေးသင့်သည်"),
}
TOML = 'id = "t"\nversion = "1.0"\nlicence = "CC0"\ncredits = "we"\n[title]\nen = "T"\n'
MARKDOWN = """+++
id = "{id}"
title = "{title}"
summary = "{summary}"
topic = "images"
band = "J"
ages = [12, 14]
minutes = 20
optional_minutes = 0
unesco = ["M4"]
competencies = ["E2"]
sdg = [4]
technique = "image-tracing"
needs = ["projector"]
outcomes = ["say what a photo shows"]
ready = []
review = "draft"

[pictures.red]
file = "red.svg"
alt = "A red wall."

[pictures.red-cut]
file = "red.svg"
alt = "Half a wall."
cut = [0.0, 0.0, 0.5, 1.0]

[plan]
subjects = ["Language"]
+++

## Look first {{#look minutes=20 phase=open outcomes=1 grouping=class}}

Look at the photo.

**Say** What do you see in the **picture**?

```discuss id=see
question = "What do you see?"
picture = "red"
starters = ["I see …"]
norms = ["Listen."]
```

## Big picture {{#handout-big per=class when=always up=1}}

```paper
use = ["see"]
part = "big"
picture = ["red"]
```
"""


def draw(svg, cut, width):
    """Draw an SVG as PNG, as the window does."""
    renderer = QSvgRenderer(QByteArray(svg))
    if not renderer.isValid():
        return b""
    left, top, wide, high = cut or (0, 0, 1, 1)
    size = renderer.defaultSize()
    height = round(width * size.height() * high / (size.width() * wide))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    whole = width / wide, height / high
    renderer.render(painter, QRectF(-left * whole[0], -top * whole[1], *whole))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data())


def draw_quickly(*_):
    """Give a picture of one pixel."""
    return PNG


def lesson(lang="en", lesson_id="L1", title="", summary="", **more):
    """Make a lesson of one step."""
    named, said = TEXTS.get(lang, TEXTS["en"])
    step = Step("look", "Look first", 20, "class", "open", (1,), False, False, "", ())
    usual = {
        "title": title or named,
        "summary": summary or said,
        "topic": "images",
        "band": "J",
        "ages": (12, 14),
        "minutes": 40,
        "optional_minutes": 20,
        "unesco": ("M4",),
        "competencies": ("E2",),
        "sdg": (4,),
        "technique": "image-tracing",
        "needs": ("projector",),
        "outcomes": (),
        "ready": (),
        "review": "draft",
        "pictures": {},
        "plan": Plan(),
        "facts": (),
        "source": {},
        "steps": (step,),
        "sections": (),
        "boosters": (),
        "handouts": (),
    }
    return Lesson(id=lesson_id, lang=lang, **{**usual, **more})


def with_activity(made, data, kind):
    """Put an activity into the only step of a made lesson."""
    from dataclasses import replace

    step = replace(made.steps[0], blocks=(Activity(data.id, kind, data),))
    return replace(made, steps=(step,))


def pack_of(path, *lessons, pictures=(("L1/red.png", PNG),), version="1.0"):
    """Write a pack of made lessons."""
    with Writing(Path(path), About("t", version, {"en": "T"}, "CC0", "we")) as pack:
        for each in lessons:
            pack.add(entry(each))
        for name, content in pictures:
            pack.picture(name, content)
    return Path(path)


def source(folder, lessons=(("flood", "en", "L1"),), toml=TOML):
    """Write lessons as people write them."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.toml").write_text(toml, "utf-8")
    for name, lang, lesson_id in lessons:
        media = folder / name / "media"
        media.mkdir(parents=True, exist_ok=True)
        (media / "red.svg").write_text(SVG)
        (media / "credits.toml").write_text(
            '["red.svg"]\nwhat = "A wall"\nby = "we"\nyear = 2026\nlicence = "CC0"\n'
            'made = "by hand"\n'
        )
        title, summary = TEXTS[lang]
        text = MARKDOWN.format(id=lesson_id, title=title, summary=summary)
        (folder / name / f"{lang}.md").write_text(text, "utf-8")
    return folder


def tamper(path, *statements):
    """Change a pack file behind the program's back."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA writable_schema=ON")
    for statement in statements:
        if isinstance(statement, str):
            db.executescript(statement)
        else:
            db.execute(*statement)
    db.close()
    return path
