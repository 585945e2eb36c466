"""A panel laid over the page: a heading, a body, and one button that closes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from jknassist.gui.pages.base import Body
from jknassist.gui.parts import Parts, button, frame, heading_label, text_label


class Panel(QWidget):
    """Closed by its button or by Esc; the page below it stays as it was."""

    closed = Signal()

    def __init__(self, title: str, parts: Parts, close: str = "") -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.parts = parts
        self._choices = 0
        gap = parts.look.px("gap")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        body = Body()
        outer.addWidget(body, 1)
        self.column = QVBoxLayout(body.inside)
        self.column.setContentsMargins(2 * gap, gap, 2 * gap, gap)
        self.column.setSpacing(gap)
        self.heading = heading_label(title)
        self.column.addWidget(self.heading)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(2 * gap, gap // 2, 2 * gap, gap)
        self.foot.setSpacing(gap)
        self.close_button = self.add_foot(close or parts.words.close, "secondary")
        self.close_button.clicked.connect(self.closed)
        self.foot.addStretch()
        outer.addLayout(self.foot)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)

    def add_foot(self, text: str, name: str) -> QPushButton:
        """Add a button to the row at the bottom."""
        made = button(text, name)
        self.foot.addWidget(made)
        return made

    def add_text(self, text: str, name: str = "text") -> QLabel:
        """Add a paragraph; nothing is added for an empty one."""
        label = text_label(text, name)
        if text:
            self.column.addWidget(label)
        return label

    def add_choice(self, text: str) -> QPushButton:
        """Add a large button to the body; its place in the list is its key."""
        choice = button(text, "secondary")
        self.column.addWidget(choice)
        self._choices += 1
        key = QShortcut(QKeySequence(str(self._choices)), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(choice.click)
        return choice

    def add_points(self, points: tuple[str, ...]) -> None:
        """Add a numbered list."""
        side = 2 * self.parts.look.px("tick_round")
        for place, point in enumerate(points, 1):
            mark = QLabel(str(place))
            mark.setObjectName("place")
            mark.setFixedSize(side, side)
            mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row = QHBoxLayout()
            row.setSpacing(self.parts.look.px("gap"))
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(text_label(point), 1)
            self.column.addLayout(row)

    def add_frame(self, name: str, text: str) -> None:
        """Add a framed paragraph."""
        if text:
            self.column.addWidget(frame(name, text_label(text), look=self.parts.look))

    def holds_input(self) -> bool:
        """Tell whether somebody's work stands in it that must not be thrown away unasked."""
        return False

    def greet(self) -> None:
        """Make ready to be looked at."""
        self.heading.setFocus()
