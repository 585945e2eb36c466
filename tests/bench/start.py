"""Times the start to the first question beside a bare QWizard, on a display of its own (Linux).

Four figures of each start: when the question is painted, when a key pressed then is answered, how
long processors worked until then, and the peak of memory. The programs start in turn in one run,
so that the ratios hold on a busy machine. Compared are the checkout, with content compiled as a
release has it, and the frozen program where one lies in build/ that was made from what is here;
a wizard in C++ shows what Qt itself takes, where its headers are. A peer that users may know,
novelWriter (PyQt6), is measured until its window is drawn.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "packaging"), str(ROOT)]

import dev  # noqa: E402
from freeze import freeze  # noqa: E402

from tests.bench.screen import Screen, screen  # noqa: E402
from tests.bench.table import MILLI, Row, against, alone  # noqa: E402

BARE_SCRIPT = Path(__file__).with_name("bare_wizard.py")
FROZEN_BARE = freeze.BUILD / "bare" / "bare_wizard" / "bare_wizard"
FROZEN = freeze.PROGRAM / "jknassist"
PEER = "novelWriter==26.2.2"
PEER_VENV = freeze.BUILD / "peer"

FROZEN_MOST, CHECKOUT_MOST, MEMORY_MOST = 1.6, 2.0, 1.4
PEER_MOST = 1 / 4
ROUNDS, COLD_ROUNDS = 15, 3

KEY = "shift+Tab"
"""What is pressed: the focus moves at once. A digit would be waited with, whether more follow."""
CACHES = Path("/proc/sys/vm/drop_caches")
KIB_PER_MB = 1000 * 1000 / 1024

CPLUSPLUS = """
#include <QApplication>
#include <QRadioButton>
#include <QVBoxLayout>
#include <QWizard>
int main(int count, char **words) {
    QApplication application(count, words);
    QWizard wizard;
    auto *page = new QWizardPage;
    page->setTitle("Apa yang Anda alami?");
    auto *column = new QVBoxLayout(page);
    for (auto text : {"Kode SMS tidak datang", "Ada tulisan di layar", "Tidak tahu"})
        column->addWidget(new QRadioButton(text));
    wizard.addPage(page);
    wizard.resize(1200, 700);
    wizard.show();
    return application.exec();
}
"""


@dataclass(frozen=True)
class Program:
    """What is started; `key` is what a person would press to move on in it.

    Without a key only its window is waited for.
    """

    name: str
    command: tuple[str | Path, ...]
    key: str
    folder: Path | None = None
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Starts:
    """What was measured of one program: seconds from its start, and MB."""

    shown: list[float] = field(default_factory=list)
    usable: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


def begin(view: Screen, program: Program) -> int:
    """Start a program on the screen; return its process."""
    environment = {**view.environment, **program.settings}
    # Where Python may keep no bytecode, it would be made anew with each start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    process = subprocess.Popen(
        program.command, cwd=program.folder, env=environment, stderr=subprocess.DEVNULL
    )
    process.returncode = 0  # it is waited for below, with what it has used
    return process.pid


def end(view: Screen, process: int, empty: bytes) -> tuple[float, float]:
    """End a program; return its seconds of work and its peak of memory once its window is gone."""
    os.kill(process, 15)
    _, _, used = os.wait4(process, 0)
    view.wait_for(empty)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / KIB_PER_MB


def learn(view: Screen, program: Program) -> tuple[bytes, bytes, bytes]:
    """Return what the screen shows without the program, with it, and after a key."""
    empty = view.theme()
    if not program.key:
        return empty, empty, empty
    process = begin(view, program)
    question = view.settle(empty)
    view.press(program.key)
    answered = view.settle(question)
    end(view, process, empty)
    return empty, question, answered


def measure(
    view: Screen, program: Program, looks: tuple[bytes, bytes, bytes], starts: Starts
) -> None:
    """Start a program once, and press a key as soon as its question is there."""
    empty, question, answered = looks
    begun = time.perf_counter()
    process = begin(view, program)
    if program.key:
        starts.shown.append(view.wait_for(question) - begun)
        view.press(program.key)
        starts.usable.append(view.wait_for(answered) - begun)
    else:
        starts.shown.append(view.settled_at(empty) - begun)
    worked, memory = end(view, process, empty)
    starts.worked.append(worked)
    starts.memory.append(memory)


def in_turn(programs: Sequence[Program], rounds: int, *, cold: bool = False) -> list[Starts]:
    """Start programs one after the other, so many times each, and return what was measured."""
    measured = [Starts() for _ in programs]
    with screen() as view:
        looks = [learn(view, program) for program in programs]
        for _ in range(rounds):
            for program, theme, starts in zip(programs, looks, measured, strict=True):
                if cold:
                    os.sync()
                    CACHES.write_text("3\n")
                measure(view, program, theme, starts)
    return measured


def start_rows(name: str, ours: Starts, bare: Starts, most: float) -> Iterator[Row]:
    """Yield the rows of a program beside the bare one."""
    for figure, mine, others in (
        ("shown", ours.shown, bare.shown),
        ("usable", ours.usable, bare.usable),
        ("work until usable", ours.worked, bare.worked),
    ):
        yield against(f"{name}, {figure}", "ms", _in_ms(mine), _in_ms(others), most=most)
    yield against(f"{name}, memory", "MB", ours.memory, bare.memory, most=MEMORY_MOST)


def peer_rows(name: str, ours: Starts, others: Starts) -> Iterator[Row]:
    """Yield the rows of a program beside the peer.

    What is asked is how soon the window is there. The work until then is told beside it: the peer
    waits a good deal, and is not held to have worked as long as it took.
    """
    for figure, mine, theirs, most in (
        ("shown", ours.shown, others.shown, PEER_MOST),
        ("work", ours.worked, others.worked, None),
    ):
        told_as = f"{name}, {figure} beside novelWriter"
        yield against(told_as, "ms", _in_ms(mine), _in_ms(theirs), most=most)


def _in_ms(seconds: Sequence[float]) -> list[float]:
    return [second * MILLI for second in seconds]


def checkout(place: Path) -> Program:
    """Lay the checkout out in a folder, its content compiled as in a release."""
    leave_out = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "jknassist", place / "jknassist", ignore=leave_out)
    resources = place / "jknassist" / "resources"
    shutil.copytree(ROOT / "resources", resources)
    script = ROOT / "packaging" / "freeze" / "compile_content.py"
    environment = {**os.environ, "PYTHONPATH": str(place)}
    for words in ((script, resources / "compiled"), ("-m", "compileall", "-q", place)):
        subprocess.run([sys.executable, *words], check=True, cwd=place, env=environment)
    return Program("checkout", (sys.executable, "-m", "jknassist"), KEY, place)


def in_cplusplus(place: Path) -> Program | None:
    """Build the bare wizard in C++, where there are a compiler and Qt's headers."""
    if not shutil.which("g++") or not shutil.which("pkg-config"):
        return None
    asked = ["pkg-config", "--cflags", "--libs", "Qt6Widgets"]
    flags = subprocess.run(asked, capture_output=True, text=True, check=False)
    if flags.returncode:
        return None
    source, program = place / "hello.cpp", place / "hello"
    source.write_text(CPLUSPLUS)
    build = ["g++", "-O2", "-fPIC", str(source), "-o", str(program), *flags.stdout.split()]
    subprocess.run(build, check=True)
    return Program("C++", (program,), "Down")


