"""The edition in a real browser, from a file address: no errors, search, class view."""

import re

import pytest

from milkit.kit.edition import Edition
from tests.kit.browser import Browser, chromium
from tests.kit.editions import Lessons, NoPress, opened

pytestmark = pytest.mark.skipif(chromium() is None, reason="Chromium is not installed")

LEFT, RIGHT, A, B = 37, 39, 65, 66
TOO_WIDE = """[].filter.call(document.querySelectorAll('body *'), function (n) {
  return n.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
}).map(function (n) { return n.nodeName + ' ' + n.textContent.slice(0, 40); })"""
TOPS = "[].map.call(document.querySelectorAll('.top'), t => t.id)"
OPEN_ALL = "document.querySelectorAll('.on details').forEach(d => d.open = true)"
NOW = "document.querySelector('.slide.now').id"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("stick")
    with opened(tmp_path_factory) as library:
        edition = Edition(Lessons(library.packs), ("en", "th"), NoPress(), ("windows",))
        for file in edition.files():
            path = made / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
    return made


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    found = Browser(tmp_path_factory.mktemp("chromium"))
    yield found
    found.close()


@pytest.fixture
def page(browser, folder):
    browser.errors.clear()
    browser.size(360, 740)

    def opened_at(where="", name="static/MIL-Kit-en.html"):
        browser.open((folder / name).as_uri() + where)
        browser.settle()
        return browser

    yield opened_at
    browser.scripts(on=True)
    assert browser.errors == []


def seen(browser, what):
    return browser.ask(
        f"[].filter.call(document.querySelectorAll('{what}'),"
        " function (n) { return n.offsetParent !== null; }).length"
    )


def search(browser, text):
    browser.ask(
        f"(function () {{ var f = document.getElementById('find'); f.value = '{text}';"
        " f.dispatchEvent(new Event('input')); })()"
    )


@pytest.mark.parametrize(
    ("name", "lessons"), [("en", ("L14", "L16")), ("th", ("L14",))]
)
def test_nothing_runs_out_at_360_px(page, name, lessons):
    """Look at two lessons; packaging/proof_edition.py opens them all."""
    browser = page(name=f"static/MIL-Kit-{name}.html")
    assert browser.ask(TOO_WIDE) == []
    for lesson in lessons:
        browser.ask(f"location.hash = '#{lesson}'")
        browser.settle()
        browser.ask(OPEN_ALL)
        assert seen(browser, "article.lesson") == 1
        assert browser.ask(TOO_WIDE) == []


def test_what_is_copied_has_no_marks_of_word_ends(page):
    browser = page("#L14", name="static/MIL-Kit-th.html")
    copied = browser.ask("""(function () {
      getSelection().selectAllChildren(document.getElementById('L14-vote'));
      var data = new DataTransfer();
      document.dispatchEvent(new ClipboardEvent('copy', {clipboardData: data}));
      return [String(getSelection()), data.getData('text/plain')];
    })()""")
    assert "\u200b" in copied[0]
    assert copied[1] == copied[0].replace("\u200b", "")


def test_start_here_fits_too(page):
    assert page(name="START-HERE.html").ask(TOO_WIDE) == []


def test_search_finds_words_anywhere_in_a_lesson(page):
    browser = page()
    every = seen(browser, ".index li")
    assert every == 8
    search(browser, "FLOOD photo")
    assert 1 <= seen(browser, ".index li") < every
    search(browser, "xyzzy")
    assert seen(browser, ".index li") == 0
    assert seen(browser, "#none") == 1
    search(browser, "")
    assert seen(browser, ".index li") == every


def test_thai_is_found_across_word_ends(page):
    browser = page(name="static/MIL-Kit-th.html")
    search(browser, "คำบรรยาย")
    assert seen(browser, ".index li") == 1
    search(browser, "คำบรรยา๑๑")
    assert seen(browser, ".index li") == 0


def test_a_lesson_opens_alone_with_its_step(page):
    browser = page("#L14-vote")
    assert seen(browser, "article.lesson") == 1
    assert browser.ask("document.getElementById('L14-vote').open") is True
    assert browser.ask("document.title") == "Find the first photo"
    assert seen(browser, ".index") == 0
    browser.ask("location.hash = ''")
    browser.settle()
    assert seen(browser, ".index") == 1


