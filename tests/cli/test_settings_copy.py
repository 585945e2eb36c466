"""The copy of the last valid settings, with which a kiosk starts where its file has faults."""

from pathlib import Path

import pytest

from jknassist.cli import main, site_commands
from jknassist.cli.settings_copy import was_kiosk, with_copy
from jknassist.cli.site_commands import COPY
from jknassist.core.pin import hashed
from jknassist.core.site import Mode, Site
from jknassist.system import paths
from tests.support.small_knowledge import small_yaml

PIN, OTHER_PIN = (hashed(pin, b"0123456789abcdef") for pin in ("280417", "913526"))
TEXT = f'mode: kiosk\nprinter: Struk\nidle_seconds: 60\nstaff_pin: "{PIN}"\n'
SITE = Site(mode=Mode.KIOSK, printer="Struk", idle_seconds=60, staff_pin=PIN)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give the settings file of a kiosk that has started once."""
    path = tmp_path / "site.yaml"
    path.write_text(TEXT, encoding="utf-8")
    assert started(path).faults == ()
    return path


def started(path: Path, state: str = "state") -> site_commands.Settings:
    """Return the settings with which a kiosk starts."""
    return with_copy(site_commands.read_settings(str(path)), path.parent / state)


def test_a_copy_is_kept_that_this_account_alone_can_read(site: Path) -> None:
    copy = site.parent / "state" / COPY
    assert copy.stat().st_mode & 0o077 == 0
    before = copy.stat().st_mtime_ns
    assert started(site).site == SITE
    assert copy.stat().st_mtime_ns == before, "it is not written at each start"


@pytest.mark.parametrize(
    "slip",
    [
        "",
        "mode: kiosk\nprinter: 'Struk\n",
        "mode: [kiosk\n",
        "\0\0\0\0",
        "idle_seconds: 5\n",
        TEXT[:6],
    ],
)
def test_where_the_file_has_faults_the_copy_is_used_and_the_staff_are_told(
    slip: str, site: Path
) -> None:
    site.write_text(slip, encoding="utf-8")
    settings = started(site)
    assert settings.site == SITE
    assert settings.faults[0].endswith("(dipakai salinan terakhir yang benar)")
    site.write_text(TEXT.replace("60", "90"), encoding="utf-8")
    assert started(site).site.idle_seconds == 90, "once it is mended, it holds"


def test_where_the_file_is_lost_or_cannot_be_read_likewise(site: Path) -> None:
    site.unlink()
    settings = started(site)
    assert settings.site == SITE
    assert len(settings.faults) == 1
    site.mkdir()
    assert started(site).site == SITE


def test_a_pin_that_was_changed_takes_the_place_of_the_one_in_the_copy(site: Path) -> None:
    changed = f'mode: kiosk\nprinter: Struk\nidle_seconds: 5\nstaff_pin: "{OTHER_PIN}"\n'
    site.write_text(changed, encoding="utf-8")
    assert started(site).site.staff_pin == OTHER_PIN


@pytest.mark.parametrize(
    "line", ["staff_pin: 913526", f"staff_pin: {PIN[:-9]}", "staff pin: x", "PIN: x"]
)
def test_a_pin_that_is_malformed_opens_nothing_nor_does_the_old_one(line: str, site: Path) -> None:
    site.write_text(f"mode: kiosk\n{line}\n", encoding="utf-8")
    settings = started(site)
    assert settings.site.staff_pin == ""
    assert settings.site.printer == "Struk"


def test_a_pin_in_a_comment_alone_or_in_a_name_keeps_the_one_of_the_copy(site: Path) -> None:
    site.write_text("mode: [kiosk\nprinter: Pinrang  # PIN\n", encoding="utf-8")
    assert started(site).site.staff_pin == PIN


@pytest.mark.parametrize("planted", ["", "mode: kiosk\n", f"# 'elsewhere'\n{TEXT}"])
def test_a_copy_that_is_none_of_this_file_is_not_used(planted: str, site: Path) -> None:
    (site.parent / "state" / COPY).write_text(planted, encoding="utf-8")
    site.write_text("mode: [kiosk\n", encoding="utf-8")
    settings = started(site)
    assert settings.site == Site(mode=Mode.KIOSK)
    assert settings.faults[0].endswith("(dipakai pengaturan bawaan)")


def test_a_copy_with_faults_is_not_used(site: Path) -> None:
    copy = site.parent / "state" / COPY
    copy.write_text(copy.read_text(encoding="utf-8") + "strange: 1\n", encoding="utf-8")
    site.write_text("mode: [kiosk\n", encoding="utf-8")
    assert started(site).site == Site(mode=Mode.KIOSK)


def test_without_a_place_for_it_the_kiosk_starts_as_before(tmp_path: Path) -> None:
    path = tmp_path / "site.yaml"
    path.write_text(TEXT, encoding="utf-8")
    (tmp_path / "file").touch()
    assert started(path, "file/state").site == SITE
    settings = site_commands.read_settings(str(path))
    assert with_copy(settings, None) == settings


def test_the_kiosk_is_started_with_it(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tmp_path / "isi.yaml"
    content.write_text(small_yaml(), encoding="utf-8")
    seen: list[Site] = []

    def run(settings: site_commands.Settings, _shipped: object) -> int:
        seen.append(settings.site)
        return 0

    monkeypatch.setattr(paths, "own_state_folder", lambda: tmp_path / "state")
    monkeypatch.setattr(site_commands, "run_kiosk", run)
    site.write_text("mode: [kiosk\n", encoding="utf-8")
    words = ["--kiosk", "--site", str(site), "--knowledge", str(content)]
    assert main.main([*words, site_commands.PART, site_commands.WINDOW]) == 0
    assert seen == [SITE]


@pytest.mark.parametrize("slip", ["", "\0", "idle_seconds: 5\n", "# x\n", None])
def test_what_was_a_kiosk_stays_one_where_its_file_is_emptied_or_lost(
    slip: str | None, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opened as a laptop is, on a machine that nobody has marked as a kiosk."""
    supervised: list[object] = []

    def supervise(words: object) -> int:
        supervised.append(words)
        return 7

    monkeypatch.setattr(paths, "own_state_folder", lambda: site.parent / "state")
    monkeypatch.setattr(site_commands, "supervise", supervise)
    if slip is None:
        site.unlink()
    else:
        site.write_text(slip, encoding="utf-8")
    assert main.main(["--site", str(site)]) == 7
    assert supervised


