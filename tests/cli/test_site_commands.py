"""Commands for the office: settings file, diagnostics, and the PIN line."""

import io
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from typing_extensions import override

from jknassist.cli import main, site_commands
from jknassist.core.parsing.load import load_site
from jknassist.core.pin import verify
from jknassist.core.site import Mode, Site
from jknassist.system import paths, process_lock, supervisor
from jknassist.system.exit_codes import SECOND_KIOSK, STAFF_LEFT
from tests.conftest import SLOWEST

Said = pytest.CaptureFixture[str]
PIN = "280417"


class Terminal(io.StringIO):
    """Standard input as a pipe gives it, or as a person at a terminal does."""

    def __init__(self, text: str, *, person: bool = False) -> None:
        super().__init__(text)
        self._person = person

    @override
    def isatty(self) -> bool:
        return self._person


# The settings file.


def test_a_sound_file_is_silent(site_file: Path, capsys: Said) -> None:
    assert main.main(["site", "check", str(site_file)]) == 0
    assert main.main(["--site", str(site_file), "site", "check"]) == 0
    assert capsys.readouterr().err == ""


def test_every_fault_is_named_with_file_and_line(site_file: Path, capsys: Said) -> None:
    site_file.write_text("mode: kiosk\nidle_seconds: 5\nlanguages: [xx]\n", encoding="utf-8")
    assert main.main(["site", "check", str(site_file)]) == 1
    said = capsys.readouterr().err
    assert f"{site_file}:2: " in said
    assert f"{site_file}:3: " in said


def test_no_file_is_no_fault_unless_it_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setattr(paths, "site_file", lambda: tmp_path / "none.yaml")
    assert main.main(["site", "check"]) == 0
    assert "none.yaml" in capsys.readouterr().err
    assert main.main(["site", "check", str(tmp_path / "none.yaml")]) == 1


def hostile_folder(folder: Path) -> str:
    return str(folder)


def hostile_huge(folder: Path) -> str:
    path = folder / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    return str(path)


def hostile_bytes(folder: Path) -> str:
    path = folder / "bytes.yaml"
    path.write_bytes(bytes(range(256)) * 10)
    return str(path)


def hostile_html(folder: Path) -> str:
    path = folder / "html.yaml"
    path.write_text('office:\n  name: "<img src=x>"\n  contact: "1"\n  checked_on: 2026-11-01\n')
    return str(path)


def hostile_name(_folder: Path) -> str:
    return "a\0b"


def hostile_device(_folder: Path) -> str:
    return "/dev/zero" if sys.platform != "win32" else "NUL"


def hostile_nothing(folder: Path) -> str:
    return str(folder / "none.yaml")


HOSTILE = [
    hostile_folder,
    hostile_huge,
    hostile_bytes,
    hostile_html,
    hostile_name,
    hostile_device,
    hostile_nothing,
]


@pytest.mark.parametrize("make", HOSTILE, ids=lambda make: make.__name__)
def test_a_hostile_file_means_safe_defaults_and_a_line(make: object, tmp_path: Path) -> None:
    assert callable(make)
    settings = site_commands.read_settings(make(tmp_path))
    assert settings.site == Site()
    assert len(settings.faults) >= 1


