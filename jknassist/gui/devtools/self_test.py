"""Self-test of an installation: opens every page and panel of the real window, makes one PDF.

Nothing is printed, nothing is written outside a temporary folder, and the clipboard is not used.
Every step prints its result; after a failed step the others still run.
"""

import pkgutil
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QStorageInfo
from PySide6.QtWidgets import QLineEdit, QWidget

import jknassist
from jknassist.core.flow.graph import route_to
from jknassist.core.flow.model import Knowledge
from jknassist.core.flow.session import Answer
from jknassist.core.paper import Paper
from jknassist.gui.context import LoadedContent, make_context
from jknassist.gui.devtools.self_test_kiosk import try_kiosk
from jknassist.gui.devtools.self_test_runner import (
    FailedError,
    SelfTestRunner,
    delete_window,
    settle,
    wait_until,
)
from jknassist.gui.main_window import MainWindow
from jknassist.gui.pages.page import QuestionPage
from jknassist.gui.panels.contact_topics import TOPICS
from jknassist.gui.style.theme import TextSize, Theme
from jknassist.gui.volunteer.window import make_window
from jknassist.system.standard_streams import complain
from jknassist.system.statistics_store import StatisticsStore

if TYPE_CHECKING:
    from jknassist.gui.volunteer.idle_lock import IdleLock

PDF_BEGINS = b"%PDF-"
SMALLEST_PDF = 4000
"""Minimum size of a PDF in bytes: one with embedded fonts is larger, one without text is not."""

OF_ANOTHER_SYSTEM = frozenset(
    {"jknassist.gui.printing.spooler.cups"}
    if sys.platform == "win32"
    else {"jknassist.gui.printing.spooler.windows"}
)
ENTRY = "jknassist.__main__"

SIZE = (1280, 800)
QUEUE = 6.0
"""Timeout in seconds for the print queue to list its printers."""

LIST = "081234567890\n0812345678901\n08123\n"
"""Invented numbers: a valid one, a doubtful one, a wrong one."""


def run(loaded: LoadedContent, report: Path | None = None) -> int:
    """Run all steps and print their results; return 0 if all passed, else 1."""
    runner = SelfTestRunner(_say, icons=report is not None)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, runner.watching():
        counting = replace(loaded, statistics=StatisticsStore(Path(folder)))
        _try_all(runner, counting, Path(folder))
    code = _sum_up(runner)
    return code if report is None else max(code, _write(report, runner, loaded))


def _try_all(runner: SelfTestRunner, loaded: LoadedContent, folder: Path) -> None:
    runner.step("modul program", import_all)
    runner.step("daftar printer", partial(list_printers, runner))
    runner.private |= {volume.displayName() for volume in QStorageInfo.mountedVolumes()}
    window = make_window(loaded)
    window.resize(*SIZE)
    window.show()
    runner.step("penutup laptop ditahan", partial(hold_lock, window))
    for place in loaded.knowledge.places:
        runner.step(f"halaman {place}", partial(open_place, window, place))
    _try_themes(runner, window, loaded.others)
    _try_panels(runner, window)
    runner.step("satu perjalanan dan PDF", partial(walk_once, window))
    runner.step(
        "hitungan", partial(_panel, window, window.statistics_wanted.emit, "StatisticsPanel")
    )
    runner.step(
        "simpan hitungan",
        partial(_panel, window, partial(save_statistics, window), "StatisticsSavePanel"),
    )
    runner.step(
        "sesudah mati mendadak", partial(_panel, window, partial(ended, window), "ErrorPanel")
    )
    delete_window(window)
    try_crash_page(runner, loaded)
    runner.step("pratinjau", partial(preview, loaded))
    try_kiosk(runner, loaded, folder)


def module_names() -> tuple[str, ...]:
    """Return every module of the program that this system can import."""
    found = pkgutil.walk_packages(jknassist.__path__, "jknassist.", onerror=_passed_over)
    return tuple(one.name for one in found if one.name not in {*OF_ANOTHER_SYSTEM, ENTRY})


def _passed_over(_name: str) -> None:
    """Ignore a package that fails to import; `import_all` reports it."""


