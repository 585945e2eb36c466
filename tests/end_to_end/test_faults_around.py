"""What a visitor sees with odd fonts, locales, clocks, screens and printers, or when it is stopped.

Rows of docs/faults.md, as in tests/end_to_end/test_faults.py.
"""

import ast
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from pypdf import PdfReader

from jknassist.core.flow.session import Answer, Session, with_answer
from jknassist.core.flow.summary import summarise
from jknassist.core.parsing import load
from jknassist.system.statistics_store import StatisticsStore
from tests.end_to_end.test_kiosk_attacks import Kiosk, closed, opened
from tests.support import cups_server
from tests.support.counting import count_outcome, shown
from tests.support.cups_server import Made
from tests.support.failing_system import ROOT, WORDS, healthy, live, on_linux, same_visit
from tests.support.small_knowledge import small_knowledge, small_yaml

PACKAGE = ROOT / "jknassist"
DAY = date(2026, 11, 22)
PATIENCE = 40

pytestmark = on_linux


# Letters, languages and clocks.


def long_words(text: str) -> list[str]:
    return [word for word in text.split() if len(word) > 2]


def fonts(folder: Path, *files: Path) -> str:
    """Return the settings of a machine that has just these fonts."""
    (folder / "fonts").mkdir()
    for file in files:
        shutil.copy(file, folder / "fonts")
    path = folder / "fonts.conf"
    head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
    where = f"<dir>{folder / 'fonts'}</dir><cachedir>{folder / 'cache'}</cachedir>"
    path.write_text(f"{head}<fontconfig>{where}</fontconfig>")
    return str(path)


ONE_FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


@pytest.mark.skipif(not ONE_FONT.exists(), reason="DejaVu Sans is not on this machine")
def test_with_one_font_every_word_is_there_on_screen_and_paper(tmp_path: Path) -> None:
    settings = fonts(tmp_path, ONE_FONT)
    told = live(tmp_path / "papers", HOME=str(tmp_path), FONTCONFIG_FILE=settings)
    assert {name for name in told["fonts"] if " S" not in name[:4]} <= {
        "Bantuan Sans",
        "DejaVu Sans",
        "Monospace",
        "Sans Serif",
        "Serif",
    }
    # The letters are the program's own, so lines break alike whatever fonts a machine has.
    assert told["page"] == healthy()["page"]
    # Without a bold font bold is drawn twice, so a word may be read twice.
    assert set(long_words(healthy()["paper"])) == set(long_words(told["paper"]))


def test_without_any_font_the_program_still_runs(tmp_path: Path) -> None:
    told = live(tmp_path / "papers", HOME=str(tmp_path), FONTCONFIG_FILE=fonts(tmp_path))
    assert told["anew"]
    assert not any("DejaVu" in name for name in told["fonts"])
    assert told["page"] == healthy()["page"]


@pytest.mark.parametrize(
    ("locale", "thousand"),
    [("C", "1234"), ("tr_TR.UTF-8", "1.234"), ("ar_EG.UTF-8", "\u0661\u066c\u0662\u0663\u0664")],
)
def test_in_another_locale_every_word_and_digit_is_the_same(
    tmp_path: Path, locale: str, thousand: str
) -> None:
    told = live(tmp_path / "papers", HOME=str(tmp_path), LC_ALL=locale, LANGUAGE=locale[:2])
    assert told["thousand"] == thousand, "the locale is really another one"
    same_visit(told)
    assert told["tally_says"] == healthy()["tally_says"]
    assert not told["right_to_left"]
    shown = "".join((*told["page"], told["paper"], told["saved"], *told["tally_says"]))
    assert all(letter in "0123456789" for letter in shown if letter.isnumeric())
    assert not set(shown) & set("\u0130\u0131"), "no letter of another alphabet"


