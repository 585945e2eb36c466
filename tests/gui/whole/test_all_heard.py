"""S1: all that a page shows is spoken, by clips of the pack, and nothing else."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from jknassist.content.loader import knowledge_of
from jknassist.core.speech.clip import Clip
from jknassist.core.speech.clip_index import ClipIndex
from jknassist.gui.main_window import MainWindow
from jknassist.gui.speech.page_parts import MARKS, parts_of_page, parts_of_widget
from jknassist.gui.speech.part import Part
from jknassist.gui.widgets.answer_card import AnswerCard
from jknassist.gui.widgets.digit_boxes import DigitBoxes
from jknassist.gui.widgets.picture import SvgPicture
from tests.gui.conftest import Open

SHIPPED = knowledge_of(None)
INDEX = ClipIndex(SHIPPED)
NAMES = {clip.name for _, clip in INDEX.clips()}


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window(SHIPPED)


def silent(parts: tuple[Part, ...]) -> Iterator[str]:
    """Yield the texts of which a part has no clip."""
    for part in parts:
        sounds = INDEX.sounds(part.text)
        if any(isinstance(one, Clip) and one.name not in NAMES for one in sounds):
            yield part.text


def unspoken(area: QWidget, parts: tuple[Part, ...]) -> Iterator[str]:
    """Yield the visible texts that are no part: those of buttons come with the focus."""
    told = {part.widget for part in parts}
    for label in area.findChildren(QLabel):
        marks = isinstance(label, SvgPicture) or label.objectName() in MARKS
        elsewhere = label in told or isinstance(label.parentWidget(), QAbstractButton | DigitBoxes)
        if label.isVisible() and label.text().strip() and not marks and not elsewhere:
            yield label.text()


@pytest.mark.parametrize("place_id", list(SHIPPED.places))
def test_every_page_is_heard_as_it_is_seen(place_id: str, window: MainWindow) -> None:
    window.view.jump_to(place_id)
    page = window.view.page
    parts = parts_of_page(page, SHIPPED.words)
    assert list(silent(parts)) == []
    assert list(unspoken(page.area.inside, parts)) == []
    for card in page.findChildren(AnswerCard):
        assert list(silent(parts_of_widget(card, SHIPPED.words.speech_chosen))) == []


@pytest.mark.parametrize("panel", ["show_contacts", "show_sheet_number", "show_print"])
def test_every_panel_is_heard_as_it_is_seen(panel: str, window: MainWindow) -> None:
    window.view.jump_to(SHIPPED.outcomes[0].id)
    getattr(window, panel)()
    assert window.panel is not None
    parts = parts_of_page(window.panel, SHIPPED.words)
    assert list(silent(parts)) == []
    assert list(unspoken(window.panel.area.inside, parts)) == []


@pytest.mark.parametrize("guide", SHIPPED.guides, ids=lambda guide: guide.id)
def test_every_guide_is_heard(guide: object, window: MainWindow) -> None:
    window.show_guide(getattr(guide, "id", ""))
    assert window.panel is not None
    assert list(silent(parts_of_page(window.panel, SHIPPED.words))) == []