def import_all() -> str:
    """Import every module of the program, whether a step needs it or not."""
    names, missing = module_names(), []
    for name in names:
        try:
            import_module(name)
        except ImportError as error:
            missing.append(f"{name} tidak dapat dimuat: {error.name or 'rusak'}")
    if missing:
        raise FailedError("; ".join(missing))
    return str(len(names))


def list_printers(runner: SelfTestRunner) -> str:
    """List the printers; only their number is reported, names are personal data."""
    from jknassist.gui.printing.spooler import current_system
    from jknassist.gui.printing.spooler.base import fit_for_kiosk

    found = current_system.spooler().printers()
    runner.private |= {printer.name for printer in found}
    with_problem = sum(printer.problem is not None for printer in found)
    return f"{len(found)}, di atas kertas {len(fit_for_kiosk(found))}, bermasalah {with_problem}"


def place_of(window: MainWindow) -> str:
    """Return the id of the question or ending that is shown."""
    page, outcome = window.view.page, window.flow.outcome
    if isinstance(page, QuestionPage):
        return page.step.id
    return outcome.id if outcome else ""


def open_place(window: MainWindow, place: str) -> QWidget:
    """Open a step or outcome by a shortest route."""
    window.close_panel()
    window.view.restart()
    window.view.jump_to(place)
    if place_of(window) != place:
        raise FailedError(f"yang tampil {place_of(window)}")
    return window


def _try_themes(runner: SelfTestRunner, window: MainWindow, others: tuple[Knowledge, ...]) -> None:
    """Show the first page in each text size, the other colour scheme and the other languages."""
    window.start_over()
    settle()  # with the pages of all places gone, a theme styles those of one visit
    for size in TextSize:
        runner.step(
            f"huruf {size}", partial(_changed, window, partial(_apply_size, window, size.times))
        )
    window.reset_size()
    runner.step("gelap", partial(_changed, window, window.change_color_scheme))
    window.change_color_scheme()
    runner.step("cari dengan kata", partial(search, window))
    for other in others:
        runner.step(f"bahasa {other.language}", partial(_other_language, window, other))
    window.start_over()


def _apply_size(window: MainWindow, letters: float) -> None:
    window.apply_theme(replace(window.theme, letters=letters))


def _changed(window: MainWindow, change: Callable[[], object]) -> QWidget:
    change()
    return window


def _other_language(window: MainWindow, wanted: Knowledge) -> QWidget:
    window.switch_language()
    if window.windowTitle() != wanted.name:
        raise FailedError(f"judul jendela: {window.windowTitle()}")
    return window


def search(window: MainWindow) -> QWidget:
    """Search for a complaint on the first page."""
    fields = window.view.page.findChildren(QLineEdit, "find")
    if len(fields) != 1:
        raise FailedError(f"kolom cari: {len(fields)}")
    fields[0].setText(window.context.knowledge.outcomes[0].title)
    settle()
    if not window.view.page.findChildren(QWidget, "found"):
        raise FailedError("tidak ada yang ditemukan")
    return window


def _try_panels(runner: SelfTestRunner, window: MainWindow) -> None:
    knowledge = window.context.knowledge
    runner.step("bantuan petugas", partial(_panel, window, window.show_contacts, "ContactsPanel"))
    for topic in TOPICS:
        show = partial(window.show_topic, topic)
        kind = getattr(topic.make, "__name__", "")
        runner.step(topic.title(window.context.words), partial(_panel, window, show, kind))
    runner.step("daftar nomor", partial(list_of_numbers, window))
    window.close_panel()
    for guide in knowledge.guides:
        show = partial(window.show_guide, guide.id)
        runner.step(f"cara {guide.id}", partial(_panel, window, show, "GuidePanel"))
    open_place(window, knowledge.outcomes[-1].id)
    over_the_ending: tuple[tuple[str, Callable[[], object], str], ...] = (
        ("jawaban", window.show_review, "ReviewPanel"),
        ("sumber", window.show_sources, "SourcesPanel"),
        ("hapus", window.ask_to_leave, "LeavePanel"),
        ("beres", window.show_solved, "SolvedPanel"),
        ("simpan PDF", window.show_save, "SavePanel"),
        ("tunjukkan besar", window.show_wanted.emit, "LargeDisplay"),
        ("nomor lembar", window.show_sheet_number, "SheetNumberPanel"),
        ("jalan sebuah lembar", partial(take_up_sheet, window), "SheetPanel"),
        ("selengkapnya", window.show_more_of_outcome, "OutcomeDetailsPanel"),
        ("penipuan", partial(warn_of_fraud, window), "FraudWarningPanel"),
        ("isi dari file", window.update_wanted.emit, "ContentUpdatePanel"),
        ("isi yang berubah", partial(review_update, window), "ContentReviewPanel"),
    )
    for name, open_it, kind in over_the_ending:
        runner.step(name, partial(_panel, window, open_it, kind))
    runner.step("cetak", partial(print_panel, window))
    window.close_panel()
    runner.step("penutup laptop", partial(cover_screen, window))
    runner.step("penutup laptop dibuka", partial(uncover_screen, window))


