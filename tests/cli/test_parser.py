"""Wrong usage of the command line, and its help."""

import pytest

from jknassist.cli import main
from tests.support.command_line import in_shell


def test_wrong_words_are_wrong_use() -> None:
    with pytest.raises(SystemExit) as leaving:
        main.main(["tidak-ada"])
    assert leaving.value.code == 2


@pytest.mark.parametrize("rest", ["|& true", "2> /dev/full", "2>&-"])
def test_wrong_use_stays_wrong_use(rest: str) -> None:
    for command in ("walk apa=apa", "number --sim 1 -", "tidak-ada"):
        assert in_shell(f"jknassist {command} {rest}").returncode == 2, command


@pytest.mark.parametrize("rest", ["| true", "> /dev/full", ">&-"])
def test_help_that_cannot_be_written_is_no_fault(rest: str) -> None:
    assert in_shell(f"jknassist --help {rest}").returncode == 0
