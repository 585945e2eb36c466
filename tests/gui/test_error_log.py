"""The error log: type and location, never a message, and limited size."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jknassist.gui.error_log import (
    CHAIN,
    KEPT,
    MOST_BYTES,
    MOST_FRAMES,
    ErrorLog,
    describe,
    describe_fault,
    describe_message,
    short_path,
    standard_traceback,
)
from jknassist.system import regular_file

NUMBER = "081298765432"
TEXTS = (NUMBER, "Siti Aminah")


class TypedError(Exception):
    """An error that carries what was typed everywhere it can."""

    def __init__(self, *typed: object) -> None:
        super().__init__(*typed)
        self.typed = typed
        self.add_note(str(typed))


def fail(typed: str) -> None:
    raise TypedError(f"cannot read {typed}", typed, int(NUMBER))


def fail_after(depth: int) -> None:
    if depth:
        fail_after(depth - 1)
    fail(TEXTS[1])


def caught(depth: int = 0) -> TypedError:
    with pytest.raises(TypedError) as seen:
        fail_after(depth)
    return seen.value


def has_text(line: str) -> bool:
    return any(text in line for text in (*TEXTS, "cannot read", "9876"))


def test_an_error_is_described_by_type_and_place_and_no_text() -> None:
    line = describe(caught())
    assert re.match(
        r"TypedError at test_error_log.py:\d+ fail < test_error_log.py:\d+ fail_after", line
    )
    assert not has_text(line)


def test_only_the_innermost_places_are_named() -> None:
    line = describe(caught(depth=50))
    assert line.startswith("TypedError at test_error_log.py:")
    assert line.count(" < ") == MOST_FRAMES - 1


def test_what_led_to_an_error_is_named_too_without_text() -> None:
    try:
        try:
            int(NUMBER + "x")
        except ValueError as error:
            raise KeyError(NUMBER) from error
    except KeyError as error:
        line = describe(error)
    assert line.startswith("KeyError at ")
    assert " <- ValueError at " in line
    assert not has_text(line)


def test_a_chain_without_an_end_has_an_end() -> None:
    first, second = ValueError(NUMBER), ValueError(NUMBER)
    first.__context__, second.__context__ = second, first
    assert describe(first).count("ValueError") == CHAIN


def test_the_traceback_on_a_terminal_has_no_text_either() -> None:
    told = standard_traceback(caught())
    assert told.startswith("Traceback (most recent call last):\n")
    assert told.endswith("\nTypedError\n")
    assert not has_text(told)


@pytest.mark.parametrize(
    ("message", "function"),
    [
        (f"QWidget::setLayout: {NUMBER} has one", "QWidget::setLayout"),
        (f"QPainter::begin({NUMBER})", "QPainter::begin"),
        (f"QLayout: Attempting to add to {NUMBER}", "QLayout"),
        (f"odd text {NUMBER} Siti Aminah", "unnamed function"),
        (f"Siti Aminah::{NUMBER}: no", "unnamed function"),
        ("", "unnamed function"),
    ],
)
def test_a_message_of_qt_is_described_by_its_function_and_our_place(
    message: str, function: str
) -> None:
    def handler() -> str:
        return describe_message("QtWarningMsg", "default", message)

    line = handler()
    assert line.startswith(f"QtWarningMsg default {function} at test_error_log.py:")
    assert not has_text(line)


def test_a_path_tells_nothing_of_a_home_folder() -> None:
    assert (
        short_path("/srv/siti/jknassist/jknassist/gui/volunteer/window.py")
        == "gui/volunteer/window.py"
    )
    assert short_path(r"C:\siti\jknassist\gui\panels\panel.py") == "gui/panels/panel.py"
    assert short_path("/srv/siti/json/decoder.py") == "decoder.py"
    assert short_path("/srv/siti/jknassist/tests/gui/test_app.py") == "test_app.py"
    assert short_path("/srv/siti/jknassist/.venv/lib/json/decoder.py") == "decoder.py"
    assert short_path("<string>") == "<string>"


def test_a_fault_is_described_by_kind_and_place() -> None:
    text = (
        "Fatal Python error: Segmentation fault\n\n"
        "Thread 0x00 (most recent call first):\n"
        '  File "/srv/siti/wait.py", line 1 in other_thread\n\n'
        "Current thread 0x01 (most recent call first):\n"
        '  File "/srv/siti/jknassist/gui/main_window.py", line 12 in show_print\n'
        '  File "/srv/siti/jknassist/gui/volunteer/window.py", line 3 in run\n\n'
        "Extension modules: PySide6.QtCore (total: 1)\n"
    )
    assert (
        describe_fault(text)
        == "Segmentation fault at gui/main_window.py:12 show_print < gui/volunteer/window.py:3 run"
    )
    assert describe_fault("") == ""
    assert describe_fault(NUMBER) == "unknown fault at no place in Python"
    windows = (
        "Windows fatal exception: access violation\n\n"
        "Current thread 0x1 (most recent call first):\n  <no Python frame>\n"
    )
    assert describe_fault(windows) == "access violation at no place in Python"


def test_the_log_never_grows_beyond_its_bound(tmp_path: Path) -> None:
    log = ErrorLog(tmp_path, "a.log")
    for _ in range((KEPT + 2) * MOST_BYTES // 400):
        log.write("x" * 1000)
    files = list(tmp_path.iterdir())
    assert len(files) == KEPT + 1
    assert all(file.stat().st_size <= MOST_BYTES for file in files)
    assert log.works


def test_a_text_of_many_lines_is_one_line(tmp_path: Path) -> None:
    log = ErrorLog(tmp_path, "a.log")
    log.write("one\ntwo\r\nthree")
    assert log.count() == 1
    assert log.last(5)[0].endswith(" one two three")


def test_the_last_lines_of_earlier_starts_are_there(tmp_path: Path) -> None:
    for line in "abc":
        ErrorLog(tmp_path, "a.log").write(line)
    assert [line[-1] for line in ErrorLog(tmp_path, "a.log").last(2)] == ["b", "c"]


def no_folder(tmp_path: Path) -> Path | None:
    assert tmp_path
    return None


def file_for_a_folder(tmp_path: Path) -> Path | None:
    (tmp_path / "state").write_text("a file where a folder should be")
    return tmp_path / "state"


def folder_for_a_file(tmp_path: Path) -> Path | None:
    (tmp_path / "a.log").mkdir()
    return tmp_path


def name_that_cannot_be(tmp_path: Path) -> Path | None:
    return tmp_path / "\0"


@pytest.mark.parametrize(
    "ill", [no_folder, file_for_a_folder, folder_for_a_file, name_that_cannot_be]
)
def test_where_nothing_can_be_written_the_lines_are_kept_in_memory(
    ill: "pytest.FixtureRequest", tmp_path: Path
) -> None:
    log = ErrorLog(ill(tmp_path), "a.log")  # type: ignore[operator]
    log.write("one")
    assert not log.works
    assert log.count() == 0
    assert log.last(3)[0].endswith(" one")


def test_a_full_disk_is_noticed_and_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = ErrorLog(tmp_path, "a.log")

    def full(*_arguments: object, **_named: object) -> object:
        raise OSError(28, "full")

    with monkeypatch.context() as patched:
        patched.setattr(regular_file, "append", full)
        log.write("one")
        log.write("two")
    assert not log.works
    log.write("three")
    assert log.works
    kept = (tmp_path / "a.log").read_text().splitlines()
    assert [line.split()[-1] for line in kept] == ["one", "two", "three"], "none is lost"


def link_to_target(path: Path) -> None:
    path.symlink_to("target")


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")
@pytest.mark.parametrize("plant", [os.mkfifo, link_to_target])
def test_nothing_planted_is_written_to(plant: Callable[[Path], None], tmp_path: Path) -> None:
    (tmp_path / "target").write_text("untouched")
    plant(tmp_path / "a.log")
    log = ErrorLog(tmp_path, "a.log")
    log.write("one")
    assert not log.works
    assert log.last(1)[0].endswith(" one")
    assert (tmp_path / "target").read_text() == "untouched"
