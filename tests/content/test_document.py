from milkit.content.document import TARGET, document


def test_the_written_format_is_what_the_code_reads():
    """If this fails: python -m milkit.content.document."""
    assert TARGET.read_text(encoding="utf-8") == document()


def test_it_names_every_kind_and_every_limit():
    text = document()
    for words in (
        "### trace",
        "### roleplay",
        "up to 96 letters",
        "`prompt_at`",
        "[[facts]]",
    ):
        assert words in text
