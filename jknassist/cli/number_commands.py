"""The command `number`: check one phone number, or one per line of standard input."""

import io
import sys
from typing import TYPE_CHECKING

from jknassist.cli.content_commands import spoken
from jknassist.content.loader import shipped_plan
from jknassist.core.words import NumberWords
from jknassist.system.exit_codes import FINE, FOUND, WRONG_USE
from jknassist.system.standard_streams import complain, mute, say

if TYPE_CHECKING:
    import argparse

    from jknassist.core.phone.plan import PlanIndex


def examine_number(asked: "argparse.Namespace") -> int:
    """Run `number`: check one number, or each line of standard input; return the exit code."""
    from jknassist.core.phone import report
    from jknassist.core.phone.check import diagnose

    many = asked.text == "-"
    if many and asked.sim is not None:
        complain(["--sim hanya untuk satu nomor, bukan untuk '-'"])
        return WRONG_USE
    plan, words = shipped_plan(), spoken(asked).number_words
    if many:
        return _numbers(plan, words)
    found = diagnose(asked.text, plan, sim=asked.sim)
    lines = [report.json_line(found, words)] if asked.json else report.text_lines(found, words)
    say("\n".join(lines))
    return FOUND if report.something_found(found) else FINE


def _numbers(plan: "PlanIndex", words: NumberWords) -> int:
    """Check the lines of standard input one at a time, writing each result at once."""
    from jknassist.core.phone import report

    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    code = FINE
    lines = sys.stdin or io.StringIO()
    for found in report.examine_lines(report.bounded_lines(lines), plan):
        if report.something_found(found):
            code = FOUND
        if sys.stdout is None:
            continue
        try:
            sys.stdout.write(f"{report.json_line(found, words)}\n")
            sys.stdout.flush()
        except BrokenPipeError:
            # The output pipe is closed: stop reading as well.
            mute(sys.stdout)
            break
    return code
