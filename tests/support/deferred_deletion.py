"""Deletes at once what Qt deletes on a later turn of the event loop."""

from PySide6.QtCore import QCoreApplication, QEvent


def delete_deferred() -> None:
    """Run all pending deletions (`deleteLater`), so that a test can see what is left."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
