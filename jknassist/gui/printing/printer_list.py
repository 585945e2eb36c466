"""Lists the printers in the background, because the print queue can be slow."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from jknassist.gui.printing.spooler import current_system
from jknassist.gui.printing.spooler.base import Printer
from jknassist.gui.qt.background_task import BackgroundTask

PRINTER_TIMEOUT = 4000
"""Timeout in milliseconds, after which the queue counts as having no printer."""


def list_printers(
    parent: QObject,
    found: Callable[[tuple[Printer, ...]], None],
    failed: Callable[[], None],
) -> None:
    """Call `found` with all printers of the system, or `failed` after the timeout.

    Neither is called once `parent` is deleted.
    """
    queue = current_system.spooler()
    task = BackgroundTask(lambda _: queue.printers(), PRINTER_TIMEOUT, parent)
    task.finished.connect(found)
    task.failed.connect(failed)
    task.start()
