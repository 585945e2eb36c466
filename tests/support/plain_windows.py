"""Lists the visible windows."""

from PySide6.QtWidgets import QApplication, QWidget


def visible_windows() -> set[QWidget]:
    return {w for w in QApplication.topLevelWidgets() if w.isVisible()}
