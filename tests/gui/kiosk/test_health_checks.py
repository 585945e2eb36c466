"""Results of the health checks."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from jknassist.content.voice_state import VoiceState
from jknassist.core.site import Office, Site
from jknassist.gui.error_log import ErrorLog
from jknassist.gui.kiosk.config import KioskConfig
from jknassist.gui.kiosk.health_checks import (
    OLD_DAYS,
    Check,
    checks,
    printer_check,
    voice_check,
)
from jknassist.gui.printing.spooler.base import Printer
from tests.support.small_knowledge import RELEASED, small_knowledge


def rows(config: KioskConfig, folder: Path, today: date = RELEASED) -> dict[str, Check]:
    log = ErrorLog(folder, "kiosk.log")
    found = checks(config, small_knowledge(), log, (1366, 768), today)
    return {check.label: check for check in found}


def test_each_row_tells_good_from_bad(config: KioskConfig, tmp_path: Path) -> None:
    words = small_knowledge().words
    office = Office(name="Kantor Contoh", contact="Loket 1", checked_on=RELEASED)
    good = replace(config, site=replace(config.site, office=office, screen_diagonal="21.5"))
    assert all(check.good for check in rows(good, tmp_path).values())
    bare = replace(config, site=Site(), site_found=False)
    poor = rows(bare, tmp_path)
    for label in (words.staff_screen, words.staff_site, words.staff_pin, words.staff_settings):
        assert poor[label].good is False, label


def test_nothing_is_said_as_the_settings_write_it(config: KioskConfig, tmp_path: Path) -> None:
    words = small_knowledge().words
    measured = replace(config, site=replace(config.site, screen_diagonal="18.5"))
    said = rows(measured, tmp_path)
    assert "18,5" in said[words.staff_screen].text
    names = [one.knowledge.words.language_name for one in config.by_language.values()]
    assert said[words.staff_settings].text.startswith(f"staff settings row {', '.join(names)} ")


def test_a_bad_file_is_named_with_its_first_fault(config: KioskConfig, tmp_path: Path) -> None:
    words = small_knowledge().words
    row = rows(replace(config, faults=("site.yaml:3: salah", "b")), tmp_path)[words.staff_site]
    assert row.good is False
    assert "site.yaml:3: salah" in row.text
    assert "2" in row.text


def test_old_content_is_reported(config: KioskConfig, tmp_path: Path) -> None:
    words = small_knowledge().words
    late = RELEASED + timedelta(days=OLD_DAYS)
    assert rows(config, tmp_path, late)[words.staff_content].good
    assert rows(config, tmp_path, late + timedelta(days=1))[words.staff_content].good is False


def test_the_row_says_where_content_comes_from(config: KioskConfig, tmp_path: Path) -> None:
    words = small_knowledge().words
    assert words.staff_content_shipped in rows(config, tmp_path)[words.staff_content].text
    other = rows(replace(config, origin="isi.yaml"), tmp_path)[words.staff_content]
    assert "isi.yaml" in other.text


def test_a_log_that_cannot_be_written_is_reported(config: KioskConfig, tmp_path: Path) -> None:
    words = small_knowledge().words
    (tmp_path / "state").write_text("a file where a folder should be")
    assert rows(config, tmp_path / "state")[words.staff_log].good is False


PAPER = Printer(name="Struk", is_default=True)


VIRTUAL = Printer(name="PDF", virtual=True)


@pytest.mark.parametrize(
    ("wanted", "found", "good"),
    [
        ("", (), False),
        ("", (VIRTUAL,), False),
        ("", (VIRTUAL, PAPER), True),
        ("Struk", (PAPER,), True),
        ("Struk", (), False),
        ("PDF", (VIRTUAL, PAPER), False),
    ],
)
def test_a_printer_is_good_when_it_makes_paper(
    wanted: str, found: tuple[Printer, ...], *, good: bool
) -> None:
    assert printer_check(small_knowledge().words, wanted, found).good is good


def test_content_that_was_meant_to_run_and_does_not_is_reported_with_its_reason(
    config: KioskConfig, tmp_path: Path
) -> None:
    label = small_knowledge().words.staff_content
    assert rows(config, tmp_path)[label].good
    refused = replace(config, notices=("isi.yaml tidak dipakai: lebih lama.",))
    check = rows(refused, tmp_path)[label]
    assert check.good is False
    assert "isi.yaml tidak dipakai: lebih lama." in check.text


def test_content_of_this_machine_is_reported_by_its_file(
    config: KioskConfig, tmp_path: Path
) -> None:
    label = small_knowledge().words.staff_content
    check = rows(replace(config, origin="isi_kantor.yaml"), tmp_path)[label]
    assert check.good
    assert "isi_kantor.yaml" in check.text


@pytest.mark.parametrize(
    ("state", "text", "good"),
    [
        (VoiceState(), "staff_voice_none", True),
        (None, "staff_voice_no_device", False),
        (VoiceState(has_pack=True), "staff_voice_no_device", False),
        (VoiceState(has_pack=True, has_device=True, wanted=9), "staff_voice_good", True),
        (VoiceState(has_pack=True, has_device=True, missing=1), "staff_voice_faulty", False),
        (VoiceState(has_pack=True, has_device=True, broken=1), "staff_voice_faulty", False),
    ],
)
def test_why_there_is_no_sound_is_said(state: VoiceState | None, text: str, *, good: bool) -> None:
    """S20."""
    words = small_knowledge().words
    check = voice_check(words, state)
    assert check.text.startswith(getattr(words, text).split(" {")[0])
    assert check.good is good
