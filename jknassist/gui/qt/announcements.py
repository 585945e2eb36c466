"""Announcements of what has changed on the screen: to a screen reader, and to whoever listens."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from jknassist.gui.qt.deferred import call_later

Listener = Callable[[QWidget, tuple[str, ...]], None]

_listeners: list[Listener] = []


def add_listener(listener: Listener) -> None:
    """Call a function with each announcement from now on: the widget and its sentences."""
    _listeners.append(listener)


def remove_listener(listener: Listener, *_destroyed: object) -> None:
    """Call a function no longer."""
    if listener in _listeners:
        _listeners.remove(listener)


def tell_listeners(about: QWidget, *sentences: str) -> None:
    """Announce to the listeners alone what a screen reader learns in another way."""
    said = tuple(filter(None, sentences))
    for listener in tuple(_listeners) if said else ():
        listener(about, said)


def announce(about: QWidget, *sentences: str, urgent: bool = False) -> None:
    """Have a screen reader speak sentences; an urgent announcement interrupts the others.

    Not every screen reader supports announcements, so essential text also belongs in the accessible
    name or description of the widget that gets the focus. The announcement is made after the focus
    has moved: a screen reader names the newly focused widget and would cut short whatever it was
    speaking.
    """
    tell_listeners(about, *sentences)
    said = joined_sentences(*sentences)
    if said and QAccessible.isActive():
        call_later(about, partial(_speak, about, said, urgent=urgent))


def set_announced_text(label: QLabel, text: str) -> None:
    """Set the text of a status label and have it announced."""
    if text and text != label.text():
        announce(label, text)
    label.setText(text)


def joined_sentences(*sentences: str) -> str:
    """Join the non-empty sentences with spaces."""
    return " ".join(ended(sentence) for sentence in sentences if sentence)


def ended(sentence: str) -> str:
    """Return a sentence that ends with a full stop, at which a speech synthesizer pauses."""
    return sentence if sentence[-1] in ".?!:" else f"{sentence}."


def _speak(about: QWidget, said: str, *, urgent: bool) -> None:
    """Announce, if the widget is still shown: pages only passed on the way stay silent."""
    if not about.isVisible():
        return
    event = QAccessibleAnnouncementEvent(about, said)
    event.setPoliteness(
        QAccessible.AnnouncementPoliteness.Assertive
        if urgent
        else QAccessible.AnnouncementPoliteness.Polite
    )
    QAccessible.updateAccessibility(event)
