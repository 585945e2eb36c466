"""Let many visitors use the kiosk one after the other, and look for what they leave behind.

Run it from the top of the repository: python -m tests.bench.kiosk_soak [VISITORS [SEED]]

The shipped content, the real window; without a display the offscreen one of Qt. After every
hundredth visitor the whole process is searched for the digits of the last number typed, at the
end for every number of the run. Exit code 0: the first page is shown, nothing was found.
"""

import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import TracebackType

if sys.platform == "linux" and not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from jknassist.core.site import Mode, Site
from jknassist.gui.error_log import ErrorLog, describe_one
from jknassist.gui.kiosk.config import KioskConfig, Timeouts
from jknassist.gui.kiosk.input_filter import InputFilter
from jknassist.gui.kiosk.start_page import StartPage
from jknassist.gui.kiosk.window import KioskWindow
from jknassist.gui.qt.application import make_application
from tests.bench.soak import memory
from tests.bench.table import Row
from tests.bench.visits import content
from tests.support.memory_search import traces
from tests.support.random_visitors import RandomVisitor, broken_invariants

VISITORS, SEED = 1000, 6
HOUR = 3_600_000
PACE = Timeouts(idle=HOUR, outcome=HOUR, privacy=HOUR, asks=2, tap=0, corner=HOUR)
LOOK_EVERY = 100


def note(
    failures: list[str],
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Show an error in a slot, which the kiosk itself would outlive, and count it as a failure."""
    failures.append(describe_one(kind, trace))
    sys.__excepthook__(kind, error, trace)


def soak(window: KioskWindow, visitors: int, seed: int, state: Path) -> list[str]:
    """Return what was found wrong."""
    dice = random.Random(seed)  # noqa: S311
    wrong: list[str] = []
    numbers: list[str] = []
    began = time.monotonic()
    for count in range(1, visitors + 1):
        stranger = RandomVisitor(window, dice)
        stranger.visit()
        wrong += broken_invariants(window)
        if stranger.typed:
            numbers.append(stranger.number)
        if count % LOOK_EVERY == 0:
            wrong += [trace for number in numbers[-1:] for trace in traces(number, [state])]
            widgets = len(window.findChildren(QWidget))
            seconds = time.monotonic() - began
            print(f"{count} visitors, {seconds:.0f} s, {memory():.1f} MB, {widgets} widgets")
    for number in numbers[-LOOK_EVERY:]:
        wrong += traces(number, [state])
    if not isinstance(window.page, StartPage):
        wrong.append("the first page is not shown")
    print(f"{len(numbers)} numbers were typed")
    return wrong


def rows() -> Iterator[Row]:
    """Yield how many traces of visitors were found."""
    wrong = found(VISITORS, SEED)
    print("\n".join(wrong[:20]))
    yield Row(
        name=f"traces of {VISITORS} kiosk visitors",
        unit="places",
        median=len(wrong),
        asked="<= 0 places",
        ok=not wrong,
    )


def main(visitors: int, seed: int) -> int:
    """Run the soak; return the exit code."""
    wrong = found(visitors, seed)
    print("\n".join(wrong[:20]) or "nothing was found")
    return 1 if wrong else 0


def found(visitors: int, seed: int) -> list[str]:
    """Run the soak; return what is left of the visitors, and what else went wrong."""
    app = make_application()
    shipped = content()
    with tempfile.TemporaryDirectory() as folder:
        state = Path(folder)
        log = ErrorLog(state, "kiosk.log")
        config = KioskConfig(
            by_language={"id": shipped},
            site=Site(mode=Mode.KIOSK),
            site_name="site.yaml",
            site_found=False,
            faults=(),
            state=state,
            timeouts=PACE,
        )
        guard = InputFilter(PACE.tap)
        app.installEventFilter(guard)
        window = KioskWindow(config, log, guard)
        failures: list[str] = []
        sys.excepthook = partial(note, failures)
        window.fullscreen.take()
        QApplication.processEvents()
        wrong = soak(window, visitors, seed, state)
        wrong += failures
        app.removeEventFilter(guard)
    return wrong


if __name__ == "__main__":
    words = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(words + [VISITORS, SEED][len(words) :])))
