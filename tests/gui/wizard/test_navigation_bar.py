"""The navigation bar: visible buttons, labels, and signals."""

from dataclasses import replace
from itertools import product
from typing import cast

import pytest
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tools import page_tour

from jknassist.core.paper import Paper
from jknassist.gui.kiosk.front import kiosk_front
from jknassist.gui.style.scaling import Screen
from jknassist.gui.style.signs import Sign
from jknassist.gui.style.theme import theme_for
from jknassist.gui.volunteer.front import volunteer_front
from jknassist.gui.widgets.progress import Steps
from jknassist.gui.wizard.navigation_bar import NavigationBar
from tests.support.small_context import small_context


@pytest.fixture
def bar(qtbot: QtBot) -> NavigationBar:
    made = NavigationBar(small_context(), volunteer_front())
    qtbot.addWidget(made)
    made.resize(1300, 60)
    return made


def shown(bar: NavigationBar) -> list[QPushButton]:
    return [made for made in bar.buttons if made.isVisibleTo(bar)]


def test_the_first_page_of_a_kiosk_has_actions_and_a_question_has_none(
    bar: NavigationBar, qtbot: QtBot
) -> None:
    bar.arrange(first=True, outcome=False, wide=True)
    assert shown(bar) == [bar.next], "the tools of a laptop stand on its page"
    kiosk = NavigationBar(small_context(is_kiosk=True), kiosk_front("", Paper.ROLL_80))
    qtbot.addWidget(kiosk)
    kiosk.arrange(first=True, outcome=False, wide=True)
    assert shown(kiosk) == [kiosk.by_words, kiosk.sheet, kiosk.next]
    bar.arrange(first=False, outcome=False, wide=True)
    assert shown(bar) == [bar.back, bar.next]


def test_an_outcome_has_what_its_front_offers(bar: NavigationBar, qtbot: QtBot) -> None:
    bar.arrange(first=False, outcome=True, wide=True)
    assert shown(bar) == [bar.back, bar.show_member, bar.copy_all, bar.print, bar.next]
    kiosk = NavigationBar(small_context(is_kiosk=True), kiosk_front("", Paper.ROLL_80))
    qtbot.addWidget(kiosk)
    kiosk.arrange(first=False, outcome=True, wide=True)
    assert shown(kiosk) == [kiosk.back, kiosk.print, kiosk.next]


def test_whether_it_helped_is_asked_beside_the_way_on(bar: NavigationBar) -> None:
    words = small_context().words
    bar.arrange(first=False, outcome=True, wide=True)
    bar.set_end(words.solved_no, asked=True)
    bar.name_next(words.next)
    assert (bar.next.accessibleName(), bar.next.accessibleDescription()) == (words.next, "")
    assert bar.yes not in shown(bar), "Lanjut beside the question would be read as its no"
    bar.name_next(words.solved_no)
    assert shown(bar)[-2:] == [bar.yes, bar.next]
    assert bar.next.accessibleName() == words.solved_no
    assert bar.next.accessibleDescription() == words.solved_question
    bar.set_end(words.start_again, asked=False)
    bar.name_next(words.start_again)
    assert bar.yes not in shown(bar)
    assert (bar.next.accessibleName(), bar.next.accessibleDescription()) == (words.start_again, "")


@pytest.mark.parametrize("width", [1300, 760])
def test_yes_never_comes_to_lie_where_no_was(bar: NavigationBar, width: int) -> None:
    bar.arrange(first=False, outcome=True, wide=False)
    bar.set_end("Belum, cari sebab lain", asked=True)
    bar.show()
    bar.resize(width, 60)
    bar.name_next("Belum, cari sebab lain")
    bar._grid.activate()
    pressed = bar.next.geometry().left()
    bar.name_next("Lagi")
    bar._grid.activate()
    assert bar.next.geometry().left() == pressed


def test_no_button_moves_for_the_longer_label_of_the_last_screen_page(bar: NavigationBar) -> None:
    end = "Mulai lagi dari awal"
    bar.arrange(first=False, outcome=True, wide=True)
    bar.set_end(end, asked=False)
    bar.show()
    buttons = (bar.back, bar.show_member, bar.copy_all, bar.print, bar.next)
    bar.resize(bar._least(buttons[:-1], (bar.next, bar._end)) + 30, 60)
    found = []
    for text in ("Lanjut", end):
        bar.name_next(text)
        bar._grid.activate()
        found.append((bar.sizeHint(), [(made.x(), made.width()) for made in buttons]))
    assert found[0] == found[1]


