"""Journeys of members, volunteers, visitors and staff with the built program in a real window.

`--program COMMAND` runs the same on something else, such as what apt installed:
``pytest tests/end_to_end/test_journeys.py --program /usr/bin/jknassist``.
"""

import os
import shlex
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from pypdf import PdfReader

from jknassist.content.loader import knowledge_of, translation_of
from jknassist.core.flow.model import Knowledge, Outcome
from jknassist.core.pin import hashed
from jknassist.system.exit_codes import STAFF_LEFT
from tests.support import cups_server, printed_output
from tests.support.cups_server import ROLL_80, Made, Server
from tests.support.driver import (
    WINDOWS,
    Driver,
    Session,
    eventually,
    home_of,
    missing_tools,
    saved,
    session,
)
from tests.support.journeys import JOURNEYS, Journey, walk
from tests.support.reader_client import PRESSED
from tests.support.workbooks import cells, workbook

pytestmark = [pytest.mark.window, pytest.mark.frozen]

PIN = "280417"
CORNER = (15, 15)
"""A point in the corner of the first page of a kiosk that five touches open for the staff."""

KIOSK = f"""
mode: kiosk
paper: 80mm
staff_pin: "{hashed(PIN, b"0123456789abcdef")}"
"""
KNOWLEDGE = knowledge_of(None)
WORDS = KNOWLEDGE.words
ENGLISH = translation_of("en", None, KNOWLEDGE)

NUMBERS = "nama,nomor\nBu Contoh,0812 3456 7890\nPak Contoh,0812345678901234\n"
"""Invented; the second one is too long."""

WINE = "wine"
TAKES_KEYS = 3
"""Seconds from the window of a Windows program to the moment at which it takes keys."""

LOOKS_FIRST = 0.6
"""Seconds; a kiosk drops a touch within 0.4 of a new page."""

BRIGHT, DARK = 0.7, 0.3
"""Of a white screen; a page in light and in dark colours lies well beyond them."""

Start = Callable[..., Driver]


@pytest.fixture(scope="session")
def command(request: pytest.FixtureRequest) -> list[str]:
    """What starts the program: what was named, else what is frozen from here."""
    named: str = request.config.getoption("--program")
    if named:
        return shlex.split(named)
    frozen: Path = request.getfixturevalue("frozen")
    return [str(frozen / "jknassist")]


@pytest.fixture(scope="module")
def one_session(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Session]:
    if WINDOWS and request.config.getoption("--documents"):
        yield Session(os.environ)  # the display of this Windows, by keyboard alone
        return
    display: Mapping[str, str] = request.getfixturevalue("display")
    missing = missing_tools()
    if missing and os.environ.get("CI") == "true" and sys.platform == "linux":
        pytest.fail("not on this machine: " + ", ".join(missing))
    if missing:
        pytest.skip("not on this machine: " + ", ".join(missing))
    with session(display, tmp_path_factory.mktemp("session")) as opened:
        yield opened


@pytest.fixture
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """Give the folder in or below which the program saves; on Windows it is the person's own."""
    named: str = request.config.getoption("--documents")
    folder = Path(named) if named else tmp_path
    before = set(folder.glob("*.pdf"))
    yield folder
    for ours in set(folder.glob("*.pdf")) - before:
        ours.unlink()


@pytest.fixture
def start(command: list[str], one_session: Session, tmp_path: Path, home: Path) -> Iterator[Start]:
    """Give a function that starts the program in a home of its own."""
    places = home_of(tmp_path)
    started: list[Driver] = []

    def start_one(*words: str, title: str = KNOWLEDGE.name, **environment: str) -> Driver:
        around = {**one_session.environment, **places, **environment}
        if command[0] == WINE or WINDOWS:
            around["QT_QPA_PLATFORM"] = "windows"
        reader = None if command[0] == WINE else one_session.reader
        driver = Driver(command, around, home, reader)
        started.append(driver)
        driver.start(*words)
        driver.focus(title)
        if reader is None:
            time.sleep(TAKES_KEYS)
            driver.rest()
        else:
            driver.wait_for(lambda node: node["role"] in PRESSED, "what can be pressed")
        return driver

    yield start_one
    for driver in started:
        driver.stop()


