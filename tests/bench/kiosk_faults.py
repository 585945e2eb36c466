"""Let visitors use a kiosk while something goes wrong around it, every minute something else.

Run it from the top of the repository: python -m tests.bench.kiosk_faults [MINUTES [SEED [EVERY]]]

The program as a service starts it, on a display of its own with a window manager. Faults are drawn
at random, each as often as the others, one about every EVERY seconds, half of them in the middle of
a visit. Exit code 0: after each fault the first page came back and the log told of it, and at the
end no digit of a visitor was in a file, in a selection or in the memory of the process.

Of whatever went wrong a picture of the display, the state of the processes and the log are kept in
build/kiosk_faults.
"""

import contextlib
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.table import Row
from tests.support import cups_server, machine_faults, process_memory
from tests.support.attended_machine import Machine, Visitors
from tests.support.cups_server import ROLL_80, Made
from tests.support.machine_faults import TAKEN_AWAY, Surroundings

MINUTES, SEED, EVERY = 90.0, 21, 60.0
MOST_WRONG = 20
SPY = Path(__file__).parent.parent / "support" / "selection_spy.py"
EVIDENCE = Path("build/kiosk_faults")
QUICKLY = 40.0
"""Seconds within which the page that was taken away is shown again on the busiest machine."""


@dataclass
class Report:
    """What was done, how long each fault took to be overcome, and what was wrong."""

    visitors: int = 0
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: list[str] = field(default_factory=list)
    memory: int | None = None
    codes: list[int] = field(default_factory=list)
    lasted: float = 0.0

    @property
    def faults(self) -> int:
        """Return how many faults were injected."""
        return sum(map(len, self.seconds.values()))

    def lines(self) -> Iterator[str]:
        """Yield the report in plain text."""
        yield f"{self.visitors} visitors, {self.faults} faults, {self.lasted / 60:.1f} minutes"
        for name, took in sorted(self.seconds.items()):
            yield f"{name}: {len(took)} times, back after {max(took):.1f} s at most"
        memory = "not readable" if self.memory is None else str(self.memory)
        yield f"its parent ended with {sorted(set(self.codes))}"
        yield f"copies of the last numbers in memory: {memory}"
        yield from self.wrong[:MOST_WRONG] or ("nothing was wrong",)


class Soak:
    """One run: a machine, its visitors and its faults."""

    def __init__(self, machine: Machine, around: Surroundings, dice: random.Random) -> None:
        self.machine = machine
        self.machine.evidence = EVIDENCE
        self.dice = dice
        self.visitors = Visitors(machine, dice)
        self.around = around
        self.report = Report()

    def run(self, seconds: float, every: float, *, quick: bool = False) -> Report:
        """Serve visitors and inject a fault about every so many seconds; return the report."""
        began = time.monotonic()
        known = machine_faults.faults(self.dice, self.around, quick=quick)
        waiting: list[str] = []
        due = began + every
        while time.monotonic() - began < seconds:
            self._visit()
            if time.monotonic() >= due:
                if not waiting:
                    waiting = list(known)
                    self.dice.shuffle(waiting)
                name = waiting.pop()
                if self.dice.random() < 0.5 or name in TAKEN_AWAY:
                    self.visitors.begin()
                self._inject(name, known[name])
                due = time.monotonic() + every * self.dice.uniform(0.6, 1.2)
        self.report.lasted = time.monotonic() - began
        self._end()
        return self.report

    def inject_all(self, names: Sequence[str]) -> Report:
        """Inject the faults of these names one after the other, each in the middle of a visit."""
        known = machine_faults.faults(self.dice, self.around)
        for name in names:
            self.visitors.begin()
            self._inject(name, known[name])
        self._visit()
        self._end()
        return self.report

    def _visit(self) -> None:
        if self.visitors.visit() < 0:
            self._complain(f"visitor {self.visitors.count} never left")
        self.report.visitors = self.visitors.count

    def _complain(self, wrong: str) -> None:
        """Note what was wrong, and keep what shows why."""
        self.report.wrong.append(wrong)
        self.machine.keep_evidence(wrong)

    def _inject(self, name: str, fault: machine_faults.Fault) -> None:
        """Inject a fault and see the kiosk overcome it."""
        report, machine = self.report, self.machine
        said = machine.log()
        told = fault(machine)
        began = time.monotonic()
        if name in TAKEN_AWAY:
            took = machine.wait_for(lambda: bool(machine.display.windows()), QUICKLY)
            if took < 0:
                self._complain(f"{name}: the window did not come back")
        back = machine.back_at_the_first_page()
        report.seconds[name].append(time.monotonic() - began)
        if back < 0:
            self._complain(f"{name}: the first page did not come back")
        if told and machine.wait_for(lambda: told in _new(said, machine.log()), QUICKLY) < 0:
            self._complain(f"{name}: the log does not tell of it")
        if traces := machine.traces():
            self._complain(f"{name}: digits in {traces}")
        print(f"{name}: {report.seconds[name][-1]:.1f} s", file=sys.stderr, flush=True)

    def _end(self) -> None:
        """Look for what the visitors of the run left behind."""
        machine, report = self.machine, self.report
        report.visitors = self.visitors.count
        last = machine.numbers[-1:]
        for _ in range(2):
            self.visitors.begin()
            machine.back_at_the_first_page()
        if not machine.is_at_first_page():
            self._complain("the first page is not shown")
        report.codes = machine.codes
        if machine.was_left:
            report.wrong.append("it ended as if the staff had left")
        selections = _selections(machine)
        if any(number[2:] in text for number in machine.numbers for text in selections):
            report.wrong.append("digits in a selection")
        child = machine.child()
        if child and process_memory.readable(child):
            report.memory = sum(process_memory.copies(child, number) for number in last)
        report.wrong += [f"digits in {path}" for path in machine.traces()]


