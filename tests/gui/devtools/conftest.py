"""A self-test without output."""

import pytest
from PySide6.QtWidgets import QApplication

from jknassist.gui.devtools.self_test_trial import Trial


@pytest.fixture
def trial(qapp: QApplication) -> Trial:
    assert qapp is not None
    return Trial(lambda _line: None, icons=True)
