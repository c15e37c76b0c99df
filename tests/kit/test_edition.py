"""The edition: which files, what is in them, and that nothing leads out of them."""

import re
from base64 import b64decode, b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from milkit.activities.printed import plain
from milkit.activities.table import KINDS
from milkit.ground.errors import PictureMissing
from milkit.ground.paths import resources
from milkit.ground.words import words
from milkit.kit import cloth
from milkit.kit.edition import Edition, Lessons
from milkit.kit.figures import Figures, size_of
from milkit.kit.letters import faces
from milkit.kit.quick_start import quick_start
from milkit.kit.slides import slides
from milkit.widgets.theme import DARK, LIGHT, TOPICS
from tests.kit.editions import NoPress, opened

LANGS = ("en", "id", "th")
EMPTY = {"img", "br", "meta", "input"}
DATA = re.compile(r'"data:[^"]*"')


class Reader(HTMLParser):
    """Holds tags against each other; collects ids, addresses and inline styles."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.leads, self.odd = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.handle_startendtag(tag, attrs)
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, _tag, attrs):
        for key, value in attrs:
            if key == "id":
                self.ids.append(value)
            elif key in {"href", "src", "xlink:href"}:
                self.leads.append(value)
            elif key == "style" or key.startswith("on"):
                self.odd.append((key, value))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with opened(tmp_path_factory) as found:
        yield found


@pytest.fixture(scope="module")
def lessons(library):
    return Lessons(library.packs)


@pytest.fixture(scope="module")
def files(lessons):
    programs = ("windows", "linux")
    made = Edition(lessons, (*LANGS, "km"), NoPress(), programs)
    return {file.path: file.content for file in made.files()}


@pytest.fixture(scope="module")
def pages(files):
    return {lang: files[f"static/MIL-Kit-{lang}.html"].decode() for lang in LANGS}


def read(html):
    reader = Reader()
    reader.feed(html)
    return reader


def test_one_page_a_language_and_one_pdf_a_lesson(lessons, files):
    made = Edition(lessons, (*LANGS, "km"), NoPress())
    assert made.total == len(files)
    wanted = {"START-HERE.html"}
    wanted |= {f"static/MIL-Kit-{lang}.html" for lang in LANGS}
    wanted |= {f"static/print/quick-start-{lang}.pdf" for lang in (*LANGS, "km")}
    for lang in LANGS:
        ids = lessons.names(lang)
        assert ids
        wanted |= {f"static/print/{one}-{lang}.pdf" for one in ids}
    assert set(files) == wanted


def test_names_of_files_suit_every_file_system(files):
    for path in files:
        assert re.fullmatch(r"[A-Za-z0-9-]+(/[A-Za-z0-9-]+)*\.(html|pdf)", path)


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_is_sound_and_leads_nowhere_else(files, pages, lang):
    reader = read(pages[lang])
    assert reader.open == []
    assert reader.odd == []
    assert len(reader.ids) == len(set(reader.ids))
    for lead in reader.leads:
        if lead.startswith("#"):
            assert lead == "#" or lead[1:] in reader.ids
        elif not lead.startswith("data:image/"):
            assert f"static/{lead}" in files
    outside = re.findall(r"\w+://\S+", DATA.sub("", pages[lang]))
    assert [one for one in outside if "www.w3.org" not in one] == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_policy_allows_this_script_and_style_alone(pages, lang):
    html = pages[lang]
    policy = re.search(r'Policy" content="([^"]*)"', html)[1]
    assert policy.startswith("default-src 'none'; img-src data:; font-src data:;")
    for tag in ("style", "script"):
        (held,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = b64encode(sha256(held.encode()).digest()).decode()
        assert f"{tag}-src 'unsafe-inline' 'sha256-{digest}'" in policy


@pytest.mark.parametrize("lang", LANGS)
def test_every_word_of_every_lesson_is_there(lessons, pages, lang):
    html = pages[lang]
    for lesson in lessons.all(lang):
        assert f'<article class="lesson" data-of="{lesson.id}" lang="{lang}">' in html
        assert f'<div class="top" id="{lesson.id}"' in html
        for step in lesson.steps:
            assert f'id="{lesson.id}-{step.id}"' in html
            assert plain(step.title) in html
            for note in step.notes("say", "do"):
                assert note.html in html


def test_every_kind_has_its_form_and_its_answer_behind_a_tap(lessons, pages):
    html, seen = pages["en"], set()
    for lesson in lessons.all("en"):
        for activity in lesson.every_activity:
            seen.add(activity.kind)
            kind = KINDS[activity.kind]
            assert f'<section class="activity {activity.kind}">' in html
            for question in kind.questions(activity.data):
                assert plain(question.text) in html
                if question.answer and question.why:
                    assert plain(question.why) in html
    assert seen == set(KINDS)
    answers = re.findall(r'<details class="answer"><summary>', html)
    assert len(answers) > 50
    assert "<details open" not in html


def test_each_picture_stands_once_and_is_told_in_words(lessons, pages):
    html = pages["en"]
    stored = re.findall(r'<image id="(pic\d+)"', html)
    used = re.findall(r'<use xlink:href="#(pic\d+)"', html)
    assert sorted(set(used)) == sorted(stored)
    assert len(used) > 2 * len(stored)
    assert "<img" not in html
    flood = next(one for one in lessons.all("en") if one.id == "L14").pictures["flood"]
    assert f'role="img" aria-label="{flood.alt}"' in html
    content = b64decode(re.search(r"data:image/png;base64,([^\"]+)", html)[1])
    assert size_of(content)[0] == 1280


def test_a_page_says_what_it_is_and_what_is_a_draft(pages):
    assert 'lang="th"' in pages["th"][:60]
    assert "\u200b" in pages["th"]
    assert "No internet needed. Nothing is counted or sent." in pages["en"]
    assert 'class="draft"' not in pages["en"]
    assert 'class="draft"' in pages["th"]
    assert '<a href="MIL-Kit-th.html" lang="th"' in pages["en"]


def test_a_page_leads_to_the_lessons_it_has_not(pages):
    assert "More lessons in other languages" not in pages["en"]
    assert '<a href="MIL-Kit-en.html" lang="en">English</a> (7)' in pages["th"]
    assert '<a href="MIL-Kit-id.html" lang="id">' not in pages["th"].split("<main")[1]


def test_the_class_sees_each_step_and_no_answer(lessons):
    w = words("en")
    for lesson in lessons.all("en"):
        for step in lesson.steps:
            shown = slides(lesson, step, w)
            assert shown
            for slide in shown:
                assert slide.html.strip()
                assert "<b>Only you know" not in slide.html
    kinds = {
        activity.kind: slides(lesson, step, w)
        for lesson in lessons.all("en")
        for step in lesson.steps
        for activity in step.activities
        if len(step.activities) == 1
    }
    assert len(kinds["sort"]) > 4
    assert all(slide.answer for slide in kinds["sort"][1:])
    assert all(slide.answer for slide in kinds["rate"])
    assert any(slide.ways for slide in kinds["branch"])
    assert not any(slide.answer for slide in kinds["discuss"])


def test_the_ways_of_a_story_lead_to_its_scenes(lessons):
    w = words("en")
    told = [
        slides(lesson, step, w)
        for lesson in lessons.all("en")
        for step in lesson.steps
        if any(activity.kind == "branch" for activity in step.activities)
    ]
    assert told
    for scenes in told:
        reached = {0} | {n + by for n, s in enumerate(scenes) for _, by in s.ways}
        stories = {n for n, s in enumerate(scenes) if s.ways} | reached
        assert reached <= set(range(len(scenes)))
        assert stories == reached


def test_start_here_tells_of_what_is_there_and_of_nothing_else(lessons, files):
    html = files["START-HERE.html"].decode()
    assert read(html).open == []
    assert "<script" not in html
    for lang in (*LANGS, "km"):
        assert f'<section class="start" id="{lang}" lang="{lang}">' in html
        assert f'href="#{lang}"' in html
    for lead in read(html).leads:
        assert lead.startswith("#") or lead in files
    assert "MIL Kit.bat" in html
    assert "sh start.sh" in html
    assert "macOS" not in html
    alone = next(Edition(lessons, ("en",), NoPress()).files()).content.decode()
    assert not re.search(r"Windows|Linux|macOS|refuse", alone)
    assert "static/MIL-Kit-en.html" in alone


def test_scripts_that_old_computers_lack_bring_their_letters(files, lessons):
    assert "@font-face" not in files["static/MIL-Kit-th.html"].decode()
    start = files["START-HERE.html"].decode()
    assert start.count('@font-face { font-family: "Noto Sans Khmer"') == 2
    assert "Myanmar" not in faces(("km", "en", "th"))
    assert faces(("my",)).count('url("data:font/ttf;base64,') == 2
    assert lessons.languages == LANGS


def test_a_kit_in_a_language_without_lessons_and_words_still_starts(lessons):
    made = [file.path for file in Edition(lessons, ("tet",), NoPress()).files()]
    assert made == ["START-HERE.html", "static/print/quick-start-en.pdf"]


def test_a_missing_picture_is_told_in_words():
    def none(lesson, name):
        raise PictureMissing(lesson, name)

    figures = Figures(none, bytes, words("en"))
    html = figures.shown('<img src="L1/x" alt="A {dog} &amp; a cat.">')
    assert html == '<p class="small">In the picture: A {dog} &amp; a cat.</p>'
    assert "<image" not in figures.store()


def test_sizes_of_pictures():
    assert size_of(b"\x89PNG\r\n\x1a\n" + b"\0" * 4) is None
    jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x20\x00\x40\x01"
    assert size_of(jpeg) == (64, 32)
    assert size_of(b"\xff\xd8\xff\xe0\x00\x04ab") is None
    assert size_of(b"RIFF....WEBP") is None


def test_the_cloth_is_dyed_as_in_the_window():
    assert set(cloth.DYES) == set(TOPICS)
    for topic, dye in cloth.DYES.items():
        assert dye.light == tuple(LIGHT.dye(topic)[1:])
        assert dye.dark == tuple(DARK.dye(topic)[1:])


def test_the_quick_start_has_six_steps(lessons):
    sheet = quick_start(words("en"))
    assert sheet.title == "Quick start for teachers"
    heads = [b.text for b in sheet.blocks if type(b).__name__ == "Heading"]
    assert [head[0] for head in heads[:6]] == list("123456")
    assert lessons.languages == LANGS


def test_script_and_style_keep_to_what_browsers_of_2015_know():
    folder = resources() / "edition"
    script = (folder / "edition.js").read_text(encoding="utf-8")
    code = re.sub(r"/\*.*?\*/|\"[^\"]*\"|'[^']*'", "", script, flags=re.DOTALL)
    assert not re.search(r"=>|`|\b(let|const|class|async|of)\b\s+\w|\.\.\.", code)
    for new in ("classList.replace", ".closest(", ".includes(", "fetch(", ".append("):
        assert new not in script
    for keeps in ("localStorage", "sessionStorage", "cookie", "XMLHttpRequest"):
        assert keeps not in script
    style = (folder / "edition.css").read_text(encoding="utf-8")
    assert not re.search(r"var\(|display: grid|:is\(|:has\(|@layer|clamp\(", style)
