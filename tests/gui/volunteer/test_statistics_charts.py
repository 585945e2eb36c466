"""Bars of the statistics differ by fill, outline and hatching, and by their length."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from jknassist.gui.style.palette import LIGHT
from jknassist.gui.volunteer.statistics_charts import ChartColumn, ColumnChart, CountBar, Share
from tests.support.small_context import small_context

WIDTH = 400


def drawn(qtbot: QtBot, share: Share, *, hatched: bool = False) -> QImage:
    bar = CountBar(share, small_context(), hatched=hatched)
    qtbot.addWidget(bar)
    bar.resize(WIDTH, bar.sizeHint().height())
    return bar.grab().toImage()


def test_what_helped_is_filled_within_an_outline_of_all(qtbot: QtBot) -> None:
    image = drawn(qtbot, Share(1, 0.5))
    middle = image.height() // 2
    assert image.pixelColor(WIDTH // 4, middle) == QColor(LIGHT.accent)
    assert image.pixelColor(3 * WIDTH // 4, middle) == QColor(LIGHT.tint)
    assert image.pixelColor(3 * WIDTH // 4, 1) == QColor(LIGHT.tint_lip)


def test_what_was_left_is_hatched(qtbot: QtBot) -> None:
    image = drawn(qtbot, Share(1), hatched=True)
    middle = image.height() // 2
    row = {image.pixelColor(x, middle).name().upper() for x in range(20, 380)}
    assert {LIGHT.quiet, LIGHT.card} <= row


@pytest.mark.parametrize("share", [0.25, 0.75])
def test_a_bar_is_as_long_as_its_share(qtbot: QtBot, share: float) -> None:
    image = drawn(qtbot, Share(share))
    middle = image.height() // 2
    tinted = [x for x in range(WIDTH) if image.pixelColor(x, middle) == QColor(LIGHT.tint)]
    assert tinted[-1] == pytest.approx(WIDTH * share, abs=4)


def test_a_single_visit_among_many_is_seen(qtbot: QtBot) -> None:
    image = drawn(qtbot, Share(0.0001))
    assert image.pixelColor(1, image.height() // 2) != image.pixelColor(200, image.height() // 2)


def test_columns_are_told_and_as_tall_as_their_counts(qtbot: QtBot) -> None:
    chart = ColumnChart([ChartColumn(4, "Nov", "21"), ChartColumn(8, "Nov", "22")], small_context())
    qtbot.addWidget(chart)
    assert chart.accessibleName() == "21 Nov: 4, 22 Nov: 8"
    chart.resize(400, chart.sizeHint().height())
    image = chart.grab().toImage()
    heights = [
        sum(image.pixelColor(x, y) == QColor(LIGHT.accent) for y in range(image.height()))
        for x in (100, 300)
    ]
    assert heights[1] == pytest.approx(2 * heights[0], abs=3)
