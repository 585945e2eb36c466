"""The number page: validation, marked digits, decisions of the visitor, and privacy."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from jknassist.core.flow.model import DONT_KNOW, NumberResult
from jknassist.core.flow.session import answer_at
from jknassist.core.phone import check
from jknassist.core.phone.mask import HIDDEN
from jknassist.core.phone.normalize import Normalized
from jknassist.core.phone.parse import parse
from jknassist.core.words import NumberWords
from jknassist.gui.pages.number.reading_card import ReadingCard
from jknassist.gui.style.palette import DARK, LIGHT
from jknassist.gui.widgets.digit_boxes import DRAWN_AT_MOST, DigitBoxes, MatchSigns
from jknassist.gui.widgets.match_sign import MatchSign
from jknassist.gui.widgets.picture import SvgPicture
from tests.gui.conftest import Visitor

SOUND = "081345677890"
DOUBLED = "0813456788901"
TWO_LENGTHS = "081234567890"


@pytest.fixture
def typing(visitor: Visitor) -> Visitor:
    """Give a visitor on the page that asks for the registered number."""
    visitor.choose("tidak_masuk")
    assert visitor.place == "nomor"
    return visitor


def result(visitor: Visitor, step_id: str = "nomor") -> str:
    given = answer_at(visitor.window.flow.session, step_id)
    return given.key if given else ""


def marked(visitor: Visitor) -> list[str]:
    rows = visitor.window.view.page.findChildren(DigitBoxes)
    shown = (row for row in rows if row.isVisible() and not isinstance(row, MatchSigns))
    return [box.digit for row in shown for box in row.boxes if box.marked and box.digit]


def test_a_sound_number_leads_on_at_once(typing: Visitor) -> None:
    typing.type_number(SOUND)
    assert typing.number_page.entry.boxed() == tuple(range(12))
    assert typing.sees(typing.window.context.words.number_count.format(count=12))
    typing.go_on()
    assert typing.place == "nomor_kartu"
    assert result(typing) == NumberResult.OK


def test_lanjut_without_a_number_leads_back_to_the_field(typing: Visitor) -> None:
    typing.go_on()
    assert typing.sees(typing.window.context.words.number_type_first)
    assert typing.number_page.entry.hasFocus()


@pytest.mark.parametrize("typed", ["0", "0812", "+62 812"])
def test_what_is_typed_while_a_button_has_the_focus_goes_into_the_field(
    typing: Visitor, typed: str
) -> None:
    button = typing.window.view.navigation.back
    button.setFocus()
    for sign in typed:
        QTest.keyClicks(QApplication.focusWidget() or button, sign)
    typing.window.outside_typing.settle()
    assert typing.number_page.entry.text() == typed
    assert typing.number_page.entry.hasFocus()


def test_where_nothing_can_be_chosen_lanjut_says_what_is_wrong_with_the_entry(
    typing: Visitor,
) -> None:
    typing.type_number(2 * DOUBLED)
    typing.go_on()
    typing.go_on()
    words = typing.window.context.words
    assert not typing.sees(words.number_decide)
    assert typing.number_page.fault.text()


def colours_of(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    every = itertools.product(range(0, image.width(), 3), range(0, image.height(), 3))
    return {image.pixelColor(x, y).name().upper() for x, y in every}


def test_the_boxes_of_a_number_take_the_dark_colours_at_once(typing: Visitor) -> None:
    typing.type_number(DOUBLED)
    typed = typing.number_page.entry
    assert LIGHT.card in colours_of(typed)
    typing.window.change_color_scheme()
    assert LIGHT.card not in colours_of(typed)
    typing.go_on()
    rows = [row for row in typing.window.view.page.findChildren(DigitBoxes) if row.isVisible()]
    assert rows
    typing.window.change_color_scheme()
    assert [row for row in rows if DARK.card in colours_of(row)] == []


@pytest.mark.parametrize("text", ["0813 4567-7890", "+62 813 4567 7890", "(0813) 45677890"])
def test_what_was_typed_is_not_changed(typing: Visitor, text: str) -> None:
    typing.type_number(text)
    typing.go_on()
    assert typing.place == "nomor_kartu"
    typing.go_back()
    assert typing.number_page.entry.text() == text


def test_a_doubled_digit_is_marked_and_offered_as_a_question(typing: Visitor) -> None:
    typing.type_number(DOUBLED)
    typing.go_on()
    assert typing.place == "nomor", "first it is shown"
    assert marked(typing)
    words = typing.window.context.words
    typing.press(words.number_suggestion.format(number="0813-4567-8901"))
    typing.go_on()
    assert typing.place == "salah_ketik"
    assert result(typing) == NumberResult.CORRECTED


def test_the_visitor_may_insist(typing: Visitor) -> None:
    typing.type_number(DOUBLED)
    typing.go_on()
    typing.press(typing.window.context.words.number_keep)
    typing.go_on()
    assert typing.place == "nomor_kartu"
    assert result(typing) == NumberResult.CHECK


def test_lanjut_alone_does_not_decide(typing: Visitor) -> None:
    typing.type_number(DOUBLED)
    typing.go_on()
    typing.go_on()
    assert typing.place == "nomor"
    assert typing.sees(typing.window.context.words.number_decide)


def test_typing_on_takes_the_judgement_back(typing: Visitor) -> None:
    typing.type_number(DOUBLED)
    typing.go_on()
    assert marked(typing)
    typing.type_number(SOUND)
    assert not marked(typing)
    typing.go_on()
    assert typing.place == "nomor_kartu"


def test_nothing_typed_is_said(typing: Visitor) -> None:
    typing.go_on()
    assert typing.place == "nomor"
    assert typing.sees(typing.window.context.words.number_type_first)


@pytest.mark.parametrize("text", ["rumah", "08134567, 08134568 atau 0813456789012", "☎"])
def test_what_is_no_number_stays_on_the_page(typing: Visitor, text: str) -> None:
    typing.number_page.entry.setText(text)
    typing.go_on()
    assert typing.place == "nomor"
    typing.tap(DONT_KNOW)
    typing.go_on()
    assert typing.place == "periksa"


def test_dont_know_empties_the_field(typing: Visitor) -> None:
    typing.type_number("0813")
    typing.tap(DONT_KNOW)
    assert typing.number_page.entry.text() == ""
    typing.go_on()
    assert typing.place == "periksa"


def test_typing_takes_dont_know_back(typing: Visitor) -> None:
    typing.tap(DONT_KNOW)
    typing.type_number(SOUND)
    typing.go_on()
    assert typing.place == "nomor_kartu"


def test_the_keypad_types_and_erases(typing: Visitor) -> None:
    words = typing.window.context.words
    for key in "0813":
        typing.press(key)
    entry = typing.number_page.entry
    assert entry.text() == "0813"
    typing.press("⌫")
    assert entry.text() == "081"
    typing.press(words.number_erase_all)
    assert entry.text() == ""


def test_undo_brings_no_erased_number_back(typing: Visitor) -> None:
    typing.type_number(SOUND)
    typing.press(typing.window.context.words.number_erase_all)
    entry = typing.number_page.entry
    QTest.keyClick(entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert entry.text() == ""


def second_page(visitor: Visitor, first: str = SOUND) -> Visitor:
    visitor.choose("tidak_masuk")
    visitor.type_number(first)
    visitor.go_on()
    assert visitor.place == "nomor_kartu"
    return visitor


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note every text that is read as a number."""
    texts: list[str] = []

    def noting(text: str) -> Normalized:
        texts.append(text)
        return parse(text)

    monkeypatch.setattr(check, "parse", noting)
    return texts


