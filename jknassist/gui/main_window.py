"""Main window: the top bar, the wizard of the current visit, and the panels shown over it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from jknassist.core.flow.controller import FlowController
from jknassist.core.flow.model import Knowledge, Outcome
from jknassist.core.flow.session import Session
from jknassist.core.languages import OWN
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.front import Front
from jknassist.gui.panels.panel import Panel
from jknassist.gui.panels.panel_stack import PanelStack
from jknassist.gui.qt.clipboard import ClipboardWriter
from jknassist.gui.qt.outside_typing import OutsideTyping
from jknassist.gui.shortcuts import add_keys, goes_back
from jknassist.gui.style.active_theme import ActiveTheme
from jknassist.gui.style.palette import ColorScheme
from jknassist.gui.style.theme import Theme, style_sheet
from jknassist.gui.widgets.copy_feedback import CopyFeedback
from jknassist.gui.widgets.top_bar import TopBar, next_size, stepped_size
from jknassist.gui.wizard.flow_view import FlowView
from jknassist.gui.wizard.wizard import HelpWizard
from jknassist.system.local_time import local_now

if TYPE_CHECKING:
    # Not needed by the first question: imported when somebody prints.
    from jknassist.core.export.print_document import PrintDocuments
    from jknassist.core.flow.summary import Summary
    from jknassist.core.flow.way import Way
    from jknassist.gui.panels.contact_topics import Topic


class MainWindow(QWidget):
    """Shows one visit after the other; each gets its own flow controller and flow view.

    `front` holds the differences between a laptop and a kiosk. `place_shown` and `panel_changed`
    are emitted when another page or panel is shown, `view_replaced` when a new visit or another
    language has a new flow view. `others` is the content in other languages; each visit begins in
    the language of `context`.
    """

    leaving = Signal()
    visitor_left = Signal()
    place_shown = Signal()
    panel_changed = Signal()
    view_replaced = Signal()
    list_wanted = Signal()
    statistics_wanted = Signal()
    update_wanted = Signal()
    finder_wanted = Signal()
    show_wanted = Signal()

    def __init__(
        self,
        context: UiContext,
        front: Front,
        copier: ClipboardWriter,
        others: tuple[Knowledge, ...] = (),
    ) -> None:
        super().__init__()
        self._languages = (context.knowledge, *others)
        active = ActiveTheme(context.theme)  # changes with this window alone
        self.context = context = replace(context, active_theme=active)
        self.front = front
        self._first_theme = context.theme
        self.copier = copier
        self._documents: PrintDocuments | None = None
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(context.knowledge.name)
        # Set before any child exists: Qt would evaluate it again for each of them.
        self.setStyleSheet(style_sheet(context.style, context.theme))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._top = self._bar()
        self._column.addWidget(self._top)
        self._stack = PanelStack()
        self._column.addWidget(self._stack, 1)
        self._copy_feedback = CopyFeedback(copier, self)
        self._stack.panel_removed.connect(self._copy_feedback.restore)
        copier.failed.connect(self._show_copy_failed)
        self.outside_typing = OutsideTyping(self._choose, self._write, self)
        self.view = self._new_view(Session())
        add_keys(self)
        self._stack.currentChanged.connect(self._offer_language)
        self._stack.currentChanged.connect(self.panel_changed)
        self._offer_language()

    def _bar(self) -> TopBar:
        words = self.context.words
        bar = TopBar(
            self.context,
            self.theme,
            next_language=self._next_language().words.language_name,
            leave_text=self.front.leave_text(words),
        )
        bar.size_wanted.connect(self.change_size)
        bar.color_scheme_wanted.connect(self.change_color_scheme)
        bar.language_wanted.connect(self.switch_language)
        bar.help_wanted.connect(self.show_contacts)
        bar.leave_wanted.connect(self.ask_to_leave)
        return bar

    @property
    def theme(self) -> Theme:
        """The present theme."""
        return self.context.theme

    def apply_theme(self, theme: Theme) -> None:
        """Apply a theme: colours and fonts change, the contents of the page stay."""
        self.context.active_theme.now = theme
        self.context.icons.apply_theme(theme.palette)
        self.setStyleSheet(style_sheet(self.context.style, theme))
        self._top.follow(theme)

    def change_size(self) -> None:
        """Set the next text size, wrapping around to the smallest."""
        self.apply_theme(replace(self.theme, letters=next_size(self.theme.size).times))

    def enlarge(self) -> None:
        """Set the next larger text size, if there is one."""
        self._resize_letters(1)

    def reduce(self) -> None:
        """Set the next smaller text size, if there is one."""
        self._resize_letters(-1)

    def reset_size(self) -> None:
        """Reset the text size to that with which each visit begins."""
        self.apply_theme(replace(self.theme, letters=self._first_theme.letters))

    def _resize_letters(self, step: int) -> None:
        size = stepped_size(self.theme.size, step)
        if size is not self.theme.size:
            self.apply_theme(replace(self.theme, letters=size.times))

    def fill_screen(self) -> None:
        """Toggle full screen."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def change_color_scheme(self) -> None:
        """Toggle between the light and the dark color scheme."""
        other = ColorScheme.DARK if self.theme.scheme is ColorScheme.LIGHT else ColorScheme.LIGHT
        self.apply_theme(replace(self.theme, scheme=other))

    def follow_system(self, scheme: ColorScheme) -> None:
        """Use the system's preferred color scheme for this visit and later ones."""
        self._first_theme = replace(self._first_theme, scheme=scheme)
        self.apply_theme(replace(self.theme, scheme=scheme))

    def _new_view(self, session: Session) -> FlowView:
        flow = FlowController(self.context.knowledge, session, clock=local_now)
        view = FlowView(flow, self.context, self.front, self._stack)
        view.copy_wanted.connect(self.copy)
        view.guide_wanted.connect(self.show_guide)
        view.review_wanted.connect(self.show_review)
        view.sources_wanted.connect(self.show_sources)
        view.more_wanted.connect(self.show_more_of_outcome)
        view.print_wanted.connect(self.show_print)
        view.visit_ended.connect(self.ask_to_leave)
        view.solved.connect(self.show_solved)
        view.list_wanted.connect(self.list_wanted)
        view.statistics_wanted.connect(self.statistics_wanted)
        view.contacts_wanted.connect(self.show_contacts)
        view.finder_wanted.connect(self.finder_wanted)
        view.show_wanted.connect(self.show_wanted)
        view.sheet_wanted.connect(self.show_sheet_number)
        view.sheet_typed.connect(self.read_sheet_number)
        view.place_shown.connect(self.outside_typing.forget)
        view.place_shown.connect(self._copy_feedback.restore)
        view.place_shown.connect(self._offer_language)
        view.place_shown.connect(self.place_shown)
        # addWidget lays the view out for the size that it has at that moment.
        available = QGuiApplication.primaryScreen().availableSize()
        view.resize(self._stack.size() if self.isVisible() else available)
        self._stack.addWidget(view)
        self._stack.setCurrentIndex(0)
        return view

    @property
    def top_bar(self) -> TopBar:
        """The bar above the page; a change of the language creates a new one."""
        return self._top

    @property
    def own_language(self) -> Knowledge:
        """The content in its own language, whatever the window speaks."""
        own = (one for one in self._languages if one.language == OWN)
        return next(own, self._languages[0])

    @property
    def flow(self) -> FlowController:
        """The flow controller of this visit: answers, current step and summary."""
        return self.view.flow

    @property
    def wizard(self) -> HelpWizard:
        """The wizard of this visit."""
        return self.view.wizard

    def start_over(self) -> None:
        """End the visit: delete panels and wizard, and clear the clipboard if it is ours."""
        if self.theme != self._first_theme:
            self.apply_theme(self._first_theme)
        self.leaving.emit()
        self.copier.forget()
        self._set_language(self._languages[0])
        self._begin(Session())
        self.visitor_left.emit()

    def _begin(self, session: Session) -> None:
        """Replace panels and wizard by a new view of a session."""
        self.flow.restart()
        self._documents = None
        self._copy_feedback.restore()
        self._stack.clear()
        self.view = self._new_view(session)
        self._offer_language()
        self.view_replaced.emit()

    def switch_language(self) -> None:
        """Show the first page in the next language, keeping the answers.

        The clipboard is cleared, since typed text is not carried over either.
        """
        self.copier.forget()
        self._set_language(self._next_language())
        self._begin(self.flow.session)

    def _set_language(self, knowledge: Knowledge) -> None:
        """Set the language of the top bar and of all pages created from now on."""
        if knowledge is self.context.knowledge:
            return
        self.context = replace(self.context, knowledge=knowledge)
        self.setWindowTitle(knowledge.name)
        old, self._top = self._top, self._bar()
        self._column.replaceWidget(old, self._top)
        self._top.show()
        old.hide()
        old.deleteLater()

    def _next_language(self) -> Knowledge:
        now = self._languages.index(self.context.knowledge)
        return self._languages[(now + 1) % len(self._languages)]

    def _offer_language(self) -> None:
        """Show the language switch on the first page only, and not while a panel covers it."""
        first = self.flow.position == 0
        several = len(self._languages) > 1
        self._top.offer_language(offered=first and self.panel is None and several)

    @property
    def panel(self) -> Panel | None:
        """The panel that is shown, or None."""
        return self._stack.panel

    def show_panel(self, panel: Panel) -> None:
        """Show a panel over the wizard; it replaces an earlier one unless that holds input."""
        panel.closed.connect(self.close_panel)
        self._stack.push(panel)

    def close_panel(self) -> None:
        """Delete the panel and show what is below it."""
        if self.panel is not None:
            self._stack.pop()
            (self.panel or self.view).activate()

    def go_back(self) -> None:
        """Close the panel if one is shown, otherwise go one page back."""
        if self.panel is not None:
            self.close_panel()
        else:
            self.view.go_back()

    def show_contacts(self) -> None:
        """Show the panel with all contacts."""
        from jknassist.gui.panels.information import ContactsPanel

        panel = ContactsPanel(self.context)
        panel.copy_wanted.connect(self.copy)
        panel.show_wanted.connect(self.show_wanted)
        panel.fraud_warning_wanted.connect(self.show_fraud_warning)
        panel.sheet_wanted.connect(self.show_sheet_number)
        panel.topic_wanted.connect(self.show_topic)
        self.show_panel(panel)

    def show_topic(self, topic: "Topic") -> None:
        """Show a topic of the help; closing it leads back to the contacts."""
        panel = topic.make(self.context)
        panel.copy_wanted.connect(self.copy)
        panel.update_wanted.connect(self.update_wanted)
        if self.front.may_update():
            panel.offer_update()
        self.show_panel(panel)
        panel.closed.connect(self.show_contacts)

    def show_fraud_warning(self) -> None:
        """Close the panel and show the fraud warning; show it over a panel that holds input."""
        self.close_panel()
        if self.panel is None:
            self.view.show_fraud_warning()
            return
        from jknassist.gui.panels.information import FraudWarningPanel

        warning = self.context.knowledge.places.get(self.context.knowledge.safety.goes_to)
        if isinstance(warning, Outcome):
            self.show_panel(FraudWarningPanel(warning, self.context))

    def show_solved(self) -> None:
        """Show the panel for a solved problem."""
        from jknassist.gui.panels.review import SolvedPanel

        panel = SolvedPanel(self.front.leave_text(self.context.words), self.context)
        panel.leave_wanted.connect(self.start_over)
        self.show_panel(panel)

    def show_guide(self, guide_id: str) -> None:
        """Show the panel with a how-to."""
        from jknassist.gui.panels.information import GuidePanel

        self.show_panel(GuidePanel(self.context.knowledge.guide_by_id[guide_id], self.context))

    def show_review(self) -> None:
        """Show the panel that reviews the answers given."""
        from jknassist.core.flow.summary import answered_questions
        from jknassist.gui.panels.review import ReviewPanel

        panel = ReviewPanel(
            answered_questions(self.context.knowledge, self.flow.session), self.context
        )
        panel.change_wanted.connect(self.change_answer)
        self.show_panel(panel)

    def change_answer(self, step_id: str) -> None:
        """Return to one question to change its answer."""
        self.close_panel()
        self.view.return_to(step_id)

    def show_sheet_number(self) -> None:
        """Show the panel in which the number of an earlier sheet is typed."""
        from jknassist.gui.panels.sheet_number import SheetNumberPanel

        panel = SheetNumberPanel(self.context, on_screen_keys=not self.front.has_keyboard)
        panel.way_found.connect(self.show_sheet)
        self.show_panel(panel)

    def read_sheet_number(self, text: str) -> None:
        """Read a sheet number that was typed elsewhere, as if it had been typed in its panel."""
        from jknassist.gui.panels.sheet_number import SheetNumberPanel

        self.show_sheet_number()
        if isinstance(self.panel, SheetNumberPanel):
            self.panel.read_text(text)

    def show_sheet(self, way: "Way") -> None:
        """Show the answers of a sheet, before its way is continued."""
        from jknassist.gui.panels.sheet_number import SheetPanel

        panel = SheetPanel(way, self.context)
        panel.go_on_wanted.connect(self.resume)
        self.show_panel(panel)

    def resume(self, way: "Way") -> None:
        """Close all sheet panels and continue the way of a sheet."""
        from jknassist.gui.panels.sheet_number import SheetPanel

        self.close_panel()
        while isinstance(self.panel, SheetPanel):
            self.close_panel()
        self.view.resume(way)

    def show_more_of_outcome(self) -> None:
        """Show the panel with what has no room on the page of an ending."""
        from jknassist.gui.panels.outcome_details import OutcomeDetailsPanel

        summary = self.flow.summary()
        if summary is None:
            return
        panel = OutcomeDetailsPanel(summary, self.context)
        panel.copy_wanted.connect(self.copy)
        panel.guide_wanted.connect(self.show_guide)
        panel.review_wanted.connect(self.show_review)
        panel.sources_wanted.connect(self.show_sources)
        self.show_panel(panel)

    def show_sources(self) -> None:
        """Show the panel with the sources of the advice."""
        from jknassist.gui.panels.information import SourcesPanel

        outcome = self.flow.outcome
        if outcome is not None:
            self.show_panel(SourcesPanel(outcome, self.context))

    @property
    def summary(self) -> "Summary | None":
        """The summary of the outcome, or None on a question or if a panel forbids it."""
        return self.flow.summary() if self.panel is None or self.panel.takes_along else None

    def _taken_along(self) -> "Summary | None":
        """Return what can be printed or copied now: the summary, or while waiting the sheet."""
        if self.panel is not None and not self.panel.takes_along:
            return None
        return self.flow.summary() or self.flow.sheet_summary()

    def show_print(self) -> None:
        """Show the print panel, or let the panel that is shown print what it has itself."""
        if self.panel is not None and self.panel.has_own_paper:
            self.panel.print_wanted.emit()
            return
        documents = self._print_documents()
        if documents is not None:
            panel = self.front.print_panel(documents, self.context)
            panel.save_wanted.connect(self.show_save)
            panel.copy_wanted.connect(self.copy)
            self.show_panel(panel)

    def show_save(self) -> None:
        """Show the panel that saves the summary, or what the panel shown has, as a PDF."""
        if self.panel is not None and self.panel.has_own_paper:
            self.panel.save_wanted.emit()
            return
        from jknassist.gui.panels.save_pdf import SavePanel

        documents = self._print_documents()
        if documents is not None:
            self.show_panel(SavePanel(documents, self.context))

    def _print_documents(self) -> "PrintDocuments | None":
        """Return the print documents of an outcome or a wait, cached while it is shown."""
        from jknassist.core.export.print_document import PrintDocuments

        summary = self._taken_along()
        if summary is None:
            return None
        if self._documents is None or self._documents.summary is not summary:
            self._documents = PrintDocuments(summary)
        return self._documents

    def ask_to_leave(self) -> None:
        """Ask for confirmation before wiping the visit, unless nothing was answered yet."""
        held = self.panel is not None and self.panel.holds_input()
        if not self.flow.session.answers and not held:
            self.start_over()
            return
        from jknassist.gui.panels.review import LeavePanel

        panel = LeavePanel(self.context)
        panel.leave_wanted.connect(self.start_over)
        self.show_panel(panel)

    def copy_summary(self) -> None:
        """Copy the whole summary to the clipboard."""
        self.copy("", self.view.navigation.copy_all)

    def copy(self, text: str, pressed: QPushButton) -> None:
        """Copy a text, or the summary if it is empty; the pressed button shows the result."""
        from jknassist.core.export.chat import as_text

        summary = self._taken_along()
        text = text or (as_text(summary) if summary else "")
        if text and self.context.can_copy:
            self._copy_feedback.copy(text, pressed, self.context.words.copied)

    def _show_copy_failed(self, text: str) -> None:
        panel = Panel(self.context.words.copy_failed, self.context)
        panel.add_text(self.context.words.copy_failed_text)
        panel.add_text(text, "big")
        panel.explain(self.context.words.copy_failed_text, text)
        panel.column.addStretch()
        self.show_panel(panel)

    def _choose(self, digit: str) -> None:
        if self.panel is None:
            self.view.page.choose_by_digit(digit)

    def _write(self, text: str) -> bool:
        return self.panel is None and self.view.page.write(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        taken = self.panel is None and self.outside_typing.take(event)
        event.setAccepted(taken or goes_back(self, event.key()))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.leaving.emit()
        event.accept()
