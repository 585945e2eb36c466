"""What this computer remembers for a volunteer: the printer and the paper, nothing of a visit."""

from dataclasses import dataclass

from PySide6.QtCore import QSettings

from jknassist.core.paper import Paper

PRINTER, PAPER = "printer", "paper"


@dataclass(frozen=True, kw_only=True)
class PrintPreferences:
    """The printer by its name, empty if none was chosen yet, and the paper in it."""

    printer: str = ""
    paper: Paper = Paper.A4


def load_preferences() -> PrintPreferences:
    """Return what was chosen last; anything unreadable counts as not chosen."""
    kept = _settings()
    paper = str(kept.value(PAPER, ""))
    return PrintPreferences(
        printer=str(kept.value(PRINTER, "")),
        paper=Paper(paper) if paper in tuple(Paper) else Paper.A4,
    )


def save_preferences(choice: PrintPreferences) -> None:
    """Keep a choice; where nothing can be written it is asked again next time."""
    kept = _settings()
    kept.setValue(PRINTER, choice.printer)
    kept.setValue(PAPER, choice.paper.value)
    kept.sync()


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "jknassist", "printing")