def test_rows_are_the_same_where_the_last_label_is_the_shorter_one(qtbot: QtBot) -> None:
    context = small_context()
    plain = "Lanjut ke bagian berikutnya"
    words = replace(context.words, next=plain)
    long = replace(context, knowledge=replace(context.knowledge, words=words))
    bar = NavigationBar(long, volunteer_front())
    qtbot.addWidget(bar)
    bar.arrange(first=False, outcome=True, wide=True)
    bar.set_end("Mulai lagi", asked=False)
    bar.show()
    for width in range(300, 1200, 7):
        bar.resize(width, 60)
        found = []
        for text in (plain, "Mulai lagi"):
            bar.name_next(text)
            bar._grid.activate()
            found.append(rows(bar))
        assert found[0] == found[1], width


@pytest.mark.usefixtures("qtbot")
def test_signs_never_make_two_rows_wider_than_an_upright_bar() -> None:
    size = (1080, 1920)
    theme = theme_for(Screen(width=size[0], height=size[1]), kiosk=True)
    window = page_tour.open_window(theme, size, kiosk=True)
    wide = dict[str, int]()
    for outcome in window.context.knowledge.outcomes:
        page_tour.stand(window, outcome.id)
        bar = window.view.navigation
        wide[outcome.id] = bar._grid.minimumSize().width() - bar.width()
    window.close()
    window.deleteLater()
    assert {name: more for name, more in wide.items() if more > 0} == {}


@pytest.mark.parametrize("width", [1300, 760, 200])
def test_nothing_moves_where_the_question_appears(bar: NavigationBar, width: int) -> None:
    end = "Belum, cari sebab lain"
    bar.arrange(first=False, outcome=True, wide=False)
    bar.set_end(end, asked=True)
    bar.show()
    bar.resize(width, 60)
    found = []
    for text in ("Lanjut", end, "Lanjut"):
        bar.name_next(text)
        bar._grid.activate()
        boxes = (bar.back, bar._action_box, bar._question_box, bar.next)
        found.append((bar.sizeHint(), [box.geometry() for box in boxes]))
    assert found[0] == found[1] == found[2]


def test_a_page_that_asks_nothing_keeps_no_room_for_the_question(bar: NavigationBar) -> None:
    bar.arrange(first=False, outcome=False, wide=False)
    before = bar.sizeHint()
    bar.set_end("Belum, cari sebab lain", asked=True)
    assert bar.sizeHint().width() > before.width()
    bar.set_end("", asked=False)
    assert bar.sizeHint() == before


def test_each_button_is_reported(bar: NavigationBar, qtbot: QtBot) -> None:
    for made, signal in (
        (bar.back, bar.back_wanted),
        (bar.next, bar.next_wanted),
        (bar.sheet, bar.sheet_wanted),
        (bar.copy_all, bar.copy_wanted),
        (bar.print, bar.print_wanted),
        (bar.show_member, bar.show_wanted),
        (bar.fraud_warning, bar.fraud_warning_wanted),
        (bar.yes, bar.solved),
    ):
        with qtbot.waitSignal(signal):
            made.click()


def test_where_it_is_narrow_the_actions_stand_above(bar: NavigationBar) -> None:
    bar.arrange(first=False, outcome=True, wide=True)
    assert rows(bar) == [0, 0]
    bar._fit(200)
    assert rows(bar) == [0, 2]


def test_no_button_of_the_first_page_takes_more_than_two_lines(qtbot: QtBot) -> None:
    bar = NavigationBar(small_context(is_kiosk=True), kiosk_front("", Paper.ROLL_80))
    qtbot.addWidget(bar)
    bar._has_fraud_warning = True
    bar.fraud_warning.setText("Ada yang minta kode atau uang?")
    bar.arrange(first=True, outcome=False, wide=True)
    upper = (bar.fraud_warning, bar.by_words, bar.sheet)
    bar._fit(bar._least(upper, (bar.next,), whole=True))
    assert rows(bar, bar.fraud_warning) == [0, 0, 0]
    least = bar._least(upper, (bar.next,))
    bar._fit(least + 1)
    assert rows(bar, bar.fraud_warning) == [0, 2, 2], (
        "its longest word alone would leave it five lines"
    )


