from html.parser import HTMLParser

import pytest

from milkit.content.flow import blocks_of
from milkit.content.page import page
from milkit.content.read import read_lesson
from milkit.content.render import render
from milkit.ground.words import words


class Reader(HTMLParser):
    """Holds tags against each other and collects what is opened."""

    def __init__(self):
        super().__init__()
        self.open, self.sources, self.tags = [], [], set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.sources += [value for key, value in attrs if key in {"src", "href"}]
        if tag not in {"img", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("lang", ["en", "id", "th"])
def test_a_lesson_is_one_piece_of_sound_html(folder, lang):
    lesson = render(read_lesson(folder / f"{lang}.md"))
    html = page(lesson, words(lang))
    reader = Reader()
    reader.feed(html)
    assert reader.open == []
    assert "script" not in reader.tags
    assert set(reader.sources) <= {f"L14/{name}.png" for name in lesson.pictures}
    assert all(f'id="L14-{step.id}"' in html for step in lesson.steps)
    assert all(step.title in html for step in lesson.steps)


def test_pictures_come_from_where_the_caller_says(folder):
    html = page(
        render(read_lesson(folder / "en.md")), words("en"), lambda name: f"data:{name}"
    )
    assert 'src="data:flood-cut" alt="Shops in brown water.' in html


def test_what_is_invented_says_so_and_answers_are_shut(folder):
    html = page(render(read_lesson(folder / "en.md")), words("en"))
    assert html.count("Made up for class") > 10
    why = "The day changed. The crowd is from 2022."
    assert html.index("<span>Answer</span></span></summary>") < html.index(why)


def test_html_of_notes_becomes_printed_blocks():
    blocks = blocks_of(
        "<p>One <strong>two</strong> &lt;3</p><ul><li>a</li><li>b</li></ul>"
    )
    assert blocks[0].html == "One <b>two</b> &lt;3"
    assert blocks[1].items == ("a", "b")
    ordered = blocks_of("<ol><li><p>first</p></li><li>next</li></ol><h3>Head</h3>")
    assert ordered[0].ordered
    assert ordered[0].items == ("first", "next")
    assert ordered[1].text == "Head"


def test_the_key_holds_the_answers_of_the_activities(folder):
    lesson = render(read_lesson(folder / "en.md"))
    html = page(lesson, words("en"))
    key = html[html.index('id="L14-key"') :]
    assert "The day changed. The crowd is from 2022." in key
    assert "What the trace does not show:" in key
