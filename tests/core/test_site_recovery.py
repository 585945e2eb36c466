"""Recovery of a damaged settings file: a kiosk stays a kiosk and keeps its PIN."""

import pytest

from jknassist.core import site_recovery
from jknassist.core.parsing import load
from jknassist.core.pin import hashed
from jknassist.core.site import Mode, Site
from jknassist.core.text_rules import MOST_BYTES
from tests.support.site_settings import PIN, WHOLE

NAME = "site.yaml"


def test_a_typing_slip_opens_neither_the_kiosk_nor_its_exit() -> None:
    site, faults = load.load_site(WHOLE.replace("450", "4").encode(), NAME)
    assert faults
    assert site == Site(mode=Mode.KIOSK, staff_pin=PIN)


def encoded(text: str, coding: str) -> bytes:
    return text.encode(coding)


SLIPS = {
    "an unclosed quote": WHOLE.replace('"Struk"', '"Struk').encode(),
    "a tab": WHOLE.replace("mode:", "\tmode:").encode(),
    "a wrong indent": WHOLE.replace("mode:", "   mode:").encode(),
    "no space after the colon": WHOLE.replace("mode: kiosk", "mode:kiosk").encode(),
    "no colon": WHOLE.replace("mode: kiosk", "mode kiosk").encode(),
    "no key": WHOLE.replace("mode: kiosk", "kiosk").encode(),
    "another key": WHOLE.replace("mode: kiosk", "modus: kiosk").encode(),
    "UTF-16": encoded(WHOLE, "utf-16"),
    "UTF-16, big": b"\xfe\xff" + encoded(WHOLE, "utf-16-be"),
    "UTF-16 without its mark": encoded(WHOLE, "utf-16-le"),
    "ANSI": encoded(WHOLE.replace("Kantor Contoh", "Café"), "cp1252"),
    "capitals": WHOLE.replace("mode: kiosk", "mode: KIOSK").encode(),
    "a misspelled word": WHOLE.replace("mode: kiosk", "mode: kiosok").encode(),
    "no word": WHOLE.replace("mode: kiosk", "mode:").encode(),
    "set twice": WHOLE.replace("mode: kiosk", "mode: volunteer\nmode: kiosk").encode(),
    "too large": WHOLE.encode() + b"#" * MOST_BYTES,
    "bytes before it": b"\x00\xff\xfe" + WHOLE.encode(),
    "a merge conflict": f"<<<<<<< a\n{WHOLE}=======\n{WHOLE}>>>>>>> b\n".encode(),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_whatever_slip_a_kiosk_stays_one_and_keeps_its_pin(slip: str) -> None:
    site, faults = load.load_site(SLIPS[slip], NAME)
    assert faults
    assert site == Site(mode=Mode.KIOSK, staff_pin=PIN)


def cut(at: str) -> bytes:
    return WHOLE[: WHOLE.index(at) + len(at)].encode()


@pytest.mark.parametrize(
    "at", ["mode", "mode:", "mode: k", "mode: kio", "mode: kiosk\nidle_seconds"]
)
def test_a_cut_file_that_began_to_say_kiosk_is_one(at: str) -> None:
    site, faults = load.load_site(cut(at), NAME)
    assert faults
    assert site == Site(mode=Mode.KIOSK), "its PIN was cut off: nobody gets out"


@pytest.mark.parametrize(
    "text",
    [
        "mode: volunteer\nidle_seconds: 1\n",
        "mode: Volunteer\n",
        "mode:volunteer\nidle_seconds: 1\n",
        f'mode: volunteer\nidle_seconds: 1\nstaff_pin: "{PIN}"\n',
        "idle_seconds: 1\n",
        "# mode: kiosk\nidle_seconds: 1  # mode: kiosk\n",
        "mode: taman\n",
        'office:\n  name: "Kios Pulsa Bu Ani"\n  contact: "1"\n',
        "printer: disk\nidle_seconds: 1\n",
        "\0\1\2",
        "",
    ],
)
def test_a_laptop_whose_file_has_faults_stays_a_laptop(text: str) -> None:
    site, faults = load.load_site(text.encode(), NAME)
    assert faults
    assert site.mode is Mode.VOLUNTEER


OTHER_PIN = hashed("719352", b"fedcba9876543210")


def test_of_two_pins_none_opens_and_one_in_a_comment_is_none() -> None:
    broken = f"mode: kiosk\noffice: [\nstaff_pin: '{PIN}'\n"
    both = load.load_site(f"{broken}staff_pin: '{OTHER_PIN}'\n".encode(), NAME)[0]
    assert both == Site(mode=Mode.KIOSK)
    old = load.load_site(f"{broken}# staff_pin: '{OTHER_PIN}'\n".encode(), NAME)[0]
    assert old == Site(mode=Mode.KIOSK, staff_pin=PIN)


@pytest.mark.parametrize("text", ["mode: volunteer\n", "mode:Volunter  # mode: kiosk\n"])
def test_a_file_that_sets_the_volunteer_mode_alone_says_so(text: str) -> None:
    assert site_recovery.says_volunteer(text)


@pytest.mark.parametrize(
    "text",
    [
        "mode: kiosk\n",
        "mode: volunteer\nmode: kiosk\n",
        "mode: v\n",
        "# mode: volunteer\n",
        "idle_seconds: 1\n",
        "",
    ],
)
def test_a_file_that_sets_another_mode_or_none_does_not_say_volunteer(text: str) -> None:
    assert not site_recovery.says_volunteer(text)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "utf-32-le"])
def test_a_kiosk_is_seen_in_any_encoding_of_unicode(encoding: str) -> None:
    read = site_recovery.text_of("mode: kiosk\nidle_seconds: 90\n".encode(encoding))
    assert site_recovery.seems_kiosk(read)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("staff_pin: 913526\n", True),
        ("staff pin: x\n", True),
        ("PIN: x\n", True),
        ("printer: Pinrang  # PIN\n", False),
        ("printer: Struk\n", False),
    ],
)
def test_a_text_names_a_pin_though_it_may_not_be_valid(text: str, *, names: bool) -> None:
    assert site_recovery.names_pin(text) is names
