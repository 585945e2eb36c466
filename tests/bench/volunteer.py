"""Measures what else a volunteer waits for in a morning: places found by words, a list to check.

Run it with: python3 packaging/dev.py bench volunteer
"""

import time
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from jknassist.content import shipped_plan
from jknassist.core.knowledge import Knowledge
from jknassist.core.roll import entries, tell
from jknassist.gui.panels.roll import ListPanel
from jknassist.gui.parts import Parts
from tests.bench.table import MILLI, Row, alone
from tests.bench.visits import content, opened
from tests.core.search_phrasings import BUILD, KEPT_APART, misses

ROWS = 10_000
LONGEST_WAIT = 100
"""Milliseconds for which the window may stand still while it checks a list."""


def rows() -> Iterator[Row]:
    """Yield how often the search is right, and the times of a long list."""
    shipped = content()
    yield from found(shipped.knowledge)
    yield from checked(opened(shipped).parts)


def found(knowledge: Knowledge) -> Iterator[Row]:
    """Yield how often a complaint leads to the right place."""
    for name, phrasings in (("build", BUILD), ("kept apart", KEPT_APART)):
        for among in (1, 3):
            right = 100 * (1 - len(misses(knowledge, phrasings, among)) / len(phrasings))
            which = "first" if among == 1 else f"among {among}"
            yield Row(name=f"complaints {name}, right place {which}", unit="%", median=right)


def checked(parts: Parts) -> Iterator[Row]:
    """Yield the time of a list in the panel, the longest wait meanwhile, and that of one row."""
    panel = ListPanel(parts)
    panel.field.setPlainText("nama;nomor\n" + "Ibu Contoh;0812345677890\n" * ROWS)
    panel.show()
    begun = time.perf_counter()
    panel.check.click()
    waits = []
    while not panel.again.isVisible():
        turn = time.process_time()
        QCoreApplication.processEvents()
        waits.append((time.process_time() - turn) * MILLI)
    whole = time.perf_counter() - begun
    yield Row(name=f"list of {ROWS} numbers", unit="s", median=whole)
    # The last slice shows what was found, which is no longer a wait amid the work.
    yield alone("... one slice of it", "ms", waits[:-1], most=LONGEST_WAIT)
    plan = shipped_plan()
    numbers = entries(panel.field.toPlainText())
    begun = time.process_time()
    for entry in numbers:
        tell(entry, plan, parts.knowledge.number_words)
    each = (time.process_time() - begun) / len(numbers)
    yield Row(name="... one row without the window", unit="us", median=each * MILLI * MILLI)
