"""Input field for a phone number: accepts any text and changes none of it."""

from PySide6.QtCore import Qt

from jknassist.gui.widgets.typed_field import NO_SUGGESTIONS, TypedField

LONGEST = 120
"""Maximum length in characters; longer than any number with a name around it."""


class NumberField(TypedField):
    """A field with a hint for digits; a second entry blocks pasting."""

    def __init__(self, *, paste: bool) -> None:
        super().__init__(LONGEST, paste=paste)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | NO_SUGGESTIONS)