def test_a_typed_digit_is_examined_once_and_going_on_examines_nothing(
    visitor: Visitor, readings: list[str]
) -> None:
    visitor.choose("tidak_masuk")
    visitor.type_number(SOUND[:-1])
    readings.clear()
    QTest.keyClicks(visitor.number_page.entry, SOUND[-1])
    assert readings == [SOUND]
    visitor.go_on()
    assert visitor.place == "nomor_kartu"
    assert readings.count(SOUND) == 1
    visitor.type_number("0813456778")
    readings.clear()
    visitor.go_on()
    visitor.go_on()
    visitor.go_back()
    assert visitor.place == "nomor"
    assert not readings, "comparing, deciding, and going back examine nothing anew"


def test_the_diagnosis_of_the_page_is_what_the_flow_and_the_paper_have(
    visitor: Visitor, readings: list[str]
) -> None:
    second_page(visitor)
    given = visitor.window.flow.answer_at("nomor")
    assert given is not None
    assert given.found is not None
    assert (given.typed, given.found.number) == (SOUND, given.number)
    readings.clear()
    visitor.tap(DONT_KNOW)
    visitor.go_on()
    visitor.choose(DONT_KNOW)
    summary = visitor.window.flow.summary()
    assert summary is not None
    assert summary.masked_number == "0813-****-890"
    assert not readings


