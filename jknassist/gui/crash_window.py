"""Replacement window after a crash; shares no widget with the window that failed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from jknassist.gui.context import UiContext
from jknassist.gui.panels.crash import ReportPanel, crash_panel
from jknassist.gui.panels.panel import Panel
from jknassist.gui.style.theme import Theme, style_sheet


class CrashWindow(QWidget):
    """Shows the page "Ada yang salah", and the crash report on request."""

    again = Signal()

    def __init__(self, context: UiContext, theme: Theme, report: tuple[str, ...]) -> None:
        super().__init__()
        self.context = context
        self.theme = theme
        self._report = report
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(f"{context.words.crash_title}: {context.knowledge.name}")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setStyleSheet(style_sheet(context.style, theme))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        column.addWidget(self._stack)
        self.page = crash_panel(context)
        self.page.closed.connect(self.again)
        self.page.report_wanted.connect(self.show_report)
        self._stack.addWidget(self.page)

    @property
    def panel(self) -> QWidget:
        """The panel that is shown."""
        return self._stack.currentWidget() or self

    def activate(self) -> None:
        """Set the focus when the window is shown."""
        self.page.activate()

    def show_report(self) -> None:
        """Show the contents of the report and the folders it can be saved in."""
        report = ReportPanel(self._report, self.context)
        report.closed.connect(self.close_report)
        self._stack.addWidget(report)
        self._stack.setCurrentWidget(report)
        report.activate()

    def close_report(self) -> None:
        """Return to the crash page."""
        report = self._stack.currentWidget()
        if isinstance(report, Panel) and report is not self.page:
            self._stack.removeWidget(report)
            report.deleteLater()
            self.page.activate()
