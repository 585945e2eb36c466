"""Which events of a kind reach watched widgets."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override


class EventLog(QObject):
    """Event filter that lists the receivers of events of some types, in order."""

    def __init__(self, types: Iterable[QEvent.Type]) -> None:
        super().__init__()
        self._types = frozenset(types)
        self.seen: list[QObject] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in self._types:
            self.seen.append(watched)
        return super().eventFilter(watched, event)
