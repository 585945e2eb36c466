"""Panels that take new content from a file: choose the file, then check what it changes."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton

from jknassist.content import installed_update, update_preview
from jknassist.content.update_preview import ContentUpdate, UnusableError
from jknassist.core.flow.formatting import long_date
from jknassist.core.flow.model import Knowledge
from jknassist.core.typing_compat import override
from jknassist.core.words import InterfaceWords
from jknassist.gui.context import UiContext
from jknassist.gui.panels.panel import Panel
from jknassist.gui.panels.save_pdf import save_folders
from jknassist.gui.qt.announcements import set_announced_text
from jknassist.gui.volunteer.number_list_field import local_files

MOST_OFFERED = 6


class _MessagePanel(Panel):
    """Tells how an attempt went: what was done as text, what was refused as a fault."""

    def add_messages(self) -> None:
        """Add the labels, each shown once there is something to tell."""
        self.message, self.fault = (self.add_text(" ", name) for name in ("big", "fault"))
        self.message.hide()
        self.fault.hide()

    def tell(self, text: str, *, fault: bool = False) -> None:
        """Show a message in place of the one before."""
        self.message.setHidden(fault)
        self.fault.setVisible(fault)
        set_announced_text(self.fault if fault else self.message, text)

    def end_with(self, used: QPushButton) -> None:
        """Disable the button that has done its work, and move the keyboard on to closing."""
        used.setEnabled(False)
        self.close_button.setFocus()


class ContentUpdatePanel(_MessagePanel):
    """Offers the content files found on this machine; one can be dragged here as well."""

    examined = Signal(object)
    search_wanted = Signal()

    def __init__(self, context: UiContext, now: Knowledge) -> None:
        super().__init__(context.words.update_title, context)
        words = context.words
        self._now = now
        self.setAcceptDrops(True)
        self.add_text(words.update_text)
        self.add_text(_edition(words.update_now, now, words), "big")
        found = tuple(_found(context))[:MOST_OFFERED]
        for place, path in found:
            choice = self.add_choice(words.update_choose.format(name=path.name, place=place))
            choice.clicked.connect(partial(self.examine, path))
        if not found:
            self.add_text(words.update_none)
        self.add_messages()
        self.explain(words.update_text, self._now_text())
        self.column.addStretch()
        self.add_foot(words.update_search, "secondary").clicked.connect(self.search_wanted)
        if installed_update.has_previous():
            self.restore_button = self.add_foot(words.update_restore, "secondary")
            self.restore_button.clicked.connect(self.restore)

    def _now_text(self) -> str:
        return _edition(self.context.words.update_now, self._now, self.context.words)

    def examine(self, path: Path) -> None:
        """Read a file; emit what it would bring, or say why it cannot be used."""
        try:
            update = update_preview.examine(path, self._now)
        except UnusableError as error:
            self.tell(self.context.words.update_refused.format(reason=error), fault=True)
        else:
            self.examined.emit(update)

    def restore(self) -> None:
        """Bring the edition before back, and say so."""
        words = self.context.words
        try:
            installed_update.restore()
        except OSError:
            self.tell(words.update_failed, fault=True)
        else:
            self.end_with(self.restore_button)
            self.tell(words.update_restored)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = local_files(event.mimeData().urls())
        if files:
            event.acceptProposedAction()
            self.examine(files[0])


class ContentReviewPanel(_MessagePanel):
    """Every contact and number that a file would change, large, before it is taken."""

    def __init__(self, update: ContentUpdate, context: UiContext) -> None:
        super().__init__(context.words.update_title, context, close=context.words.update_cancel)
        words = context.words
        self._update = update
        self.add_text(_edition(words.update_new, update.knowledge, words), "big")
        self.add_text(words.update_changed if update.changes.any else words.update_nothing)
        for line in change_lines(update, words):
            self.add_text(line, "big")
        self.add_messages()
        self.column.addStretch()
        self.take_button = self.add_foot(words.update_take, "primary")
        self.take_button.clicked.connect(self.take)

    def take(self) -> None:
        """Keep the files for the next start, and say so."""
        words = self.context.words
        try:
            update_preview.take(self._update)
        except OSError:
            self.tell(words.update_failed, fault=True)
        else:
            self.end_with(self.take_button)
            self.close_button.setText(words.close)
            self.tell(words.update_taken)


def change_lines(update: ContentUpdate, words: InterfaceWords) -> Iterator[str]:
    """Yield a text for each contact that changes, then for the numbers in sentences."""
    for one in update.changes.contacts:
        if not one.before:
            yield words.update_contact_new.format(label=one.label, after=one.after)
        elif not one.after:
            yield words.update_contact_gone.format(label=one.label, before=one.before)
        else:
            yield words.update_contact.format(label=one.label, before=one.before, after=one.after)
    for text, numbers in (
        (words.update_numbers_new, update.changes.numbers_added),
        (words.update_numbers_gone, update.changes.numbers_removed),
    ):
        if numbers:
            yield text.format(numbers=", ".join(numbers))


def _found(context: UiContext) -> Iterator[tuple[str, Path]]:
    for place, folder in save_folders(context):
        for path in update_preview.candidates(folder):
            yield place, path


def _edition(text: str, knowledge: Knowledge, words: InterfaceWords) -> str:
    return text.format(edition=knowledge.edition, date=long_date(knowledge.released, words))
