"""The floor that the kit's start is measured against: an empty window, no more."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1366, 690)
window.show()
sys.exit(app.exec())
