"""Numbers that can be dialled in the contact line of an office."""

import pytest

from jknassist.core.phone.dialling import dialled, written

MOBILE, OTHER, LANDLINE = "081390142257", "081290142258", "0215550100"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("0813-9014-2257", [MOBILE]),
        ("WA 0813 9014 2257", [MOBILE]),
        ("WA 2: 0813 9014 2257", [MOBILE]),
        ("+62 813-9014-2257", [MOBILE]),
        ("0813\u20119014\u20112257", [MOBILE]),
        ("0813-9014-2257 (0812-9014-2258)", [MOBILE, OTHER]),
        ("0813-9014-2257 - 0812-9014-2258", [MOBILE, OTHER]),
        ("0813-9014-2257 / 0812-9014-2258", [MOBILE, OTHER]),
        ("0813-9014-2257 atau 0812-9014-2258", [MOBILE, OTHER]),
        ("(021) 5550100", [LANDLINE]),
        ("(021) 555-0100", [LANDLINE]),
        ("021\u2013555\u20130100", [LANDLINE]),
        ("(+62) 21 555 0100", [LANDLINE]),
        ("+62 (0)21 555 0100", [LANDLINE]),
        ("+62 21 555 0100", [LANDLINE]),
        ("62 21 555 0100", [LANDLINE]),
        ("0215550100", [LANDLINE]),
        ("0215 550 100", [LANDLINE]),
        ("02155 50100", []),
        ("021 555 010 012", ["021555010012"]),
        ("021 555 010 0123", []),
        ("021 555010", ["021555010"]),
        ("021 55501", []),
        ("+12345", []),
        ("+62215550100 lt 2", []),
        ("14045", ["14045"]),
        ("08001234567", ["08001234567"]),
        ("(021) 5550100 - 5550103", [LANDLINE]),
        ("021-5550100/5550101", [LANDLINE]),
        ("021 5550100 (12)", [LANDLINE]),
        ("165", ["165"]),
        ("Care Center 165", ["165"]),
        ("0800 123 4567", ["08001234567"]),
        ("1500400", ["1500400"]),
        # None of these is surely one number.
        ("0813-9014-2257 0812-9014-2258", []),
        ("+62 0813 9014 2257", []),
        ("00813 9014 2257", []),
        ("813 9014 2257", []),
        ("0813 9014 2257 1", []),
        ("08.00-15.00", []),
        ("08:00 - 15:00", []),
        ("Senin 08.00", []),
        ("12-11-2026", []),
        ("5550100", []),
        ("0813 9014", []),
        ("Loket 3", []),
        ("", []),
    ],
)
def test_only_what_is_surely_a_number_is_dialled(text: str, numbers: list[str]) -> None:
    assert list(dialled(text).numbers) == numbers


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("021 5550100 (12)", ("(12)",)),
        ("(021) 5550100 - 5550103", ("5550103",)),
        ("08.00-15.00", ("08.00-15.00",)),
        ("0813-9014-2257", ()),
        ("Kantor Contoh", ()),
    ],
)
def test_what_cannot_be_dialled_is_left_and_known(text: str, left: tuple[str, ...]) -> None:
    assert dialled(text).left == left


@pytest.mark.parametrize(
    ("number", "shown"),
    [(MOBILE, "0813-9014-2257"), (LANDLINE, LANDLINE), ("165", "165"), ("1500400", "1500400")],
)
def test_mobile_numbers_are_shown_in_groups_and_others_as_they_are(number: str, shown: str) -> None:
    assert written(number) == shown
