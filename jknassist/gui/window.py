"""The window: the bar that is the same on each page, the wizard, and the panels laid over it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from jknassist.core.knowledge import Knowledge
from jknassist.core.overriding import override
from jknassist.core.session import Session
from jknassist.gui.bar import Bar, next_size, stepped_size
from jknassist.gui.clipboard import Copier
from jknassist.gui.keys import add_keys, goes_back
from jknassist.gui.pages.base import ending_of
from jknassist.gui.panels.base import Panel
from jknassist.gui.parts import Parts
from jknassist.gui.saying import announce
from jknassist.gui.theme import Look, Shade, style_sheet
from jknassist.gui.wizard import HelpWizard

if TYPE_CHECKING:
    from jknassist.core.summary import Summary


class HelpWindow(QWidget):
    """Shows one visit after the other; each gets a wizard of its own.

    `others` is the content in other languages; each visit begins in that of `parts`.
    """

    closing = Signal()
    leaving = Signal()
    visitor_left = Signal()
    list_wanted = Signal()
    tally_wanted = Signal()
    show_wanted = Signal()

    def __init__(self, parts: Parts, copier: Copier, others: tuple[Knowledge, ...] = ()) -> None:
        super().__init__()
        self._languages = (parts.knowledge, *others)
        self.parts = parts
        self.look = self._first_look = parts.look
        self.copier = copier
        self._copy_button: QPushButton | None = None
        self._copy_label = ""
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(parts.knowledge.name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._top = self._bar()
        self._column.addWidget(self._top)
        self._stack = QStackedWidget()
        self._column.addWidget(self._stack, 1)
        copier.copied.connect(self._say_copied)
        copier.failed.connect(self._say_not_copied)
        self.wizard = self._new_wizard(Session())
        add_keys(self)
        self._stack.currentChanged.connect(self._offer_language)
        self._offer_language()

    def _bar(self) -> Bar:
        bar = Bar(self.parts, self.look, self._next_language().words.language_name)
        bar.size_wanted.connect(self.change_size)
        bar.shade_wanted.connect(self.change_shade)
        bar.language_wanted.connect(self.switch_language)
        bar.help_wanted.connect(self.show_contacts)
        bar.leave_wanted.connect(self.ask_to_leave)
        return bar

    def wear(self, look: Look) -> None:
        """Put a look on: colours and letters change, what stands on the page stays."""
        self.look = look
        self.parts.pictures.wear(look.palette)
        self.setStyleSheet(style_sheet(self.parts.style, look))
        self._top.follow(look)

    def change_size(self) -> None:
        """Take the next text size; after the largest the first."""
        self.wear(replace(self.look, letters=next_size(self.look.size).times))

    def enlarge(self) -> None:
        """Take the next larger text size, if there is one."""
        self._resize_letters(1)

    def reduce(self) -> None:
        """Take the next smaller text size, if there is one."""
        self._resize_letters(-1)

    def size_as_first(self) -> None:
        """Take the text size that each visit begins with."""
        self.wear(replace(self.look, letters=self._first_look.letters))

    def _resize_letters(self, step: int) -> None:
        size = stepped_size(self.look.size, step)
        if size is not self.look.size:
            self.wear(replace(self.look, letters=size.times))

    def fill_screen(self) -> None:
        """Fill the screen, or take the frame of a window back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def change_shade(self) -> None:
        """Take the other colours."""
        other = Shade.DARK if self.look.shade is Shade.LIGHT else Shade.LIGHT
        self.wear(replace(self.look, shade=other))

    def follow_system(self, shade: Shade) -> None:
        """Begin each visit in the colours that the system prefers, this one too."""
        self._first_look = replace(self._first_look, shade=shade)
        self.wear(replace(self.look, shade=shade))

    def _new_wizard(self, session: Session) -> HelpWizard:
        wizard = HelpWizard(self.parts, session)
        wizard.copy_wanted.connect(self.copy)
        wizard.currentIdChanged.connect(self._restore_button)
        wizard.guide_wanted.connect(self.show_guide)
        wizard.review_wanted.connect(self.show_review)
        wizard.sources_wanted.connect(self.show_sources)
        wizard.print_wanted.connect(self.show_print)
        wizard.visit_ended.connect(self.ask_to_leave)
        wizard.list_wanted.connect(self.list_wanted)
        wizard.tally_wanted.connect(self.tally_wanted)
        wizard.show_wanted.connect(self.show_wanted)
        wizard.currentIdChanged.connect(self._offer_language)
        self._stack.addWidget(self._lined_up(wizard))
        self._stack.setCurrentIndex(0)
        wizard.greet()
        return wizard

    def _lined_up(self, wizard: HelpWizard) -> QWidget:
        """Give the wizard the margins of the bar; QWizard itself ignores such margins."""
        place = QWidget(self._stack)
        row = QHBoxLayout(place)
        usual = row.contentsMargins().left()  # the style's, which QWizard has around its pages
        side = max(0, 2 * self.parts.look.px("gap") - usual)
        row.setContentsMargins(side, 0, side, 0)
        row.addWidget(wizard)
        return place

    def start_anew(self) -> None:
        """Wipe the visit: panels and wizard are thrown away, the clipboard is emptied if ours."""
        if self.look != self._first_look:
            self.wear(self._first_look)
        self.leaving.emit()
        self.copier.forget()
        self._speak(self._languages[0])
        self._begin(Session())
        self.visitor_left.emit()

    def _begin(self, session: Session) -> None:
        """Throw panels and wizard away and show the first page, with the answers of a session."""
        self._copy_button = None
        old = self.wizard
        while (gone := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(gone)
            gone.deleteLater()
        self.wizard = self._new_wizard(session)
        old.session = self.wizard.session
        self._offer_language()

    def switch_language(self) -> None:
        """Show the first page in the next language; what was answered so far is kept.

        Whatever was copied goes: what was typed is not taken along either.
        """
        self.copier.forget()
        self._speak(self._next_language())
        self._begin(self.wizard.session)

    def _speak(self, knowledge: Knowledge) -> None:
        """Put the bar and all pages made from now on into the language of a content."""
        if knowledge is self.parts.knowledge:
            return
        self.parts = replace(self.parts, knowledge=knowledge)
        self.setWindowTitle(knowledge.name)
        old, self._top = self._top, self._bar()
        self._column.replaceWidget(old, self._top)
        self._top.show()
        old.hide()
        old.deleteLater()

    def _next_language(self) -> Knowledge:
        now = self._languages.index(self.parts.knowledge)
        return self._languages[(now + 1) % len(self._languages)]

    def _offer_language(self) -> None:
        """Offer another language on the first page alone, and not while a panel covers it."""
        first = self.wizard.currentId() == self.wizard.startId()
        covered = isinstance(self._stack.currentWidget(), Panel)
        several = len(self._languages) > 1
        self._top.offer_language(offered=first and not covered and several)

    def summary(self) -> "Summary | None":
        """Return the summary of the ending that is shown, or None on a question."""
        ending = ending_of(self.wizard.page_now)
        return ending.summary if ending is not None else None

    @property
    def panel(self) -> Panel | None:
        """The panel that is shown, if any."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Panel) else None

    def lay_over(self, panel: Panel) -> None:
        """Show a panel over the wizard, in place of one that was there unless work stands in it."""
        if self.panel is not None and not self.panel.holds_input():
            # What is below does not take the keyboard: it is covered again at once.
            self._remove_panel(self.panel)
        panel.closed.connect(self.close_panel)
        self._stack.addWidget(panel)
        self._stack.setCurrentWidget(panel)
        panel.greet()

    def close_panel(self) -> None:
        """Throw the panel away and show the wizard as it was."""
        if self.panel is not None:
            self._remove_panel(self.panel)
            (self.panel or self.wizard).greet()

    def _remove_panel(self, panel: Panel) -> None:
        self._restore_button()
        self._stack.removeWidget(panel)
        panel.deleteLater()
        self._stack.setCurrentIndex(self._stack.count() - 1)

    def go_back(self) -> None:
        """Go one page back, or close the panel that covers it."""
        if isinstance(self._stack.currentWidget(), Panel):
            self.close_panel()
        else:
            self.wizard.step_back()

    def show_contacts(self) -> None:
        """Lay the contacts over the page."""
        from jknassist.gui.panels.reading import ContactsPanel

        panel = ContactsPanel(self.parts)
        panel.copy_wanted.connect(self.copy)
        panel.show_wanted.connect(self.show_wanted)
        self.lay_over(panel)

    def show_guide(self, guide_id: str) -> None:
        """Lay a how-to over the page."""
        from jknassist.gui.panels.reading import GuidePanel

        self.lay_over(GuidePanel(self.parts.knowledge.guide_by_id[guide_id], self.parts))

    def show_review(self) -> None:
        """Lay the answers given over the page."""
        from jknassist.core.summary import tried
        from jknassist.gui.panels.review import ReviewPanel

        panel = ReviewPanel(tried(self.parts.knowledge, self.wizard.session), self.parts)
        panel.change_wanted.connect(self.change_answer)
        self.lay_over(panel)

    def change_answer(self, step_id: str) -> None:
        """Go back to one question."""
        self.close_panel()
        self.wizard.revisit(step_id)

    def show_sources(self) -> None:
        """Lay over where the advice comes from."""
        from jknassist.gui.panels.reading import SourcesPanel

        outcome = self.wizard.outcome()
        if outcome is not None:
            self.lay_over(SourcesPanel(outcome, self.parts))

    def show_print(self) -> None:
        """Lay the choice of a printer over the ending."""
        summary = self.summary()
        if summary is not None and self.parts.kiosk:
            self._show_kiosk_print(summary)
        elif summary is not None:
            from jknassist.gui.panels.paper import PrintPanel

            panel = PrintPanel(summary, self.parts)
            panel.save_wanted.connect(self.show_save)
            panel.copy_wanted.connect(self.copy)
            self.lay_over(panel)

    def _show_kiosk_print(self, summary: "Summary") -> None:
        from jknassist.gui.panels.kiosk_paper import KioskPaperPanel

        printer, paper = self.parts.printer, self.parts.paper
        self.lay_over(KioskPaperPanel(summary, self.parts, printer=printer, paper=paper))

    def show_save(self) -> None:
        """Lay the choice of a folder over the ending."""
        from jknassist.gui.panels.saving import SavePanel

        summary = self.summary()
        if summary is not None:
            self.lay_over(SavePanel(summary, self.parts))

    def ask_to_leave(self) -> None:
        """Ask before wiping; with nothing answered yet there is nothing to ask."""
        held = self.panel is not None and self.panel.holds_input()
        if not self.wizard.session.answers and not held:
            self.start_anew()
            return
        from jknassist.gui.panels.review import LeavePanel

        panel = LeavePanel(self.parts)
        panel.leave_wanted.connect(self.start_anew)
        self.lay_over(panel)

    def copy_summary(self) -> None:
        """Copy the whole summary."""
        self.copy("", self.wizard.copy_all)

    def copy(self, text: str, said_by: QPushButton) -> None:
        """Copy a text, or the summary for an empty one; the button tells how it went."""
        from jknassist.core.chat import as_text

        summary = self.summary()
        text = text or (as_text(summary) if summary else "")
        if text and not self.parts.kiosk:
            self._restore_button()
            self._copy_button, self._copy_label = said_by, said_by.text()
            self.copier.copy(text)

    def _say_copied(self) -> None:
        if self._copy_button is not None and isValid(self._copy_button):
            self._copy_button.setText(self.parts.words.copied.replace("&", "&&"))
            announce(self._copy_button, self.parts.words.copied)

    def _say_not_copied(self, text: str) -> None:
        self._restore_button()
        panel = Panel(self.parts.words.copy_failed, self.parts)
        panel.add_text(self.parts.words.copy_failed_text)
        panel.add_text(text, "big")
        panel.explain(self.parts.words.copy_failed_text, text)
        panel.column.addStretch()
        self.lay_over(panel)

    def _restore_button(self) -> None:
        """Have a button that said "Sudah disalin" offer again what it offers."""
        if self._copy_button is not None and isValid(self._copy_button):
            self._copy_button.setText(self._copy_label)
        self._copy_button = None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(goes_back(self, event.key()))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.leaving.emit()
        self.closing.emit()
        event.accept()