def take_up_sheet(window: MainWindow) -> None:
    """Continue the current way as if its sheet number had been typed."""
    from jknassist.core.flow.way import way_of

    window.show_sheet(way_of(window.context.knowledge, window.flow.session))


def warn_of_fraud(window: MainWindow) -> None:
    """Show the fraud warning over a panel with input."""
    from jknassist.gui.panels.information import FraudWarningPanel

    window.show_panel(FraudWarningPanel(window.context.knowledge.outcomes[0], window.context))


def review_update(window: MainWindow) -> None:
    """Show what an edition would change, here nothing."""
    from jknassist.content.update_preview import ContentUpdate
    from jknassist.core.export.content_changes import content_changes
    from jknassist.gui.volunteer.content_update_panel import ContentReviewPanel

    now = window.own_language
    update = ContentUpdate(now, content_changes(now, now), {})
    window.show_panel(ContentReviewPanel(update, window.context))


def _panel(window: MainWindow, show: Callable[[], object], kind: str) -> QWidget:
    """Open a panel and check its class."""
    window.close_panel()
    show()
    if type(window.panel).__name__ != kind:
        raise FailedError(f"tidak terbuka: {kind}")
    return window


def save_statistics(window: MainWindow) -> None:
    """Open the panel that saves the statistics as a table."""
    from jknassist.gui.volunteer.statistics_panel import StatisticsPanel

    window.statistics_wanted.emit()
    panel = window.panel
    if not isinstance(panel, StatisticsPanel):
        raise FailedError("tidak terbuka: StatisticsPanel")
    panel.table_wanted.emit()


def list_of_numbers(window: MainWindow) -> QWidget:
    """Examine a short number list and check its result."""
    from jknassist.gui.volunteer.number_list_panel import NumberListPanel

    window.close_panel()
    window.list_wanted.emit()
    panel = window.panel
    if not isinstance(panel, NumberListPanel):
        raise FailedError("tidak terbuka: NumberListPanel")
    panel.field.setPlainText(LIST)
    panel.start()
    wait_until(panel.result.isVisible, "hasil daftar", QUEUE)
    if panel.result.table.rowCount() != 1:
        raise FailedError(f"baris yang salah: {panel.result.table.rowCount()}")
    panel.begin_again()
    return window


def print_panel(window: MainWindow) -> QWidget:
    """Open the print panel and wait for the list of printers; print nothing."""
    from jknassist.gui.volunteer.print_panel import PrintPanel

    window.close_panel()
    window.show_print()
    panel = window.panel
    if not isinstance(panel, PrintPanel):
        raise FailedError("tidak terbuka: PrintPanel")
    looking = window.context.words.print_looking
    wait_until(lambda: panel.message.text() != looking, "jawaban antrean cetak", QUEUE)
    if panel.preview.pixmap().isNull():
        raise FailedError("tidak ada gambar kertas")
    return window


def cover_screen(window: MainWindow) -> QWidget:
    """Show the lock screen, as after five minutes without input."""
    lock = _idle_lock(window)
    lock.lock()
    settle()
    if lock.lock_screen is None or not lock.lock_screen.isVisible():
        raise FailedError("tidak tertutup")
    return window


def uncover_screen(window: MainWindow) -> None:
    """Remove the lock screen."""
    lock = _idle_lock(window)
    lock.unlock()
    hold_lock(window)
    if lock.lock_screen is not None:
        raise FailedError("tetap tertutup")


def hold_lock(window: MainWindow) -> None:
    """Stop the timer of the lock: a slow machine takes longer than its five minutes."""
    _idle_lock(window).idle.watch(0)


