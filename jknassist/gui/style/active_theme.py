"""The theme that a window has at present; the only place where a theme is replaced."""

from jknassist.gui.style.theme import Theme


class ActiveTheme:
    """Holds the present theme of a window.

    Widgets that paint keep this holder and ask it each time. One that kept a `Theme` would paint
    in the old colours and letters after the visitor has changed them.
    """

    def __init__(self, theme: Theme) -> None:
        self.now = theme