WALL_CLOCKS = {
    ("time", "time"),
    *(("datetime", name) for name in ("now", "today", "utcnow")),
    ("date", "today"),
    *((kind, name) for kind in ("QDateTime", "QTime", "QDate") for name in ("currentDateTime",)),
    ("QDate", "currentDate"),
    ("QTime", "currentTime"),
    ("QDateTime", "currentSecsSinceEpoch"),
    ("QDateTime", "currentMSecsSinceEpoch"),
    ("jknassist.system.local_time", "local_now"),
}
MAY_ASK = {
    "cli/content_commands.py": "what is out of date today",
    "cli/statistics_commands.py": "the day a report is made, and days that cannot be right",
    "cli/walk_commands.py": "times to try again",
    "gui/visit_counter.py": "the day an ending is counted on",
    "gui/main_window.py": "times to try again",
    "gui/volunteer/features.py": "the day a sheet of the statistics is made",
    "gui/volunteer/number_list_panel.py": "the day in the name of a file",
    "gui/panels/save_pdf.py": "the day in the name of a file",
    "gui/panels/save_locations.py": "the day in the name of a file",
    "gui/crash_report.py": "the day in the name of a file",
    "gui/devtools/self_test_report.py": "when a report was made",
    "gui/error_log.py": "when an error was written down",
    "system/local_time.py": "the local time, for those that are named here",
    "system/atomic_file.py": "how old a file is that a killed process left behind",
    "gui/kiosk/launch.py": "how far the wall clock was set, for the log",
    "gui/kiosk/staff_panel.py": "how old the content is",
    "gui/kiosk/pin_attempts.py": "the wait after wrong PINs, over a restart; see core/pin.py",
}


