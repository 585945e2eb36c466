"""One text of a page and the widget that is framed while it is spoken."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Part:
    """One text and the widget that is framed while it is spoken.

    After one that `waits` the speech goes on only when asked to: there is something to do first.
    """

    text: str
    widget: QWidget
    waits: bool = False
