"""The command `jknassist number`: exit codes, one object a line, and nothing kept."""

import io
import json
import sys
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace

import pytest
from typing_extensions import override

from jknassist.cli import content_commands, main, number_commands
from tests.support.phone_plan import index, words
from tests.support.small_knowledge import small_knowledge

Said = pytest.CaptureFixture[str]

SOUND = "0813 2456 7890"
DOUBLED = "0813 2456 77890"


@pytest.fixture(autouse=True)
def small_content(monkeypatch: pytest.MonkeyPatch) -> None:
    knowledge = replace(small_knowledge(), number_words=words())
    monkeypatch.setattr(number_commands, "shipped_plan", index)
    monkeypatch.setattr(content_commands, "knowledge_of", lambda _: knowledge)


class Listened:
    """Standard input that tells how much had been answered before each line was asked for."""

    def __init__(self, lines: Iterator[str], answers: io.StringIO) -> None:
        self.lines = lines
        self.answers = answers
        self.answered: list[int] = []

    def readline(self, size: int, /) -> str:
        self.answered.append(self.answers.getvalue().count("\n"))
        return next(self.lines, "")[:size]


class Sink(io.StringIO):
    """Standard output that keeps nothing."""

    @override
    def write(self, text: str, /) -> int:
        return len(text)


def test_a_sound_number_is_fine(capsys: Said) -> None:
    assert main.main(["number", SOUND]) == 0
    assert capsys.readouterr().out == "0813-2456-7890 (Contohsel)\nlooks_fine\n"


def test_something_found_is_reported_by_the_exit_code(capsys: Said) -> None:
    assert main.main(["number", DOUBLED, "--json"]) == 1
    [line] = capsys.readouterr().out.splitlines()
    assert json.loads(line)["suggestions"][0]["number"] == "081324567890"


@pytest.mark.parametrize(("sim", "code"), [("+62 813 2456 7890", 0), ("0813 2456 7809", 1)])
def test_a_second_number_is_compared(capsys: Said, sim: str, code: int) -> None:
    assert main.main(["number", SOUND, "--sim", sim, "--json"]) == code
    assert json.loads(capsys.readouterr().out)["comparison"]["same"] is (code == 0)


def test_wrong_use_is_code_2(capsys: Said) -> None:
    with pytest.raises(SystemExit) as stop:
        main.main(["number"])
    assert stop.value.code == 2
    assert main.main(["number", "-", "--sim", SOUND]) == 2
    assert "--sim" in capsys.readouterr().err


def test_many_numbers_are_answered_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = io.StringIO()
    stdin = Listened(iter([f"{SOUND}\n", "\n", DOUBLED]), answers)
    monkeypatch.setattr(sys, "stdin", stdin)
    monkeypatch.setattr(sys, "stdout", answers)

    assert main.main(["number", "-"]) == 1
    found = [json.loads(line) for line in answers.getvalue().splitlines()]
    assert [one["typed"] for one in found] == [SOUND, "", DOUBLED]
    assert [one["verdict"] for one in found] == ["ok", "unreadable", "check"]
    assert stdin.answered[:2] == [0, 1]


def test_bytes_that_are_no_text_are_read_all_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    raw = io.BytesIO(SOUND.encode() + b"\xff\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(raw, encoding="ascii"))

    assert main.main(["number", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["number"] == "081324567890"


def test_memory_does_not_grow_with_the_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    many = (f"{DOUBLED}\n" for _ in range(3000))
    monkeypatch.setattr(sys, "stdin", Listened(many, io.StringIO()))
    monkeypatch.setattr(sys, "stdout", Sink())
    tracemalloc.start()

    assert main.main(["number", "-"]) == 1
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # 3000 answers are more than 1,500,000 characters.
    assert most < 500_000