@pytest.fixture  # one at a time: both queues would have the same folder
def printing() -> Iterator[Server]:
    """Run a print queue of CUPS with one receipt printer and one for pages."""
    if cups_server.missing():
        pytest.skip(f"not on this machine: {cups_server.missing()}")
    root = cups_server.folder()
    with cups_server.running(root, (Made(name="Kantor"), Made(name="Struk", paper=ROLL_80))) as one:
        yield one
    shutil.rmtree(root)


@pytest.fixture
def one_receipt_printer() -> Iterator[Server]:
    """Run a print queue of CUPS with nothing but a receipt printer."""
    if cups_server.missing():
        pytest.skip(f"not on this machine: {cups_server.missing()}")
    root = cups_server.folder()
    with cups_server.running(root, (Made(name="Struk", paper=ROLL_80),)) as one:
        yield one
    shutil.rmtree(root)


def ending_of(journey: Journey, knowledge: Knowledge = KNOWLEDGE) -> Outcome:
    outcome = knowledge.places[journey.outcome]
    assert isinstance(outcome, Outcome)
    return outcome


def assert_whole(server: Server, printer: str) -> None:
    """Assert that one page arrived on a printer with nothing cut, and its codes can be read."""
    (page,) = printed_output.pages(server.wait_for(printer))
    assert page.black(0, 0, page.width, page.height)
    assert not page.black(0, 0, 3, page.height)
    assert not page.black(page.width - 3, 0, 3, page.height)
    if not printed_output.lacks_zbar():
        found = printed_output.decoded(page.save(server.root / f"{printer}.pbm"))
        assert any(one.startswith("tel:") for one in found), "the codes can be read"


# A member at a volunteer's laptop.


@pytest.mark.parametrize("journey", JOURNEYS, ids=[journey.who for journey in JOURNEYS])
def test_a_member_leaves_with_the_right_paper(journey: Journey, start: Start) -> None:
    driver = start()
    walk(driver, journey)
    driver.key("ctrl+s", "1")
    pages = PdfReader(driver.saved("*.pdf")).pages
    outcome = ending_of(journey)
    assert len(pages) == 1
    text = " ".join(pages[0].extract_text().split())
    assert outcome.title in text
    assert all(action.text in text for action in outcome.actions)
    for keys in journey.keys:
        assert len(keys) < 6 or keys[-6:] not in text, "no typed number is on the paper"


def test_a_sheet_goes_to_the_printer_that_was_chosen(start: Start, printing: Server) -> None:
    driver = start(CUPS_SERVER=printing.address)
    walk(driver, JOURNEYS[0])
    driver.press(WORDS.print)
    for printer in ("Struk", "Kantor"):
        driver.reads(WORDS.print_now.format(printer=printer))
    driver.press(WORDS.print_now.format(printer="Kantor"))
    driver.reads(WORDS.print_sent.format(printer="Kantor"))
    assert_whole(printing, "Kantor")
    assert printing.arrived("Struk") == []


def test_without_a_printer_the_pdf_is_offered_and_saved(start: Start) -> None:
    driver = start(CUPS_SERVER="127.0.0.1:1")
    walk(driver, JOURNEYS[0])
    driver.press(WORDS.print)
    driver.reads(WORDS.print_none_text)
    driver.press(WORDS.save_pdf)
    driver.press(WORDS.place_documents)
    file = driver.saved("*.pdf")
    driver.reads(WORDS.save_done.format(name=file.name, place=WORDS.place_documents))
    text = " ".join(PdfReader(file).pages[0].extract_text().split())
    assert ending_of(JOURNEYS[0]).title in text