def test_the_same_number_twice_leads_on(visitor: Visitor) -> None:
    second_page(visitor).type_number("0813 4567 7890")
    visitor.go_on()
    assert visitor.place == "periksa"
    assert result(visitor, "nomor_kartu") == NumberResult.SAME


def test_the_first_number_is_hidden_while_the_second_is_typed(visitor: Visitor) -> None:
    second_page(visitor)
    assert not visitor.sees("0813")


def test_a_misread_phone_never_puts_a_sound_number_right(visitor: Visitor) -> None:
    second_page(visitor).type_number("08134567890")
    visitor.go_on()
    assert marked(visitor), "it is shown"
    visitor.go_on()
    assert visitor.place == "nomor_kartu", "and the phone is to be looked at again"
    visitor.type_number(SOUND)
    visitor.go_on()
    assert visitor.place == "periksa"


def test_who_insists_on_the_phone_is_believed(visitor: Visitor) -> None:
    second_page(visitor).type_number("08134567890")
    visitor.go_on()
    visitor.press(visitor.window.context.words.number_keep)
    visitor.go_on()
    assert visitor.place == "salah_ketik"
    assert result(visitor, "nomor_kartu") == NumberResult.DIFFERS


def test_two_numbers_stand_above_each_other_with_the_place_marked(visitor: Visitor) -> None:
    second_page(visitor, TWO_LENGTHS).type_number("08123456890")
    visitor.go_on()
    assert visitor.place == "nomor_kartu", "first it is shown"
    words = visitor.window.context.words
    assert visitor.sees(words.number_first_row.format(count=12))
    assert visitor.sees(words.number_second_row.format(count=11))
    assert marked(visitor)
    assert set(marked(visitor)) == {"7"}
    visitor.go_on()
    assert visitor.place == "salah_ketik"
    assert result(visitor, "nomor_kartu") == NumberResult.DIFFERS


def test_a_quite_different_number_is_another_number(visitor: Visitor) -> None:
    second_page(visitor).type_number("081299990000")
    visitor.go_on()
    visitor.go_on()
    assert result(visitor, "nomor_kartu") == NumberResult.OTHER_NUMBER