def _idle_lock(window: MainWindow) -> "IdleLock":
    from jknassist.gui.volunteer.idle_lock import IdleLock

    watches = window.findChildren(IdleLock)
    if len(watches) != 1:
        raise FailedError(f"penutup: {len(watches)}")
    return watches[0]


def walk_once(window: MainWindow) -> str:
    """Answer up to the last outcome, save its PDF, and wipe the visit."""
    from jknassist.core.export.print_document import print_document
    from jknassist.gui.printing import render

    window.start_over()
    target = window.context.knowledge.outcomes[-1].id
    walk(window, route_to(window.context.knowledge, target))
    summary = window.flow.summary()
    if summary is None or summary.outcome_id != target:
        raise FailedError(f"perjalanan tidak berakhir di {target}")
    pdf = render.as_pdf(print_document(summary, Paper.A4))
    if not pdf.startswith(PDF_BEGINS) or len(pdf) < SMALLEST_PDF:
        raise FailedError(f"PDF hanya {len(pdf)} bita")
    window.start_over()
    if window.flow.session.answers:
        raise FailedError("jawaban tertinggal sesudah dihapus")
    return f"{target}, PDF {len(pdf)} bita"


def walk(window: MainWindow, route: tuple[tuple[str, str], ...]) -> None:
    """Give the answers of a route, page by page, and go on."""
    for step_id, key in route:
        page = window.view.page
        if isinstance(page, QuestionPage):
            page.set_answer(Answer(step_id=step_id, key=key))
        window.view.go_on()


def ended(window: MainWindow) -> None:
    """Open the panel that is shown at the first start after a crash."""
    from jknassist.gui.panels.crash import ended_panel

    window.show_panel(ended_panel(window.context))


def try_crash_page(runner: SelfTestRunner, loaded: LoadedContent) -> None:
    """Open the page that replaces a failed window, and its crash report; save nothing."""
    from jknassist.gui.crash_report import report_lines
    from jknassist.gui.crash_window import CrashWindow
    from jknassist.gui.error_log import ErrorLog
    from jknassist.gui.panels.crash import ReportPanel

    opened: list[CrashWindow] = []

    def page() -> QWidget:
        context = make_context(loaded, Theme())
        context.icons.apply_theme(Theme().palette)
        lines = report_lines(loaded.knowledge, ErrorLog(None, ""))
        opened.append(CrashWindow(context, Theme(), lines))
        opened[0].resize(*SIZE)
        opened[0].show()
        return opened[0]

    def report() -> QWidget:
        opened[0].show_report()
        if not isinstance(opened[0].panel, ReportPanel):
            raise FailedError("tidak terbuka: ReportPanel")
        return opened[0]

    if runner.step("ada yang salah", page):
        runner.step("laporan gangguan", report)
    for window in opened:
        delete_window(window)


def preview(loaded: LoadedContent) -> QWidget | str:
    """Preview the content as a draft, then a faulty one, then the valid one again."""
    from jknassist.gui.devtools.preview import Draft, PreviewWindow

    drafts = [Draft(faults=("draf.yaml:1: contoh",)), Draft(loaded=loaded)]
    window = PreviewWindow("draf.yaml", lambda: drafts.pop() if drafts else Draft(loaded=loaded))
    window.resize(*SIZE)
    window.show()
    shown = window.place()
    window.reload()
    if shown != loaded.knowledge.start or window.place():
        raise FailedError("draf atau kesalahannya tidak tampil")
    window.reload()
    settle()
    delete_window(window)
    return shown


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _sum_up(runner: SelfTestRunner) -> int:
    count = len(runner.results)
    if not runner.failed:
        _say(f"self-test: {count} langkah, semuanya baik")
        return 0
    names = ", ".join(runner.failed)
    complain([f"self-test: {len(runner.failed)} dari {count} langkah gagal: {names}"])
    return 1


def _write(path: Path, runner: SelfTestRunner, loaded: LoadedContent) -> int:
    from jknassist.gui.devtools.self_test_report import as_html

    try:
        path.write_text(as_html(runner, loaded.knowledge), encoding="utf-8")
    except (OSError, ValueError):
        complain(["self-test: laporan tidak dapat ditulis di tempat itu"])
        return 1
    _say(f"self-test: laporan ditulis; lihat dulu isinya, lalu kirimkan ({path.name})")
    return 0