# A machine that was set up as a kiosk.


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Mark the machine as the setup does; give the place of its settings file."""
    folder = tmp_path / "settings"
    folder.mkdir()
    (folder / paths.KIOSK_MARK).touch()
    monkeypatch.setattr(paths, "settings_folder", lambda: folder)
    return folder / "site.yaml"


def test_a_machine_that_was_set_up_as_a_kiosk_is_one_whatever_is_left_of_its_file(
    marked: Path,
) -> None:
    assert site_commands.read_settings(None).is_kiosk, "no file at all"
    for data in (b"", b"off", b"\0" * 50, b"idle_seconds: 5\n", b"idle_seconds: 60\n", b"mode: x"):
        marked.write_bytes(data)
        assert site_commands.read_settings(None).is_kiosk, data
    marked.unlink()
    marked.mkdir()
    assert site_commands.read_settings(None).is_kiosk, "a folder in its place"


def test_settings_that_are_sound_hold_on_such_a_machine_too(marked: Path) -> None:
    marked.write_text("idle_seconds: 60\n", encoding="utf-8")
    assert site_commands.read_settings(None).site == Site(mode=Mode.KIOSK, idle_seconds=60)
    marked.write_text("mode: volunteer\n", encoding="utf-8")
    assert not site_commands.read_settings(None).is_kiosk, "its administrator says so"


def test_a_reader_that_breaks_leaves_a_kiosk_a_kiosk(
    site_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(_data: bytes, _name: str) -> object:
        raise RecursionError

    monkeypatch.setattr("jknassist.core.parsing.load.load_site", breaks)
    settings = site_commands.read_settings(str(site_file))
    assert settings.site == Site(mode=Mode.KIOSK)
    assert settings.faults == (f"{site_file}:0: tidak bisa dibaca (RecursionError)",)


@pytest.mark.parametrize("form", [(), ("--format", "json")])
@pytest.mark.parametrize("before", ["", "mode: kiosk\n", "\tmode: kiosk\n"])
def test_no_command_says_a_pin_that_stands_in_the_clear(
    before: str, form: tuple[str, ...], site_file: Path, capsys: Said
) -> None:
    for line in (f"staff_pin: {PIN}", f"staff_pin:{PIN}", f"  staff_pin: {PIN}", f"pin: {PIN}"):
        site_file.write_text(f"{before}{line}\n", encoding="utf-8")
        for words in (["site", "check", str(site_file)], ["check", str(site_file), *form]):
            assert main.main(words) == 1
            said = capsys.readouterr()
            assert said.out + said.err
            assert PIN not in said.out + said.err, (words, line)


@pytest.mark.parametrize(
    "damaged",
    [
        f"{PIN}: kiosk\n",
        f"staff_pin: {PIN}\n{PIN}: kiosk\nsteps: 1\n",
        f"prefixes:\nstaff_pin: {PIN}\n{PIN}: 1\n",
    ],
)
def test_no_check_says_a_pin_of_a_damaged_file(damaged: str, site_file: Path, capsys: Said) -> None:
    site_file.write_text(damaged, encoding="utf-8")
    assert main.main(["check", str(site_file)]) == 1
    assert PIN not in capsys.readouterr().out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("shape", [[], ["--json"]])
@pytest.mark.parametrize("line", ["staff_pin: {}", '"staff_pin": "{}"', "  pin={}", "# PIN: {}"])
def test_settings_that_are_given_as_a_list_do_not_say_the_pin(
    line: str, shape: list[str], encoding: str, site_file: Path, capsys: Said
) -> None:
    site_file.write_text(f"mode: kiosk\n{line.format(PIN)}\n", encoding=encoding)
    assert main.main(["list", *shape, str(site_file)]) == 1
    said = capsys.readouterr()
    assert said.out
    assert PIN not in said.out + said.err


@pytest.mark.parametrize(
    ("inches", "distance", "warnings"), [("10.1", 500, 1), ("21.5", 1200, 1), ("21.5", 500, 0)]
)
def test_a_screen_too_small_for_its_distance_is_said(
    inches: str, distance: int, warnings: int, site_file: Path, capsys: Said
) -> None:
    lines = f'mode: kiosk\nscreen_diagonal: "{inches}"\nscreen_distance: {distance}\n'
    site_file.write_text(lines, encoding="utf-8")
    assert main.main(["site", "check", str(site_file)]) == 0
    assert capsys.readouterr().err.count(site_commands.TOO_SMALL) == warnings


# The PIN.


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(text))


def test_the_pin_line_fits_the_pin_and_is_valid(
    monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    typed(monkeypatch, f"{PIN}\n{PIN}\n")
    assert main.main(["site", "pin"]) == 0
    said = capsys.readouterr()
    assert PIN not in said.out + said.err
    site, faults = load_site(said.out.encode(), "site.yaml")
    assert faults == ()
    assert verify(PIN, site.staff_pin)


def test_two_lines_of_one_pin_differ(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    lines = set()
    for _ in range(2):
        typed(monkeypatch, f"{PIN}\n{PIN}\n")
        assert main.main(["site", "pin"]) == 0
        lines.add(capsys.readouterr().out)
    assert len(lines) == 2


@pytest.mark.parametrize("answers", ["123456\n", "12\n", f"{PIN}\n280418\n", f"{PIN}\n"])
def test_a_weak_or_mistyped_pin_is_refused(
    answers: str, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    typed(monkeypatch, answers)
    assert main.main(["site", "pin"]) != 0
    assert "scrypt" not in capsys.readouterr().out


def test_a_person_types_the_pin_unseen(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    asked: list[str] = []

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return PIN

    monkeypatch.setattr(sys, "stdin", Terminal("", person=True))
    monkeypatch.setattr("getpass.getpass", ask)
    assert main.main(["site", "pin"]) == 0
    assert len(asked) == 2
    assert capsys.readouterr().out.startswith("staff_pin: ")


# The start of the kiosk.


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))
    seen: list[list[str]] = []

    def supervise(kiosk: Sequence[str], notice: "object") -> int:
        assert callable(notice)
        seen.extend([list(kiosk), list(notice(20))])
        return STAFF_LEFT

    monkeypatch.setattr(supervisor, "supervise", supervise)
    return seen


def test_the_kiosk_is_started_below_a_parent_with_the_same_words(
    started: list[list[str]], site_file: Path
) -> None:
    words = ["--kiosk", "--site", str(site_file)]
    assert main.main(words) == STAFF_LEFT
    kiosk, notice = started
    assert kiosk == [
        sys.executable,
        "-m",
        "jknassist",
        *words,
        site_commands.PART,
        site_commands.WINDOW,
    ]
    assert notice[-4:] == [
        site_commands.PART,
        site_commands.NOTICE,
        site_commands.NOTICE_SECONDS,
        "20",
    ]


def test_a_second_start_is_reported_and_ends(
    started: list[list[str]], tmp_path: Path, capsys: Said
) -> None:
    first = process_lock.take(tmp_path / "state" / site_commands.LOCK)
    assert first is not None
    assert in_another_process("--kiosk", STATE_DIRECTORY=str(tmp_path / "state")) == SECOND_KIOSK
    assert started == []
    first.unlock()
    assert main.main(["--kiosk"]) == STAFF_LEFT
    assert capsys.readouterr().err == ""


def in_another_process(*words: str, **environment: str) -> int:
    command = [sys.executable, "-m", "jknassist", *words]
    done = subprocess.run(
        command,
        env={**os.environ, **environment},
        check=False,
        capture_output=True,
        timeout=SLOWEST,
    )
    assert done.stderr == b"layar bantuan sudah berjalan di komputer ini\n"
    return done.returncode


def test_the_supervising_process_reads_no_settings(
    started: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_commands, "read_settings", lambda _name: pytest.fail("it was read"))
    assert main.main(["--kiosk", "--site", str(tmp_path)]) == STAFF_LEFT
    assert started


def test_the_settings_alone_make_a_kiosk(started: list[list[str]], site_file: Path) -> None:
    assert main.main(["--site", str(site_file)]) == STAFF_LEFT
    assert started


def test_a_frozen_program_starts_itself(
    started: list[list[str]], site_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    main.main(["--site", str(site_file)])
    assert started[0][:2] == [sys.executable, "--site"]


def test_a_volunteer_gets_no_kiosk() -> None:
    settings = site_commands.Settings(site=Site(), name="x", found=True)
    assert not settings.is_kiosk
    assert replace(settings, site=Site(mode=Mode.KIOSK)).is_kiosk


def test_the_parent_loads_no_qt() -> None:
    script = (
        "import sys; from jknassist.cli import main, site_commands;"
        "from jknassist.system import supervisor;"
        "print([m for m in sys.modules if m.startswith(('PySide6', 'yaml', 'pydantic'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=SLOWEST
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("contact", "code", "told"),
    [
        ("(021) 5550100", 0, ""),
        ("08.00-15.00", 0, "tidak diberi kode QR"),
        ("0812-3456-77890", 1, "panjangnya tidak biasa"),
        ("00812-3456-7890", 1, "0812-3456-7890"),
    ],
)
def test_the_contact_of_the_office_is_examined(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], contact: str, code: int, told: str
) -> None:
    path = tmp_path / "site.yaml"
    path.write_text(
        f'office:\n  name: "Kantor"\n  contact: "{contact}"\n  checked_on: "2026-11-01"\n'
    )
    assert main.main(["site", "check", str(path)]) == code
    said = capsys.readouterr().err
    assert told in said
    assert bool(said) == bool(told)