def test_where_it_is_narrower_the_question_stands_between(bar: NavigationBar) -> None:
    bar.arrange(first=False, outcome=True, wide=True)
    bar.set_end("Belum, cari sebab lain", asked=True)
    bar.back.setText("Kembali")
    wide = bar._least((bar.back, bar.show_member, bar.copy_all, bar.print), whole=True)
    bar._fit(3000)
    assert rows(bar, bar._question_box) == [0, 0, 0]
    bar._fit(wide)
    assert rows(bar, bar._question_box) == [0, 1, 1]
    bar._fit(200)
    assert rows(bar, bar._question_box) == [0, 2, 1]


def test_upright_in_two_rows_the_question_stands_above_in_one_line_where_it_has_room(
    qtbot: QtBot,
) -> None:
    end, asked = "Belum, cari sebab lain", small_context().words.solved_question
    holder = QWidget()
    qtbot.addWidget(holder)
    bar = NavigationBar(small_context(), volunteer_front())
    bar.setParent(holder)
    holder.resize(3000, 4000)
    holder.show()
    bar.arrange(first=False, outcome=True, wide=False)
    bar.back.setText("Kembali")
    bar.set_end(end, asked=True)
    bar.show()
    bar._measured.setText(asked)
    above = (bar.back, bar.print, bar._measured)
    bar._show_signs(())
    bar.resize(bar._least((*above, bar.yes), (bar._end,), whole=True) - 1, 60)
    places = []
    for text in ("Lanjut", end):
        bar.name_next(text)
        bar._grid.activate()
        bar._action_row.activate()
        assert rows(bar, bar._question_box) == [0, 1, 1]
        assert bar._question.isVisible() is (text == end)
        places.append([made.geometry() for made in (bar.back, bar.print, bar.next)])
    assert places[0] == places[1], "nothing moves where it appears"
    assert bar._question.text() == asked
    assert bar._question.parentWidget() is bar._action_box
    assert bar._question.geometry().right() > bar.print.geometry().right()
    assert (bar.yes.sign, bar.next.sign) == (Sign.CHECK, Sign.NEXT)
    narrow = bar.width()
    bar.resize(3000, 60)
    assert rows(bar, bar._question_box) == [0, 0, 0]
    assert bar._question.parentWidget() is bar._question_box
    assert bar._question.isVisible()
    holder.resize(3000, 2000)
    bar.resize(narrow, 60)
    assert rows(bar, bar._question_box) == [0, 1, 1]
    assert bar._question.parentWidget() is bar._question_box, "elsewhere beside its answers"


def test_two_rows_have_room_for_the_first_button_above_and_the_last_below(
    bar: NavigationBar,
) -> None:
    bar.arrange(first=False, outcome=True, wide=False)
    bar.back.setText("Kembali ke awal")  # wider than "yes", which shares its column
    bar.set_end("Belum, hubungi petugas di kantor BPJS Kesehatan", asked=True)
    width = bar._least((bar.yes,), (bar._end,), whole=True) + 1
    assert bar._least((bar.back, bar.print), whole=True) < width
    bar._fit(width)
    assert rows(bar) != [0, 1]


def test_where_it_is_too_narrow_for_the_question_the_buttons_still_say_it(
    bar: NavigationBar,
) -> None:
    bar.arrange(first=False, outcome=True, wide=False)
    bar.set_end(
        "Belum, cari sebab lain, atau tanyakan saja kepada petugas di sini sekarang", asked=True
    )
    alone = bar._least((bar.yes,), (bar._end,), whole=True)
    bar._fit(alone)
    assert bar._question.isHidden()
    assert rows(bar, bar._question_box) == [0, 1, 1]
    assert bar.yes.accessibleDescription()
    bar._fit(3000)
    assert not bar._question.isHidden()


