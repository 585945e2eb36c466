"""What was typed, digit by digit: count, boxes, and what to do about digits that the app hides."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from jknassist.core.phone import mask
from jknassist.core.phone.parse import grouped
from jknassist.core.phone.result import Diagnosis, Kind
from jknassist.core.phone.unicode_fold import fold
from jknassist.gui.context import UiContext
from jknassist.gui.qt.announcements import announce, tell_listeners
from jknassist.gui.widgets.digit_boxes import DigitBoxes, boxes_of
from jknassist.gui.widgets.factories import button, text_label
from jknassist.gui.widgets.hidden_digit import HiddenDigit
from jknassist.gui.widgets.paged_area import DENSE, PAGINATED

PAIR = 2
LARGE = 1.45
"""Digit size of a number that was judged, as a factor of the usual one."""

TIGHT = 0.85
"""The same where a page would else be divided: what can be done belongs on it, too."""

LEGEND = 0.6
"""Size of the box in a legend, as a share of a digit box."""


def judged_share(density: int) -> float:
    """Return the digit size of a judged number at a density, as a factor of the usual one."""
    if density >= PAGINATED:
        return TIGHT
    return LARGE if density <= 1 else 1


class HiddenLegend(QWidget):
    """A hatched box and what it stands for."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._message = text_label(context.words.number_hidden_legend, "hint")
        self._message.use_whole_width(whole=True)
        sample = HiddenDigit(context.active_theme, share=LEGEND)
        sample.setFixedSize(sample.sizeHint())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.theme.px("gap_small"))
        row.addWidget(sample)
        row.addWidget(self._message, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show the legend with a sentence."""
        self._message.setText(sentence)
        self.show()

    @property
    def sentence(self) -> str:
        """What the legend says; empty while it is hidden."""
        return "" if self.isHidden() else self._message.text()


class TypedNumber(QWidget):
    """Count and boxes of a number; where the app may hide digits also how to type these."""

    hidden_wanted = Signal()
    erase_all = Signal()
    paste_wanted = Signal()

    def __init__(self, context: UiContext, *, may_hide: bool) -> None:
        super().__init__()
        self._context = context
        self._may_hide = may_hide
        self._judged = self._typing = self._masked = self._asks = False
        self._count_beside: bool | None = None
        words = context.words
        self._count = text_label("", "count")
        self._counted = self._all_counted = ""
        self.boxes = DigitBoxes(context.active_theme)
        self._legend = HiddenLegend(context)
        self._ask = button(words.number_hidden_ask)
        self._ask.clicked.connect(self._explain)
        self._paste = button(words.number_paste)
        self._paste.clicked.connect(self.paste_wanted)
        self._may_paste = may_hide and context.can_copy
        self._erase = button(words.number_erase_all)
        self._erase.clicked.connect(self.erase_all)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px("gap") // 2)
        self._below = below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        below.setSpacing(context.theme.px("gap_small"))
        below.addWidget(self._ask)
        below.addWidget(self._legend)
        below.addWidget(self._paste, 0, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self._erase, 0, Qt.AlignmentFlag.AlignVCenter)
        below.addStretch(1)
        column.addWidget(self.boxes)
        column.addLayout(below)
        self._place_count(beside=not may_hide)

    def _explain(self) -> None:
        """Tell how to type a number of which the app hides a part."""
        how = self._context.words.number_hidden_how
        self._asks = False
        self._ask.hide()
        self._legend.say(how)
        announce(self._ask, how)
        self.hidden_wanted.emit()

    def fit_to(self, width: int, density: int, *, gives_way: bool = False) -> None:
        """Draw the digits that were judged as large as a page of a density has room for.

        What stands below the digits is a column where a row is wider than `width` pixels. On a
        divided page nothing stands there before anything is typed. How to type hidden digits
        `gives_way` where the keys need its place.
        """
        divided, typed = density >= PAGINATED, self._erase.isEnabled()
        if self._asks:
            # The keys belong on the same screen page as what they type.
            self._ask.setHidden(gives_way)
        self._erase.setVisible(self._typing and (typed or not divided))
        if self._masked:
            self._legend.setHidden(gives_way if self._typing else density >= DENSE)
        if self._typing and self._counted:
            # Beside the button one line alone is as tall as before a hidden digit, which is seen.
            self._count.setText(self._all_counted if gives_way else self._counted)
        alone = self._ask.isHidden() and self._legend.isHidden()
        self._place_count(beside=not self._may_hide or (alone and density >= DENSE))
        counted = (self._count,) if self._count_beside else ()
        row = (self._ask, self._legend, self._paste, self._erase, *counted)
        shown = [made for made in row if not made.isHidden()]
        needed = sum(made.minimumSizeHint().width() + self._below.spacing() for made in shown)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._below.setDirection(beside if needed <= width else below)
        self.boxes.resize_to(judged_share(density) if self._judged else 1)
        self._count.setHidden(not self._counted or (self._judged and density >= DENSE))
        policy = self._count.sizePolicy()
        # Its line is there from the start, so that the first digit moves no key.
        policy.setRetainSizeWhenHidden(self._typing and (typed or not divided))
        self._count.setSizePolicy(policy)

    def _say_count(self, said: str) -> None:
        """Show how many digits there are; hidden it has the height of a count all the same."""
        self._counted = said
        self._count.setText(said or self._context.words.number_count.format(count=0))
        self._count.setVisible(bool(said))

    def _place_count(self, *, beside: bool) -> None:
        """Put the count beside the button to erase, whose row is there before, or above it."""
        if beside is self._count_beside:
            return
        self._count_beside = beside
        if beside:
            after = self._below.indexOf(self._erase) + 1
            self._below.insertWidget(after, self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._column.insertWidget(1, self._count)

    def follow(self, found: Diagnosis, *, boxed: bool = False) -> None:
        """Show a number while it is typed; `boxed` if the field itself shows it in boxes."""
        self._judged, self._typing = False, True
        words = self._context.words
        pattern = found.pattern or mask.so_far(fold(found.typed))
        self._masked = bool(pattern)
        number = found.number or ""
        # Of the boxes, which show what was typed: a 0 that was lost is added only afterwards.
        typed = sum(letter.isdigit() for letter in fold(found.typed)) if boxed else len(number)
        count = words.number_count.format(count=typed)
        said = (count if boxed else f"{grouped(number)}   {count}") if number else ""
        if pattern:
            hidden = mask.hidden(pattern)
            said = words.number_count_hidden.format(count=len(pattern), hidden=hidden)
        if said and said != self._counted:
            tell_listeners(self._count, said)
        self._say_count(said)
        self._all_counted = words.number_count.format(count=len(pattern)) if pattern else said
        self.boxes.show_boxes(() if boxed else boxes_of(pattern or ""), said)
        asked = bool(self._legend.sentence) and not found.typed
        if pattern:
            self._legend.say(words.number_hidden_legend)
        elif not asked:
            self._legend.hide()
        self._asks = self._may_hide and not pattern and not asked
        self._ask.setVisible(self._asks)
        self._paste.setVisible(self._may_paste)
        self._erase.setEnabled(bool(found.typed))

    def judge(self, found: Diagnosis, said: str, *, decided: bool = True) -> None:
        """Show a number with the digits marked to which a finding refers.

        Where there is nothing to be decided on, it is typed on, or erased.
        """
        spans = [(finding.at.start, finding.at.stop) for finding in found.findings if finding.at]
        self._judged, self._typing = True, not decided
        boxes = boxes_of(found.number or found.pattern or "", spans)
        self.boxes.show_boxes(boxes, said, self._caption(found, spans))
        self._masked = bool(found.pattern)
        if found.pattern:
            self._legend.say(self._context.words.number_hidden_legend)
        self._asks = False
        for widget in (self._ask, self._paste):
            widget.hide()
        self._erase.setVisible(self._typing)
        words = self._context.words
        beside = any(finding.kind is Kind.BESIDE for finding in found.findings)
        counted = words.number_count if beside else words.number_typed_count
        typed = counted.format(count=len(found.number or ""))
        whole = bool(found.number) and not found.repairs
        self._say_count(typed if whole else "")

    def _caption(self, found: Diagnosis, spans: Sequence[tuple[int, int]]) -> str:
        """Return what stands below a marked run of equal digits: how often it is written."""
        if len(spans) != 1 or not found.number:
            return ""
        run = found.number[slice(*spans[0])]
        if len(run) < PAIR or len(set(run)) > 1:
            return ""
        words = self._context.words
        times = words.number_times.format(count=len(run))
        return words.number_twice if len(run) == PAIR else times

    def clear(self) -> None:
        """Show nothing: the number stands elsewhere."""
        self._typing = self._masked = self._asks = False
        self._say_count("")
        shown = (self._count, self.boxes, self._legend, self._ask, self._erase, self._paste)
        for widget in shown:
            widget.hide()