def test_what_is_left_of_a_file_that_was_cut_before_its_mode_is_not_believed(site: Path) -> None:
    site.write_text("idle_seconds: 300\n", encoding="utf-8")
    for _ in range(2):
        settings = started(site)
        assert settings.site == SITE
        assert settings.faults == (
            f'{site}:0: tidak ada baris "mode" (dipakai salinan terakhir yang benar)',
        )


def test_a_file_that_never_set_a_mode_is_valid(tmp_path: Path) -> None:
    """A kiosk that is started by `--kiosk`: opened without it, it is a laptop."""
    path = tmp_path / "site.yaml"
    path.write_text("idle_seconds: 60\n", encoding="utf-8")
    for _ in range(2):
        settings = started(path)
        assert settings.faults == ()
        assert not was_kiosk(settings, tmp_path / "state")


def test_a_laptop_stays_one(site: Path) -> None:
    state = site.parent / "state"
    for text in ("mode: volunteer\n", "mode: volunteer\nprinter: 'x\n"):
        site.write_text(text, encoding="utf-8")
        assert not was_kiosk(site_commands.read_settings(str(site)), state), text
    other = site.with_name("other.yaml")
    other.write_text("", encoding="utf-8")
    assert not was_kiosk(site_commands.read_settings(str(other)), state)
    assert not was_kiosk(site_commands.read_settings(str(other)), None)
