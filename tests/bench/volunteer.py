"""Times what a volunteer does twenty times in a morning: next member, find by words, check a list.

Run it with: python -m tests.bench.volunteer
"""

import os
import statistics
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest

from jknassist import bundle
from jknassist.core.knowledge import Knowledge
from jknassist.core.loading import load_knowledge, load_plan
from jknassist.core.phone.plan import build
from jknassist.core.roll import entries, tell
from jknassist.core.search import SearchIndex
from jknassist.gui.app import Shipped, make_window
from jknassist.gui.panels.roll import ListPanel
from jknassist.gui.parts import Parts
from jknassist.gui.theme import Look
from tests.core.search_phrasings import BUILD, KEPT_APART, misses

MEMBERS = 100
ROWS = 10_000
REPEATS = 5
MILLI = 1000


def shipped() -> Shipped:
    """Return the shipped content with its pictures."""
    knowledge, _ = load_knowledge(bundle.read("knowledge.yaml"), "knowledge.yaml")
    plan, _ = load_plan(bundle.read("numbering.yaml"), "numbering.yaml")
    assert knowledge is not None
    assert plan is not None
    return Shipped(
        knowledge=knowledge,
        plan=build(plan),
        style=bundle.read("theme.qss").decode(),
        picture=lambda name: bundle.read(f"icons/{name}.svg") if name else None,
    )


def next_member(content: Shipped) -> None:
    """Time from the key to the painted first page of the next member, out of an ending."""
    window = make_window(content, Look())
    window.resize(1366, 768)
    window.show()
    QTest.qWaitForWindowExposed(window)
    taken = []
    for _ in range(MEMBERS):
        window.wizard.leap("salah_ketik")
        QTest.qWait(5)
        begun = time.perf_counter()
        window.start_anew()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        window.repaint()
        taken.append((time.perf_counter() - begun) * MILLI)
    tenth = statistics.quantiles(taken, n=10)[-1]
    print(f"next member: median {statistics.median(taken):.1f} ms, 9 of 10 within {tenth:.1f} ms")
    print(f"next member: the slowest of {MEMBERS}: {max(taken):.1f} ms")
    check_list(window.parts, content)
    window.close()


def find(knowledge: Knowledge) -> None:
    """Time the index and the queries, and count how often they are right."""
    begun = time.perf_counter()
    index = SearchIndex(knowledge)
    print(f"search index, once: {(time.perf_counter() - begun) * MILLI:.1f} ms")
    taken = []
    for text, _ in BUILD + KEPT_APART:
        times = []
        for _ in range(REPEATS):
            begun = time.perf_counter()
            index.find(text)
            times.append((time.perf_counter() - begun) * MILLI)
        taken.append(min(times))
    print(f"query: median {statistics.median(taken):.2f} ms, worst {max(taken):.2f} ms")
    for name, phrasings in (("build", BUILD), ("kept apart", KEPT_APART)):
        for among in (1, 3):
            right = 1 - len(misses(knowledge, phrasings, among)) / len(phrasings)
            print(f"{name}: right among the first {among}: {right:.1%}")


def check_list(parts: Parts, content: Shipped) -> None:
    """Time a list in the panel and the longest wait of the window meanwhile."""
    panel = ListPanel(parts)
    panel.field.setPlainText("nama;nomor\n" + "Ibu Contoh;0812345677890\n" * ROWS)
    panel.show()
    begun = time.perf_counter()
    panel.check.click()
    longest = 0.0
    while not panel.again.isVisible():
        turn = time.perf_counter()
        QCoreApplication.processEvents()
        if not panel.again.isVisible():
            longest = max(longest, time.perf_counter() - turn)
    whole = time.perf_counter() - begun
    print(f"list of {ROWS}: {whole:.2f} s, the window waits at most {longest * MILLI:.0f} ms")
    found = entries(panel.field.toPlainText())
    begun = time.perf_counter()
    for entry in found:
        tell(entry, content.plan, content.knowledge.number_words)
    each = (time.perf_counter() - begun) / len(found)
    print(f"one row without the window: {each * 1e6:.0f} µs")


def main() -> None:
    """Print every figure."""
    print(f"{Path(__file__).name}, {os.environ.get('QT_QPA_PLATFORM', 'screen')}")
    content = shipped()
    find(content.knowledge)
    next_member(content)


if __name__ == "__main__":
    main()
