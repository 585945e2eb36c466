"""Feeds one reader of the program with damaged and odd input for as long as wanted.

Run it with: python -m tests.bench.fuzz numbers --count 10000000 [--seed 1]

It prints how many inputs were tried, how many were accepted, which failed a check, the slowest
and the peak of memory; the exit code is 1 where anything broke, took longer than 2 seconds of the
processor or added more than 200 MB. Each input has a seed of its own: `--seed SEED --count 1` tries
it again.
"""

import argparse
import resource
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic, process_time

from jknassist.content import resources
from jknassist.core.flow.model import Knowledge
from jknassist.core.parsing.load import load_knowledge, load_plan
from jknassist.core.phone.plan import build
from tests.support import damaged_files, fuzz_checks

Attempt = Callable[[Random], bool]
"""Makes one input and proves the check on it; tells whether the input was accepted."""

SLOW = 2.0
MUCH = 200 * 1024
"""KiB, as the system counts memory."""

MOST_SHOWN = 10
TELL_EVERY = 60.0

SITE = Path(__file__).parents[2] / "packaging" / "site.example.yaml"
TALLY = "machine,date,version,edition,kind,name,count\n" + "".join(
    f"0000000{n % 3},2026-11-{n + 1:02},0.2.0,2,outcome,{outcome},{n + 1}\n"
    for n in range(28)
    for outcome in ("gangguan", "pulsa_habis", "salah_ketik")
)


def peak() -> int:
    """Return the peak of memory of this process so far, in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@dataclass
class Outcome:
    """What a run has found so far; seconds are of the processor, memory is in KiB."""

    tried: int = 0
    accepted: int = 0
    broken: int = 0
    slowest: float = 0.0
    slowest_seed: int = 0
    before: int = field(default_factory=peak)
    complaints: list[str] = field(default_factory=list)

    @property
    def grown(self) -> int:
        """How much the peak of memory has grown."""
        return peak() - self.before


def shipped() -> Knowledge:
    """Return the shipped content."""
    knowledge, _ = load_knowledge(resources.read("knowledge.yaml"), "knowledge.yaml")
    assert knowledge is not None
    return knowledge


def files(text: str, check: fuzz_checks.FileCheck) -> Attempt:
    """Return attempts with a damaged file."""
    return lambda chance: check(damaged_files.damaged(text, chance))


def numbers() -> Attempt:
    """Return attempts with texts like numbers; few are compared with a second or told in words."""
    plan, _ = load_plan(resources.read("numbering.yaml"), "numbering.yaml")
    assert plan is not None
    check = fuzz_checks.number_check(build(plan), shipped().number_words)

    def attempt(chance: Random) -> bool:
        text = damaged_files.number_text(chance)
        kind = chance.random()
        return check(
            text, damaged_files.number_text(chance) if kind < 0.03 else None, told=kind < 0.1
        )

    return attempt


def search() -> Attempt:
    """Return attempts with complaints."""
    knowledge = shipped()
    words, check = (
        fuzz_checks.words_of(knowledge),
        fuzz_checks.search_check(knowledge),
    )
    return lambda chance: check(damaged_files.search_text(words, chance))


def read(name: str) -> str:
    """Return the text of a shipped file."""
    return resources.read(name).decode()


ATTEMPTS: Mapping[str, Callable[[], Attempt]] = {
    "numbers": numbers,
    "knowledge": lambda: files(read("knowledge.yaml"), fuzz_checks.knowledge_check),
    "overlay": lambda: files(read("knowledge.en.yaml"), fuzz_checks.overlay_check(shipped())),
    "plan": lambda: files(read("numbering.yaml"), fuzz_checks.plan_check),
    "site": lambda: files(SITE.read_text(encoding="utf-8"), fuzz_checks.site_check),
    "tally": lambda: files(TALLY, fuzz_checks.tally_check(Path(tempfile.mkdtemp()))),
    "search": search,
}


def try_one(attempt: Attempt, seed: int, found: Outcome) -> None:
    """Try the input of one seed and note what came of it."""
    grown, begun = found.grown, process_time()
    try:
        found.accepted += attempt(damaged_files.chance_of(seed))
    except Exception:  # noqa: BLE001  whatever is raised is what we are here for
        found.broken += 1
        found.complaints.append(f"{seed}: {traceback.format_exc()}")
    taken = process_time() - begun
    found.tried += 1
    if taken > found.slowest:
        found.slowest, found.slowest_seed = taken, seed
    if taken > SLOW:
        found.complaints.append(f"{seed}: {taken:.2f} s")
    if found.grown > max(MUCH, grown):
        found.complaints.append(f"{seed}: {found.grown // 1024} MiB more than at the start")


def told(found: Outcome) -> str:
    """Return the figures in one line."""
    return (
        f"{found.tried} tried, {found.accepted} accepted, {found.broken} broken, "
        f"slowest {found.slowest * 1000:.1f} ms (seed {found.slowest_seed}), "
        f"memory +{found.grown / 1024:.0f} MiB"
    )


def main() -> int:
    """Try as many inputs as asked for, or one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reader", choices=ATTEMPTS)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0, help="of the first; each next is one more")
    asked = parser.parse_args()
    attempt = ATTEMPTS[asked.reader]()
    attempt(damaged_files.chance_of(asked.seed))  # what is loaded once is no growth
    found, next_word = Outcome(), monotonic() + TELL_EVERY
    for seed in range(asked.seed, asked.seed + asked.count):
        try_one(attempt, seed, found)
        if monotonic() > next_word:
            print(told(found), flush=True)
            next_word += TELL_EVERY
    print("\n".join(found.complaints[:MOST_SHOWN]))
    print(f"{asked.reader}: {told(found)}")
    return 1 if found.complaints else 0


if __name__ == "__main__":
    sys.exit(main())
