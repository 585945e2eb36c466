"""The box of a hidden digit is drawn without a font."""

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from jknassist.gui.style.active_theme import ActiveTheme
from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.hidden_digit import HiddenDigit


def test_it_is_drawn_and_has_a_name(qtbot: QtBot) -> None:
    box = HiddenDigit(ActiveTheme(Theme()))
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    assert box.accessibleName() == "*"
    image = box.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) > 2


def test_a_smaller_one_is_smaller(qtbot: QtBot) -> None:
    whole, part = HiddenDigit(ActiveTheme(Theme())), HiddenDigit(ActiveTheme(Theme()), share=0.5)
    for box in (whole, part):
        qtbot.addWidget(box)
    assert part.sizeHint().width() < whole.sizeHint().width()


def test_it_is_no_taller_than_its_key_and_no_larger_than_by_itself(qtbot: QtBot) -> None:
    box = HiddenDigit(ActiveTheme(Theme()))
    qtbot.addWidget(box)
    whole = box.sizeHint().height()
    box.fit_height(whole // 2)
    assert box.height() <= whole // 2
    box.fit_height(3 * whole)
    assert box.height() == whole
