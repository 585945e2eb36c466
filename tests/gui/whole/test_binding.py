"""PySide itself: it must not leak with each call."""

import sys

import pytest
from PySide6.QtWidgets import QApplication, QLabel

CALLS = 500


SLACK = 50


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_no_reference_to_none_is_lost(qapp: QApplication) -> None:
    """PySide6 6.12.0 lost one with each call: a kiosk would have ended after some hours."""
    assert qapp is not None
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("x")
    assert sys.getrefcount(None) > before - SLACK
