"""Input filter: passes the keys and clicks a visitor needs and drops everything else."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from jknassist.core.phone.mask import BETWEEN
from jknassist.core.typing_compat import override
from jknassist.gui.widgets.keyboard import LetterField
from jknassist.gui.widgets.typed_field import TypedField

Key = Qt.Key
Modifier = Qt.KeyboardModifier
Type = QEvent.Type

PRESSES = frozenset({Key.Key_Return, Key.Key_Enter, Key.Key_Space})
MOVES = frozenset(
    {Key.Key_Tab, Key.Key_Backtab, Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right}
)
DIGITS = frozenset(getattr(Key, f"Key_{digit}") for digit in range(10))
LETTERS = frozenset(Key(Key.Key_A.value + index) for index in range(26))
OURS = PRESSES | MOVES | DIGITS | {Key.Key_Backspace, Key.Key_F2}

KEYS = frozenset({Type.KeyPress, Type.KeyRelease, Type.ShortcutOverride})
MOUSE_PRESSES = frozenset({Type.MouseButtonPress, Type.MouseButtonDblClick})
MOUSE = MOUSE_PRESSES | {Type.MouseButtonRelease}
TOUCH = frozenset({Type.TouchBegin, Type.TouchUpdate, Type.TouchEnd, Type.TabletPress})
TOUCHES = MOUSE_PRESSES | {Type.TouchBegin, Type.TabletPress}
"""Events that only a person causes, unlike those of a shaking mouse, wheel or held key."""

NEVER = frozenset(
    {
        Type.ContextMenu,
        Type.DragEnter,
        Type.DragMove,
        Type.Drop,
        Type.EnterWhatsThisMode,
        Type.WhatsThis,
        Type.WhatsThisClicked,
        Type.HelpRequest,
        Type.ToolTip,
        Type.QueryWhatsThis,
        Type.InputMethod,
        Type.RequestSoftwareInputPanel,
    }
)
LOOKED_AT = KEYS | MOUSE | TOUCHES | NEVER | {Type.Show}


class InputFilter(QObject):
    """Event filter of the application; emits `activity` on a touch, a click and a key that passes.

    `text_dropped` is emitted for a letter or sign outside a field, as from a scanner.

    A held key is no activity and presses no button. On X11 Qt reports some of its repeats as a new
    release and a new press, whenever it has not read the press yet; both have one time then, which
    no finger can do.

    For `tap` milliseconds after a page change presses are dropped: a second tap meant for the old
    page must not answer the new one.
    """

    activity = Signal()
    text_dropped = Signal()

    def __init__(self, tap: int) -> None:
        super().__init__()
        self._tap = tap
        self._turned = QElapsedTimer()
        self._dropped = False
        self._released: tuple[int, int] | None = None

    def page_changed(self) -> None:
        """Start dropping presses, after a page change."""
        self._turned.start()

    def swallows(self, watched: QObject, event: QEvent) -> bool:
        """Return whether to drop an event; emit `activity` if a person surely caused it."""
        kind = event.type()
        if kind not in LOOKED_AT:
            return False
        if kind in TOUCHES and event.spontaneous():
            self.activity.emit()
        if kind in NEVER:
            event.ignore()
            return True
        if isinstance(event, QKeyEvent):
            return self._key(event)
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if kind == Type.Show and isinstance(watched, QLineEdit):
            # Without an input method the system shows no on-screen keyboard.
            watched.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        field = QApplication.focusWidget()
        held = self._is_held(event)
        dropped = event.key() in PRESSES and (held or self._too_soon())
        if may_pass(event, field) and not dropped:
            if event.type() == Type.KeyPress and event.spontaneous() and not held:
                self.activity.emit()
            return False
        if event.type() == Type.KeyPress and _character(event):
            self.text_dropped.emit()
        # An accepted ShortcutOverride triggers no shortcut; the key press that follows is dropped.
        event.accept()
        return True

    def _is_held(self, event: QKeyEvent) -> bool:
        """Return whether an event is a repeat of a key that is held."""
        stroke = (event.key(), event.timestamp())
        if event.type() == Type.KeyRelease:
            self._released = stroke if event.timestamp() else None
            return event.isAutoRepeat()
        return event.isAutoRepeat() or stroke == self._released

    def _mouse(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return True
        if event.type() in MOUSE_PRESSES:
            self._dropped = self._too_soon()
            return self._dropped
        dropped, self._dropped = self._dropped, False
        return dropped

    def _too_soon(self) -> bool:
        return self._turned.isValid() and self._turned.elapsed() < self._tap

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return self.swallows(watched, event)


def may_pass(event: QKeyEvent, field: QWidget | None = None) -> bool:
    """Return whether a key press passes: Tab, arrows, Enter, Space, digits, Backspace and F2.

    Shift is allowed with Tab only, the number pad with all. What a number is written with passes
    too, and every character where `field` takes them all.
    Into a field of letters A to Z pass, also with Shift: barcode scanners type capitals that way;
    and Ctrl+A, which marks all in the field, so that the next letter replaces it.
    """
    if isinstance(field, TypedField) and field.takes_signs and _character(event):
        return True
    key = Key(event.key()) if event.key() in _KNOWN else None
    extra = event.modifiers() & ~Modifier.KeypadModifier
    letters = isinstance(field, LetterField)
    if letters and key in LETTERS:
        marks_all = key == Key.Key_A and extra == Modifier.ControlModifier
        return marks_all or extra in {Modifier.NoModifier, Modifier.ShiftModifier}
    if key not in OURS:
        return not letters and _character(event) in BETWEEN
    if extra not in {Modifier.NoModifier, Modifier.ShiftModifier}:
        return False
    return extra == Modifier.NoModifier or key in {Key.Key_Tab, Key.Key_Backtab}


def _character(event: QKeyEvent) -> str:
    """Return the visible character that a key types, or nothing."""
    text = event.text()
    plain = not event.modifiers() & ~_TYPING
    return text if plain and len(text) == 1 and text.isprintable() and not text.isspace() else ""


_TYPING = Modifier.ShiftModifier | Modifier.KeypadModifier | Modifier.GroupSwitchModifier
_KNOWN = frozenset(int(key) for key in OURS | LETTERS)