def test_a_list_of_numbers_from_a_file(start: Start) -> None:
    driver = start()
    (driver.home / "Documents" / "anggota.csv").write_text(NUMBERS, encoding="utf-8")
    (driver.home / "Desktop").mkdir()
    driver.press(WORDS.list_button)
    driver.press(WORDS.list_open)
    driver.press(f"anggota.csv ({WORDS.place_documents})")
    driver.reads(WORDS.list_columns)
    driver.press(WORDS.list_check)
    driver.reads(WORDS.list_result.format(rows=3, numbers=2))
    driver.press(WORDS.list_save)
    driver.press(f"{WORDS.list_save}: {WORDS.place_documents}")
    name = WORDS.list_save_file.format(name="anggota")
    result = driver.saved(f"{name}.csv").read_text(encoding="utf-8-sig")
    assert "0812345678901234" in result


def test_a_list_of_numbers_from_a_spreadsheet(start: Start) -> None:
    driver = start()
    workbook(
        driver.home / "Documents" / "anggota.xlsx",
        cells("Nama", "NIK", "No HP"),
        cells("Bu Contoh", "3201234567890123", 81234567890),
    )
    driver.press(WORDS.list_button)
    driver.press(WORDS.list_open)
    driver.press(f"anggota.xlsx ({WORDS.place_documents})")
    driver.reads(WORDS.list_skipped.format(column="Nama"))
    driver.reads(WORDS.list_never.format(column="NIK"))
    driver.press(WORDS.list_check)
    driver.reads(f"{WORDS.list_repair_lost_zero}: 1")
    driver.press(WORDS.list_save)  # there is no other folder to choose
    name = WORDS.list_save_file.format(name="anggota")
    result = driver.saved(f"{name}.csv").read_text(encoding="utf-8-sig")
    assert "0812-3456-7890" in result
    assert "3201234567890123" not in result


def test_the_tally_counts_an_ending_once_and_holds_no_number(start: Start, tmp_path: Path) -> None:
    site = tmp_path / "site.yaml"
    site.write_text("tally: true\n", encoding="utf-8")
    driver = start("--site", str(site))
    walk(driver, JOURNEYS[2])
    driver.press(WORDS.next_member)
    driver.press(WORDS.leave_yes)
    driver.press(WORDS.tally_button)
    driver.reads(ending_of(JOURNEYS[2]).title)
    kept = saved(tmp_path / "state", "*.csv").read_text(encoding="utf-8")
    assert kept.count("\n") == 3, "a heading, the outcome and the length of the visit"
    assert JOURNEYS[2].outcome in kept
    assert "8134" not in kept


def test_a_contact_is_shown_huge_to_the_person_across_the_table(start: Start) -> None:
    driver = start()
    walk(driver, JOURNEYS[0])
    driver.press(WORDS.show_member)
    first, second, *_ = ending_of(JOURNEYS[0]).contacts
    node = driver.reads(KNOWLEDGE.contact_by_id[first].shown)
    assert node["box"][3] > 60, "in letters that are read from across a table"
    driver.press(WORDS.show_other)
    driver.reads(KNOWLEDGE.contact_by_id[second].shown)


def test_english_and_back(start: Start) -> None:
    driver = start()
    driver.press(ENGLISH.words.language_name)
    driver.reads(ENGLISH.places[ENGLISH.start].title)
    driver.key("1", "Return")
    after = KNOWLEDGE.steps[0].answers[0].goes_to
    driver.reads(ENGLISH.places[after].title)
    driver.press(ENGLISH.words.back)
    driver.press(WORDS.language_name)
    driver.reads(KNOWLEDGE.places[KNOWLEDGE.start].title)


def test_dark_and_light_again(start: Start) -> None:
    driver = start()
    driver.press(WORDS.shade_name.format(shade=WORDS.shade_dark))
    driver.reads(WORDS.shade_name.format(shade=WORDS.shade_light))
    eventually(lambda: driver.brightness() < DARK, "a dark screen")
    driver.press(WORDS.shade_name.format(shade=WORDS.shade_light))
    eventually(lambda: driver.brightness() > BRIGHT, "a light screen")


