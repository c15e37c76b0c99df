"""The local pipe by which a second start shows the first one's window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

WAIT = 1000  # ms


def knock(name: str) -> bool:
    """Ask the program that listens at *name* to show its window; False if none does."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT):
        return False
    socket.write(b"show\n")
    socket.waitForBytesWritten(WAIT)
    socket.disconnectFromServer()
    return True


class Doorbell(QObject):
    """Listens at the pipe *name*; *rung* tells that another start asked."""

    rung = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(name)  # what a crash left; the lock says we are alone
        self._server.newConnection.connect(self._visited)
        self._server.listen(name)

    def _visited(self) -> None:
        while (visitor := self._server.nextPendingConnection()) is not None:
            visitor.disconnected.connect(visitor.deleteLater)
            self.rung.emit()
