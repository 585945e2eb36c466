"""The view of a visit and the panels over it, of which the last one is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from jknassist.gui.panels.panel import Panel


class PanelStack(QStackedWidget):
    """Holds the view at index 0; `panel_removed` is emitted before a panel is deleted."""

    panel_removed = Signal()

    @property
    def panel(self) -> Panel | None:
        """The panel that is shown, or None."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Panel) else None

    def push(self, panel: Panel) -> None:
        """Show a panel; it replaces an earlier one unless that holds input."""
        if self.panel is not None and not self.panel.holds_input():
            # The widget below does not get the focus in between: it is covered again at once.
            self.pop()
        self.addWidget(panel)
        self.setCurrentWidget(panel)
        panel.activate()

    def pop(self) -> None:
        """Delete the panel that is shown, if there is one."""
        panel = self.panel
        if panel is not None:
            self.panel_removed.emit()
            self.removeWidget(panel)
            panel.deleteLater()
            self.setCurrentIndex(self.count() - 1)

    def clear(self) -> None:
        """Delete the view and all panels."""
        while (gone := self.currentWidget()) is not None:
            self.removeWidget(gone)
            gone.deleteLater()
