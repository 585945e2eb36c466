"""Number lists: one class for each entry, and sentences for the volunteer."""

import pytest

from jknassist.core.export.number_list_csv import result_row
from jknassist.core.phone.number_list import (
    EntryClass,
    Examiner,
    ListedNumber,
    ListGroup,
    ListRow,
    is_private,
    list_group_of,
    parts_of,
)
from jknassist.core.phone.parse import parse
from jknassist.core.phone.result import Kind
from tests.support.phone_plan import index, words
from tests.support.small_knowledge import small_knowledge

INTERFACE = small_knowledge().words


def examiner() -> Examiner:
    return Examiner(index(), words())


def tell(written: str) -> ListedNumber:
    return examiner().examine(ListRow(1, written, "HP"))


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("0813 2456 7890", EntryClass.OK),
        ("1. 0813 2456 7890", EntryClass.OK),
        ("813 2456 7890", EntryClass.REPAIRED),
        ("81324567890.0", EntryClass.REPAIRED),
        ("8.1324567890E+10", EntryClass.REPAIRED),
        ("00813 2456 7890", EntryClass.REPAIRED),
        ("813 2456 77890", EntryClass.CHECK),
        ("0813 2456 77890", EntryClass.CHECK),
        ("0813 2456 7890 1", EntryClass.CHECK),
        ("0813****7890", EntryClass.CHECK),
        ("0849 2456 7890", EntryClass.WRONG),
        ("021 5551234", EntryClass.NOT_MOBILE),
        ("3201234567890123", EntryClass.NOT_MOBILE),
        ("Budi", EntryClass.UNREADABLE),
        ("8,13E+10", EntryClass.UNREADABLE),
    ],
)
def test_each_entry_is_in_one_class(written: str, kind: EntryClass) -> None:
    told = tell(written)

    assert told.kind is kind
    assert told.doubtful is (kind is not EntryClass.OK)


def test_the_classes_add_up_and_repairs_are_counted_by_kind() -> None:
    doctor = examiner()
    for row, written in enumerate(("0813 2456 7890", "813 2456 7891", "813 2456 7892", "x"), 1):
        doctor.examine(ListRow(row, written))
    summary = doctor.summary

    assert summary.numbers == sum(summary.classes.values()) == 4
    assert summary.repairs == {Kind.LOST_ZERO: 2}
    found = summary.as_json()
    counted = ("ok", "repaired", "check", "wrong", "not_mobile", "unreadable")
    assert sum(int(str(found[name])) for name in counted) == found["numbers"]


def test_the_summary_has_the_keys_promised_to_scripts() -> None:
    doctor = examiner()
    doctor.summary.rows, doctor.summary.without_number = 3, 1
    doctor.summary.columns = ("HP", "Wali")
    for row, written in enumerate(("0813 2456 7890", "0813-2456-7890", "021 5551234"), 1):
        doctor.examine(ListRow(row, written))
    assert doctor.summary.as_json() == {
        "rows": 3,
        "numbers": 3,
        "ok": 2,
        "repaired": 0,
        "check": 0,
        "wrong": 0,
        "not_mobile": 1,
        "unreadable": 0,
        "duplicates": 1,
        "without_number": 1,
        "columns": ["HP", "Wali"],
    }


def test_entries_without_a_mobile_number_are_never_duplicates() -> None:
    doctor = examiner()
    listed = [
        doctor.examine(ListRow(row, written))
        for row, written in enumerate(("021 5551234", "021 5551234", "Budi", "Budi"))
    ]
    assert [one.duplicate for one in listed] == [False] * 4


def test_duplicates_are_reported_however_they_are_written() -> None:
    doctor = examiner()
    first, second, other = (
        doctor.examine(ListRow(row, written))
        for row, written in enumerate(("0813 2456 7890", "+62 813-2456-7890", "0813 2456 7891"))
    )

    assert (first.duplicate, second.duplicate, other.duplicate) == (False, True, False)
    assert doctor.summary.duplicates == 1


def test_the_repaired_number_stands_beside_the_typed_one() -> None:
    told = tell("813 2456 7890")

    assert (told.written, told.number) == ("813 2456 7890", "0813-2456-7890")
    assert told.sentences == ("member_lost_zero",)
    assert told.suggestion == "", "it is the number already"
    assert tell("0813 2456 77890").suggestion == "0813-2456-7890"


@pytest.mark.parametrize(
    "written",
    [
        *("3201234567890123", "3201 2345 6789 0123", "0001234567890", "Budi 3201234567890123"),
        *("08.123.456.7-890.000", "NPWP 81.234.567.8-901.000"),
        *(
            "0813 2456 7890 3201234567890123",
            "0813 2456 77890 3201234567890123",
            "\uff13\uff12\uff10\uff11234567890123",
            "8201234567890123",
        ),
    ],
)
def test_card_numbers_and_niks_are_carried_nowhere(written: str) -> None:
    told = tell(written)

    assert is_private(written)
    assert told.private is True
    assert (told.written, told.number, told.suggestion, told.offered) == ("", "", "", "")
    assert "1234" not in told.number + told.suggestion + "".join(told.sentences)
    assert "1234" not in result_row(told, INTERFACE)


