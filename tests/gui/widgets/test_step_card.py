"""A step to do: its number and its picture are drawn, and the words keep their room."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from jknassist.content import loader
from jknassist.gui.context import UiContext
from jknassist.gui.style.active_theme import ActiveTheme
from jknassist.gui.style.icons import SvgIcons
from jknassist.gui.style.palette import DARK, LIGHT, Palette
from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.step_card import StepCard, StepPicture
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index

SIDE = 72


def context_of(palette: Palette = LIGHT) -> UiContext:
    return UiContext(
        knowledge=small_knowledge(),
        read_plan=small_index,
        active_theme=ActiveTheme(Theme()),
        icons=SvgIcons(loader.picture, palette),
    )


def drawn(plate: StepPicture) -> QImage:
    plate.resize(plate.sizeHint())
    image = QImage(plate.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("#FF00FF"))
    plate.render(image)
    return image


def colours(image: QImage) -> set[str]:
    pixels = memoryview(image.constBits()).cast("I")
    return {f"#{pixel & 0xFFFFFF:06X}" for pixel in pixels}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("beside", [True, False], ids=["beside", "above"])
def test_number_and_picture_stand_on_the_plate(
    qtbot: QtBot, palette: Palette, *, beside: bool
) -> None:
    plate = StepPicture(2, "isi_pulsa", context_of(palette))
    qtbot.addWidget(plate)
    plate.arrange(SIDE, beside=beside)
    seen = colours(drawn(plate))
    # The plate, the badge with its number, and the lines and fills of the picture.
    assert {palette.plate, palette.ink, palette.paper, palette.accent, palette.mark} <= seen


def test_a_picture_stands_below_the_number_over_the_corner_where_it_has_room(qtbot: QtBot) -> None:
    plate = StepPicture(1, "isi_pulsa", context_of())
    qtbot.addWidget(plate)
    plate.arrange(SIDE, beside=False)
    gap = plate._context.theme.px("gap") // 2
    for height, top in (
        (plate.badge + SIDE + gap, plate.badge),
        (SIDE + 2 * gap, gap),
        (4 * SIDE, (4 * SIDE - SIDE) // 2),
    ):
        plate.resize(100, height)
        assert plate._picture_top(gap) == top


def test_the_number_takes_no_width_of_its_own_above_the_picture(qtbot: QtBot) -> None:
    plate = StepPicture(1, "isi_pulsa", context_of())
    qtbot.addWidget(plate)
    plate.arrange(SIDE, beside=True)
    wide = plate.sizeHint().width()
    plate.arrange(SIDE, beside=False)
    assert plate.sizeHint().width() <= wide - plate.badge


def test_without_a_picture_only_the_number_has_room(qtbot: QtBot) -> None:
    plate = StepPicture(1, "", context_of())
    qtbot.addWidget(plate)
    plate.arrange(SIDE, beside=True)
    assert plate.sizeHint().width() < 2 * plate.badge
    assert LIGHT.accent not in colours(drawn(plate))


def test_a_larger_picture_leaves_the_number_where_it_is(qtbot: QtBot) -> None:
    card = StepCard(1, "Isi pulsa.", "isi_pulsa", context_of())
    qtbot.addWidget(card)
    card.arrange(SIDE, beside=False, tight=False)
    before = card.picture.sizeHint()
    card.grow(SIDE + 20)
    assert not card.picture.beside
    assert card.picture.sizeHint().width() == before.width() + 20
    assert card.label.text() == "Isi pulsa."
