import time
from html.parser import HTMLParser

import pytest

from milkit.content import breaks
from milkit.content.breaks import ZWSP, with_word_ends, without_word_ends
from milkit.content.plain import from_json, to_json
from milkit.content.read import read_lesson
from milkit.content.render import reader, render

DANGEROUS = [
    "<script>alert(1)</script>",
    '<img src="http://a.example/x.png">',
    "<b onclick=x>bold</b>",
    "![x](http://a.example/x.png)",
    "![x][1]\n\n[1]: http://a.example/x.png",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,hello)",
    "[x](file:///etc/passwd)",
    "[x](http://a.example)",
    "[x](../other.md)",
    "[x][1]\n\n[1]: http://a.example",
    "<http://a.example>",
    "<a@a.example>",
    "&lt;script&gt;",
    "- <iframe src=x>",
    "`<script>`",
]


class Tags(HTMLParser):
    """Collects tags and attributes as a browser would see them."""

    def __init__(self):
        super().__init__()
        self.seen = set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        self.seen.update(name for name, _ in attrs)


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_markdown_becomes_a_tag_that_opens_something(text):
    tags = Tags()
    tags.feed(reader().convert(text))
    assert tags.seen <= {"p", "ul", "li", "code", "span"}


def test_links_inside_the_lesson_stay():
    assert 'href="#key"' in reader().convert("See [the key](#key).")


def test_markdown_that_lessons_use_becomes_html():
    html = reader().convert("**Look** and *see*.\n\n- one\n- two\n\n1. first\n2. next")
    assert "<strong>Look</strong>" in html
    assert html.count("<li>") == 4


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("th", "นักเรียนควรตรวจสอบข่าว", "นักเรียน|ควร|ตรวจ|สอบ|ข่าว"),
        ("th", "ช้า ๆ (เร็วๆ)", "ช้า ๆ (เร็วๆ)"),
        ("lo", "ນັກຮຽນຄວນກວດສອບ", "ນັກຮຽນ|ຄວນ|ກວດສອບ"),
        ("km", "សិស្សគួរពិនិត្យ", "សិស្ស|គួរ|ពិនិត្យ"),
        ("my", "သတင်းတုကိုစစ်ဆေး", "သတင်း|တု|ကို|စစ်ဆေး"),
        ("en", "plain words", "plain words"),
        ("vi", "Học sinh", "Học sinh"),
    ],
)
def test_word_ends_are_where_a_reader_sees_them(lang, text, expected):
    assert breaks.available()
    marked = with_word_ends(text, lang)
    assert marked.replace(ZWSP, "|") == expected
    assert with_word_ends(marked, lang) == marked
    assert without_word_ends(marked) == text


def test_letters_outside_the_first_plane_do_not_shift_the_ends():
    assert with_word_ends("🙂นักเรียนควร", "th") == f"🙂นักเรียน{ZWSP}ควร"


@pytest.mark.parametrize("lang", ["en", "id", "th"])
def test_a_rendered_lesson_has_html_and_the_same_words(folder, lang):
    lesson = read_lesson(folder / f"{lang}.md")
    shown = render(lesson)
    assert shown.section("know").html.startswith("<p>")
    for step, before in zip(shown.steps, lesson.steps, strict=True):
        assert without_word_ends(step.lead) == before.lead
        assert all(n.html.startswith("<p>") for n in step.notes("say", "do"))
    assert without_word_ends(to_json(shown)).count("flood") == to_json(shown).count(
        "flood"
    )
    assert (ZWSP in to_json(shown)) == (lang == "th")


def test_word_ends_reach_what_the_class_reads(folder):
    shown = render(read_lesson(folder / "th.md"))
    trace = shown.activity("flood-trace").data
    assert ZWSP in trace.claim
    assert trace.claim == trace.artefacts[0].caption
    assert ZWSP in shown.title
    assert ZWSP not in shown.pictures["flood"].alt
    assert ZWSP not in shown.steps[0].notes("say")[0].text


@pytest.mark.parametrize("lang", ["en", "id", "th"])
def test_json_gives_the_same_lesson_again(folder, lang):
    lesson = render(read_lesson(folder / f"{lang}.md"))
    assert from_json(to_json(lesson)) == lesson


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"steps": [1]}', "3"])
def test_what_is_no_lesson_is_refused(text):
    with pytest.raises((ValueError, TypeError, LookupError)):
        from_json(text)


def test_a_lesson_opens_in_milliseconds(folder):
    text = to_json(render(read_lesson(folder / "en.md")))
    from_json(text)
    best = min(_timed(text) for _ in range(20))
    assert best < 0.006  # 0.9 ms on a free machine; leaves room for a busy one


def _timed(text):
    start = time.perf_counter()
    from_json(text)
    return time.perf_counter() - start