def _new(before: str, now: str) -> str:
    """Return what was added to a log; all of it where the older lines are gone."""
    return now.removeprefix(before) if now.startswith(before) else now


def _selections(machine: Machine) -> list[str]:
    """Return what another program reads from PRIMARY and CLIPBOARD."""
    done = subprocess.run(
        [sys.executable, str(SPY), "read"],
        env=machine.display.environment,
        check=True,
        capture_output=True,
        text=True,
    )
    found: list[str] = json.loads(done.stdout)
    return found


@contextlib.contextmanager
def soaking(seed: int, *, bare: bool = False) -> Iterator[Soak]:
    """Give a run on a machine with all that can go wrong here; bare, without disk and printer."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        environment, printer, disk = {}, None, False
        if not bare:
            environment = machine_faults.clock_environment(folder)
            disk = stack.enter_context(machine_faults.own_disk(folder / "state"))
        if not bare and not cups_server.missing():
            printers = (Made(name="Struk", paper=ROLL_80),)
            server = stack.enter_context(cups_server.running(cups_server.folder(), printers))
            environment["CUPS_SERVER"] = server.address
            printer = server.root / "out" / "Struk"
        clock = environment.get("LD_PRELOAD", "")
        around = Surroundings(faketime=clock, printer=printer, own_disk=disk)
        machine = Machine(folder, environment)
        stack.callback(machine.end)
        yield Soak(machine, around, random.Random(seed))  # noqa: S311


def rows() -> Iterator[Row]:
    """Yield what was wrong at the end of a long run."""
    with soaking(SEED) as soak:
        report = soak.run(MINUTES * 60, EVERY)
    print("\n".join(report.lines()))
    name = f"what was wrong after {report.visitors} visitors and {report.faults} faults"
    yield Row(
        name=name,
        unit="things",
        median=len(report.wrong),
        asked="<= 0 things",
        ok=not report.wrong,
    )


def main(minutes: float, seed: float, every: float) -> int:
    """Run the soak; return the exit code."""
    with soaking(int(seed)) as soak:
        report = soak.run(minutes * 60, every)
    print("\n".join(report.lines()))
    return 1 if report.wrong else 0


if __name__ == "__main__":
    words = [float(word) for word in sys.argv[1:]]
    sys.exit(main(*(words + [MINUTES, SEED, EVERY][len(words) :])))
