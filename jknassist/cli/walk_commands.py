"""The command `walk`: simulate a visit by given answers, without a window."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jknassist.cli.console import may_write
from jknassist.cli.content_commands import spoken
from jknassist.core.paper import Paper
from jknassist.system.exit_codes import FINE, FOUND, WRONG_USE
from jknassist.system.local_time import local_now
from jknassist.system.standard_streams import complain, say

if TYPE_CHECKING:
    import argparse

    from jknassist.core.flow.summary import Summary


def follow(asked: "argparse.Namespace") -> int:
    """Run `walk`: apply the given answers and print the outcome; return the exit code."""
    from jknassist.core.export import walk_report
    from jknassist.core.flow import simulation

    knowledge = spoken(asked)
    if asked.list:
        say("\n".join(outcome.id for outcome in knowledge.outcomes))
        return FINE
    try:
        now = local_now()
        walk = simulation.follow(
            knowledge, asked.answers, outcome=asked.outcome, sheet=asked.sheet, now=now
        )
    except simulation.WalkError as error:
        complain([str(error)])
        return WRONG_USE
    if asked.pdf is None:
        say(walk_report.as_json(walk) if asked.json else walk_report.as_plain_text(walk))
        return FINE
    if not may_write(asked.pdf, force=asked.force, sources=[asked.knowledge]):
        return WRONG_USE
    return _save_pdf(walk.summary, asked.pdf, Paper(asked.paper))


def _save_pdf(summary: "Summary | None", path: Path, paper: Paper) -> int:
    from jknassist.core.export.print_document import print_document
    from jknassist.gui.printing import render
    from jknassist.gui.qt import application

    if summary is None:
        complain(["jawabannya belum sampai akhir; tambahkan jawaban berikutnya"])
        return WRONG_USE
    if sys.platform == "linux":
        # No window is opened, so that it also works without a display.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application.make_application()
    try:
        render.save_pdf(print_document(summary, paper), path)
    except render.PrintError as error:
        complain([f"tidak bisa menyimpan di {error}"])
        return FOUND
    return FINE