def test_signs_are_shown_only_where_they_cost_no_line(bar: NavigationBar) -> None:
    bar.arrange(first=False, outcome=True, wide=True)
    bar._fit(3000)
    assert {made.sign for made in bar.buttons} == {*bar._signs.values()}
    upper = (bar.back, bar.show_member, bar.copy_all, bar.print)
    every = bar._least(upper, (bar.next,), whole=True)
    bar._fit(every - 1)
    assert bar.next.sign is Sign.NEXT, "those of the ways on stay the longest"
    assert bar.copy_all.sign is None
    bar._show_signs(())
    bare = bar._least(upper, (bar.next,), whole=True)
    bar._fit(bare)
    assert rows(bar) == [0, 0]
    assert {made.sign for made in bar.buttons if made is not bar.wait_sheet} == {None}


def rows(bar: NavigationBar, *more: QWidget) -> list[int]:
    """Return in which row the actions, the way on, and something else stand."""
    return [row_of(bar._grid, box) for box in (bar._action_box, bar.next, *more)]


def row_of(grid: QGridLayout, box: QWidget) -> int:
    position = cast("tuple[int, int, int, int]", grid.getItemPosition(grid.indexOf(box)))
    return position[0]


def test_the_progress_stands_between_the_buttons_where_nothing_else_does(
    bar: NavigationBar,
) -> None:
    bar.show()
    bar.arrange(first=False, outcome=False, wide=True)
    bar.show_progress(Steps(2, 3))
    assert not bar.progress.isHidden()
    bar.resize(1300, 60)
    bar.layout().activate()  # type: ignore[union-attr]
    left, middle, right = (w.geometry().center().x() for w in (bar.back, bar.progress, bar.next))
    assert left < middle < right
    assert bar.progress.geometry().center().y() == pytest.approx(
        bar.next.geometry().center().y(), abs=6
    )
    bar.resize(320, 200)
    bar.layout().activate()  # type: ignore[union-attr]
    assert bar.progress.geometry().bottom() <= bar.next.geometry().top()
    bar.show_progress(None)
    assert bar.progress.isHidden()
    bar.show_progress(Steps(1, 3), bar=False)
    assert bar.progress.isHidden(), "words alone are not worth a row"
    bar.resize(1300, 60)
    bar.layout().activate()  # type: ignore[union-attr]
    assert not bar.progress.isHidden()
    bar.arrange(first=False, outcome=True, wide=True)
    assert bar.progress.isHidden(), "actions stand there"


def test_a_wait_offers_the_sheet_number_where_it_takes_no_room_from_the_rest(
    bar: NavigationBar, qtbot: QtBot
) -> None:
    bar.arrange(first=False, outcome=False, wide=True)
    bar.show_progress(Steps(6, 1))
    without = bar.progress.bar.isVisibleTo(bar), bar.sizeHint().height()
    bar.offer_sheet(offered=True)
    assert shown(bar) == [bar.back, bar.wait_sheet, bar.next]
    assert bar.progress.isVisibleTo(bar)
    assert (bar.progress.bar.isVisibleTo(bar), bar.sizeHint().height()) == without
    with qtbot.waitSignal(bar.print_wanted):
        bar.wait_sheet.click()
    bar.resize(bar.back.sizeHint().width() + bar.next.sizeHint().width() + 60, 60)
    bar.offer_sheet(offered=True)
    assert shown(bar) == [bar.back, bar.next]
    bar.resize(1300, 60)
    bar.offer_sheet(offered=False)
    assert shown(bar) == [bar.back, bar.next]


def test_at_every_width_the_sheet_number_is_beside_the_rest_or_not_there(qtbot: QtBot) -> None:
    """A button that made the bar wider than it was given would come and go for ever."""
    window, bar = QWidget(), NavigationBar(small_context(), volunteer_front())
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(bar)
    bar.arrange(first=False, outcome=False, wide=True)
    bar.show_progress(Steps(6, 1))
    bar.offer_sheet(offered=True)
    window.show()
    there = set()
    for width, height in product(range(1300, 300, -50), (400, 1600)):
        window.resize(width, height)
        there.add(bar.wait_sheet.isVisible())
        if bar.wait_sheet.isVisible():
            assert bar.wait_sheet.geometry().right() < bar.next.geometry().left()
            assert not bar.wait_sheet.geometry().intersects(bar.progress.geometry())
    assert there == {False, True}
