"""The outcome page: what can be copied besides contacts."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tools import page_tour

from jknassist.core.flow.session import Session
from jknassist.core.flow.summary import summarise
from jknassist.core.paper import Paper
from jknassist.gui.kiosk.front import kiosk_front
from jknassist.gui.main_window import MainWindow
from jknassist.gui.pages.outcome import OutcomePage
from jknassist.gui.qt.clipboard import ClipboardWriter
from jknassist.gui.style.scaling import Screen
from jknassist.gui.style.theme import TextSize, theme_for
from jknassist.gui.widgets.contact_card import ContactCard
from jknassist.gui.widgets.paged_area import PAGINATED
from jknassist.gui.widgets.qr_code import QrCode
from jknassist.gui.widgets.sign import SignPicture
from jknassist.gui.widgets.signed_text import SignedText
from jknassist.gui.widgets.step_card import StepCard
from tests.gui.conftest import Open, Visitor
from tests.support.small_context import small_context
from tests.support.small_knowledge import small_knowledge
from tests.support.summaries import session_with_a_number, summary_of

KNOWLEDGE = small_knowledge()
COPY = KNOWLEDGE.words.message_copy


def test_the_prepared_message_is_copied_alone(open_window: Open, qtbot: QtBot) -> None:
    visitor = Visitor(open_window(KNOWLEDGE), qtbot)
    visitor.choose("pulsa")
    visitor.press(COPY)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == KNOWLEDGE.outcomes[0].message)
    assert visitor.sees(KNOWLEDGE.words.copied)


def test_an_ending_without_a_message_has_nothing_to_copy(open_window: Open, qtbot: QtBot) -> None:
    visitor = Visitor(open_window(KNOWLEDGE), qtbot)
    visitor.window.view.jump_to("gangguan")
    assert visitor.place == "gangguan"
    assert not visitor.sees(COPY)


KNOWLEDGE = small_knowledge()


@pytest.mark.parametrize("kiosk", [False, True])
def test_an_ending_shows_the_codes_and_the_plan_for_waiting(
    qtbot: QtBot, qapp: QApplication, *, kiosk: bool
) -> None:
    assert qapp is not None
    outcome = replace(
        next(one for one in KNOWLEDGE.outcomes if one.id == "gangguan"),
        contacts=("care_center", "pandawa", "kantor"),
    )
    summary = summarise(KNOWLEDGE, outcome, Session())
    context = small_context(is_kiosk=kiosk)
    page = OutcomePage("", summary, context)
    qtbot.addWidget(page)
    page.show()
    codes = [view.payload for view in page.findChildren(QrCode)]
    assert codes == ["tel:165"], "of the first contact alone"
    texts = {label.text() for label in page.findChildren(QLabel)}
    assert set(summary.waiting) < texts
    assert (context.words.copy_lasts in texts) is not kiosk, "only where something can be copied"


@pytest.mark.parametrize("kiosk", [False, True])
def test_the_ending_of_a_mistyped_number_shows_the_one_that_was_chosen(
    qtbot: QtBot, qapp: QApplication, *, kiosk: bool
) -> None:
    assert qapp is not None
    context = small_context(is_kiosk=kiosk)
    for session, shown in ((session_with_a_number(), 1), (Session(), 0)):
        summary = summary_of("salah_ketik", session)
        page = OutcomePage("", summary, context)
        qtbot.addWidget(page)
        page.show()
        said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        assert said.count(summary.number_line) == shown
        assert sum("0812-****-890" in text for text in said) == shown
        assert ("0812-****-890" in page.heading.accessibleName()) is bool(shown)


def test_a_clock_stands_beside_a_limit_that_asks_for_time_to_pass_only(
    qtbot: QtBot, qapp: QApplication
) -> None:
    assert qapp is not None
    seen = []
    for waits in (True, False):
        summary = replace(summary_of("salah_ketik"), waits=waits)
        page = OutcomePage("", summary, small_context())
        qtbot.addWidget(page)
        found = page.findChildren(SignedText)
        (line,) = [one for one in found if one.label.text() == summary.limit_line]
        (drawn,) = line.findChildren(SignPicture)
        seen.append(drawn.pixmap().toImage())
    assert seen[0] != seen[1]


def test_another_ending_does_not_say_that_it_was_copied(visitor: Visitor) -> None:
    words = visitor.window.context.words
    visitor.choose("pulsa")
    visitor.press(words.copy_all)
    visitor.go_back()
    visitor.choose("tidak_tahu")
    visitor.choose("tidak_tahu")
    assert visitor.window.view.navigation.copy_all.text() == words.copy_all


def test_a_kiosk_offers_paper_and_no_copy(qtbot: QtBot, qapp: QApplication) -> None:
    front = kiosk_front("", Paper.A4)
    context = small_context(is_kiosk=front.is_kiosk)
    window = MainWindow(context, front, ClipboardWriter(qapp.clipboard()))
    qtbot.addWidget(window)
    window.show()
    visitor = Visitor(window, qtbot)
    words = visitor.window.context.words
    qapp.clipboard().setText("belanja")
    visitor.choose("pulsa")
    assert not visitor.sees(words.copy_all)
    visitor.window.copy_summary()
    assert qapp.clipboard().text() == "belanja"
    assert words.print_paper in visitor.texts()
    assert words.print not in visitor.texts()


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(
    "size", [(1366, 768), pytest.param((1024, 768), marks=pytest.mark.release)]
)
def test_the_fine_print_is_left_out_only_where_it_has_no_room(size: tuple[int, int]) -> None:
    theme = theme_for(Screen(width=size[0], height=size[1]), kiosk=False)
    window = page_tour.open_window(theme, size)
    shown = {}
    for outcome in window.context.knowledge.outcomes:
        page_tour.stand(window, outcome.id)
        page = window.view.page
        assert isinstance(page, OutcomePage)
        texts = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
        shown[outcome.id] = window.context.words.copy_lasts in texts
        spare = page.area.height() - page.area.needed_height()
        line = QFontMetrics(page.heading.font()).height()
        assert shown[outcome.id] or spare < 2 * line, outcome.id
    window.close()
    window.deleteLater()
    assert sum(shown.values()) > len(shown) / 3


HARDEST = (
    *("gangguan", "pesan_belum_diproses", "kode_ditolak", "pulsa_terpotong", "tiga_sebab"),
    *("nomor_terdaftar_tidak_diketahui", "salah_ketik", "nik_terdaftar", "penipuan", "pulsa_habis"),
)
"""Endings with a plan for waiting, with papers to bring, with three how-tos, and short ones."""


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(
    ("size", "kiosk"),
    [((1366, 768), False), ((1366, 768), True), ((1024, 768), True), ((1080, 1920), True)],
)
def test_an_ending_is_one_screen_page(size: tuple[int, int], *, kiosk: bool) -> None:
    theme = theme_for(Screen(width=size[0], height=size[1]), kiosk=kiosk)
    window = page_tour.open_window(theme, size, kiosk=kiosk)
    words, several = window.context.words, {}
    for name in HARDEST:
        page_tour.stand(window, name)
        pages = len(window.view.page.area.screen_pages)
        if pages > 1 or window.view.navigation.next.text() == words.next:
            several[name] = pages
    window.close()
    window.deleteLater()
    assert several == {}


@pytest.mark.usefixtures("qtbot")
def test_pictures_of_a_divided_ending_take_what_its_first_screen_page_leaves() -> None:
    size = (1366, 768)
    theme = theme_for(Screen(width=size[0], height=size[1]), kiosk=True)
    large = replace(theme, letters=TextSize.A_PLUS.times)
    window = page_tour.open_window(large, size, kiosk=True)
    grown = dict[str, bool]()
    for name in HARDEST:
        page_tour.stand(window, name)
        page = window.view.page
        assert isinstance(page, OutcomePage)
        if len(page.area.screen_pages) > 1:
            least = page._side(PAGINATED)
            steps = page.findChildren(StepCard)
            grown[name] = all(step.picture.sizeHint().width() > least + 16 for step in steps)
            others = [one.height for one in page.area.screen_pages[1:]]
            for step in steps:
                step.grow(least)
            assert others == [one.height for one in page.area.division()[1:]], name
    window.close()
    window.deleteLater()
    assert sum(grown.values()) > len(grown) / 2, grown


@pytest.mark.usefixtures("qtbot")
def test_grown_pictures_never_make_a_page_wider_than_an_upright_screen() -> None:
    size = (1080, 1920)
    theme = theme_for(Screen(width=size[0], height=size[1]), kiosk=True)
    largest = replace(theme, letters=TextSize.A_PLUS_PLUS.times)
    window = page_tour.open_window(largest, size, kiosk=True)
    for name in (*HARDEST, "captcha"):
        page_tour.stand(window, name)
        area = window.view.page.area
        assert area.inside.minimumSizeHint().width() <= area.width(), name
    window.close()
    window.deleteLater()


@pytest.mark.parametrize("kiosk", [False, True])
def test_one_contact_stands_out_and_each_step_has_its_picture(qtbot: QtBot, *, kiosk: bool) -> None:
    summary = summarise(KNOWLEDGE, KNOWLEDGE.outcomes[0], Session())
    page = OutcomePage("", summary, small_context(is_kiosk=kiosk))
    qtbot.addWidget(page)
    page.show()
    cards = page.findChildren(ContactCard)
    assert [card.objectName() == "first_contact" for card in cards].count(True) == 1
    assert cards[0].row.id == KNOWLEDGE.outcomes[0].contacts[0]
    assert len(cards) == (1 if kiosk else 2)
    steps = page.findChildren(StepCard)
    assert [step.label.text() for step in steps] == list(summary.actions)
    assert summary.pictures == ("isi_pulsa", "telepon_165")


def second_ending(window: MainWindow, first: str) -> OutcomePage:
    """Show an ending, and the next one after it did not help."""
    page_tour.stand(window, first)
    window.view.flow.answer_helped(helped=False)
    assert window.view.flow.try_next_cause()
    window.view._show()
    for _ in range(3):
        QApplication.processEvents()
    page = window.view.page
    assert isinstance(page, OutcomePage)
    assert page.summary.already_tried
    return page


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("first", ["pulsa_habis", "salah_ketik"])
def test_a_second_ending_of_a_kiosk_takes_one_screen_page(first: str) -> None:
    size = (1366, 768)
    theme = theme_for(Screen(width=size[0], height=size[1]), kiosk=True)
    page = second_ending(page_tour.open_window(theme, size, kiosk=True), first)
    assert len(page.area.screen_pages) == 1
    assert page._safety.isVisible()


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(
    ("kiosk", "letters"), [(True, TextSize.A_PLUS), (False, TextSize.A_PLUS_PLUS)]
)
def test_the_fine_print_causes_no_screen_page(*, kiosk: bool, letters: TextSize) -> None:
    size = (1366, 640)
    theme = theme_for(Screen(width=size[0], height=size[1]), kiosk=kiosk)
    window = page_tour.open_window(replace(theme, letters=letters.times), size, kiosk=kiosk)
    alone, divided = [], 0
    for outcome in window.context.knowledge.outcomes:
        page_tour.stand(window, outcome.id)
        page = window.view.page
        assert isinstance(page, OutcomePage)
        last = page.area.screen_pages[-1]
        divided += len(page.area.screen_pages) > 1
        top = page._fine_print.mapTo(page.area.inside, QPoint(0, 0)).y()
        if page._fine_print.isVisibleTo(page) and top <= last.top:
            alone.append(outcome.id)
        if len(page.area.screen_pages) > 1:
            assert page._limit.label.text() == page.summary.limit_line, outcome.id
    assert alone == []
    assert divided


MOST_LINES = 3


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_the_first_contact_is_not_squeezed_beside_a_plan(size: tuple[int, int]) -> None:
    theme = theme_for(Screen(width=size[0], height=size[1]), kiosk=True)
    page = second_ending(page_tour.open_window(theme, size, kiosk=True), "salah_ketik")
    assert page.summary.waiting
    (label,) = [
        one for one in page._first.findChildren(QLabel) if one.text() == page._cards[0].row.label
    ]
    assert lines_of(label) <= MOST_LINES
    for line in page.summary.waiting:
        (planned,) = [one for one in page.findChildren(QLabel) if one.text() == line]
        assert lines_of(planned) == 1


def lines_of(label: QLabel) -> int:
    return round(label.height() / label.fontMetrics().lineSpacing())


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("first", ["pulsa_habis", "salah_ketik"])
def test_a_guide_stands_beside_the_other_contacts_of_an_upright_kiosk(first: str) -> None:
    size = (1080, 1920)
    theme = theme_for(Screen(width=size[0], height=size[1]), kiosk=True)
    page = second_ending(page_tour.open_window(theme, size, kiosk=True), first)
    assert len(page.area.screen_pages) == 1
    guide, other = page._guide_links[0], page._other
    assert other is not None
    assert guide.isVisible()
    assert guide.mapTo(page, QPoint(0, 0)).y() == other.mapTo(page, QPoint(0, 0)).y()
    assert guide.height() == other.height()
    page.window().resize(size[0], size[1] - 300)
    QApplication.processEvents()
    assert page.area.density == PAGINATED
    assert page._right_column.indexOf(page._guides) >= 0, "all of them, above the button"