def frozen_pair() -> tuple[Program, ...]:
    """Return the frozen program and the bare one, if both are there and made of what is here."""
    stamp = freeze.STAMP.read_text() if freeze.STAMP.exists() else ""
    if stamp != freeze.inputs() or not FROZEN_BARE.exists():
        return ()
    ours = Program("frozen", (FROZEN,), KEY, freeze.PROGRAM)
    return ours, Program("frozen bare", (FROZEN_BARE,), "Down")


def peer(place: Path) -> Program | None:
    """Return the peer, installed in an environment of its own; None where it cannot be had.

    `place` takes its settings, so that none of a user are touched.
    """
    program = PEER_VENV / "bin" / "novelwriter"
    if not program.exists():
        shutil.rmtree(PEER_VENV, ignore_errors=True)
        subprocess.run([dev.outer_python(), "-m", "venv", "--without-pip", PEER_VENV], check=True)
        install = [*dev.pip(PEER_VENV / "bin" / "python"), "install", "--quiet", PEER]
        if subprocess.run([*install, "--only-binary=:all:"], check=False).returncode:
            print(f"{PEER} could not be installed: start not compared with it", file=sys.stderr)
            return None
    homes = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    settings = dict.fromkeys(homes, str(place))
    return Program("peer", (program,), "", settings=settings)


def rows() -> Iterator[Row]:
    """Yield every figure, warm and, where the caches may be dropped, cold."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Program("bare", (sys.executable, BARE_SCRIPT), "Down")
        programs = [checkout(Path(folder) / "program"), bare, *frozen_pair()]
        if (cplusplus := in_cplusplus(Path(folder))) is not None:
            programs.append(cplusplus)
        if (other := peer(Path(folder))) is not None:
            programs.append(other)
        yield from told(programs, in_turn(programs, ROUNDS), "warm")
        if os.access(CACHES, os.W_OK):
            yield from told(programs, in_turn(programs, COLD_ROUNDS, cold=True), "cold")


def told(programs: Sequence[Program], measured: Sequence[Starts], state: str) -> Iterator[Row]:
    """Yield the rows of a run; a start from a cold disk is told, and not held to a figure."""
    by_name = {program.name: starts for program, starts in zip(programs, measured, strict=True)}
    for name, beside, most in (
        ("checkout", "bare", CHECKOUT_MOST),
        ("frozen", "frozen bare", FROZEN_MOST),
    ):
        if name in by_name:
            yield from start_rows(f"{name} {state}", by_name[name], by_name[beside], most)
    for name in ("checkout", "frozen"):
        if name in by_name and "peer" in by_name:
            yield from peer_rows(f"{name} {state}", by_name[name], by_name["peer"])
    if "C++" in by_name:
        yield alone(f"C++ {state}, usable", "ms", _in_ms(by_name["C++"].usable))
