"""The ending: the likely cause, what to do, whom to call, and what to take along."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWizardPage
from typing_extensions import override

from jknassist.core.summary import Summary
from jknassist.gui.answer_cards import TWO_COLUMNS_FROM, direction_for
from jknassist.gui.contact_card import ContactCard
from jknassist.gui.pages.base import PICTURE, Body
from jknassist.gui.parts import Parts, button, frame, heading_label, text_label

SHOWN = 3
"""Contacts on the page; all of them are on paper and behind "Bantuan petugas"."""


WITH_CODE = 2
"""Contacts whose QR code is on the page; more would push the last one off it."""


class EndingPage(QWizardPage):
    """Shows a summary; every way on from here is a signal."""

    copy_wanted = Signal(str, object)
    print_wanted = Signal()
    save_wanted = Signal()
    review_wanted = Signal()
    guide_wanted = Signal(str)
    sources_wanted = Signal()

    def __init__(self, picture: str, summary: Summary, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.summary = summary
        self.setAccessibleName(summary.title)
        gap = parts.look.px("gap")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        body = Body()
        outer.addWidget(body)
        column = QVBoxLayout(body.inside)
        column.setContentsMargins(0, gap // 2, 0, gap // 2)
        column.setSpacing(gap // 2)
        self.heading = heading_label(summary.title)
        column.addLayout(self._top(picture))
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(2 * gap)
        self._halves.addLayout(self._what_to_do(), 1)
        self._halves.addLayout(self._whom_to_call(), 1)
        column.addLayout(self._halves)
        column.addStretch()

    def greet(self, _place: int) -> None:
        """Make ready to be looked at."""
        self.heading.setFocus()

    def _top(self, picture: str) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(self.parts.look.px("gap_small"))
        words.addWidget(text_label(self.summary.heading, "step"))
        words.addWidget(self.heading)
        words.addWidget(text_label(self.summary.cause))
        drawn = QLabel()
        side = round(PICTURE * self.parts.look.scale)
        drawn.setPixmap(self.parts.pictures.draw(picture, side, self.devicePixelRatioF()))
        row = QHBoxLayout()
        row.setSpacing(self.parts.look.px("gap"))
        row.addLayout(words, 1)
        row.addWidget(drawn, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _what_to_do(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.parts.look.px("gap") // 2)
        column.addWidget(text_label(self.parts.words.actions_title, "label"))
        for place, action in enumerate(self.summary.actions, 1):
            column.addLayout(self._numbered(place, action))
        if self.summary.waiting:
            plan = (text_label(line) for line in self.summary.waiting)
            title = text_label(self.parts.words.wait_title, "label")
            column.addWidget(frame("note", title, *plan, look=self.parts.look))
        if self.summary.bring:
            words = f"{self.parts.words.bring_title} {', '.join(self.summary.bring)}."
            column.addWidget(frame("note", text_label(words), look=self.parts.look))
        if self.summary.safety:
            warning = text_label(self.summary.safety)
            column.addWidget(frame("warning", warning, look=self.parts.look))
        for guide in self.summary.guides:
            link = button(guide.title)
            link.clicked.connect(partial(self.guide_wanted.emit, guide.id))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        return column

    def _numbered(self, place: int, action: str) -> QHBoxLayout:
        side = 2 * self.parts.look.px("tick_round")
        mark = QLabel(str(place))
        mark.setObjectName("place")
        mark.setFixedSize(side, side)
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.setSpacing(self.parts.look.px("gap"))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text_label(action), 1)
        return row

    def _whom_to_call(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.parts.look.px("gap") // 2)
        for place, row in enumerate(self.summary.contacts[:SHOWN]):
            card = ContactCard(row, self.parts, brief=True, with_code=place < WITH_CODE)
            card.copy_wanted.connect(self.copy_wanted)
            column.addWidget(card)
        column.addStretch()
        column.addLayout(self._foot())
        return column

    def _foot(self) -> QVBoxLayout:
        words = self.parts.words
        links = QHBoxLayout()
        links.setSpacing(self.parts.look.px("gap"))
        for text, slot in (
            (words.review, self.review_wanted),
            (words.sources_button, self.sources_wanted),
        ):
            link = button(text, "link")
            link.clicked.connect(slot)
            links.addWidget(link)
        links.addStretch()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(links)
        column.addWidget(text_label(self.summary.data_line, "quiet"))
        if not self.parts.kiosk:
            column.addWidget(text_label(words.copy_lasts, "quiet"))
        return column

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._halves.setDirection(
            direction_for(event.size().width(), TWO_COLUMNS_FROM * self.parts.look.scale)
        )
