"""A health check of the staff page as a card: its sign, name and sentence, and its state.

The state is told by a sign and by the tint behind it; what needs a look also has a frame.
"""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from jknassist.gui.context import UiContext
from jknassist.gui.kiosk.health_checks import Check
from jknassist.gui.style.signs import Sign
from jknassist.gui.widgets.factories import text_label
from jknassist.gui.widgets.paged_area import WHOLE
from jknassist.gui.widgets.sign import SignPicture


class State(NamedTuple):
    """How a state looks: object names of card and badge, sign, and colour role of the sign."""

    card: str
    badge: str
    sign: Sign
    role: str


STATES = {
    True: State("box", "good_state", Sign.GOOD, "good"),
    False: State("bad_check", "bad_state", Sign.ATTENTION, "warn"),
    None: State("box", "asking_state", Sign.CLOCK, "quiet"),
}


class CheckCard(QFrame):
    """Shows one check; `sign` stands for what was checked."""

    def __init__(self, check: Check, sign: Sign, context: UiContext) -> None:
        super().__init__()
        self.check = check
        words, theme = context.words, context.theme
        state = STATES[check.good]
        spoken = {True: words.staff_good, False: words.staff_bad, None: words.staff_asking}
        self.setObjectName(state.card)
        self.setAccessibleName(f"{check.label}: {spoken[check.good]}")
        self.setProperty(WHOLE, True)  # noqa: FBT003  as Qt sets it
        gap, side = theme.px("gap_small"), round(1.2 * theme.px("text"))
        self._gap = gap
        self._row = row = QHBoxLayout(self)
        row.setSpacing(gap)
        self.set_tight(tight=False)
        row.addWidget(SignPicture(sign, side, context.icons, "quiet"))
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addStretch()
        told.addWidget(text_label(check.label, "label"))
        told.addWidget(text_label(check.text))
        told.addStretch()
        row.addLayout(told, 1)
        badge = QFrame()
        badge.setObjectName(state.badge)
        badge.setAccessibleName(spoken[check.good])
        around = QHBoxLayout(badge)
        around.setContentsMargins(gap, gap, gap, gap)
        around.addWidget(SignPicture(state.sign, side, context.icons, state.role))
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_tight(self, *, tight: bool) -> None:
        """Leave less room above and below the words, where there is little height."""
        upright = self._gap // (5 if tight else 2)
        self._row.setContentsMargins(self._gap, upright, self._gap // 2, upright)