@pytest.mark.parametrize("second", [False, True])
def test_pasting_is_blocked_for_the_second_entry_only(visitor: Visitor, *, second: bool) -> None:
    if second:
        second_page(visitor)
    else:
        visitor.choose("tidak_masuk")
    QGuiApplication.clipboard().setText(SOUND)
    entry = visitor.number_page.entry
    QTest.keyClick(entry, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(entry, Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
    QTest.mouseClick(entry, Qt.MouseButton.MiddleButton)
    assert bool(entry.text()) is not second


@pytest.mark.parametrize(
    "second",
    {
        "swapped": "081354677890",
        "two wrong": "081346678890",
        "missing": "08134567790",
        "missing in a run": "08134567890",
        "surplus": "0813456778290",
        "surplus in a run": "0813456777890",
        "swapped and wrong": "081354677891",
    }.items(),
)
def test_as_many_differences_are_told_as_are_seen(
    visitor: Visitor, second: tuple[str, str]
) -> None:
    second_page(visitor)
    visitor.type_number(second[1])
    visitor.go_on()
    page = visitor.number_page
    crosses = [sign.agrees for sign in page.findChildren(MatchSign)].count(False)
    framed = {box for row in page.comparison.findChildren(DigitBoxes) for box in places(row)}
    told = visitor.window.context.knowledge.number_words.short_compared
    assert page.comparison.heading == told.format(count=crosses)
    assert len(framed) == crosses > 0


def places(row: DigitBoxes) -> list[int]:
    return [place for place, box in enumerate(row.boxes) if box.marked]


def test_a_changed_first_number_is_compared_anew(visitor: Visitor) -> None:
    second_page(visitor).type_number(SOUND)
    visitor.go_on()
    visitor.go_back()
    visitor.go_back()
    visitor.type_number("081345677899")
    visitor.go_on()
    assert visitor.place == "nomor_kartu"
    assert visitor.number_page.entry.text() == ""


def test_without_a_first_number_the_second_page_judges_for_itself(visitor: Visitor) -> None:
    visitor.choose("tidak_masuk")
    visitor.type_number("021-5551234")
    visitor.go_on()
    visitor.press(visitor.window.context.words.number_keep)
    visitor.go_on()
    assert result(visitor) == NumberResult.NOT_MOBILE


def test_a_very_long_text_is_bounded_and_said(typing: Visitor) -> None:
    typing.number_page.entry.setText("0813" * 500)
    typing.go_on()
    rows = typing.window.view.page.findChildren(DigitBoxes)
    assert all(len(row.boxes) <= DRAWN_AT_MOST for row in rows)
    assert typing.number_page.entry.boxed() is None
    assert typing.place == "nomor"


def test_the_owners_own_count_settles_a_length_that_may_be(visitor: Visitor) -> None:
    visitor.choose("tidak_masuk")
    visitor.type_number("0813456789")
    visitor.go_on()
    visitor.press("12")
    says = visitor.number_page.messages.message.text()
    assert visitor.window.context.knowledge.number_words.too_short_as_stated[:8] in says


def unsettled(visitor: Visitor) -> Visitor:
    """Come to the second page with a number whose length two counts allow, and give up there."""
    visitor.choose("tidak_masuk")
    visitor.type_number(TWO_LENGTHS)
    visitor.go_on()
    assert visitor.place == "nomor_kartu"
    visitor.tap(DONT_KNOW)
    visitor.go_on()
    return visitor


def test_before_giving_up_the_visitor_is_asked_to_count(visitor: Visitor) -> None:
    unsettled(visitor)
    assert visitor.place == "nomor_kartu"
    visitor.press("12")
    assert visitor.place == "periksa"


def test_a_count_that_differs_is_a_mistyped_number(visitor: Visitor) -> None:
    unsettled(visitor).press("11")
    visitor.go_on()
    assert visitor.place == "salah_ketik"


def test_the_count_need_not_be_known_either(visitor: Visitor) -> None:
    unsettled(visitor).go_on()
    assert visitor.place == "periksa"


def test_a_digit_typed_beside_the_field_goes_into_it(typing: Visitor) -> None:
    typing.type_number("0813456789")
    typing.go_on()
    offer = typing.number_page.offers
    assert offer.has_focus()
    typing.key(Qt.Key.Key_0)
    assert typing.number_page.entry.text() == "08134567890"
    assert typing.number_page.entry.hasFocus()
    assert not offer.isVisible(), "what was said of another number is gone"


def test_taking_dont_know_back_unmarks_its_card(typing: Visitor) -> None:
    typing.tap(DONT_KNOW)
    (card,) = typing.number_page.cards.cards
    assert card.isChecked()
    typing.type_number("0813")
    assert not card.isChecked()


def test_erasing_beside_the_field_erases_in_it(typing: Visitor) -> None:
    typing.type_number("0813456789")
    typing.go_on()
    typing.key(Qt.Key.Key_Backspace)
    assert typing.number_page.entry.text() == "081345678"
    typing.go_on()
    control = Qt.KeyboardModifier.ControlModifier
    typing.key(Qt.Key.Key_A, control)
    QTest.keyClicks(typing.number_page.entry, SOUND)
    assert typing.number_page.entry.text() == SOUND


def test_typing_again_after_the_count_was_asked_brings_the_keypad_back(typing: Visitor) -> None:
    typing.type_number("0812345678")
    typing.go_on()
    assert not typing.number_page.keypad.isVisible()
    typing.press(typing.window.context.words.number_again)
    assert typing.number_page.keypad.isVisible()


@pytest.mark.parametrize("typed", ["00813 4567 7890", "813 4567 7890", "6262813 4567 7890"])
def test_a_repaired_number_is_shown_before_it_is_used(typing: Visitor, typed: str) -> None:
    typing.type_number(typed)
    typing.go_on()
    assert typing.place == "nomor"
    typing.press(typing.window.context.words.number_suggestion.format(number="0813-4567-7890"))
    typing.go_on()
    assert typing.place == "salah_ketik"
    assert result(typing) == NumberResult.CORRECTED


def test_a_kept_number_shows_its_repair_on_the_second_page(
    visitor: Visitor,
) -> None:
    visitor.choose("tidak_masuk")
    visitor.type_number("00813 4567 7890")
    visitor.go_on()
    visitor.press(visitor.window.context.words.number_keep)
    visitor.go_on()
    assert visitor.place == "nomor_kartu"
    visitor.type_number(SOUND)
    visitor.go_on()
    assert visitor.place == "nomor_kartu", "first it is shown"
    assert visitor.sees(visitor.window.context.knowledge.number_words.compared_repaired)
    visitor.go_on()
    assert visitor.place == "salah_ketik"
    assert result(visitor, "nomor_kartu") == NumberResult.DIFFERS


def hidden(visitor: Visitor) -> int:
    entry = visitor.number_page.entry
    if entry.isVisible() and entry.boxed() is not None:
        return entry.text().count(HIDDEN)
    rows = visitor.window.view.page.findChildren(DigitBoxes)
    shown = (row for row in rows if row.isVisible() and not isinstance(row, MatchSigns))
    return sum(box.digit == HIDDEN for row in shown for box in row.boxes)


def shown_pictures(visitor: Visitor) -> list[SvgPicture]:
    """Return the pictures beside the two rows of a comparison."""
    return visitor.number_page.comparison.findChildren(SvgPicture)


def masked_then(visitor: Visitor, second: str) -> Visitor:
    """Type a partly hidden number, keep it, and type the number in the phone."""
    visitor.choose("tidak_masuk")
    visitor.type_number("0813****7890")
    assert hidden(visitor) == 4
    visitor.go_on()
    assert visitor.place == "nomor", "first it is told how much is hidden"
    assert hidden(visitor) == 4
    visitor.press(visitor.window.context.words.number_keep)
    visitor.go_on()
    assert visitor.place == "nomor_kartu"
    visitor.type_number(second)
    visitor.go_on()
    assert visitor.place == "nomor_kartu", "what could be compared is told first"
    assert hidden(visitor) == 4
    return visitor


def number_words(visitor: Visitor) -> NumberWords:
    return visitor.window.context.knowledge.number_words


def test_a_masked_number_that_fits_leads_on(visitor: Visitor) -> None:
    masked_then(visitor, SOUND)
    assert visitor.sees(number_words(visitor).compared_visible_same.format(visible=8))
    assert visitor.sees(number_words(visitor).compared_hidden.format(hidden=4))
    assert not marked(visitor)
    visitor.go_on()
    assert visitor.place == "periksa"
    assert result(visitor, "nomor_kartu") == NumberResult.SAME


def test_a_masked_number_that_does_not_fit_concludes_nothing(visitor: Visitor) -> None:
    masked_then(visitor, "081345677809")
    assert visitor.sees(number_words(visitor).compared_visible_count.format(differing=2))
    assert marked(visitor) == ["9", "0", "0", "9"]
    visitor.go_on()
    assert visitor.place == "nomor_kartu", "the person decides, not the mask"
    visitor.press(visitor.window.context.words.number_app_wrong)
    visitor.go_on()
    assert visitor.place == "salah_ketik"
    assert result(visitor, "nomor_kartu") == NumberResult.DIFFERS


def test_who_mistyped_beside_a_masked_number_types_again(visitor: Visitor) -> None:
    masked_then(visitor, "081345677809")
    visitor.press(visitor.window.context.words.number_typed_wrong)
    assert visitor.number_page.entry.hasFocus()
    visitor.type_number(SOUND)
    visitor.go_on()
    visitor.go_on()
    assert visitor.place == "periksa"


def test_quite_other_digits_beside_a_masked_number_are_another_number(visitor: Visitor) -> None:
    masked_then(visitor, "085645671234")
    visitor.press(visitor.window.context.words.number_app_wrong)
    visitor.go_on()
    assert result(visitor, "nomor_kartu") == NumberResult.OTHER_NUMBER


def test_a_sign_between_the_rows_says_where_they_agree(visitor: Visitor) -> None:
    masked_then(visitor, "081345677809")
    signs = [sign.agrees for sign in visitor.window.view.page.findChildren(MatchSign)]
    assert signs == [*[True] * 4, *[None] * 4, True, True, False, False]


def test_pictures_say_where_a_masked_and_a_whole_number_are_seen(visitor: Visitor) -> None:
    masked_then(visitor, "081345677809")
    assert [one.isVisible() for one in shown_pictures(visitor)] == [True, True]


def test_two_whole_numbers_have_no_such_pictures(visitor: Visitor) -> None:
    second_page(visitor).type_number("081345677809")
    visitor.go_on()
    assert visitor.place == "nomor_kartu"
    assert [one.isVisible() for one in shown_pictures(visitor)] == [False, False]


def test_the_button_of_the_guide_gives_way_to_what_was_found(visitor: Visitor) -> None:
    page = second_page(visitor).number_page
    assert page.how_to is not None
    assert page.how_to.isVisible()
    visitor.type_number("081345677809")
    visitor.go_on()
    assert page.how_to.isHidden()
    visitor.press(visitor.window.context.words.number_again)
    assert page.how_to.isVisible()


def test_the_key_for_a_hidden_digit_types_a_star(typing: Visitor) -> None:
    words = typing.window.context.words
    for key in "0813":
        typing.press(key)
    (star,) = (
        key
        for key in typing.number_page.keypad.findChildren(QPushButton)
        if key.accessibleName() == words.number_hidden_key
    )
    QTest.mouseClick(star, Qt.MouseButton.LeftButton)
    assert typing.number_page.entry.text() == "0813*"
    assert hidden(typing) == 1
    assert typing.sees(words.number_count_hidden.format(count=5, hidden=1))
    assert typing.sees(words.number_hidden_legend)


def test_a_star_typed_beside_the_field_goes_into_it(typing: Visitor) -> None:
    typing.type_number("0813456789")
    typing.go_on()
    assert typing.number_page.offers.has_focus()
    typing.key(Qt.Key.Key_Asterisk)
    assert typing.number_page.entry.text() == "0813456789*"


def test_help_on_a_hidden_number_says_how_to_type_it(typing: Visitor) -> None:
    words = typing.window.context.words
    typing.press(words.number_hidden_ask)
    assert typing.sees(words.number_hidden_how)
    assert not typing.sees(words.number_hidden_ask)
    assert typing.number_page.entry.hasFocus()
    typing.type_number(SOUND)
    assert not typing.sees(words.number_hidden_how)


def test_only_the_registered_number_may_be_hidden(visitor: Visitor) -> None:
    second_page(visitor)
    words = visitor.window.context.words
    assert not visitor.sees(words.number_hidden_ask)
    assert visitor.sees(words.number_erase_all)
    names = {key.accessibleName() for key in visitor.number_page.keypad.findChildren(QPushButton)}
    assert words.number_hidden_key not in names


def test_the_boxes_of_a_hidden_number_say_so_to_a_screen_reader(typing: Visitor) -> None:
    typing.type_number("0813****22")
    words = typing.window.context.words
    said = words.number_count_hidden.format(count=10, hidden=4)
    assert typing.number_page.typed.boxes.accessibleName() == said


def test_where_two_readings_are_possible_both_are_offered(typing: Visitor) -> None:
    typing.number_page.entry.setText("0813 4567 7890 1")
    typing.go_on()
    words = typing.window.context.words
    assert not typing.sees(words.number_keep)
    assert typing.sees(words.number_suggestion.format(number="0813-4567-78901"))
    typing.press(words.number_suggestion.format(number="0813-4567-7890"))
    typing.go_on()
    assert typing.place == "nomor_kartu"
    assert result(typing) == NumberResult.OK, "nothing was mistyped"


def test_what_stood_beside_the_number_is_reported_first(typing: Visitor) -> None:
    typing.number_page.entry.setText("1. 0813 4567 7890")
    typing.go_on()
    assert typing.place == "nomor"
    typing.press(typing.window.context.words.number_keep)
    typing.go_on()
    assert typing.place == "nomor_kartu"
    assert result(typing) == NumberResult.OK


def test_what_stood_beside_a_number_is_named(typing: Visitor) -> None:
    typing.number_page.entry.setText("1. 0813 4567 7890")
    typing.go_on()
    assert typing.sees(number_words(typing).beside.format(left="1"))


def test_a_number_that_a_spreadsheet_cut_is_named_and_cannot_be_kept(typing: Visitor) -> None:
    typing.type_number("8,13457E+10")
    typing.go_on()
    assert typing.place == "nomor"
    assert typing.sees(number_words(typing).spreadsheet)
    assert not typing.sees(typing.window.context.words.number_keep)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("00813 4567 7890", "doubled_zero"),
        ("813 4567 7890", "lost_zero"),
        ("6262813 4567 7890", "doubled_prefix"),
        ("+62 0813 4567 7890", "country_code_and_zero"),
    ],
)
def test_a_repair_is_named_and_its_number_offered_first(
    typing: Visitor, typed: str, sentence: str
) -> None:
    typing.number_page.entry.setText(typed)
    typing.go_on()
    assert typing.sees(getattr(number_words(typing), sentence))
    first, *_ = typing.number_page.offers.offered()
    words = typing.window.context.words
    assert first.text() == words.number_suggestion.format(number="0813-4567-7890")
    assert first.hasFocus()


