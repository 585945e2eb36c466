"""Times what somebody at a laptop waits for, on the shipped content and on 100 and 1,500 steps.

Each time runs from the press to the painted page, offscreen. The three contents take turns, so
that their ratios hold on a busy machine too.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtTest import QTest

from jknassist.core.export.print_document import print_document
from jknassist.core.flow.model import Knowledge
from jknassist.core.paper import Paper
from jknassist.core.search.index import SearchIndex
from jknassist.gui.printing.render import as_pdf
from jknassist.gui.volunteer.search_box import SearchBox
from tests.bench.many_steps import made_up
from tests.bench.table import Clock, Row, against, alone
from tests.bench.visits import Walker, content, opened, settle
from tests.support.search_phrasings import BUILD

SEED = 7
VISITS = 24
SHIPPED, FEW, MANY = "shipped", "100 steps", "1,500 steps"

LONG_TEXT = "Budi 0812-3456-7890, Siti RT 03/RW 05 +62 813 4567 8901 (2); " * 200
"""Twelve thousand characters, most of which the number field does not take."""

PAGE = 50
"""Milliseconds that a page may take."""

SAME = 1.25
"""How much slower a page may be with fifteen times as many steps: it should not depend on them."""

LINEAR = 15
LIMITS: dict[str, tuple[int, float]] = {
    "answer taken": (PAGE, SAME),
    "page change": (PAGE, SAME),
    "page back": (PAGE, SAME),
    "digit typed": (PAGE, SAME),
    "long text pasted": (PAGE, SAME),
    "next member": (PAGE, SAME),
    "summary as PDF": (200, SAME),
    "search index": (200, LINEAR),
    "search query": (PAGE, LINEAR),
    "search, letter typed": (PAGE, LINEAR),
}
"""Milliseconds that each may take on the shipped content, and the ratio of 1,500 steps to 100."""


@dataclass
class TimedVisits:
    """One window on one content, and what was timed in it."""

    knowledge: Knowledge
    queries: tuple[str, ...]
    clocks: defaultdict[str, Clock] = field(default_factory=lambda: defaultdict(Clock))

    def __post_init__(self) -> None:
        self.window = opened(content(self.knowledge))
        self.walker = Walker(self.window, random.Random(SEED))  # noqa: S311

    def visit(self, count: int) -> None:
        """Lead one visitor to an ending, print it, turn back, and begin with the next one."""
        self._search(self.queries[count % len(self.queries)])
        for _ in self.walker.acts():
            self._answer()
            self._go_on()
        summary = self.window.flow.summary()
        assert summary is not None
        with self.clocks["summary as PDF"]:
            as_pdf(print_document(summary, Paper.A4))
        self._go_back()
        with self.clocks["next member"]:
            self.window.start_over()
            settle(self.window)

    def _answer(self) -> None:
        number = self.walker.number()
        if number:
            with self.clocks["long text pasted"]:
                self.walker.paste(LONG_TEXT)
                settle(self.window)
            self.walker.paste("")
            settle(self.window)
        for key in number:
            with self.clocks["digit typed"]:
                self.walker.type(key)
                settle(self.window)
        with self.clocks["answer taken"]:
            self.walker.answer()
            settle(self.window)

    def _go_on(self) -> None:
        """Press Lanjut; on a number page it may only judge, and the answer comes after that."""
        before = self.walker.page
        clock = Clock()
        with clock:
            self.walker.go_on()
            settle(self.window)
        if self.walker.page is not before:
            self.clocks["page change"].taken += clock.taken

    def _go_back(self) -> None:
        while self.window.flow.position:
            with self.clocks["page back"]:
                self.window.go_back()
                settle(self.window)

    def _search(self, query: str) -> None:
        (finder,) = self.window.view.page.findChildren(SearchBox)
        index = self.window.context.search
        with self.clocks["search query"]:
            index.find(query)
        for letter in query:
            with self.clocks["search, letter typed"]:
                QTest.keyClicks(finder.field, letter)
                settle(self.window)
        finder.field.clear()
        settle(self.window)


def rows() -> Iterator[Row]:
    """Yield each time on the shipped content, then how it grows."""
    shipped = content().knowledge
    contents = {SHIPPED: TimedVisits(shipped, tuple(text for text, _ in BUILD))}
    for name, steps in ((FEW, 100), (MANY, 1500)):
        knowledge = made_up(steps, shipped)
        contents[name] = TimedVisits(knowledge, _sayings(knowledge))
    for count in range(VISITS):
        for visits in contents.values():
            visits.visit(count)
            if count % 8 == 0:
                with visits.clocks["search index"]:
                    SearchIndex(visits.knowledge)
    taken = {name: visits.clocks for name, visits in contents.items()}
    for what, (most, _) in LIMITS.items():
        yield alone(what, "ms", taken[SHIPPED][what].taken, most=most)
    for what, (_, growth) in LIMITS.items():
        many, few = taken[MANY][what].taken, taken[FEW][what].taken
        yield against(f"{what}, {MANY} : {FEW}", "ms", many, few, most=growth)


def _sayings(knowledge: Knowledge) -> tuple[str, ...]:
    """Return what is asked of a made-up content: sayings from all over it, not quite as written."""
    chance = random.Random(SEED)  # noqa: S311
    chosen = chance.sample(knowledge.search.places, min(VISITS, len(knowledge.search.places)))
    return tuple(" ".join(place.sayings[0].split()[1:5]) for place in chosen)