def test_the_class_view_goes_by_keys_and_keeps_answers_shut(page):
    browser = page("#L08-s5")
    browser.size(1366, 768)
    assert browser.ask(NOW) == "L08-s5"
    assert browser.ask("document.querySelector('.slide.now .answer').open") is False
    browser.key(A, "a")
    assert browser.ask("document.querySelector('.slide.now .answer').open") is True
    browser.key(RIGHT, "ArrowRight")
    browser.settle()
    assert browser.ask(NOW) == "L08-s6"
    browser.key(LEFT, "ArrowLeft")
    browser.settle()
    assert browser.ask(NOW) == "L08-s5"
    assert browser.ask("document.querySelector('.slide.now .answer').open") is False
    browser.key(B, "b")
    hidden = "getComputedStyle(document.querySelector('.slide.now p')).visibility"
    assert browser.ask(hidden) == "hidden"
    browser.key(B, "b")
    browser.ask("document.getElementById('close').click()")
    browser.settle()
    assert seen(browser, "#stage") == 0
    assert browser.ask("location.hash") == "#L08-three"


def test_the_class_can_read_it_and_long_pages_go_down_first(page):
    browser = page("#L02-s12")
    browser.size(1366, 768)
    browser.ask("location.hash = '#L02'")
    browser.settle()
    browser.ask("location.hash = '#L02-s12'")
    browser.settle()
    size = (
        "parseFloat(getComputedStyle(document.querySelector('.now .study')).fontSize)"
    )
    assert browser.ask(size) >= 0.064 * 768 - 0.1
    browser.key(RIGHT, "ArrowRight")
    assert browser.ask("document.getElementById('stage').scrollTop") > 0
    assert browser.ask(NOW) == "L02-s12"


def test_a_choice_in_a_story_leads_on(page):
    browser = page("#L16-s4")
    browser.ask("document.querySelectorAll('.slide.now .ways a')[1].click()")
    browser.settle()
    assert browser.ask(NOW) != "L16-s4"


def test_without_scripts_all_can_be_read(browser, folder):
    browser.size(360, 740)
    browser.scripts(on=False)
    browser.open((folder / "static/MIL-Kit-en.html").as_uri())
    browser.scripts(on=True)
    assert seen(browser, "article.lesson") == 8
    assert seen(browser, ".index li") == 8
    assert seen(browser, ".search") == 0
    assert seen(browser, ".classview") == 8


def test_it_asks_for_nothing_else(page):
    browser = page("#L14")
    asked = "performance.getEntriesByType('resource').map(e => e.name.slice(0, 5))"
    assert set(browser.ask(asked)) <= {"data:"}
    blocked = "fetch('http://127.0.0.1:9/').then(() => 'open', () => 'shut')"
    assert browser.ask(blocked) == "shut"
    assert "Content Security Policy" in browser.errors.pop()["text"]
    browser.errors.clear()


def test_it_prints_with_every_step_open(page, tmp_path):
    browser = page("#L14")
    path = tmp_path / "print.pdf"
    browser.pdf(path)
    assert path.read_bytes().count(b"/Type /Page\n") >= 8


def test_steps_open_where_the_browser_knows_no_details(page, folder):
    """Rename the elements: any browser treats them as an old one treats details."""
    html = (folder / "static" / "MIL-Kit-en.html").read_text(encoding="utf-8")
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    html = re.sub(r"\bdetails\b", "x-fold", html)
    html = re.sub(r"\bsummary\b", "x-head", html)
    (folder / "old.html").write_text(html, encoding="utf-8")
    browser = page("#L14", name="old.html")
    inside = "#L14-vote section.say"
    assert seen(browser, inside) == 0
    assert seen(browser, "#L14-vote x-head") >= 1
    browser.ask("document.querySelector('#L14-vote x-head').click()")
    assert seen(browser, inside) >= 1
    assert seen(browser, "#L14-vote .answer p") == 0
    browser.ask("document.querySelector('#L14-vote .answer x-head').click()")
    assert seen(browser, "#L14-vote .answer p") >= 1
    browser.ask("location.hash = '#L08-s5'")
    browser.settle()
    assert seen(browser, ".slide.now .answer p") == 0
    browser.key(A, "a")
    assert seen(browser, ".slide.now .answer p") >= 1
    assert browser.ask(TOO_WIDE) == []
