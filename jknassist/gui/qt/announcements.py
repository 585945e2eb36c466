"""Tells a screen reader what has changed on the screen, in words."""

from functools import partial

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from jknassist.gui.qt.deferred import call_later


def announce(about: QWidget, *sentences: str, urgent: bool = False) -> None:
    """Have sentences spoken when a screen reader is there; an urgent one interrupts the others.

    Not every reader can, so what must be heard belongs to what gets the keyboard, as its name or
    description. Spoken it is once the keyboard has come there: a screen reader names what gets it,
    and would cut short whatever it was saying.
    """
    said = joined_sentences(*sentences)
    if said and QAccessible.isActive():
        call_later(about, partial(_speak, about, said, urgent=urgent))


def set_announced_text(label: QLabel, text: str) -> None:
    """Show a sentence that says how something went, and have it spoken."""
    if text and text != label.text():
        announce(label, text)
    label.setText(text)


def joined_sentences(*sentences: str) -> str:
    """Return sentences one after the other, without the empty ones."""
    return " ".join(ended(sentence) for sentence in sentences if sentence)


def ended(sentence: str) -> str:
    """Return a sentence with a full stop, at which a voice pauses."""
    return sentence if sentence[-1] in ".?!:" else f"{sentence}."


def _speak(about: QWidget, said: str, *, urgent: bool) -> None:
    """Speak of what is still there: pages that were only passed on the way are not named."""
    if not about.isVisible():
        return
    event = QAccessibleAnnouncementEvent(about, said)
    event.setPoliteness(
        QAccessible.AnnouncementPoliteness.Assertive
        if urgent
        else QAccessible.AnnouncementPoliteness.Polite
    )
    QAccessible.updateAccessibility(event)
