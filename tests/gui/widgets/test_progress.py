"""The progress of a visit: what the bar shows, what its words say, and what gives way."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from jknassist.gui.style.palette import LIGHT
from jknassist.gui.widgets.progress import StepProgress, Steps, colours_of
from tests.support.small_context import small_context


@pytest.fixture
def progress(qtbot: QtBot) -> StepProgress:
    made = StepProgress(small_context())
    qtbot.addWidget(made)
    return made


def test_it_says_what_the_bar_shows(progress: StepProgress) -> None:
    words = small_context().words
    third = words.step_count.format(number=3)
    progress.show_steps(Steps(3, 4))
    assert progress.label.text() == words.step_left.format(step=third, left=4)
    assert progress.label.accessibleName() == progress.label.text()
    progress.show_steps(Steps(3, 0))
    assert progress.label.text() == words.step_last.format(step=third)


def test_the_bar_has_a_part_for_each_step(progress: StepProgress) -> None:
    bar = progress.bar
    bar.show_steps(Steps(1, 0))
    one = bar.sizeHint().width()
    bar.show_steps(Steps(2, 3))
    assert bar.sizeHint().width() - one == 4 * 32
    bar.resize(bar.sizeHint())
    image = bar.grab().toImage()
    middle = bar.height() // 2
    assert image.pixelColor(13, middle) == QColor(LIGHT.accent)
    assert image.pixelColor(32 + 22, middle) == QColor(LIGHT.mark)
    assert image.pixelColor(32 + 50 + 13, middle) not in (QColor(LIGHT.accent), QColor(LIGHT.mark))


def test_done_now_and_ahead_differ_by_more_than_their_colour() -> None:
    fills = [colours_of(ahead, LIGHT) for ahead in (-1, 0, 1)]
    assert [bool(fill) for fill, _ in fills] == [True, True, False]
    assert len(set(fills)) == 3


def test_the_bar_gives_way_before_the_words(progress: StepProgress) -> None:
    progress.show_steps(Steps(3, 4))
    assert progress.fit_to(2000, 200, beside=False)
    assert not progress.bar.isHidden()
    assert progress.fit_to(2000, progress.label.sizeHint().height(), beside=False)
    assert progress.bar.isHidden()
    assert progress.fit_to(2000, 20, beside=True)
    assert not progress.bar.isHidden()
    assert not progress.fit_to(20, 200, beside=False)


def test_the_first_step_has_words_alone(progress: StepProgress) -> None:
    progress.show_steps(Steps(1, 6), bar=False)
    progress.fit_to(2000, 200, beside=False)
    assert progress.bar.isHidden()
