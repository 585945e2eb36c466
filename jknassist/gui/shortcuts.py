"""Keyboard shortcuts of the volunteer's window, one for each frequent action."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from jknassist.gui.main_window import MainWindow


def add_keys(window: "MainWindow") -> None:
    """Add the keyboard shortcuts to the window; the digits belong to the answer cards."""
    for keys, slot in (
        ("Alt+Left", window.go_back),
        ("F1", window.show_contacts),
        ("Ctrl+P", window.show_print),
        ("Ctrl+S", window.show_save),
        ("Ctrl+Shift+C", window.copy_summary),
        ("Ctrl+N", window.ask_to_leave),
        ("Ctrl++", window.enlarge),
        ("Ctrl+=", window.enlarge),
        ("Ctrl+-", window.reduce),
        ("Ctrl+0", window.reset_size),
        ("Ctrl+D", window.change_color_scheme),
        ("F11", window.fill_screen),
    ):
        QShortcut(QKeySequence(keys), window).activated.connect(slot)


def goes_back(window: "MainWindow", key: int) -> bool:
    """Go back on Backspace, if no field has consumed the key; return whether it did."""
    if key == Qt.Key.Key_Backspace:
        window.go_back()
    return key == Qt.Key.Key_Backspace
