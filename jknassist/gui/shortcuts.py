"""The keyboard of a volunteer: one key for each thing that is done twenty times a morning."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from jknassist.gui.main_window import MainWindow


def add_keys(window: "MainWindow") -> None:
    """Let the window be worked by keyboard; the digits of the answers are keys of their cards."""
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
    """Go back by Backspace, which gets here only where no field wants it; return whether it did."""
    if key == Qt.Key.Key_Backspace:
        window.go_back()
    return key == Qt.Key.Key_Backspace
