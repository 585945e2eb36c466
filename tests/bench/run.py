"""Runs the benches one after the other and prints what they found as one table.

``python3 packaging/dev.py bench [NAME...] [--json FILE] [--markdown]``; without a name all that are
quick, with ``all`` also those that take minutes. Exit code 0: all that was asked was kept.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from importlib import import_module
from pathlib import Path

from tests.bench.markdown import DOCUMENT, machine_class, updated
from tests.bench.table import Row, lines

QUICK = ("start", "pages", "doctor", "idle", "volunteer", "flow", "speech")
LONG = (
    *("recogniser", "number_limits", "written_forms", "lists", "tally"),
    *("kiosk_soak", "kiosk_faults", "soak", "frozen"),
)
"""Benches that take minutes, some of them many: only when they are named."""

ROOT = Path(__file__).resolve().parents[2]
TELL = "--tell"


class BenchError(Exception):
    """A bench could not be carried out."""


def measured(name: str) -> Iterator[Row]:
    """Yield the rows of a bench, run in a process of its own; raise BenchError."""
    environment = dict(os.environ)
    if sys.platform == "linux":
        # A window on somebody's screen would be measured with whatever else is on it.
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", "tests.bench.run", TELL, name]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as bench:
        assert bench.stdout is not None
        for line in bench.stdout:
            yield Row(**json.loads(line))
    if bench.returncode:
        raise BenchError(name)


def tell(name: str) -> None:
    """Write the rows of a bench as lines of JSON, for the process that gathers them."""
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever a bench or a library prints is no row
    with out:
        for row in import_module(f"tests.bench.{name}").rows():
            print(json.dumps(asdict(row)), file=out, flush=True)


def gathered(names: Sequence[str]) -> tuple[dict[str, list[Row]], list[str]]:
    """Return the rows of each bench, and the names of the benches that failed."""
    found: dict[str, list[Row]] = {}
    failed = []
    for name in names:
        print(f"{name} ...", file=sys.stderr, flush=True)
        try:
            found[name] = list(measured(name))
        except BenchError:
            failed.append(name)
    return found, failed


def machine() -> dict[str, object]:
    """Tell on what the figures were measured."""
    return {"system": platform.platform(), "processors": os.cpu_count(), "python": sys.version}


def main() -> int:
    """Run what was asked for; return 1 when anything asked was not kept or failed."""
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join((*QUICK, *LONG, "all")))
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--markdown", action="store_true", help=f"write docs/{DOCUMENT.name}")
    asked = parser.parse_args()
    names = asked.names or QUICK
    if unknown := set(names) - {*QUICK, *LONG, "all"}:
        parser.error(f"no such bench: {', '.join(sorted(unknown))}")
    machine_now = machine_class()  # before the benches themselves are what is at work
    found, failed = gathered((*QUICK, *LONG) if "all" in names else names)
    rows = [row for told in found.values() for row in told]
    print("\n".join(lines(rows)))
    for name in failed:
        print(f"{name}: failed, see above")
    if asked.json:
        told = {"machine": machine(), "failed": failed, "rows": [asdict(row) for row in rows]}
        asked.json.write_text(json.dumps(told, indent=2) + "\n")
    if asked.markdown:
        text = DOCUMENT.read_text(encoding="utf-8")
        text = updated(text, found, datetime.now().astimezone().date(), machine_now)
        DOCUMENT.write_text(text, encoding="utf-8")
    return 1 if failed or any(row.ok is False for row in rows) else 0


if __name__ == "__main__":
    if sys.argv[1:2] == [TELL]:
        tell(sys.argv[2])
    else:
        sys.exit(main())
