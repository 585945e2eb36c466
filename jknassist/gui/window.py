"""The window: the bar that is the same on each page, the wizard, and the panels laid over it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QStyle,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from jknassist.core.chat import as_text
from jknassist.core.summary import Summary, summarise, tried
from jknassist.gui.clipboard import Copier
from jknassist.gui.panels.base import Panel
from jknassist.gui.panels.paper import PrintPanel, SavePanel
from jknassist.gui.panels.reading import ContactsPanel, GuidePanel, SourcesPanel
from jknassist.gui.panels.review import LeavePanel, ReviewPanel
from jknassist.gui.parts import Parts, button, text_label
from jknassist.gui.wizard import HelpWizard

ICON = 44


class HelpWindow(QWidget):
    """Shows one visit after the other; each gets a wizard of its own."""

    closing = Signal()

    def __init__(self, parts: Parts, copier: Copier) -> None:
        super().__init__()
        self.parts = parts
        self.copier = copier
        self._copy_button: QPushButton | None = None
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(parts.knowledge.name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._bar())
        self._stack = QStackedWidget()
        outer.addWidget(self._stack, 1)
        copier.copied.connect(self._say_copied)
        copier.failed.connect(self._say_not_copied)
        self.wizard = self._new_wizard()
        self._add_keys()

    def _bar(self) -> QWidget:
        words, look = self.parts.words, self.parts.look
        gap = look.px("gap")
        bar = QWidget()
        bar.setObjectName("bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(2 * gap, gap // 2, 2 * gap, gap // 2)
        row.setSpacing(gap)
        icon = QLabel()
        side = round(ICON * look.scale)
        icon.setPixmap(self.parts.pictures.draw("jknassist", side, self.devicePixelRatioF()))
        row.addWidget(icon)
        row.addWidget(text_label(self.parts.knowledge.name, "brand"), 1)
        help_button = button(words.contacts, "help")
        help_button.clicked.connect(self.show_contacts)
        leave_button = button(words.restart, "leave")
        leave_button.clicked.connect(self.ask_to_leave)
        row.addWidget(help_button)
        row.addWidget(leave_button)
        return bar

    def _add_keys(self) -> None:
        for keys, slot in (
            ("Alt+Left", self.go_back),
            ("F1", self.show_contacts),
            ("Ctrl+P", self.show_print),
            ("Ctrl+S", self.show_save),
            ("Ctrl+Shift+C", self.copy_summary),
            ("Ctrl+N", self.ask_to_leave),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _new_wizard(self) -> HelpWizard:
        wizard = HelpWizard(self.parts)
        wizard.copy_wanted.connect(self.copy)
        wizard.guide_wanted.connect(self.show_guide)
        wizard.review_wanted.connect(self.show_review)
        wizard.sources_wanted.connect(self.show_sources)
        wizard.print_wanted.connect(self.show_print)
        wizard.visit_ended.connect(self.ask_to_leave)
        self._stack.addWidget(self._lined_up(wizard))
        self._stack.setCurrentIndex(0)
        wizard.greet()
        return wizard

    def _lined_up(self, wizard: HelpWizard) -> QWidget:
        """Give the wizard the margins of the bar; QWizard itself ignores such margins."""
        own = wizard.style().pixelMetric(QStyle.PixelMetric.PM_LayoutLeftMargin)
        side = max(0, 2 * self.parts.look.px("gap") - own)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(side, 0, side, 0)
        row.addWidget(wizard)
        return place

    def start_anew(self) -> None:
        """Wipe the visit: panels and wizard are thrown away, the clipboard is emptied if ours."""
        self.copier.forget()
        self._copy_button = None
        old = self.wizard
        while (gone := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(gone)
            gone.deleteLater()
        self.wizard = self._new_wizard()
        old.session = self.wizard.session

    def summary(self) -> Summary | None:
        """Return the summary of the ending that is shown, or None on a question."""
        outcome = self.wizard.outcome()
        if outcome is None:
            return None
        return summarise(self.parts.knowledge, outcome, self.wizard.session)

    def lay_over(self, panel: Panel) -> None:
        """Show a panel over the wizard."""
        self.close_panel()
        panel.closed.connect(self.close_panel)
        self._stack.addWidget(panel)
        self._stack.setCurrentWidget(panel)
        panel.greet()

    def close_panel(self) -> None:
        """Throw the panel away and show the wizard as it was."""
        panel = self._stack.currentWidget()
        if isinstance(panel, Panel):
            self._copy_button = None
            self._stack.removeWidget(panel)
            panel.deleteLater()
            self._stack.setCurrentIndex(0)
            self.wizard.greet()

    def go_back(self) -> None:
        """Go one page back, or close the panel that covers it."""
        if isinstance(self._stack.currentWidget(), Panel):
            self.close_panel()
        else:
            self.wizard.back()

    def show_contacts(self) -> None:
        """Lay the contacts over the page."""
        panel = ContactsPanel(self.parts)
        panel.copy_wanted.connect(self.copy)
        self.lay_over(panel)

    def show_guide(self, guide_id: str) -> None:
        """Lay a how-to over the page."""
        self.lay_over(GuidePanel(self.parts.knowledge.guide_by_id[guide_id], self.parts))

    def show_review(self) -> None:
        """Lay the answers given over the page."""
        panel = ReviewPanel(tried(self.parts.knowledge, self.wizard.session), self.parts)
        panel.change_wanted.connect(self.change_answer)
        self.lay_over(panel)

    def change_answer(self, step_id: str) -> None:
        """Go back to one question."""
        self.close_panel()
        self.wizard.revisit(step_id)

    def show_sources(self) -> None:
        """Lay over where the advice comes from."""
        outcome = self.wizard.outcome()
        if outcome is not None:
            self.lay_over(SourcesPanel(outcome, self.parts))

    def show_print(self) -> None:
        """Lay the choice of a printer over the ending."""
        summary = self.summary()
        if summary is not None:
            panel = PrintPanel(summary, self.parts)
            panel.save_wanted.connect(self.show_save)
            panel.copy_wanted.connect(self.copy)
            self.lay_over(panel)

    def show_save(self) -> None:
        """Lay the choice of a folder over the ending."""
        summary = self.summary()
        if summary is not None:
            self.lay_over(SavePanel(summary, self.parts))

    def ask_to_leave(self) -> None:
        """Ask before wiping; with nothing answered yet there is nothing to ask."""
        if not self.wizard.session.answers:
            self.start_anew()
            return
        panel = LeavePanel(self.parts)
        panel.leave_wanted.connect(self.start_anew)
        self.lay_over(panel)

    def copy_summary(self) -> None:
        """Copy the whole summary."""
        self.copy("", self.wizard.copy_all)

    def copy(self, text: str, said_by: QPushButton) -> None:
        """Copy a text, or the summary for an empty one; the button tells how it went."""
        summary = self.summary()
        text = text or (as_text(summary) if summary else "")
        if text:
            self._copy_button = said_by
            self.copier.copy(text)

    def _say_copied(self) -> None:
        self._say_on_button(self.parts.words.copied)

    def _say_not_copied(self, text: str) -> None:
        self._say_on_button(self.parts.words.copy)
        panel = Panel(self.parts.words.copy_failed, self.parts)
        panel.add_text(self.parts.words.copy_failed_text)
        panel.add_text(text, "big")
        panel.column.addStretch()
        self.lay_over(panel)

    def _say_on_button(self, sentence: str) -> None:
        if self._copy_button is not None:
            self._copy_button.setText(sentence.replace("&", "&&"))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        event.accept()
