"""The commands that the documents tell people to type are commands of the program."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from jknassist.cli.parser import make_parser
from tests.conftest import ROOT

DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
FENCED = re.compile(r"^ *```.*?\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"`(jknassist [^`]+)`")
PROGRAM = re.compile(r'^ *(?:jknassist|"%\w+%\\[^"]*jknassist-cli\.exe") +(.*)$', re.MULTILINE)
NAME = re.compile(r"[a-z-]+( [a-z-]+)?")
AFTERWARDS = re.compile(r"\s{2,}| [>|#] ")
"""What follows a command in its line: an explanation, or where its output goes."""


def commands_in(text: str) -> Iterator[str]:
    """Yield what follows the name of the program, in boxes and within sentences."""
    boxes = [box for box in FENCED.findall(text) if "\n+" not in box]
    outside = FENCED.sub("", text)
    for typed in (*boxes, *SPAN.findall(outside)):
        for line in PROGRAM.findall(typed):
            yield AFTERWARDS.split(line)[0]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_command_in_a_document_is_understood(document: Path) -> None:
    parser = make_parser(*[lambda _: 0] * 3)
    for command in commands_in(document.read_text(encoding="utf-8")):
        words = shlex.split(command)
        try:
            # Within a sentence a command may be named alone.
            parser.parse_args([*words, "--help"] if NAME.fullmatch(command) else words)
        except SystemExit as end:
            assert end.code == 0, f"jknassist {command}"  # noqa: PT017


def test_a_command_is_found_where_people_read_it() -> None:
    text = (
        "jknassist asks. `jknassist check` and\n```\njknassist list a.csv > b   say\n"
        '  "%ProgramFiles%\\jknassist\\jknassist-cli.exe" site check\n```\n'
    )
    assert list(commands_in(text)) == ["list a.csv", "site check", "check"]