def test_two_doubled_digits_are_both_undone_in_the_offer(typing: Visitor) -> None:
    typing.type_number("08134456778900")
    typing.go_on()
    offered = [offer.text() for offer in typing.number_page.offers.offered()]
    words = typing.window.context.words
    assert words.number_suggestion.format(number="0813-4567-7890") in offered
    assert offered[0] != words.number_keep


@pytest.mark.parametrize("typed", ["0849 4567 7890", "0813 4567", "0813 4567 7890 123", "12345"])
def test_the_first_button_never_keeps_a_number_that_is_obviously_wrong(
    typing: Visitor, typed: str
) -> None:
    typing.type_number(typed)
    typing.go_on()
    offered = [offer.text() for offer in typing.number_page.offers.offered()]
    assert typing.window.context.words.number_keep not in offered[:1]


def test_a_finding_is_the_heading_and_two_readings_are_two_cards(typing: Visitor) -> None:
    page = typing.number_page
    title = page.heading.text()
    typing.type_number(DOUBLED)
    typing.go_on()
    assert page.heading.text() == "short doubled angka 8"
    assert not page.entry.isVisible()
    cards = page.findChildren(ReadingCard)
    assert [card.reading.number for card in cards] == ["081345678901", DOUBLED]
    assert not any(card.isChecked() for card in cards), "nothing is chosen beforehand"
    typing.press(typing.window.context.words.number_again)
    assert page.heading.text() == title
    assert page.entry.isVisible()


