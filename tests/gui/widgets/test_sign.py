"""Signs of one colour: each channel has one, drawn in the colour of its role."""

import pytest
from pytestqt.qtbot import QtBot

from jknassist.content import loader
from jknassist.core.flow.model import Channel
from jknassist.gui.style.icons import SIGNS, SvgIcons
from jknassist.gui.style.palette import DARK, LIGHT
from jknassist.gui.widgets.sign import CONTACT_SIGNS, SignPicture


def main_colour(sign: SignPicture) -> str:
    image = sign.pixmap().toImage()
    inside = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    solid = [pixel.name().upper() for pixel in inside if pixel.alpha() == 255]
    return max(set(solid), key=solid.count)


@pytest.mark.parametrize("channel", Channel)
def test_each_channel_has_a_sign(channel: Channel) -> None:
    assert loader.picture(SIGNS + CONTACT_SIGNS[channel]) is not None


@pytest.mark.parametrize("role", ["accent", "warn", "on_accent"])
def test_a_sign_has_the_colour_of_its_role_and_follows_the_theme(qtbot: QtBot, role: str) -> None:
    icons = SvgIcons(loader.picture, LIGHT)
    sign = SignPicture("telepon", 64, icons, role)
    qtbot.addWidget(sign)
    assert main_colour(sign) == getattr(LIGHT, role)
    icons.apply_theme(DARK)
    assert main_colour(sign) == getattr(DARK, role)
