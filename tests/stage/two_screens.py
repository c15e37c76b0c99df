"""Run with two offscreen screens: prints as JSON where the class view stands."""

import json
import sys

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from milkit.ground.paths import resources
from milkit.ground.words import words
from milkit.stage.class_window import POINTER_REST, ClassWindow
from milkit.stage.look import StageLook
from milkit.stage.projector import Projector, mirrored, others
from milkit.teaching.scene import Scene
from milkit.widgets.type import Type


def rect(of):
    at = of.geometry()
    return [at.x(), at.y(), at.width(), at.height()]


def press(view, key):
    view.keyPressEvent(
        QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    )


def move(view):
    button = Qt.MouseButton.NoButton
    view.mouseMoveEvent(
        QMouseEvent(
            QEvent.Type.MouseMove, QPointF(5, 5), QPointF(5, 5), button, button,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip


def on_projector(app, view, projector, told):
    """Open it on the projector, press keys, move the mouse, wait."""
    keys = []
    view.key_pressed.connect(lambda event: keys.append(event.key()))
    view.open_on(projector)
    app.processEvents()
    told["on projector"] = [rect(view), view.isFullScreen(), view.isVisible()]
    told["grabbed"] = [view.grab().width(), view.grab().height()]
    told["strip on projector"] = view.way_back.isVisible()
    press(view, Qt.Key.Key_Escape)
    press(view, Qt.Key.Key_Right)
    told["keys"] = [int(key) for key in keys]
    told["still there"] = view.isVisible()
    move(view)
    told["pointer"] = view.cursor().shape().name
    hurry(app, view._rest, lambda: view.cursor().shape() == Qt.CursorShape.BlankCursor)
    told["pointer after rest"] = [view.cursor().shape().name, POINTER_REST]


def wandering(app, view, told):
    """Lay it over the notes, as a window system does, and see it come back."""
    view.move(QPoint(10, 10))
    app.processEvents()
    told["wandered"] = view.isVisible()
    hurry(app, view._again, view.isVisible)
    told["back again"] = rect(view)
    view.put_away()
    told["put away"] = [view.isVisible(), view._again.isActive()]


def on_the_only_screen(app, view, laptop, told):
    """Open it where the notes are, and leave it."""
    left = []
    view.left.connect(lambda: left.append(True))
    view.open_here(laptop)
    app.processEvents()
    strip = view.way_back
    told["here"] = [rect(view), view.isFullScreen()]
    told["strip here"] = strip.isVisible()
    told["strip says"] = strip.accessibleName()
    hurry(app, strip._rest, lambda: not strip.isVisible())
    move(view)
    told["strip again"] = strip.isVisible()
    press(view, Qt.Key.Key_Escape)
    told["left"] = [view.isVisible(), len(left)]


def hurry(app, timer, done):
    """Let a timer run out at once."""
    timer.setInterval(1)
    timer.start()
    while not done():
        app.processEvents()


def main():
    app = QApplication([])
    laptop, projector = app.screens()
    letters = Type("en", resources() / "fonts")
    stage = StageLook(words("en"), letters.families, lambda _name: None)
    view = ClassWindow(stage, words("en"))
    view.show_scene(Scene("title", title="What do you see?"))
    watch = Projector(app)
    watch.stands_on(laptop)
    told = {"others": [s.name() for s in others(app.screens(), laptop)]}
    told["found"] = watch.screen.name()
    told["mirrored"] = [watch.is_mirrored, mirrored(app.screens(), laptop)]
    on_projector(app, view, projector, told)
    wandering(app, view, told)
    on_the_only_screen(app, view, laptop, told)
    watch.stands_on(projector)
    told["console on the projector"] = watch.screen.name()
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