@pytest.mark.parametrize(("key", "chosen"), [(Qt.Key.Key_1, 0), (Qt.Key.Key_2, 1)])
def test_the_digit_of_a_card_chooses_it_and_lanjut_goes_on(
    typing: Visitor, key: Qt.Key, chosen: int
) -> None:
    typing.type_number(DOUBLED)
    typing.go_on()
    typing.key(key)
    cards = typing.number_page.findChildren(ReadingCard)
    assert [card.isChecked() for card in cards] == [chosen == 0, chosen == 1]
    assert typing.number_page.entry.text() == DOUBLED, "the digit is not typed"
    assert typing.place == "nomor"
    typing.go_on()
    assert typing.place == ("salah_ketik", "nomor_kartu")[chosen]


def test_a_choice_between_readings_can_be_changed(typing: Visitor) -> None:
    typing.type_number(DOUBLED)
    typing.go_on()
    typing.key(Qt.Key.Key_1)
    typing.key(Qt.Key.Key_2)
    typing.go_on()
    assert result(typing) == NumberResult.CHECK


def test_a_digit_without_a_card_is_typed(typing: Visitor) -> None:
    typing.type_number(DOUBLED)
    typing.go_on()
    typing.key(Qt.Key.Key_9)
    assert typing.number_page.entry.text() == f"{DOUBLED}9"
    assert typing.number_page.entry.isVisible()


def test_a_laptop_pastes_a_number_by_a_button_but_never_the_second(visitor: Visitor) -> None:
    QGuiApplication.clipboard().setText(SOUND)
    visitor.choose("tidak_masuk")
    paste = visitor.window.context.words.number_paste
    visitor.type_number("0999")
    visitor.press(paste)
    assert visitor.number_page.entry.text() == SOUND
    visitor.go_on()
    assert visitor.place == "nomor_kartu"
    assert not visitor.sees(paste)
