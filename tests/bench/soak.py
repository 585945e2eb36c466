"""Leads many visitors through one window, with paper and copies, and counts what they leave.

``python -m tests.bench.soak [VISITORS [SEED]]``: the shipped content on a laptop's window,
offscreen; each visitor answers at random. It prints a small table and says at the end whether
memory, widgets, objects, what Python keeps, timers, threads and open files stayed the same after
the first tenth.
"""

import ctypes
import gc
import os
import platform
import random
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

if __name__ == "__main__" and sys.platform == "linux":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jknassist.gui.context import LoadedContent
from jknassist.gui.main_window import MainWindow
from jknassist.gui.pages.outcome import OutcomePage
from jknassist.gui.panels.save_pdf import SavePanel
from tests.bench.table import Row, lines
from tests.bench.visits import Walker, catch_up, content, opened

VISITORS, SEED = 10_000, 10
PARTS = 40
"""So often it is counted; what is there after the first tenth is what must not grow."""

MOST_GROWTH = 5.0
"""MB of memory after the first tenth of the visitors."""

KIB = 1024

OURS = "jknassist"


@dataclass(frozen=True)
class Count:
    """What the process holds between two visitors; `memory` is in MB, 0 where nobody tells.

    `objects` are those of Qt, `kept` what Python has of our own, answers among it.
    """

    visitors: int
    memory: float
    widgets: int
    objects: int
    kept: int
    timers: int
    threads: int
    files: int


def counted(visitors: int) -> Count:
    """Return what is there once all that was thrown away is gone."""
    gc.collect()
    give_back()
    tops = QApplication.topLevelWidgets()
    app = QApplication.instance()
    assert app is not None
    children = [child for one in (app, *tops) for child in one.findChildren(QObject)]
    timers = sum(isinstance(child, QTimer) for child in children)
    handles = Path("/proc/self/fd")
    return Count(
        visitors=visitors,
        memory=memory(),
        widgets=len(QApplication.allWidgets()),
        objects=len(children),
        kept=sum(str(type(one).__module__).startswith(OURS) for one in gc.get_objects()),
        timers=timers,
        threads=threading.active_count(),
        files=len(list(handles.iterdir())) if handles.exists() else 0,
    )


def give_back() -> None:
    """Let the system have what is free: how much of it an allocator keeps is chance."""
    if sys.platform == "linux" and platform.libc_ver()[0] == "glibc":
        ctypes.CDLL(None).malloc_trim(0)


def memory() -> float:
    """Return how many MB of memory the process has now; 0 where that cannot be told."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / KIB


@dataclass
class Guest:
    """One visitor after the other: answers, takes something along, and leaves."""

    window: MainWindow
    chance: random.Random
    folder: Path

    def visit(self) -> None:
        """Come, reach an ending, do some of what can be done there, and leave."""
        # The taps of a Walker never pass the frame of the window, where the cover looks for them.
        QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_Shift)
        walker = Walker(self.window, self.chance)
        walker.walk()
        assert isinstance(walker.page, OutcomePage)
        self.chance.choice(self.deeds())()
        catch_up()
        self.window.start_over()
        catch_up()

    def deeds(self) -> tuple[Callable[[], None], ...]:
        """Return what can be done at an ending."""
        window = self.window
        return (
            window.copy_summary,
            window.show_print,
            self.save,
            window.show_contacts,
            window.show_review,
            window.show_sources,
            window.change_size,
            window.change_color_scheme,
            self.turn_back,
            self.show_a_guide,
        )

    def save(self) -> None:
        """Save the summary as PDF; the file of the visitor before is gone by then."""
        for old in self.folder.iterdir():
            old.unlink()
        self.window.show_save()
        panel = self.window.panel
        assert isinstance(panel, SavePanel)
        panel.save_into(self.folder, "percobaan")
        assert [path.suffix for path in self.folder.iterdir()] == [".pdf"]

    def turn_back(self) -> None:
        """Look once more at the question before, and go on to the ending again."""
        self.window.go_back()
        catch_up()
        Walker(self.window, self.chance).walk()

    def show_a_guide(self) -> None:
        """Read any how-to."""
        self.window.show_guide(self.chance.choice(self.window.context.knowledge.guides).id)


def soaked(shipped: LoadedContent, visitors: int, seed: int, folder: Path) -> Iterator[Count]:
    """Yield what is there after each part of the visitors."""
    window = opened(shipped)
    guest = Guest(window, random.Random(seed), folder)  # noqa: S311
    for visitor in range(1, visitors + 1):
        guest.visit()
        if visitor % max(1, visitors // PARTS) == 0:
            yield counted(visitor)
    window.close()


def grown(counts: Sequence[Count]) -> Iterator[Row]:
    """Yield by how much each count has grown since the first tenth of the visitors."""
    last = counts[-1]
    first = next(count for count in counts if count.visitors * 10 >= last.visitors)
    for name in (field.name for field in fields(Count)[1:]):
        before, after = getattr(first, name), getattr(last, name)
        most = MOST_GROWTH if name == "memory" else 0
        unit = "MB" if name == "memory" else name
        yield Row(
            name=f"{name} after {last.visitors} visitors, beyond that after {first.visitors}",
            unit=unit,
            median=after - before,
            beside=before,
            asked=f"<= {most:g} {unit}",
            ok=after - before <= most,
        )


def told(visitors: int, seed: int) -> tuple[Count, ...]:
    """Run the soak in folders of its own, and tell each count while it goes on."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as home:
        os.environ["HOME"] = home  # nothing is remembered in the folders of a person
        say(field.name for field in fields(Count))
        counts = []
        for count in soaked(content(), visitors, seed, Path(folder)):
            counts.append(count)
            say(f"{value:.1f}" if isinstance(value, float) else value for value in astuple(count))
    return tuple(counts)


def say(cells: Iterable[object]) -> None:
    """Write one line of the table of counts; it goes beside the rows."""
    print(*(f"{cell:>9}" for cell in cells), file=sys.stderr, flush=True)


def rows() -> Iterator[Row]:
    """Yield the growth from the first tenth of the visitors to the last."""
    yield from grown(told(VISITORS, SEED))


def main(visitors: int, seed: int) -> int:
    """Run the soak and print what came of it; return 1 when something has grown."""
    found = tuple(grown(told(visitors, seed)))
    print("\n".join(lines(found)))
    return 0 if all(row.ok for row in found) else 1


if __name__ == "__main__":
    words = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(words + [VISITORS, SEED][len(words) :])))
