"""Looks for printers in the background: it can be slow, and it touches the print queue."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from jknassist.gui.printing.spooler import detect
from jknassist.gui.printing.spooler.base import Printer
from jknassist.gui.qt.background_task import BackgroundTask

PRINTER_TIMEOUT = 4000
"""Milliseconds after which a queue that does not answer counts as having no printer."""


def find_printers(
    parent: QObject,
    found: Callable[[tuple[Printer, ...]], None],
    failed: Callable[[], None],
) -> None:
    """Call `found` with every printer of the system, or `failed` when the queue is silent.

    Neither is called once `parent` is deleted.
    """
    queue = detect.of_this_system()
    task = BackgroundTask(lambda _: queue.printers(), PRINTER_TIMEOUT, parent)
    task.finished.connect(found)
    task.failed.connect(failed)
    task.start()