def asks_the_wall(file: Path) -> bool:
    """Return whether a module uses a wall clock, as an attribute or imported by its name."""
    nodes = tuple(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    attributes = {
        (node.value.id, node.attr)
        for node in nodes
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    imported = {
        (node.module or "", alias.name)
        for node in nodes
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    return not WALL_CLOCKS.isdisjoint(attributes | imported)


def test_no_pause_is_measured_by_the_clock_on_the_wall() -> None:
    asking = {str(f.relative_to(PACKAGE)) for f in PACKAGE.rglob("*.py") if asks_the_wall(f)}
    assert "gui/kiosk/pin_attempts.py" in asking, "the search finds what it looks for"
    assert asking <= set(MAY_ASK)


ODD_DAYS = (date(1970, 1, 1), date(2000, 2, 29), date(2038, 1, 20), date(2099, 12, 31))


def test_days_of_a_wrong_clock_are_counted_as_any_other(tmp_path: Path) -> None:
    statistics = StatisticsStore(tmp_path)
    for day in (DAY, *ODD_DAYS, DAY):
        count_outcome(statistics, "gangguan", day)
    assert shown(statistics.read()) == (("gangguan", 2 + len(ODD_DAYS)),)


def test_content_is_let_in_whatever_day_it_is() -> None:
    assert load.load_knowledge(small_yaml().encode(), "isi.yaml")[1] == ()
    told = load.check(small_yaml().encode(), "isi.yaml", today=ODD_DAYS[0])
    assert any("checked_on" in f.text or "periksa" in f.text for f in told), "only a check minds"


@pytest.mark.parametrize("day", ODD_DAYS)
@pytest.mark.parametrize("hours", [-12, 0, 7, 14])
def test_a_plan_for_waiting_names_times_on_any_day(day: date, hours: int) -> None:
    knowledge = small_knowledge()
    (waiting,) = (one for one in knowledge.outcomes if one.id == "gangguan")
    session = with_answer(knowledge, Session(), Answer(step_id="mulai", key="tidak_tahu"))
    now = datetime(
        day.year, day.month, day.day, 23, 59, 59, tzinfo=timezone(timedelta(hours=hours))
    )
    summary = summarise(knowledge, waiting, session, now)
    assert len(summary.waiting) == len(set(summary.waiting)) > 0


# Being stopped.

WRITER = """
import sys
from datetime import date
from pathlib import Path
from jknassist.core.export.print_document import print_document
from jknassist.core.paper import Paper
from jknassist.core.flow.summary import summarise
from jknassist.core.flow.session import Session
from jknassist.gui.printing import render
from jknassist.gui.qt.application import make_application
from jknassist.gui.printing.preferences import PrintPreferences, save_preferences
from jknassist.system.statistics_store import StatisticsStore
from tests.support.counting import count_outcome
from tests.support.small_knowledge import small_knowledge
folder = Path(sys.argv[1])
make_application()
knowledge = small_knowledge()
summary = summarise(knowledge, knowledge.outcomes[0], Session())
while True:
    for letter in "AB":
        save_preferences(PrintPreferences(printer=letter * 20_000, paper=Paper.ROLL_80))
        count_outcome(StatisticsStore(folder), "gangguan", date(2026, 11, 22))
        render.save_pdf(print_document(summary, Paper.A4), folder / "a.pdf")
        print("written", flush=True)
"""


@pytest.mark.parametrize("wait", [0.0, 0.007, 0.03])
@pytest.mark.parametrize("stop", [signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)])
def test_whenever_it_is_stopped_every_file_is_whole(
    tmp_path: Path, stop: signal.Signals, wait: float
) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)],
        env={**environment, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    assert [running.stdout.readline() for _ in range(3)] == ["written\n"] * 3
    time.sleep(wait)
    running.send_signal(stop)
    told = 3 + len(running.stdout.readlines())
    running.stdout.close()
    assert running.wait() == -stop
    ((_, kept),) = shown(StatisticsStore(tmp_path).read())
    assert told <= kept <= told + 1
    lines = (tmp_path / ".config/jknassist/printing.ini").read_text().splitlines()
    assert "paper=80mm" in lines
    assert {"printer=" + letter * 20_000 for letter in "AB"} & set(lines)
    assert len(PdfReader(tmp_path / "a.pdf", strict=True).pages) == 1


# Screens and printers that go away.


@pytest.fixture
def screens(display: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    """Give a display whose screens can be plugged and unplugged; afterwards it has its one."""
    if not shutil.which("xrandr"):
        pytest.skip("xrandr is not on this machine")
    yield display
    for name in ("left", "right"):
        xrandr(display, "--delmonitor", name, check=False)


def xrandr(display: Mapping[str, str], *words: str, check: bool = True) -> str:
    done = subprocess.run(
        ["xrandr", *words], env=dict(display), check=check, capture_output=True, text=True
    )
    return done.stdout


def plug_two(display: Mapping[str, str]) -> None:
    """Make two screens side by side out of the one, a wide and a narrow one."""
    xrandr(display, "--setmonitor", "left", "1000/265x800/210+0+0", "screen")
    xrandr(display, "--setmonitor", "right", "280/75x800/210+1000+0", "none")


def width_of(kiosk: Kiosk) -> int:
    """Return how wide the window in front is."""
    done = subprocess.run(
        ["xdotool", "getactivewindow", "getwindowgeometry", "--shell"],
        env=kiosk.environment,
        check=False,
        capture_output=True,
        text=True,
    )
    lines = dict(line.split("=") for line in done.stdout.splitlines() if "=" in line)
    return int(lines.get("WIDTH", 0))


def wait_for_width(kiosk: Kiosk, width: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while width_of(kiosk) != width:
        assert time.monotonic() < deadline, f"{width_of(kiosk)} instead of {width}"
        assert kiosk.process.poll() is None
        time.sleep(0.1)


@pytest.mark.window
def test_a_kiosk_whose_screens_come_and_go_keeps_the_visit_and_the_screen(
    screens: Mapping[str, str], tmp_path: Path
) -> None:
    kiosk = opened(screens, tmp_path, "mode: kiosk\n")
    try:
        kiosk.to_number_page()
        kiosk.keys(*"0812")
        plug_two(screens)
        kiosk.wait_for(
            lambda told: sorted(told["windows"]) == ["KioskWindow", "SecondaryScreenBlocker"]
        )
        wait_for_width(kiosk, 1000)
        xrandr(screens, "--delmonitor", "right")
        kiosk.wait_for(lambda told: told["windows"] == ["KioskWindow"])
        xrandr(screens, "--delmonitor", "left")
        wait_for_width(kiosk, 1280)
        told = kiosk.assert_held("Visit")
        assert told["place"] == "nomor"
        assert told["fields"] == ["0812"]
        kiosk.keys("3")
        kiosk.wait_for(lambda told: told["fields"] == ["08123"])
    finally:
        closed(kiosk)


@pytest.mark.window
def test_a_kiosk_without_any_screen_for_a_while_is_there_again(
    screens: Mapping[str, str], tmp_path: Path
) -> None:
    kiosk = opened(screens, tmp_path, "mode: kiosk\n")
    try:
        kiosk.do("mousemove", "600", "400")  # xdotool waits long for a move to where it is
        kiosk.begin()
        # The server cannot shrink to nothing, so xrandr complains; the screen is off all the same.
        xrandr(screens, "--output", "screen", "--off", check=False)
        assert "*" not in xrandr(screens), "no mode is in use"
        kiosk.settle()
        xrandr(screens, "--output", "screen", "--mode", "1280x800")
        wait_for_width(kiosk, 1280)
        kiosk.assert_held("Visit")
    finally:
        xrandr(screens, "--output", "screen", "--mode", "1280x800", check=False)
        closed(kiosk)


PRINTS = """
import sys
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from jknassist.content import loader
from jknassist.core.flow.graph import route_to
from jknassist.gui.context import LoadedContent
from jknassist.gui.qt.application import make_application
from jknassist.gui.volunteer.window import make_window
from jknassist.gui.devtools.self_test import walk
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index
app = make_application()
window = make_window(
    LoadedContent(
        knowledge=small_knowledge(),
        plan=small_index(),
        style=loader.style(),
        picture=lambda _name: None,
    )
)
window.show()
walk(window, route_to(small_knowledge(), "pulsa_habis"))
words = window.context.words
wanted = words.print_now.format(printer="Kantor")
buttons = []
while not buttons:  # a queue that answers late counts as none: then it is looked at again
    window.show_print()
    panel = window.panel
    while not buttons and panel.message.text() != words.print_none_text:
        QTest.qWait(50)
        buttons = [one for one in panel.findChildren(QPushButton) if one.text() == wanted]
print(panel.preview.pixmap().height() > 100, flush=True)
sys.stdin.readline()
buttons[0].click()
sending = panel.message.text()
while panel.message.text() == sending:
    QTest.qWait(50)
print(panel.message.text(), flush=True)
window.close()
"""


@pytest.mark.skipif(
    bool(cups_server.missing()) or not shutil.which("lpadmin"),
    reason="no print server on this machine",
)
def test_a_printer_that_vanishes_after_the_preview_is_said() -> None:
    root = cups_server.folder()
    with (
        cups_server.running(root, (Made(name="Kantor"),)) as server,
        subprocess.Popen(
            [sys.executable, "-c", PRINTS],
            env={**server.environment, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as running,
    ):
        assert running.stdout is not None
        assert running.stdout.readline() == "True\n", "the preview is there"
        gone = ["lpadmin", "-h", server.address, "-x", "Kantor"]
        subprocess.run(gone, check=True, env=server.environment, capture_output=True)
        said, errors = running.communicate("go\n")
    shutil.rmtree(root)
    assert "Traceback" not in errors
    assert said.startswith(WORDS.print_failed.format(printer="Kantor"))
    assert WORDS.print_trouble_no_printer in said
    assert WORDS.print_instead in said
