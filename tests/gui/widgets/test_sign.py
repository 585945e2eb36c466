"""Signs of one colour: each channel has one, drawn in the colour of its role."""

import pytest
from pytestqt.qtbot import QtBot

from jknassist.content import loader
from jknassist.core.flow.model import Channel
from jknassist.gui.style.icons import SvgIcons
from jknassist.gui.style.palette import DARK, LIGHT
from jknassist.gui.style.signs import Sign
from jknassist.gui.widgets.factories import text_label
from jknassist.gui.widgets.sign import CONTACT_SIGNS, LabelSign, SignPicture


def main_colour(sign: SignPicture) -> str:
    image = sign.pixmap().toImage()
    inside = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    solid = [pixel.name().upper() for pixel in inside if pixel.alpha() == 255]
    return max(set(solid), key=solid.count)


def test_each_channel_has_a_sign() -> None:
    assert set(CONTACT_SIGNS) == set(Channel)


@pytest.mark.parametrize("role", ["accent", "warn", "on_accent"])
def test_a_sign_has_the_colour_of_its_role_and_follows_the_theme(qtbot: QtBot, role: str) -> None:
    icons = SvgIcons(loader.picture, LIGHT)
    sign = SignPicture(Sign.PHONE, 64, icons, role)
    qtbot.addWidget(sign)
    assert main_colour(sign) == getattr(LIGHT, role)
    icons.apply_theme(DARK)
    assert main_colour(sign) == getattr(DARK, role)


def test_a_sign_is_as_tall_as_a_line(qtbot: QtBot) -> None:
    label = text_label("Tidak perlu KTP.")
    qtbot.addWidget(label)
    sign = LabelSign(Sign.NO_CARD, label)
    qtbot.addWidget(sign)
    assert sign.sizeHint().height() == label.fontMetrics().height()
    label.setStyleSheet("font-size: 40px")
    assert sign.sizeHint().height() == label.fontMetrics().height()
