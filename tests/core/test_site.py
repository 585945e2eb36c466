"""Settings of an office: validation, and safe defaults after faults."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.diagnostic import Diagnostic
from jknassist.core.paper import Paper
from jknassist.core.parsing import load
from jknassist.core.site import Mode, Site, safe_defaults
from tests.support.site_settings import PIN, WHOLE

NAME = "site.yaml"
EXAMPLE = Path(__file__).parents[2] / "packaging" / "site.example.yaml"


def loaded(text: str) -> Site:
    site, faults = load.load_site(text.encode(), NAME)
    assert faults == ()
    return site


def faults_of(text: str) -> tuple[Diagnostic, ...]:
    site, faults = load.load_site(text.encode(), NAME)
    assert faults
    assert site == safe_defaults(site), "nothing but the lock and the mode is taken over"
    return faults


def test_a_whole_file_is_read() -> None:
    site = loaded(WHOLE)
    assert site.mode is Mode.KIOSK
    assert site.office is not None
    assert site.office.hours == "Senin sampai Jumat"
    assert (site.idle_seconds, site.inches, site.screen_distance) == (60, 15.6, 450)
    assert (site.printer, site.paper, site.languages) == ("Struk", Paper.ROLL_80, ("id", "en"))
    assert site.staff_pin == PIN


def test_everything_may_be_left_out() -> None:
    assert loaded("idle_seconds: 90") == Site()
    assert Site().inches is None


def test_the_example_that_is_shipped_is_sound() -> None:
    site = loaded(EXAMPLE.read_text(encoding="utf-8"))
    assert site.mode is Mode.KIOSK
    assert site.office is not None


def test_the_pin_hash_is_in_no_repr() -> None:
    assert PIN not in repr(loaded(WHOLE))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("idle_seconds: 60", "idle_seconds: 10", 9),
        ("idle_seconds: 60", "idle_seconds: 901", 9),
        ("idle_seconds: 60", "idle_seconds: lama", 9),
        ("screen_distance: 450", "screen_distance: 5", 11),
        ('"15,6"', '"lebar"', 10),
        ('"15,6"', '"2"', 10),
        ('"15,6"', '"999"', 10),
        ('"15,6"', "15.6", 10),
        ("80mm", "letter", 13),
        ("  - en", "  - fr", 16),
        ("  - en", "  - id", 16),
        ("mode: kiosk", "mode: taman", 8),
        ("idle_seconds: 60", "idel_seconds: 60", 9),
        ('"Kantor Contoh"', '"<b>Kantor</b>"', 3),
        ('"Kantor Contoh"', '" "', 3),
        ('"Kantor Contoh"', f'"{"x" * 61}"', 3),
        ('printer: "Struk"', f'printer: "{"x" * 201}"', 12),
        ("2026-11-01", "kemarin", 5),
    ],
)
def test_a_fault_is_named_with_its_line_and_safe_defaults_run(
    old: str, new: str, line: int
) -> None:
    assert old in WHOLE
    faults = faults_of(WHOLE.replace(old, new, 1))
    assert [fault.line for fault in faults] == [line]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("idle_seconds: 60", "idle_seconds: 29", '"idle_seconds" antara 30 dan 900 detik'),
        ("idle_seconds: 60", "visit_minutes: 4", '"visit_minutes" antara 5 dan 120 menit'),
        ("idle_seconds: 60", "prints: 21", '"prints" antara 1 dan 20 lembar'),
        (
            "screen_distance: 450",
            "screen_distance: 299",
            '"screen_distance" antara 300 dan 1200 milimeter',
        ),
        ('"15,6"', '"lebar"', 'tulis "screen_diagonal" dalam inci, misalnya "21.5"'),
        ('"15,6"', '"4.9"', '"screen_diagonal" antara 5 dan 100 inci'),
        ('"15,6"', '"0"', '"screen_diagonal" antara 5 dan 100 inci'),
        (
            "  - en",
            f"  - {'x' * 30}",
            f'bahasa "{"x" * 20}" tidak ada; pilih dari: id, en',
        ),
        ("  - en", "  - id", 'bahasa "id" sudah ada di atas'),
        ("\n  - id\n  - en", " []", "paling sedikit satu dari: id, en"),
        ('"Kantor Contoh"', '" "', '"name" masih kosong'),
        ('"Kantor Contoh"', f'"{"x" * 61}"', '"name" 61 huruf; paling banyak 60'),
        (PIN, "280417", 'isi "staff_pin" dengan baris yang dibuat oleh: jknassist site pin'),
    ],
)
def test_a_fault_says_what_was_expected(old: str, new: str, said: str) -> None:
    assert old in WHOLE
    assert said in [fault.text for fault in faults_of(WHOLE.replace(old, new, 1))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("idle_seconds: 60", "idle_seconds: 30"),
        ("idle_seconds: 60", "idle_seconds: 900"),
        ("screen_distance: 450", "screen_distance: 300"),
        ("screen_distance: 450", "screen_distance: 1200"),
        ('"15,6"', '"5"'),
        ('"15,6"', '"100"'),
        ('"Kantor Contoh"', f'"{"x" * 60}"'),
    ],
)
def test_the_last_value_that_is_right_is_taken(old: str, new: str) -> None:
    assert loaded(WHOLE.replace(old, new, 1)) != loaded(WHOLE)


def test_a_pin_in_clear_is_refused() -> None:
    (fault,) = faults_of(WHOLE.replace(PIN, "280417"))
    assert "jknassist site pin" in fault.text


def test_no_language_at_all_is_refused() -> None:
    faults = faults_of(WHOLE.replace("languages:\n  - id\n  - en\n", "languages: []\n"))
    assert [fault.line for fault in faults] == [14]


@pytest.mark.parametrize(
    "line",
    [
        "staff_pin: 280417",
        'staff_pin: "280417"',
        "staff_pin: '2804'",
        "staff_pin: 28 04 17",
        "staff_pin: 28-04-17",
        "staff_pin: 280417.0",
        "staff_pin: [280417]",
        "staff_pin: {280417: 280417}",
        "staff_pin: '28\"0417'",
        "staff_pin: |\n  280417",
        "staff_pin:280417",
        "staff_pin 280417: x",
        "staff_pin: !!int 280417",
        "staff_pin: &a 280417",
        "staff_pin : 280417",
        "Staff_PIN: 280417",
        "staffpin: 280417",
        "pin: 280417",
        "pin:\n  280417",
        "PIN:\n- 280417",
        "printer: 280417",
        "languages: [280417]",
        "280417: staff_pin",
        "280417",
        "  staff_pin: 280417",
        "- staff_pin: 280417",
        "office:\n  staff_pin: 280417",
        f"staff_pin: {PIN[:-9]}280417",
        "staff_pin: 280417\nstaff_pin: 280417",
    ],
)
@pytest.mark.parametrize("before", ["", "mode: kiosk\n"])
def test_a_pin_in_clear_is_in_no_fault(line: str, before: str) -> None:
    data = f"{before}{line}\n".encode()
    site, faults = load.load_site(data, NAME)
    told = [fault.text for fault in faults]
    if "pin" in line:
        told += [fault.text for fault in load.check(data, NAME, today=date(2026, 11, 26))]
    assert told
    for part in ("280417", "2804", "0417", "04 17", "04-17"):
        assert not any(part in text for text in told), told
    assert site.staff_pin == ""
    assert not before or site.mode is Mode.KIOSK


def test_a_secret_word_is_in_no_fault_either() -> None:
    for line in (
        "staff_pin: true",
        "staff_pin:rahasia",
        "staff_pin rahasia: x",
        "staff_pin: rahasia",
    ):
        told = str(load.load_site(f"{line}\n".encode(), NAME)[1])
        assert "rahasia" not in told
        assert "true" not in told


def test_a_voice_is_the_name_of_a_folder_and_no_way_out_of_it() -> None:
    assert loaded('voice: "jv"\n').voice == "jv"
    (fault,) = faults_of('voice: "../jv"\n')
    assert fault.line == 1
    assert "seperti nama foldernya" in fault.text


def test_a_file_nobody_can_read_gives_plain_defaults() -> None:
    assert safe_defaults(None) == Site()
    assert safe_defaults(Site(staff_pin="280417")) == Site()


@given(st.binary(max_size=300))
def test_no_bytes_make_the_parser_raise(data: bytes) -> None:
    site, faults = load.load_site(data, NAME)
    assert faults == () or site == safe_defaults(site)


@given(st.data())
def test_no_damage_to_a_valid_file_makes_the_parser_raise(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(WHOLE) - 1))
    put = data.draw(st.text(max_size=8))
    text = WHOLE[:place] + put + WHOLE[place + 1 :]
    site, faults = load.load_site(text.encode(errors="replace"), NAME)
    assert faults == () or (site.office is None and site.mode is Mode.KIOSK)


# The office among the contacts.
