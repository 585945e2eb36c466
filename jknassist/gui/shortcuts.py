"""The window's own keyboard shortcuts, and below the list of every other key of the program.

A key goes to the widget with the focus first, then to its parents, at last to the window. On a
kiosk `kiosk/input_filter.py` accepts only Tab, arrows, Enter, space, Backspace, F2 and digits, in a
field for letters also these and Ctrl+A; it drops all other keys. A test fails if a module below
`gui/` handles keys and is missing here.

Everywhere:
    Alt+Left, F1, F11, Ctrl+P S N D + = - 0, Ctrl+Shift+C
                                                   `add_keys` here
    F2 (read aloud, repeat), where there is a voice; any other key ends what is said
                                                   `speech/controller.py`
    Backspace (back, where no field takes it)      `goes_back` here, called by `main_window.py`
    1 to 5, 0 (choose an answer), typed text       `qt/outside_typing.py`; which answer has which
                                                   digit: `widgets/answer_list.py`
    Enter (choose the answer with the focus)       `widgets/answer_card.py`
    Enter (go on)                                  `wizard/wizard.py`
    Enter (press the button with the focus)        `widgets/wrapping_button.py`
    Page Up, Page Down (turn a screen page)        `widgets/paged_area.py`
    Escape (close), 1, 2, ... (choices)            `panels/panel.py`
    any key while a cover is shown                 `widgets/cover.py`
    arrows, Enter, Escape in the search            `widgets/search_results.py`
    digits, Backspace, Ctrl+A on the number page   `pages/number/page.py`
    Ctrl+V in the number field (not on a kiosk)    `widgets/typed_field.py`
Laptop:
    Ctrl+L, Ctrl+T, F4                             `volunteer/features.py`
    Ctrl+P, Ctrl+S on the statistics: those        `volunteer/features.py`, by `main_window.py`
    Ctrl+F, Enter after a sheet number             `volunteer/search_box.py`
    Left, Right (show member: the next thing)      `volunteer/large_display.py`
    Left, Right (group), Ctrl+C (number list)      `volunteer/number_list_table.py`
Kiosk:
    Enter (start)                                  `kiosk/start_page.py`
    F2 (begin, read aloud from the start)          `kiosk/voice_offer.py`
    digits, Backspace, Enter (PIN)                 `kiosk/pin_panel.py`
    Ctrl+V in a field of letters: dropped          `widgets/typed_field.py`
Preview of content (`jknassist preview`):
    F5, Escape                                     `devtools/preview.py`
"""

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
