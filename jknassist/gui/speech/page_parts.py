"""What of a page is spoken, in which order, and what is framed meanwhile.

The layouts are walked in the order in which they are read. Only what is shown is spoken, and no
button but what answers a question: any other is spoken when the focus comes to it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLayout, QStackedWidget, QWidget

from jknassist.core.words import InterfaceWords
from jknassist.gui.pages.number.suggestions import NumberSuggestions
from jknassist.gui.pages.outcome import OutcomePage
from jknassist.gui.pages.page import Page
from jknassist.gui.panels.panel import Panel
from jknassist.gui.speech.paper_parts import paper_texts
from jknassist.gui.speech.part import Part
from jknassist.gui.widgets.answer_card import AnswerCard
from jknassist.gui.widgets.digit_boxes import DigitBoxes, MatchSigns
from jknassist.gui.widgets.picture import SvgPicture

MARKS = frozenset({"list_number", "tick", "match", "step", "quiet", "side_title"})
"""Object names of labels that only mark what stands beside them, and of the fine print."""


COUNT = "count"
"""Object name of the label that tells a number and how many digits it has."""


def parts_of_page(page: Page | Panel, words: InterfaceWords) -> tuple[Part, ...]:
    """Return all parts of a page or panel, in the order in which they are read."""
    found = tuple(_in_widget(page.area.inside, words.speech_chosen))
    if isinstance(page, OutcomePage):
        return (Part(words.speech_staff, page.heading), *_step_by_step(page, found, words))
    if isinstance(page, Panel) and (paper := page.paper_shown()) is not None:
        found += tuple(Part(text, page.heading) for text in paper_texts(paper, words))
    return found


def _step_by_step(
    page: OutcomePage, found: tuple[Part, ...], words: InterfaceWords
) -> Iterator[Part]:
    """Yield the parts of an ending; after each thing to do but the last one it waits.

    How to go on is said once, after the first.
    """
    steps = [part for part in found if part.text in page.summary.actions]
    for part in found:
        if part not in steps[:-1]:
            yield part
        elif part is steps[0]:
            yield part
            yield Part(words.speech_step_how, part.widget, waits=True)
        else:
            yield replace(part, waits=True)


def parts_of_change(
    page: Page | Panel, about: QWidget, sentences: Iterable[str]
) -> tuple[Part, ...]:
    """Return what is said when something on a page has changed: that, and what to answer."""
    told = (Part(sentence, about) for sentence in sentences)
    offers = page.findChildren(NumberSuggestions)
    return (*told, *(part for one in offers if one.isVisible() for part in _offers(one)))


def parts_of_widget(widget: QWidget, chosen: str) -> tuple[Part, ...]:
    """Return what is spoken of the widget with the focus: of an answer its hint too."""
    if isinstance(widget, AnswerCard):
        hint = widget.accessibleDescription()
        return (*_card(widget, chosen), *((Part(hint, widget),) if hint else ()))
    if isinstance(widget, QAbstractButton):
        name = widget.accessibleName() or widget.text().replace("&&", "&")
        return (Part(name, widget),) if name else ()
    if isinstance(widget, QLabel):
        return (Part(widget.text(), widget),)
    name = widget.accessibleName()
    return (Part(name, widget),) if name else ()


def _in_widget(widget: QWidget, chosen: str) -> Iterator[Part]:
    if widget.isHidden():
        return
    if isinstance(widget, AnswerCard):
        yield from _card(widget, chosen)
    elif isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, DigitBoxes):
        yield from _digits(widget)
    elif isinstance(widget, NumberSuggestions):
        yield from _offers(widget)
    elif not isinstance(widget, QAbstractButton):
        yield from _in_container(widget, chosen)


def _in_container(widget: QWidget, chosen: str) -> Iterator[Part]:
    shown = widget.currentWidget() if isinstance(widget, QStackedWidget) else None
    layout = widget.layout()
    if shown is not None:
        yield from _in_widget(shown, chosen)
    elif layout is not None:
        yield from _in_layout(layout, widget, chosen)


def _in_layout(layout: QLayout, owner: QWidget, chosen: str) -> Iterator[Part]:
    """Walk a layout in its order, without asking for its items: PySide would keep those."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    inside: list[QWidget | QLayout] = list(owner.findChildren(QWidget, options=direct))
    inside += layout.findChildren(QLayout, options=direct)
    placed = [(place, one) for one in inside if (place := layout.indexOf(one)) >= 0]
    for _, one in sorted(placed, key=itemgetter(0)):
        if isinstance(one, QWidget):
            yield from _in_widget(one, chosen)
        else:
            yield from _in_layout(one, owner, chosen)


def _card(card: AnswerCard, chosen: str) -> tuple[Part, ...]:
    text = card.accessibleName()
    return (Part(chosen.format(answer=text) if card.isChecked() else text, card),)


def _offers(offers: NumberSuggestions) -> Iterator[Part]:
    for made in offers.offered():
        yield from parts_of_widget(made, "")


def _digits(boxes: DigitBoxes) -> Iterator[Part]:
    if boxes.digits and not isinstance(boxes, MatchSigns):
        yield Part(boxes.digits, boxes)


def _label(label: QLabel) -> Iterator[Part]:
    """Yield the text of a label; of a number with its count only the count."""
    if isinstance(label, SvgPicture) or label.objectName() in MARKS:
        return
    text = label.text().strip()
    if label.objectName() == COUNT:
        text = text.rpartition("  ")[2].strip()
    if text:
        yield Part(text, label)
