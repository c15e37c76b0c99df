from __future__ import annotations

import socket

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument

from milkit.widgets.reader import Prose, Reader


def png(width=40, height=20):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return data.data()


@pytest.fixture
def server():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.3)
        yield listening


def test_no_address_and_no_file_is_ever_read(look, qtbot, tmp_path, server):
    secret = tmp_path / "secret.png"
    secret.write_bytes(png())
    asked = []
    reader = Reader(look, asked.append)
    qtbot.addWidget(reader)
    port = server.getsockname()[1]
    reader.set_html(
        f"<link rel='stylesheet' href='http://127.0.0.1:{port}/a.css'>"
        f"<img src='http://127.0.0.1:{port}/a.png'><img src='{secret.as_uri()}'>"
        f"<img src='{secret}'><img src='flood.png'>"
    )
    reader.resize(400, 300)
    reader.grab()
    with pytest.raises(TimeoutError):
        server.accept()
    kinds = QTextDocument.ResourceType
    assert reader.loadResource(kinds.StyleSheetResource.value, QUrl("x.css")) is None
    assert reader.loadResource(kinds.ImageResource.value, secret.as_uri()) is None
    assert reader.loadResource(kinds.HtmlResource.value, secret.as_uri()) is None


def test_a_picture_of_the_pack_is_shown(look, qtbot):
    reader = Reader(look, {"flood.png": png()}.get)
    qtbot.addWidget(reader)
    kind = QTextDocument.ResourceType.ImageResource.value
    assert reader.loadResource(kind, QUrl("flood.png")).size().width() == 40
    reader.set_html("<p>Before</p><p><img src='flood.png'></p>")
    assert not reader.grab().isNull()


def test_a_link_is_told_and_goes_nowhere(look, qtbot):
    reader = Reader(look)
    qtbot.addWidget(reader)
    reader.set_html("<p><a href='step:2'>step 2</a></p>")
    with qtbot.waitSignal(reader.link_chosen) as told:
        reader.anchorClicked.emit(QUrl("step:2"))
    assert told.args == ["step:2"]
    assert reader.source().isEmpty()


def test_what_is_copied_has_no_zero_width_spaces(look, qtbot):
    reader = Reader(look)
    qtbot.addWidget(reader)
    reader.set_html("<p>នៃ\u200bរូបភាព</p>", lang="km")
    reader.selectAll()
    assert reader.createMimeDataFromSelection().text() == "នៃរូបភាព"


@pytest.mark.parametrize(("lang", "step"), [("en", 21), ("km", 28), ("my", 29)])
def test_lines_stand_as_far_apart_as_designed(dressed, qtbot, lang, step):
    prose = Prose(dressed(lang=lang))
    qtbot.addWidget(prose)
    prose.set_html("<p>one</p>")
    assert abs(prose.heightForWidth(400) - step) <= 2
    prose.set_html("<p>one<br>two<br>three</p>")
    assert abs(prose.heightForWidth(400) - 3 * step) <= 2


def test_bold_headings_and_lists_survive(look, qtbot):
    prose = Prose(look)
    qtbot.addWidget(prose)
    prose.set_html(
        "<h2>Head</h2><p>a <b>bold</b> word</p><ul><li>one</li><li>two</li></ul>"
    )
    cursor = prose.document().find("bold")
    assert cursor.charFormat().fontWeight() > 600
    heading = QTextCursor(prose.document().begin())
    heading.movePosition(QTextCursor.MoveOperation.Right)
    assert heading.charFormat().font().pixelSize() == look.type.px("card")
    assert prose.accessibleName().startswith("Head")
