"""A self-test without output."""

import pytest
from PySide6.QtWidgets import QApplication

from jknassist.gui.devtools.self_test_runner import SelfTestRunner


@pytest.fixture
def runner(qapp: QApplication) -> SelfTestRunner:
    assert qapp is not None
    return SelfTestRunner(lambda _line: None, icons=True)
