"""Phone number page: type a number, see its diagnosis, or compare it with an earlier entry."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jknassist.core.flow.model import DONT_KNOW, NumberResult, NumberStep
from jknassist.core.flow.session import Answer
from jknassist.core.phone.check import compare_entries, diagnose
from jknassist.core.phone.finding_text import describe, headline
from jknassist.core.phone.mask import BETWEEN
from jknassist.core.phone.result import Diagnosis, Kind, Verdict
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.pages.number.field import NumberField
from jknassist.gui.pages.number.findings import ComparisonView, sentences
from jknassist.gui.pages.number.keypad_layout import KeypadLayout
from jknassist.gui.pages.number.messages import NumberMessages
from jknassist.gui.pages.number.results import KEPT, Ask, comparable, result_of_comparison
from jknassist.gui.pages.number.suggestions import NumberSuggestions
from jknassist.gui.pages.number.typed import TypedNumber
from jknassist.gui.pages.page import QuestionPage
from jknassist.gui.qt.announcements import announce
from jknassist.gui.widgets.answer_list import BESIDE_A_KEYPAD, AnswerList, Hints
from jknassist.gui.widgets.factories import text_label
from jknassist.gui.widgets.keypad import Keypad
from jknassist.gui.widgets.paged_area import DENSE, PAGINATED

KEYPAD_FROM = 1200
"""Least width in pixels of a laptop's page with a keypad; a laptop has keys of its own."""


