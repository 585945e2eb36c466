"""Print preferences of this computer: printer and paper format, nothing of a visit."""

from dataclasses import dataclass

from PySide6.QtCore import QSettings

from jknassist.core.paper import Paper

PRINTER, PAPER = "printer", "paper"


@dataclass(frozen=True, kw_only=True)
class PrintPreferences:
    """Name of the printer, empty if none was chosen yet, and the paper format."""

    printer: str = ""
    paper: Paper = Paper.A4


def load_preferences() -> PrintPreferences:
    """Load the preferences; an unreadable value counts as not chosen."""
    kept = _settings()
    paper = str(kept.value(PAPER, ""))
    return PrintPreferences(
        printer=str(kept.value(PRINTER, "")),
        paper=Paper(paper) if paper in tuple(Paper) else Paper.A4,
    )


def save_preferences(choice: PrintPreferences) -> None:
    """Save the preferences; best effort: if they cannot be written they are asked for again."""
    kept = _settings()
    kept.setValue(PRINTER, choice.printer)
    kept.setValue(PAPER, choice.paper.value)
    kept.sync()


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "jknassist", "printing")