def test_three_sizes_of_letters(start: Start) -> None:
    driver = start()
    title = KNOWLEDGE.places[KNOWLEDGE.start].title
    heights = []
    for now, following in (("A", "A+"), ("A+", "A++"), ("A++", "A")):
        driver.reads(WORDS.text_size.format(size=following))
        driver.wait_for(lambda node: is_heading(node, title), f"the heading at {now}")
        heights.append(tallest(driver, title))
        driver.press(WORDS.text_size.format(size=following))
    assert heights == sorted(set(heights)), "each larger than the one before"


def is_heading(node: Mapping[str, object], title: str) -> bool:
    return node["role"] == "label" and title in str(node["name"])


def tallest(driver: Driver, title: str) -> int:
    """Return how many dots high the letters of a heading are."""
    return max(int(node["box"][3]) for node in driver.see() if is_heading(node, title))


# The content editor.


def test_a_draft_is_previewed_with_its_faults_by_line(start: Start, tmp_path: Path) -> None:
    draft = tmp_path / "draf.yaml"
    text = Path(shipped_yaml()).read_text(encoding="utf-8")
    title = KNOWLEDGE.places[KNOWLEDGE.start].title
    assert text.count(title)
    draft.write_text(text.replace(title, "Apa kabar Anda?"), encoding="utf-8")
    driver = start("preview", str(draft), title="draf.yaml")
    driver.reads("Apa kabar Anda?")
    draft.write_text("stranger: 1\n" + text, encoding="utf-8")
    driver.key("F5")
    driver.reads("draf.yaml:1: ")
    draft.write_text(text, encoding="utf-8")
    driver.key("F5")
    driver.reads(title)


def shipped_yaml() -> Path:
    return Path(__file__).parent.parent.parent / "resources" / "knowledge.yaml"


# A public screen.


@pytest.fixture
def kiosk(start: Start, one_receipt_printer: Server, tmp_path: Path) -> Driver:
    site = tmp_path / "site.yaml"
    site.write_text(KIOSK, encoding="utf-8")
    driver = start("--kiosk", "--site", str(site), CUPS_SERVER=one_receipt_printer.address)
    driver.reads(WORDS.kiosk_start_title)
    driver.pause = LOOKS_FIRST
    return driver


def test_a_visitor_of_a_kiosk_prints(kiosk: Driver, one_receipt_printer: Server) -> None:
    kiosk.press(WORDS.kiosk_start_text)
    journey = JOURNEYS[0]
    place = KNOWLEDGE.places[KNOWLEDGE.start]
    for key in journey.keys:
        assert not isinstance(place, Outcome)
        answer = place.answers[int(key) - 1]
        kiosk.press(answer.text)
        kiosk.press(WORDS.next)
        place = KNOWLEDGE.places[answer.goes_to]
    assert place.id == journey.outcome
    kiosk.press(WORDS.print_paper)
    kiosk.reads(WORDS.print_kiosk_sent)
    assert_whole(one_receipt_printer, "Struk")
    kiosk.press(WORDS.leave)
    kiosk.press(WORDS.leave_yes)
    kiosk.reads(WORDS.kiosk_start_title)


def test_the_staff_of_a_kiosk_print_a_sheet_and_leave(
    kiosk: Driver, one_receipt_printer: Server
) -> None:
    kiosk.click(*CORNER, times=5)
    kiosk.reads(WORDS.staff_door_title)
    for digit in PIN:
        kiosk.press(digit)
    kiosk.press(WORDS.staff_door_open)
    kiosk.reads(WORDS.staff_title)
    kiosk.reads(WORDS.staff_printer_found.format(names="Struk"))
    kiosk.press(WORDS.staff_paper_try)
    kiosk.reads(WORDS.staff_paper_sent)
    assert_whole(one_receipt_printer, "Struk")
    kiosk.press(WORDS.staff_leave)
    assert kiosk.ended() == STAFF_LEFT
