"""Tells when another screen page of what is shown comes into view."""

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from jknassist.gui.widgets.paged_area import PagedArea


class PageTurns(QObject):
    """Watches one area at a time; emits `turned` when it shows another screen page than before.

    An area tells also that it was laid out again, with the same screen page in view.
    """

    turned = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._area: PagedArea | None = None
        self._index = 0

    def watch(self, area: PagedArea | None) -> None:
        """Watch this area instead of the one before, or none."""
        if area is not self._area:
            if self._area is not None and isValid(self._area):
                self._area.turned.disconnect(self._follow)
            if area is not None:
                area.turned.connect(self._follow)
        self._area = area
        self._index = area.current if area is not None else 0

    def _follow(self) -> None:
        if self._area is not None and self._area.current != self._index:
            self._index = self._area.current
            self.turned.emit()