@pytest.mark.parametrize(
    "written",
    [
        "0813 2456 7890",
        "+62 813 2456 7890 1",
        "0062813245678901",
        "81324567890123",
        "0812345678901234",
    ],
)
def test_telephone_numbers_are_not_private(written: str) -> None:
    assert not is_private(written)


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("0813 2456 7890", ["0813 2456 7890"]),
        ("0813 2456 7890 ::: 0813 2456 7891", ["0813 2456 7890 ", " 0813 2456 7891"]),
        ("0813 2456 7890 rek 1234567890", ["0813 2456 7890 rek 1234567890"]),
        ("0813 2456 7890 / 0813 2456 7891", ["0813 2456 7890 ", " 0813 2456 7891"]),
        ("0813-2456-7890, 021-5551234", ["0813-2456-7890", " 021-5551234"]),
        ("0813-2456-7890, 5551234", ["0813-2456-7890", " 5551234"]),
        ("0813-2456-7890 atau 0812-2456-7890", ["0813-2456-7890 ", " 0812-2456-7890"]),
        ("0813-2456-7890\n0812-2456-7890", ["0813-2456-7890", "0812-2456-7890"]),
        ("0813-2456-7890/91", ["0813-2456-7890/91"]),
        ("0813-2456-7890 0812-2456-7890", ["0813-2456-7890 0812-2456-7890"]),
        ("0813,2456,7890", ["0813,2456,7890"]),
    ],
)
def test_several_numbers_of_a_cell_are_taken_apart(cell: str, parts: list[str]) -> None:
    assert list(parts_of(cell)) == parts


@pytest.mark.parametrize(
    ("written", "group", "offered"),
    [
        ("0813 2456 7890", ListGroup.OK, "0813-2456-7890"),
        ("813 2456 7890", ListGroup.REPAIRED, "0813-2456-7890"),
        ("0813 2456 77890", ListGroup.CHECK, "0813-2456-7890"),
        ("0813****7890", ListGroup.CHECK, ""),
        ("0849 2456 7890", ListGroup.WRONG, ""),
        ("021 5551234", ListGroup.WRONG, ""),
        ("Budi", ListGroup.WRONG, ""),
    ],
)
def test_each_entry_is_in_one_group_with_the_number_to_go_on_with(
    written: str, group: ListGroup, offered: str
) -> None:
    found = tell(written)

    assert (list_group_of(found), found.offered) == (group, offered)


def test_a_number_without_a_fault_that_came_before_is_a_duplicate() -> None:
    doctor = examiner()
    groups = [
        list_group_of(doctor.examine(ListRow(row, written)))
        for row, written in enumerate(("0813 2456 7890", "0813-2456-7890", "813 2456 7890"))
    ]

    assert groups == [ListGroup.OK, ListGroup.DUPLICATE, ListGroup.REPAIRED]


def test_no_number_shows_in_a_log() -> None:
    entry = ListRow(1, "0813 2456 7890")

    assert "0813" not in repr(entry) + repr(examiner().examine(entry))


CARD, NIK = "0001234567890", "3201234567890001"


@pytest.mark.parametrize(
    "written",
    [
        f"081234567890 kartu {CARD}",
        f"081234567890 ({NIK})",
        "081234567890 3201 2345 6789 0001",
        "3201.2345.6789.0001 081234567890",
        "081234567890 no kartu 000-1234-567890",
        "+62 812-3456-7890 NIK 3201 234567 890001",
    ],
)
def test_no_part_of_a_card_number_is_carried_into_a_result(written: str) -> None:
    listed = Examiner(index(), words()).examine(ListRow(1, written))

    assert listed.private
    assert listed.written == ""
    told = "".join((*listed.sentences, listed.suggestion, listed.offered, listed.number))
    assert not any(part in told for part in ("3201", "2345", "6789", "000", "567890"))


def test_a_nik_alone_is_named_by_the_words_for_a_member() -> None:
    assert tell(NIK).sentences == ("member_identity_number length=16",)


def test_a_slip_beside_a_card_number_is_told_without_digits() -> None:
    assert tell(f"O813 2456 7890 ({CARD})").sentences == (
        "private_letter_for_digit",
        "beside_card",
    )


@pytest.mark.parametrize("written", [f"0812-3456-7890 ({NIK})", f"+62 812-3456-7890 ({CARD})"])
def test_the_number_before_a_card_number_in_brackets_can_be_used(written: str) -> None:
    listed = Examiner(index(), words()).examine(ListRow(1, written))

    assert list(parts_of(written)) == [written]
    assert (listed.kind, listed.number, listed.offered) == (
        EntryClass.OK,
        "0812-3456-7890",
        "0812-3456-7890",
    )
    assert listed.sentences == ("beside_card",)
    assert (listed.written, listed.private) == ("", True)


@pytest.mark.parametrize(
    "written",
    ["0812 3456 7890 12", "081234567890 081298765432", "08123456789012", "+62 812-3456-7890 12"],
)
def test_a_long_number_or_two_of_them_is_shown_as_it_is_written(written: str) -> None:
    assert Examiner(index(), words()).examine(ListRow(1, written)).written == written


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("0812-3456-7893 (istri) 0812-3456-7894 (suami)", 2),
        ("Budi 081234567890 Siti 081298765432", 2),
        ("081234567890 WA: +62 812-9876-5432", 2),
        ("3201234567890001 HP 081234567890", 2),
        ("081234567890 an. Budi umur 65", 1),
        ("HP 2 0812 3456 7890", 1),
    ],
)
def test_numbers_with_a_word_between_them_are_examined_each(cell: str, parts: int) -> None:
    found = list(parts_of(cell))

    assert len(found) == parts
    assert all(parse(part).number or is_private(part) for part in found)


def test_the_result_of_an_entry_has_its_whole_diagnosis() -> None:
    told = tell("0813 2456 77890")
    assert told.found is not None
    assert told.found.typed == "0813 2456 77890"
    assert (told.row, told.column) == (1, "HP")
