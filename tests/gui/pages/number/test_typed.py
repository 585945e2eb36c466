"""The number while it is typed: count and boxes."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from jknassist.core.phone.check import diagnose
from jknassist.gui.pages.number.typed import TypedNumber, judged_share
from jknassist.gui.widgets.paged_area import DENSE, DENSITIES, PAGINATED
from tests.support.small_context import small_context
from tests.support.small_plan import small_index


def shown(view: TypedNumber) -> str:
    labels = view.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(view))


@pytest.fixture
def view(qtbot: QtBot) -> TypedNumber:
    made = TypedNumber(small_context(), may_hide=True)
    qtbot.addWidget(made)
    return made


def test_the_count_follows_what_is_typed(view: TypedNumber) -> None:
    view.follow(diagnose("081234567890", small_index()))
    assert small_context().words.number_count.format(count=12) in shown(view)
    view.follow(diagnose("", small_index()))
    assert shown(view) == ""


@pytest.mark.parametrize("typed", ["81345678920", "2081345678920", "6281345678920", "+62 813-4567"])
def test_beside_boxes_the_digits_in_them_are_counted(view: TypedNumber, typed: str) -> None:
    view.follow(diagnose(typed, small_index()), boxed=True)
    count = sum(letter.isdigit() for letter in typed)
    assert small_context().words.number_count.format(count=count) in shown(view)


def test_hidden_digits_are_counted_apart(view: TypedNumber) -> None:
    view.follow(diagnose("0812****7890", small_index()))
    words = small_context().words
    assert words.number_count_hidden.format(count=12, hidden=4) in shown(view)
    assert words.number_hidden_legend in shown(view)


def test_it_can_be_cleared(view: TypedNumber) -> None:
    view.follow(diagnose("081234567890", small_index()))
    view.clear()
    assert shown(view) == ""


def test_a_page_that_would_be_divided_draws_judged_digits_smaller() -> None:
    shares = [judged_share(density) for density in DENSITIES]
    assert shares == sorted(shares, reverse=True)
    assert shares[-1] < shares[-2] == 1


def test_digits_left_out_beside_a_number_are_not_counted_as_typed(qtbot: QtBot) -> None:
    context = small_context()
    view = TypedNumber(context, may_hide=True)
    qtbot.addWidget(view)
    view.judge(diagnose("0812-3456-7890 kartu 0001234567890", small_index()), "")
    assert shown(view) == context.words.number_count.format(count=12)
    view.judge(diagnose("0812-3456-7890", small_index()), "")
    assert shown(view) == context.words.number_typed_count.format(count=12)


def test_the_buttons_stand_below_each_other_where_a_row_is_too_wide(qtbot: QtBot) -> None:
    made = TypedNumber(small_context(), may_hide=True)
    qtbot.addWidget(made)
    made.follow(diagnose("", small_index()))
    made.show()
    beside = made.minimumSizeHint().width()
    made.fit_to(beside - 1, 1)
    qtbot.waitUntil(lambda: made.minimumSizeHint().width() < beside)
    below = made.minimumSizeHint().width()
    made.fit_to(2 * beside, 1)
    qtbot.waitUntil(lambda: made.minimumSizeHint().width() > below)


def offered(view: TypedNumber) -> list[str]:
    buttons = view.findChildren(QPushButton)
    return [each.text() for each in buttons if each.isVisibleTo(view)]


@pytest.mark.parametrize("may_hide", [True, False])
def test_all_can_be_erased_below_the_number_on_both_pages(qtbot: QtBot, *, may_hide: bool) -> None:
    view = TypedNumber(small_context(), may_hide=may_hide)
    qtbot.addWidget(view)
    words = small_context().words
    for density in DENSITIES:
        view.follow(diagnose("0812", small_index()))
        view.fit_to(900, density)
        assert words.number_erase_all in offered(view)
        view.follow(diagnose("", small_index()))
        view.fit_to(900, density)
        assert (words.number_erase_all in offered(view)) == (density < PAGINATED)


def test_nothing_moves_on_the_second_page_with_the_first_digit(qtbot: QtBot) -> None:
    view = TypedNumber(small_context(), may_hide=False)
    qtbot.addWidget(view)
    heights = []
    for typed in ("", "0"):
        view.follow(diagnose(typed, small_index()), boxed=True)
        view.fit_to(900, 1)
        heights.append(view.sizeHint().height())
    assert heights[0] == heights[1]


def test_how_to_type_a_hidden_number_gives_way_to_the_keys_on_a_tight_page(
    view: TypedNumber,
) -> None:
    ask = small_context().words.number_hidden_ask
    for typed, gives_way, asked in (
        *(("", False, True), ("0812", True, False)),
        *(("0812", False, True), ("0812****", False, False)),
    ):
        view.follow(diagnose(typed, small_index()))
        view.fit_to(900, DENSE, gives_way=gives_way)
        assert (ask in offered(view)) == asked


def test_hidden_digits_are_not_counted_apart_where_the_keys_need_the_place(
    view: TypedNumber,
) -> None:
    words = small_context().words
    view.follow(diagnose("0812****7890", small_index()))
    view.fit_to(900, DENSE, gives_way=True)
    assert shown(view) == words.number_count.format(count=12)


def test_the_first_digit_moves_nothing_below_the_count(view: TypedNumber) -> None:
    heights = []
    for typed in ("", "0"):
        view.follow(diagnose(typed, small_index()), boxed=True)
        view.fit_to(900, 1)
        heights.append(view.sizeHint().height())
    assert heights[0] == heights[1]
