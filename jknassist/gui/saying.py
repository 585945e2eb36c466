"""Tells a screen reader what has changed on the screen, in words."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(about: QWidget, *sentences: str, urgent: bool = False) -> None:
    """Have sentences spoken when a screen reader is there; an urgent one interrupts the others."""
    said = " ".join(ended(sentence) for sentence in sentences if sentence)
    if not said or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(about, said)
    event.setPoliteness(
        QAccessible.AnnouncementPoliteness.Assertive
        if urgent
        else QAccessible.AnnouncementPoliteness.Polite
    )
    QAccessible.updateAccessibility(event)


def ended(sentence: str) -> str:
    """Return a sentence with a full stop, at which a voice pauses."""
    return sentence if sentence[-1] in ".?!:" else f"{sentence}."
