"""A picture on a page follows its size and the colours of the theme."""

from pytestqt.qtbot import QtBot

from jknassist.content import loader
from jknassist.gui.style.icons import SvgIcons
from jknassist.gui.style.palette import DARK, LIGHT
from jknassist.gui.widgets.picture import SvgPicture


def test_it_is_drawn_anew_when_size_or_colours_change(qtbot: QtBot) -> None:
    icons = SvgIcons(loader.picture, LIGHT)
    picture = SvgPicture("akun_ganda", 40, icons, "Sebuah pesan")
    qtbot.addWidget(picture)
    light = picture.pixmap().toImage()
    assert picture.accessibleName() == "Sebuah pesan"
    picture.recolour()
    assert picture.pixmap().toImage() == light
    icons.apply_theme(DARK)
    picture.recolour()
    assert picture.pixmap().toImage() != light
    picture.resize_to(80)
    assert picture.width() == 80


def test_without_a_size_it_is_not_seen(qtbot: QtBot) -> None:
    picture = SvgPicture("akun_ganda", 40, SvgIcons(loader.picture, LIGHT))
    qtbot.addWidget(picture)
    picture.resize_to(0)
    assert picture.isHidden()
    assert picture.width() == 0
