"""The command `field-sheet`: the sheet for trying the program with people, as PDF."""

import os
import sys
from typing import TYPE_CHECKING

from jknassist.cli.console import NO_ROOM, may_write
from jknassist.content import loader
from jknassist.system.exit_codes import FINE, FOUND, WRONG_USE
from jknassist.system.standard_streams import complain

if TYPE_CHECKING:
    import argparse

TITLE = "Lembar uji lapangan"


def save_field_sheet(asked: "argparse.Namespace") -> int:
    """Run `field-sheet`: write the sheet of the content in use; return the exit code."""
    if not may_write(asked.pdf, force=asked.force, sources=[asked.knowledge]):
        return WRONG_USE
    knowledge = loader.knowledge_of(asked.knowledge)
    if sys.platform == "linux":
        # No window is opened, so that it also works without a display.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from jknassist.core.export.field_sheet import field_sheet
    from jknassist.gui.printing.html_pdf import html_as_pdf
    from jknassist.gui.qt.application import make_application
    from jknassist.gui.style.icons import SvgIcons
    from jknassist.gui.style.palette import LIGHT
    from jknassist.system.atomic_file import write_atomically

    make_application()
    draw = SvgIcons(loader.picture, LIGHT).draw
    pdf = html_as_pdf(field_sheet(knowledge), TITLE, knowledge.language, draw)
    try:
        write_atomically(asked.pdf, pdf)
    except OSError as error:
        if error.errno in NO_ROOM:
            raise
        complain([f"{asked.pdf}: tidak bisa ditulis ({error.strerror})"])
        return FOUND
    return FINE
