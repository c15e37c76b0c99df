import pytest

from milkit.content.media import check_media

GOOD = (
    '<svg xmlns="http://www.w3.org/2000/svg"><title>T</title><desc>D</desc>{}</svg>\n'
)
CREDIT = '["a.svg"]\nwhat = "A"\nby = "B"\nyear = 2026\nlicence = "CC-BY-SA-4.0"\n'


@pytest.fixture
def media(tmp_path):
    (tmp_path / "a.svg").write_text(GOOD.format("<rect width='1'/>"), encoding="utf-8")
    (tmp_path / "credits.toml").write_text(CREDIT, encoding="utf-8")
    return tmp_path


def said(media):
    return "; ".join(f"{f.file.name}:{f.line}: {f.what}" for f in check_media(media))


def test_a_good_folder_has_no_findings(media):
    assert said(media) == ""


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<text>No</text>", "words stand in the drawing"),
        ("<filter id='x'/>", "the drawing uses <filter>"),
        ("<clipPath id='x'/>", "the drawing uses <clipPath>"),
        ("<rect style='fill:red'/>", "the drawing uses style="),
        ("<script>x</script>", "the drawing holds a script"),
        ("<rect onload='x'/>", "the drawing holds a script"),
        (
            "<use xlink:href='http://a.example/x'/>",
            "the drawing opens http://a.example/x",
        ),
        ("<image href='x.png'/>", "the drawing uses <image>"),
    ],
)
def test_a_drawing_holds_plain_shapes_only(media, inside, expected):
    (media / "a.svg").write_text(GOOD.format(inside), encoding="utf-8")
    assert expected in said(media)


def test_every_file_has_a_credit_and_every_credit_a_file(media):
    (media / "b.svg").write_text(GOOD.format(""), encoding="utf-8")
    (media / "a.svg").unlink()
    assert "b.svg has no credit" in said(media)
    assert "there is no file a.svg" in said(media)


def test_a_slip_in_the_credits_names_its_line(media):
    (media / "credits.toml").write_text(
        CREDIT.replace("2026", '"2026"'), encoding="utf-8"
    )
    assert "credits.toml:4: `year` is not what it must be" in said(media)


def test_files_are_what_their_names_say(media):
    (media / "c.png").write_bytes(b"GIF89a")
    (media / "d.gif").write_bytes(b"GIF89a")
    assert "c.png:1: this is not a png file inside" in said(media)
    assert "d.gif:1: this is not a kind of picture" in said(media)


def test_a_drawing_says_what_it_is(media):
    (media / "a.svg").write_text("<svg></svg>", encoding="utf-8")
    assert "the drawing has no <title>" in said(media)
