"""Looks for garbage between two things that happen, and never beside the window.

Left alone Python looks for garbage in whatever thread asks for memory next, also in one that waits
for a print queue, and would take parts of the window apart there: Qt then crashes.
"""

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 10_000
"""Milliseconds between two looks; a screen that nobody touches must not keep the processor busy."""

WORTH_IT = 1000
"""Things made and not yet thrown away since the last look; fewer are left for the next one."""


class Sweeping(QObject):
    """Has garbage looked for in the thread of its parent alone, as long as the parent is there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        clock = QTimer(self)
        clock.setInterval(PAUSE)
        clock.timeout.connect(sweep)
        clock.start()


def sweep() -> None:
    """Throw away what nobody can reach any more, if there may be much of it."""
    if gc.get_count()[0] >= WORTH_IT:
        gc.collect()
