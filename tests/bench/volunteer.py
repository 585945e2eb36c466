"""Measures what else a volunteer waits for in a morning: places found by words, a list to check.

Run it with: python3 packaging/dev.py bench volunteer
"""

import time
from collections.abc import Iterator
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication

from jknassist.content.loader import shipped_plan
from jknassist.content.number_files.reader import open_text
from jknassist.core.flow.model import Knowledge
from jknassist.core.phone.number_list import Examiner
from jknassist.gui.context import UiContext
from jknassist.gui.qt import garbage_collection
from jknassist.gui.volunteer.number_list_panel import NumberListPanel, View
from tests.bench.table import MILLI, Row, alone
from tests.bench.visits import content, opened
from tests.support.search_phrasings import BUILD, KEPT_APART, misses

ROWS = 10_000
LINES = 1_000_000
MOST_MEGABYTES = 200
PAUSE = 0.001
LONGEST_WAIT = 100
"""Milliseconds for which the window may stand still while it checks a list."""


def rows() -> Iterator[Row]:
    """Yield how often the search is right, and the times of a long list."""
    shipped = content()
    yield from found(shipped.knowledge)
    # As in the program: garbage with Qt in it is not taken apart on the thread that reads a list.
    with garbage_collection.only_on_request():
        context = opened(shipped).context
        yield from checked(context)
        with TemporaryDirectory() as folder:
            yield from long_file(context, Path(folder) / "daftar.csv")


def found(knowledge: Knowledge) -> Iterator[Row]:
    """Yield how often a complaint leads to the right place."""
    for name, phrasings in (("build", BUILD), ("kept apart", KEPT_APART)):
        for among in (1, 3):
            right = 100 * (1 - len(misses(knowledge, phrasings, among)) / len(phrasings))
            which = "first" if among == 1 else f"among {among}"
            yield Row(name=f"complaints {name}, right place {which}", unit="%", median=right)


def until_seen(panel: NumberListPanel, view: View) -> Iterator[float]:
    """Yield how many milliseconds each turn of the loop takes, until a view is shown."""
    while panel.view is not view:
        turn = time.perf_counter()
        QCoreApplication.processEvents()
        yield (time.perf_counter() - turn) * MILLI
        time.sleep(PAUSE)


def checked(context: UiContext) -> Iterator[Row]:
    """Yield the time of a list in the panel, the longest wait meanwhile, and that of one row."""
    text = "nama;nomor\n" + "Ibu Contoh;0812345677890\n" * ROWS
    panel = NumberListPanel(context)
    panel.resize(1366, 700)
    panel.show()
    panel.take_text(text)
    waits = list(until_seen(panel, View.COLUMNS))
    begun = time.perf_counter()
    panel.check.click()
    waits += until_seen(panel, View.RESULT)
    whole = time.perf_counter() - begun
    yield Row(name=f"list of {ROWS} numbers", unit="s", median=whole)
    yield alone("... one turn of the window meanwhile", "ms", waits, most=LONGEST_WAIT)
    plan = shipped_plan()
    numbers = tuple(open_text(text))
    examiner = Examiner(plan, context.knowledge.number_words)
    begun = time.process_time()
    for entry in numbers:
        examiner.examine(entry)
    each = (time.process_time() - begun) / len(numbers)
    yield Row(name="... one row without the window", unit="us", median=each * MILLI * MILLI)


def long_file(context: UiContext, path: Path) -> Iterator[Row]:
    """Yield the time of a million rows in the panel, and the longest turn of the window meanwhile.

    It is the time on the clock: what the window waits for is the interpreter, which the thread that
    examines the list has.
    """
    with path.open("w") as file:
        file.write("Nama;No HP\n")
        file.writelines(f"Ibu {n};0813{n * 7:08}\n" for n in range(LINES))
    panel = NumberListPanel(context)
    panel.resize(1366, 700)
    panel.show()
    panel.open_file(path)
    waits = list(until_seen(panel, View.COLUMNS))
    begun = time.perf_counter()
    panel.check.click()
    waits += until_seen(panel, View.RESULT)
    yield Row(name="list of a million rows", unit="s", median=time.perf_counter() - begun)
    yield Row(
        name="... one turn of the window meanwhile",
        unit="ms",
        median=median(waits),
        worst=max(waits),
        asked=f"<= {LONGEST_WAIT}",
        ok=max(waits) <= LONGEST_WAIT,
    )
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    yield Row(
        name="... peak memory of the program",
        unit="MB",
        median=peak,
        asked=f"<= {MOST_MEGABYTES}",
        ok=peak <= MOST_MEGABYTES,
    )
