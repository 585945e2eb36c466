"""Prints the size and the start of the frozen program beside a bare frozen QWizard.

Both are frozen by the same spec and started in turn in one run, on Linux:
``.venv/bin/python tests/bench/frozen.py [--rounds N] [--program FILE]``
`--program` is another program to start, such as the installed one; its folder is the size.
"""

import argparse
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "packaging"), str(Path(__file__).parent)]

import freeze  # noqa: E402
from screen import Screen, screen  # noqa: E402

BARE = freeze.BUILD / "bare" / "bare_wizard"
MOST_SIZE, MOST_START = 1.15, 1.3


@dataclass
class Times:
    """What was measured of one program, in seconds from its start.

    `key` is what a person would press to reach an answer: it shows that the program listens.
    """

    program: Path
    key: str
    shown: list[float] = field(default_factory=list)
    usable: list[float] = field(default_factory=list)


def size_of(folder: Path) -> int:
    """Return the bytes of the files in a folder, each link as the few bytes that it is."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if not file.is_dir())


def freeze_both() -> None:
    """Freeze the program and, in the same way, the bare wizard."""
    freeze.main()
    script = Path(__file__).with_name("bare_wizard.py")
    freeze.pyinstaller([freeze.PYTHON], BARE.parent, "--", "--bare", script)


def start(view: Screen, program: Path) -> subprocess.Popen[bytes]:
    """Start a program on the screen."""
    return subprocess.Popen([program], env=view.environment, stderr=subprocess.DEVNULL)


def stop(view: Screen, process: subprocess.Popen[bytes], empty: bytes) -> None:
    """End a program and wait until its window is gone."""
    process.terminate()
    process.wait()
    view.wait_for(empty)


def learn(view: Screen, times: Times) -> tuple[bytes, bytes, bytes]:
    """Return what the screen shows without the program, with it, and after a key."""
    empty = view.look()
    process = start(view, times.program)
    question = view.settle(empty)
    view.press(times.key)
    answered = view.settle(question)
    stop(view, process, empty)
    return empty, question, answered


def measure(view: Screen, times: Times, looks: tuple[bytes, bytes, bytes]) -> None:
    """Start a program once, and press a key as soon as its question is there."""
    empty, question, answered = looks
    begun = time.perf_counter()
    process = start(view, times.program)
    times.shown.append(view.wait_for(question) - begun)
    view.press(times.key)
    times.usable.append(view.wait_for(answered) - begun)
    stop(view, process, empty)


def report(ours: Times, bare: Times) -> bool:
    """Print both with their ratios; tell whether the figures are met."""
    sizes = [size_of(times.program.parent) for times in (ours, bare)]
    rows = [("size, MB", [s / 1e6 for s in sizes], MOST_SIZE)]
    for name in ("shown", "usable"):
        medians = [statistics.median(getattr(times, name)) * 1000 for times in (ours, bare)]
        rows.append((f"first question {name}, ms", medians, MOST_START))
    print(f"{'':28}{'jknassist':>12}{'bare':>10}{'ratio':>8}{'most':>7}")
    for title, (mine, other), most in rows:
        print(f"{title:28}{mine:12.1f}{other:10.1f}{mine / other:8.2f}{most:7.2f}")
    return all(mine / other <= most for _, (mine, other), most in rows)


def main() -> int:
    """Freeze, start both in turn, report; return 1 when a figure is not met."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--program", type=Path, default=freeze.PROGRAM / "jknassist")
    asked = parser.parse_args()
    freeze_both()
    both = (Times(asked.program.resolve(), "1"), Times(BARE / "bare_wizard", "Down"))
    with screen() as view:
        looks = [learn(view, times) for times in both]
        for _ in range(asked.rounds):
            for times, look in zip(both, looks, strict=True):
                measure(view, times, look)
    return 0 if report(*both) else 1


if __name__ == "__main__":
    sys.exit(main())
