"""There is one QApplication."""

from PySide6.QtWidgets import QApplication

from jknassist.gui.qt.application import make_application


def test_the_application_that_runs_is_taken(qapp: QApplication) -> None:
    assert make_application() is qapp
