"""What another program can read of a visitor: PRIMARY and CLIPBOARD of X11, in a real window.

A second client of the display looks; nothing inside the program is asked.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from tests.end_to_end.test_kiosk_attacks import (
    NUMBER,
    PATIENCE,
    SPY,
    Kiosk,
    Screen,
    open_kiosk,
    screen,
)

FIXTURES = (open_kiosk, screen)

pytestmark = pytest.mark.window

OTHER = Path(__file__).parent.parent / "support" / "selection_spy.py"
NOTHING = ["", ""]
PRIMARY, CLIPBOARD = 0, 1
MARKED = ("double click", "Ctrl+A", "Shift+Home")
PAUSES = "2500,2500,3600000,0,5000"


def readable(environment: Mapping[str, str]) -> list[str]:
    """Return what another program reads from PRIMARY and CLIPBOARD."""
    done = subprocess.run(
        [sys.executable, str(OTHER), "read"],
        env=dict(environment),
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.fixture
def owned_by_another(display: Mapping[str, str]) -> Iterator[str]:
    """Have another program own both selections; give its text."""
    text = "milik program lain"
    other = subprocess.Popen(
        [sys.executable, str(OTHER), "own", text],
        env=dict(display),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "owned\n"
    yield text
    other.kill()
    other.wait()
    other.stdout.close()


class Laptop(Kiosk):
    """The window of a volunteer's laptop on its display, with the same spy in it."""

    @override
    def start(self) -> "subprocess.Popen[bytes]":
        with (self.folder / "stderr").open("ab") as errors:
            return subprocess.Popen(
                [sys.executable, str(SPY), str(self.file), "--site", str(self.site)],
                env={**self.environment, "PYTHONPATH": str(SPY.parent.parent.parent)},
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )

    @override
    def to_number_page(self) -> None:
        for answer in "1115":
            self.keys(answer, "Return")
        self.wait_for(lambda told: told["focus"] == "NumberField")

    def next_member(self) -> None:
        self.keys("ctrl+n")
        self.press("Ya, hapus")
        self.wait_for(lambda told: told["answers"] == 0 and not told["panel"])


@pytest.fixture
def laptop(screen: Screen, tmp_path: Path) -> Iterator[Laptop]:
    one = Laptop(screen.clear(), tmp_path, "mode: volunteer\n")
    one.wait_for(lambda told: told["active"])
    yield one
    one.process.kill()
    one.process.wait()
    assert "Traceback" not in (tmp_path / "stderr").read_text()


def field(one: Kiosk) -> tuple[int, int]:
    """Return the middle of the number field."""
    (at,) = one.seen["fields_at"]
    return at[0], at[1]


def mark(one: Kiosk, how: str) -> None:
    """Mark what was typed, as people do."""
    if how == "double click":
        x, y = field(one)
        one.do("mousemove", "--sync", str(x), str(y), "click", "--repeat", "2", "1")
    else:
        one.keys({"Ctrl+A": "ctrl+a", "Shift+Home": "shift+Home"}[how])
    one.settle()


def type_number(one: Kiosk) -> None:
    one.to_number_page()
    one.do("type", "--delay", "20", NUMBER)
    one.wait_for(lambda told: told["fields"] == [NUMBER])


@pytest.mark.parametrize("how", MARKED)
def test_a_marked_number_is_in_no_selection_of_a_kiosk(how: str, screen: Screen) -> None:
    kiosk = screen.kiosk()
    type_number(kiosk)
    mark(kiosk, how)
    assert readable(kiosk.environment) == NOTHING
    kiosk.file.with_suffix(".wipe").touch()
    kiosk.wait_for_page("StartPage")
    assert readable(kiosk.environment) == NOTHING


def test_nothing_is_in_a_selection_after_nobody_was_there(
    open_kiosk: Callable[..., Kiosk],
) -> None:
    kiosk = open_kiosk(QUICK=PAUSES)
    type_number(kiosk)
    mark(kiosk, "double click")
    kiosk.wait_for_page("StartPage")
    assert readable(kiosk.environment) == NOTHING


def test_a_kiosk_leaves_the_selections_of_other_programs_alone(
    screen: Screen, owned_by_another: str
) -> None:
    kiosk = screen.kiosk()
    type_number(kiosk)
    kiosk.file.with_suffix(".wipe").touch()
    kiosk.wait_for_page("StartPage")
    assert readable(kiosk.environment) == [owned_by_another, owned_by_another]


@pytest.mark.parametrize("how", MARKED)
def test_the_next_member_cannot_paste_the_number_of_the_last(how: str, laptop: Laptop) -> None:
    type_number(laptop)
    mark(laptop, how)
    assert readable(laptop.environment)[PRIMARY] == ""
    laptop.next_member()
    assert readable(laptop.environment) == NOTHING
    laptop.to_number_page()
    laptop.tap(field(laptop), button=2)
    assert laptop.settle()["fields"] == [""]


def leave_by_next_member(laptop: Laptop) -> None:
    laptop.next_member()


def leave_by_language(laptop: Laptop) -> None:
    laptop.keys(*["alt+Left"] * 4)
    laptop.press("English")
    laptop.wait_for(lambda told: "Bahasa Indonesia" in told["buttons"])


def leave_by_closing(laptop: Laptop) -> None:
    laptop.keys("alt+F4")
    assert laptop.process.wait(timeout=PATIENCE) == 0


@pytest.mark.parametrize("leave", [leave_by_next_member, leave_by_language, leave_by_closing])
@pytest.mark.parametrize("keys", ["ctrl+c", "ctrl+x"])
def test_what_a_field_copied_by_itself_goes_with_the_visit(
    keys: str, leave: Callable[[Laptop], Any], laptop: Laptop
) -> None:
    type_number(laptop)
    mark(laptop, "Ctrl+A")
    laptop.keys(keys)
    laptop.settle()
    assert readable(laptop.environment) == ["", NUMBER], "in the visit it can be used"
    leave(laptop)
    assert readable(laptop.environment) == NOTHING


def test_the_marked_number_can_still_be_typed_over(laptop: Laptop) -> None:
    type_number(laptop)
    mark(laptop, "Ctrl+A")
    laptop.keys("0", "8")
    laptop.wait_for(lambda told: told["fields"] == ["08"])


def test_a_laptop_leaves_the_selections_of_other_programs_alone(
    laptop: Laptop, owned_by_another: str
) -> None:
    type_number(laptop)
    laptop.next_member()
    assert readable(laptop.environment) == [owned_by_another, owned_by_another]
    laptop.to_number_page()
    laptop.tap(field(laptop), button=2)
    laptop.wait_for(lambda told: told["fields"] == [owned_by_another])
    leave_by_closing(laptop)
    assert readable(laptop.environment) == [owned_by_another, owned_by_another]