class NumberPage(QuestionPage):
    """Parses a number while it is typed and validates it when the visitor goes on."""

    def __init__(self, step: NumberStep, context: UiContext) -> None:
        super().__init__(step, context)
        self._earlier: Answer | None = None
        self._entry = self._found = diagnose("", context.plan)
        self._stated: int | None = None
        self._judged = False
        self._doubted: NumberResult | None = None
        self._asked = False
        self._deciding = False
        self._on_next: Callable[[], bool] | None = None
        self.entry = NumberField(context.active_theme, paste=not step.compare_with)
        self.entry.textChanged.connect(self._read)
        self.typed = TypedNumber(context, may_hide=not step.compare_with)
        self.typed.hidden_wanted.connect(self.entry.setFocus)
        self.typed.erase_all.connect(self._erase_all)
        self.typed.paste_wanted.connect(self._paste)
        self.comparison = ComparisonView(context)
        self.offers = NumberSuggestions(context)
        self.offers.used.connect(self._choose_suggestion)
        self.offers.stated.connect(self._state_length)
        self.offers.kept.connect(self._choose_typed)
        self.offers.typing_wanted.connect(self.type_again)
        self.side_by_side.addWidget(self.offers.again_above, 0, Qt.AlignmentFlag.AlignTop)
        self._privacy = text_label(context.words.number_privacy, "hint")
        self.messages = NumberMessages(self, self.entry, self.offers)
        self._gives_way = False
        self.cards = AnswerList(step.answers, context, BESIDE_A_KEYPAD)
        self.cards.chosen.connect(self._choose)
        self.keypad = self._keypad()
        self._layout = KeypadLayout(
            self._typing_column(), self.cards, self.keypad, context.active_theme
        )
        self.column.addWidget(self._layout, 1)
        self._read()

    def _typing_column(self) -> QWidget:
        words = self.context.words
        second = bool(self.compares_with())
        label = text_label(words.number_label_second if second else words.number_label, "label")
        self._label = label
        self.entry.setAccessibleName(label.text())
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.context.theme.px("gap") // 2)
        column.addLayout(self.top)
        above = (self.messages.rest, label, self.entry, self.typed)
        for widget in (*above, self.comparison, self.offers, self._privacy):
            column.addWidget(widget)
        column.addStretch(1)
        return holder

    @override
    def set_density(self, density: int) -> None:
        """Put the keypad beside the field, or below it on a portrait or narrow page.

        While a number is typed, what is wrong with it takes the place of the explanation, which is
        kept as high from the start, so that no key moves. Where that has no room, what only helps
        gives way to the keys once there is a number; else it is said when the visitor goes on.
        """
        for gives_way, kept in self._attempts(density):
            self._arrange(density, gives_way=gives_way, kept=kept)
            if self._fits():
                return

    def _attempts(self, density: int) -> tuple[tuple[bool, bool], ...]:
        """Return what is tried in turn: whether what only helps gives way, and a place is kept.

        Typing begins with what an empty page tries: then the first digit moves nothing.
        """
        typed = bool(self.entry.text())
        if self._deciding:
            return ((typed and density > 1, False),)
        if density < DENSE:
            return ((False, True),)
        empty = ((False, True), (False, False)) if density < PAGINATED else ()
        if typed:
            return (*empty, (True, True), (True, False))
        return empty or ((False, False),)

    def _fits(self) -> bool:
        return self.area.needed_height() <= self.area.height()

    def _arrange(self, density: int, *, gives_way: bool, kept: bool) -> None:
        """Set sizes for a density; `kept` if the place of what may be said is kept."""
        self._gives_way = gives_way
        super().set_density(density)
        if self._finding():
            self.picture.resize_to(0)
        divided, tight = density >= PAGINATED, density >= DENSE
        if self.how_to is not None:
            self.how_to.setHidden(self._finding() or gives_way)
        self.cards.show_hints(Hints.NONE if gives_way else Hints.ALL)
        width, height = self.area.width(), self.area.height()
        self._layout.fit_to(width, height, density)
        self._show_keypad()
        self._layout.fit_cards(width, density)
        self.offers.fit_to(width, tight=tight, divided=divided)
        self.typed.fit_to(width, density, gives_way=gives_way)
        self.comparison.fit_to(width, density)
        self._show_entry()
        self._label.setHidden(self._finding() or density > 1)
        self._privacy.setHidden(self._finding() or gives_way)
        self._keep_place(kept=kept)

    def _keep_place(self, *, kept: bool) -> None:
        """Keep the place of what is said while a number is typed, or say it only afterwards."""
        typing = not self._deciding and not self.keypad.isHidden()
        self._side.invalidate()  # Qt does it later, where the page is not shown yet
        width = self._layout.typing_width(self._width_of_words())
        alone = self.gives_way(0)
        room = self.messages.keep_place(width if typing and kept else 0, alone=alone)
        self.messages.withhold(withheld=typing and not kept)
        told, left = not alone, room
        for label in self.explanation:
            left -= label.heightForWidth(width)
            # Else what is missing, in its place, would be as tall.
            label.setVisible(told or left >= 0)
            left -= self.top.spacing()
        said = self.is_faulted() or self.messages.are_noted() or bool(room)
        self.below_heading.setVisible(said or (told and bool(self.explanation)))
        self._place_heading()

    def _show_keypad(self) -> None:
        """Show the keypad while a number is typed; a narrow window of a laptop has no room."""
        narrow = not self.context.is_kiosk and self.area.width() < KEYPAD_FROM
        self.keypad.setHidden(self._finding() or narrow)

    def _finding(self) -> bool:
        """Return whether the page shows a finding and what to do about it, in place of typing."""
        return self._deciding and bool(self.offers.offered())

    def _show_entry(self) -> None:
        self.entry.setHidden(self._finding())

    @override
    def gives_way(self, density: int) -> bool:
        """Hide the explanation in favour of what is said about the number, and of the keys."""
        return self._finding() or self._gives_way

    def _keypad(self) -> Keypad:
        keypad = Keypad(self.context, may_hide=not self.compares_with())
        keypad.digit.connect(self.entry.type_on)
        keypad.erase.connect(self.entry.erase)
        return keypad

    def compares_with(self) -> str:
        """Return the id of the step whose number this one is compared with, or ""."""
        return self.step.compare_with if isinstance(self.step, NumberStep) else ""

    @override
    def restore_answer(self, given: Answer | None, earlier: Answer | None) -> None:
        """Show what was typed before, or the card that was chosen instead."""
        self._earlier = earlier
        if given and given.found:
            self._entry = given.found
        self.entry.setText(given.typed if given else "")
        self.cards.choose(given.key if given else "")
        super().restore_answer(given, earlier)

    @override
    def fill_in(self, text: str) -> None:
        """Put a number into the field that was typed elsewhere."""
        self.entry.setText(text)

    @override
    def begins_at(self) -> QWidget:
        """Return the number field: typing is the purpose of this page."""
        return self.entry

    @override
    def what_is_missing(self) -> str:
        """Return what is missing: a number, a decision, or a number without what is wrong."""
        words = self.context.words
        if not self.entry.text().strip():
            return words.number_type_first
        said = () if self._finding() else sentences(self._found, self.context)
        return next(iter(said), words.number_decide)

    @override
    def may_leave(self) -> bool:
        """Validate before going on: issues are shown once, and the visitor decides."""
        if self._on_next is not None:
            return self._on_next()
        if self._given_up() and self._may_count() and not self._asked:
            return self._ask_for_the_count()
        if self.given is None and not self._judged and self.entry.text().strip():
            return self._judge()
        may_leave = super().may_leave()
        if not may_leave and not self._finding():
            self.entry.setFocus()  # the message asks for a number: it can be typed at once
        return may_leave

    @override
    def choose_by_digit(self, digit: str) -> None:
        """Choose a suggestion, or type a digit that was pressed while a button had the focus."""
        if self._finding():
            self.offers.choose_by_digit(digit)
        else:
            self.write(digit)

    @override
    def write(self, text: str) -> bool:
        """Type digits into the field, wherever the focus is, while a number is asked for."""
        if self._finding() or not all(sign.isdigit() or sign in BETWEEN for sign in text):
            return False
        self.entry.insert(text)
        self.entry.setFocus()
        return True

    def _read(self) -> None:
        """Follow the typing: count, group, and tell at once only what more typing cannot mend."""
        self._judged = False
        self._on_next = None
        self._doubted = None
        self._stated = None
        super().set_answer(None)
        if self.entry.text() != self._entry.typed:
            self._entry = diagnose(self.entry.text(), self.context.plan)
        self._found = self._entry
        self._show(self._found, only_final=True)
        if self.entry.text():
            self.cards.choose("")

    def _judge(self) -> bool:
        """Tell what was found; return whether there is nothing to show before going on."""
        found = self._found
        self._judged = True
        readable = found.number is not None or found.pattern is not None
        if found.verdict is not Verdict.UNREADABLE and readable:
            earlier = self._first_entry()
            if earlier is not None:
                return self._compare(earlier, found)
            beside = any(finding.kind is Kind.BESIDE for finding in found.findings)
            if found.verdict is Verdict.OK and not beside:
                self._keep()
                return True
        self._show(found, only_final=False)
        return False

    def _first_entry(self) -> Diagnosis | None:
        """Return the diagnosis of the earlier entry, if it can be compared with this number."""
        return comparable(self._earlier.found if self._earlier else None)

    def _compare(self, earlier: Diagnosis, found: Diagnosis) -> bool:
        """Show both numbers side by side; return whether they are equal."""
        second = found.number or ""
        comparison = compare_entries(earlier, found, self.context.plan)
        compared = result_of_comparison(comparison)
        if compared.ask is Ask.NOTHING:
            if earlier.repairs:
                return self._show_repairs(earlier, second)
            self._decide_number(compared.result, second)
            return True
        self.typed.clear()
        self.comparison.show_comparison(comparison)
        if compared.is_decided:
            self._decide_number(compared.result, second)
        else:
            self._doubted = compared.result
        self._offer_after(compared.ask)
        self.offers.explain(self.comparison.sentence)
        self.messages.head(self.comparison.heading)
        self._let_decide(deciding=True)
        return False

    def _offer_after(self, ask: Ask) -> None:
        match ask:
            case Ask.WHICH_IS_WRONG:
                self.offers.ask_what_is_wrong()
            case Ask.KEEP_OR_TYPE_AGAIN:
                self.offers.offer_to_keep()
            case _:
                self.offers.offer_typing()

    def _show_repairs(self, earlier: Diagnosis, second: str) -> bool:
        """Show the repairs made to the first number: the typo may be what is registered."""
        self._decide_number(NumberResult.DIFFERS, second)
        words = self.context.knowledge.number_words
        repairs = (describe(finding, words) for finding in earlier.repairs)
        self.offers.offer_typing()
        self._let_decide(deciding=True)
        self.messages.say((words.compared_repaired, *repairs))
        return False

    def _given_up(self) -> bool:
        """Return whether the visitor cannot give the number of the card."""
        return self.given is not None and self.given.key == DONT_KNOW

    def _may_count(self) -> bool:
        """Return whether the length stated by the owner can still settle the earlier number."""
        earlier = self._first_entry()
        return earlier is not None and earlier.ask_length

    def _ask_for_the_count(self) -> bool:
        """Ask for the length before giving up: it reveals a doubled and a missing digit alike."""
        self._asked = True
        self.offers.ask_only_length()
        self._let_decide(deciding=True)
        return False

    def _state_length(self, length: int) -> None:
        """Take the length stated by the visitor: a new fact, with which to diagnose once more."""
        self._stated = length
        earlier = self._earlier.number if self._earlier and self._given_up() else ""
        if len(earlier) == length:
            self.went_on.emit()
            return
        entry = earlier or self._entry.typed
        found = diagnose(entry, self.context.plan, stated_length=length)
        if not earlier:
            self._found = found
            self._show(found, only_final=False)
        else:
            self.offers.withdraw()
            self._decide_number(NumberResult.DIFFERS, earlier)
            self.messages.say(sentences(found, self.context))

    def _keep(self) -> None:
        self._decide_number(KEPT[self._found.verdict], self._found.number or "")

    def _insist(self) -> bool:
        """Go on with the number as typed: the visitor knows it better than any table."""
        if self._doubted is None:
            self._keep()
        else:
            self._decide_number(self._doubted, self._found.number or "")
        return True

    def _use(self, number: str) -> bool:
        """Go on with a suggestion that the visitor chose; return whether there is no more to say.

        Where it only extracts the number from the entry there was no typo to point out.
        """
        kinds = {one.number: one.kind for one in self._found.suggestions}
        if kinds.get(number) in {Kind.BESIDE, Kind.TWO_NUMBERS}:
            self.entry.setText(number)
            return self._judge()
        self._found = diagnose(number, self.context.plan)
        self._decide_number(NumberResult.CORRECTED, number)
        return True

    def _choose_suggestion(self, number: str) -> None:
        self._choose_for_next(partial(self._use, number))

    def _choose_typed(self) -> None:
        self._choose_for_next(self._insist)

    def _choose_for_next(self, on_next: Callable[[], bool]) -> None:
        """Remember which reading was chosen: it counts once the visitor goes on."""
        self.set_answer(None)
        self.below_heading.setHidden(self._finding() and not self.messages.are_noted())
        self._on_next = on_next
        announce(self.heading, self.context.words.number_used)

    def _decide_number(self, result: NumberResult, number: str) -> None:
        self.set_answer(Answer(step_id=self.step.id, key=result, found=self._found, number=number))

    def _paste(self) -> None:
        self.entry.selectAll()
        self.entry.paste()
        self.entry.setFocus()

    def _erase_all(self) -> None:
        self.entry.wipe()
        self.entry.setFocus()

    def _choose(self, answer_id: str) -> None:
        self.entry.wipe()
        self.cards.choose(answer_id)
        self.set_answer(Answer(step_id=self.step.id, key=answer_id))

    def _let_decide(self, *, deciding: bool) -> None:
        """Show the suggestions in place of the keypad or back, and adapt the tab order."""
        self._deciding = deciding
        offering = self._finding()
        self._show_keypad()
        self._show_entry()
        self.cards.setHidden(offering)
        if offering:
            self.offers.follow(self.entry if self.entry.isVisible() else self.heading)
        self.area.begin()

    def type_again(self) -> None:
        """Show the keypad again; the entry stays and is validated again later."""
        self.cards.choose("")
        self._read()
        self.entry.setFocus()

    def _show(self, found: Diagnosis, *, only_final: bool) -> None:
        said = sentences(found, self.context, only_final=only_final) if self.entry.text() else ()
        self.comparison.hide()
        self.messages.head("")
        if only_final:
            # Digits alone are seen in the field; repeated below it, too many would take two lines.
            alone = self.entry.boxed() is not None or self.entry.text().isdigit()
            self.typed.follow(found, boxed=alone)
            if self.offers.has_focus():
                self.entry.setFocus()
            self.offers.withdraw()
        else:
            self.offers.offer(found, may_count=self._stated is None)
            self.typed.judge(found, " ".join(said), decided=bool(self.offers.offered()))
        self.messages.say(said)
        self._deciding = not only_final
        if self._finding():
            words = self.context.knowledge.number_words
            heading, rest = headline(found.findings, words)
            self.messages.head(heading, *(describe(finding, words) for finding in rest))
        # Last: it divides the page, for which all words have to be there.
        self._let_decide(deciding=not only_final)

    def type_on(self, event: QKeyEvent) -> bool:
        """Forward keys typed outside the field to it; return whether the key was used."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.entry.selectAll()
        elif event.key() == Qt.Key.Key_Backspace:
            self.entry.backspace()
        elif self._finding() and event.text() and self.offers.choose_by_digit(event.text()):
            return True
        elif event.text().isdigit() or event.text().strip() in BETWEEN:
            self.entry.insert(event.text())
        else:
            return False
        self.entry.setFocus()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.type_on(event):
            super().keyPressEvent(event)
