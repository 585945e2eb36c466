"""Printer and paper are remembered."""

from PySide6.QtCore import QSettings

from jknassist.core.paper import Paper
from jknassist.gui.printing import preferences
from jknassist.gui.printing.preferences import PrintPreferences


def test_what_cannot_be_read_from_the_memory_counts_as_not_chosen() -> None:
    preferences.save_preferences(PrintPreferences(printer="Struk", paper=Paper.ROLL_80))
    kept = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "jknassist", "printing")
    kept.setValue(preferences.PAPER, "papirus")
    kept.sync()
    assert preferences.load_preferences() == PrintPreferences(printer="Struk", paper=Paper.A4)
