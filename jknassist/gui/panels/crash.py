"""Crash panels: the page after an error, the report, and the message at the next start."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui import crash_report
from jknassist.gui.context import UiContext
from jknassist.gui.panels.panel import Panel
from jknassist.gui.panels.save_pdf import save_folders
from jknassist.gui.qt.announcements import set_announced_text
from jknassist.gui.widgets.factories import text_label
from jknassist.gui.widgets.picture import SvgPicture

PICTURES = (260, 220, 120, 0, 0)
"""Picture side in pixels at scale 1 for each density."""

LETTERS_BESIDE = 44
"""Letters that must fit beside the picture; otherwise it is placed above the text."""


class ErrorPanel(Panel):
    """Shows a message beside a picture, and offers a crash report."""

    report_wanted = Signal()

    def __init__(
        self, title: str, texts: tuple[str, ...], context: UiContext, close: str = ""
    ) -> None:
        super().__init__(title, context, close)
        self.explain(*texts)
        name = context.words.picture_name.format(title=title)
        self.picture = SvgPicture("salah", 0, context.icons, name)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(2 * context.theme.px("gap"))
        self._beside.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignCenter)
        self._words = QVBoxLayout()
        self._words.addWidget(self.heading)
        for text in texts:
            self._words.addWidget(text_label(text))
        self._beside.addLayout(self._words, 1)
        self.column.addStretch()
        self.column.addLayout(self._beside)
        self.column.addStretch()
        self.report = self.add_foot(context.words.crash_save, "secondary")
        self.report.clicked.connect(self.report_wanted)
        # The button to go on is at the right, as on every page.
        self.close_button.setObjectName("primary")
        self._own.insertWidget(0, self.report)
        self._own.insertWidget(2, self.close_button)
        self._foot_buttons[:2] = [self._foot_buttons[1], self._foot_buttons[0]]

    @override
    def set_density(self, density: int) -> None:
        super().set_density(density)
        theme = self.context.theme
        side = round(PICTURES[density] * theme.scale)
        self.picture.resize_to(side)
        letters = self.heading.fontMetrics().averageCharWidth() * LETTERS_BESIDE // 2
        beside = self.area.width() - side - self._beside.spacing() >= letters
        side_by_side, stacked = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(side_by_side if beside else stacked)
        self._words.setSpacing(self.column.spacing())


class ReportPanel(Panel):
    """Shows the lines of the report and saves it with one press, never over another file."""

    def __init__(self, lines: tuple[str, ...], context: UiContext) -> None:
        words = context.words
        super().__init__(words.crash_report_title, context)
        self._lines = lines
        self.message = self.add_text(words.crash_report_text)
        self.explain(words.crash_report_text, *lines)
        for label, folder in save_folders(context):
            choice = self.add_choice(label)
            choice.clicked.connect(partial(self.save_into, folder, label))
        self.column.addWidget(self._listed(lines))
        self.column.addStretch()

    def _listed(self, lines: tuple[str, ...]) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.context.theme.px("gap_small") // 2)
        for line in lines:
            label = text_label(line, "hint")
            label.use_whole_width(whole=True)
            column.addWidget(label)
        return inside

    def save_into(self, folder: Path, label: str) -> None:
        """Save the report into a folder and show the result."""
        words = self.context.words
        try:
            path = crash_report.save(folder, self._lines)
        except OSError:
            set_announced_text(self.message, words.save_failed.format(place=label))
        else:
            set_announced_text(self.message, words.save_done.format(name=path.name, place=label))


def crash_panel(context: UiContext) -> ErrorPanel:
    """Return the page that replaces a window that failed."""
    words = context.words
    texts = (words.crash_text, words.crash_lost, words.crash_report_for)
    return ErrorPanel(words.crash_title, texts, context, words.crash_again)


def ended_panel(context: UiContext) -> ErrorPanel:
    """Return the panel shown once after the last process crashed."""
    words = context.words
    texts = (words.crash_ended_text, words.crash_report_for)
    return ErrorPanel(words.crash_ended_title, texts, context)
