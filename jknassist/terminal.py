"""The commands that answer in a terminal, without a window."""

import errno
import io
import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jknassist.content import SHIPPED, faults_of, knowledge_of, shipped_plan, translation_of
from jknassist.core.knowledge import Knowledge
from jknassist.core.paper import Paper
from jknassist.core.wording import NumberWords
from jknassist.exit_codes import FINE, FOUND, WRONG_USE
from jknassist.streams import complain, mute, say

if TYPE_CHECKING:
    import argparse

    from jknassist.core.phone.plan import PlanIndex
    from jknassist.core.summary import Summary

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""What writing an answer fails with where the disk is full, too small or broken."""


def check(asked: "argparse.Namespace") -> int:
    """Tell every fault of the files that are named, or of the shipped ones."""
    from jknassist import keeper

    named = [(name, name) for name in asked.files] or [(None, name) for name in SHIPPED]
    faults = (
        fault for name, shipped in named for fault in faults_of(name, shipped, today=_today())
    )
    return keeper.tell(faults, keeper.Form(asked.format), strict=asked.strict)


def print_schema(asked: "argparse.Namespace") -> int:
    """Print the JSON Schema of a kind of file."""
    from jknassist import keeper

    say(keeper.schema_text(keeper.Kind(asked.kind), lambda: knowledge_of(asked.knowledge)))
    return FINE


def draw_graph(asked: "argparse.Namespace") -> int:
    """Print the flow of the questions as a drawing in words."""
    from jknassist.core import graph

    knowledge = spoken(asked)
    drawn = graph.dot(knowledge) if asked.format == "dot" else graph.mermaid(knowledge)
    say(drawn)
    return FINE


def spoken(asked: "argparse.Namespace") -> Knowledge:
    """Return the content in the language asked for; raise ContentError where it has none."""
    knowledge = knowledge_of(asked.knowledge)
    return translation_of(asked.lang, asked.knowledge, knowledge) if asked.lang else knowledge


def follow(asked: "argparse.Namespace") -> int:
    """Walk through the questions by the answers that are named, and tell the ending."""
    from jknassist.core import walking

    knowledge = spoken(asked)
    if asked.list:
        say("\n".join(outcome.id for outcome in knowledge.outcomes))
        return FINE
    try:
        now = datetime.now().astimezone()
        walk = walking.follow(knowledge, asked.answers, outcome=asked.outcome, now=now)
    except walking.WalkError as error:
        complain([str(error)])
        return WRONG_USE
    if asked.pdf is None:
        say(walking.as_json(walk) if asked.json else walking.as_plain_text(walk))
        return FINE
    return _save_pdf(walk.summary, asked.pdf, Paper(asked.paper))


def _save_pdf(summary: "Summary | None", path: Path, paper: Paper) -> int:
    from jknassist.gui import app, printing

    if summary is None:
        complain(["jalan ini belum sampai ke akhir; tambahkan jawaban berikutnya"])
        return WRONG_USE
    if sys.platform == "linux":
        # No window is opened: it must work where there is no display, too.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app.make_application()
    try:
        printing.save_pdf(summary, path, paper)
    except printing.PrintError as error:
        complain([f"tidak bisa menyimpan di {error}"])
        return FOUND
    return FINE


def examine_number(asked: "argparse.Namespace") -> int:
    """Examine one phone number, or each line of standard input."""
    from jknassist.core.phone import report
    from jknassist.core.phone.examining import examine

    many = asked.text == "-"
    if many and asked.sim is not None:
        complain(["--sim hanya untuk satu nomor, bukan untuk '-'"])
        return WRONG_USE
    plan, words = shipped_plan(), spoken(asked).number_words
    if many:
        return _numbers(plan, words)
    found = examine(asked.text, plan, sim=asked.sim)
    lines = [report.json_line(found, words)] if asked.json else report.text_lines(found, words)
    say("\n".join(lines))
    return FOUND if report.something_found(found) else FINE


def _numbers(plan: "PlanIndex", words: NumberWords) -> int:
    """Answer each number of standard input at once, keeping none."""
    from jknassist.core.phone import report

    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    code = FINE
    for found in report.examine_lines(report.bounded_lines(sys.stdin), plan):
        if report.something_found(found):
            code = FOUND
        try:
            sys.stdout.write(f"{report.json_line(found, words)}\n")
            sys.stdout.flush()
        except BrokenPipeError:
            # Nobody reads on, so there is no reason to read on either.
            mute(sys.stdout)
            break
    return code


def _today() -> date:
    return datetime.now().astimezone().date()


def give_up(error: OSError) -> int:
    """Tell that the answer could not be written whole; return the exit code."""
    complain([f"jawaban tidak bisa ditulis ({error.strerror})"])
    mute(sys.stdout)
    return FOUND


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says: answers must not fail on a letter."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
