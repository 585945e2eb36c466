"""Detection of phone number columns: by heading, by content, and never of other numbers."""

import pytest

from jknassist.content.number_files.columns import choose, is_phone, letter, looks_like_a_number

RIVALS = {
    "No Kartu": "00012345678{}",
    "NIK": "32012345678901{}",
    "Tgl Lahir": "08-11-19{}",
    "Tanggal": "08/12/19{}",
    "Kode FKTP": "081234{}",
    "No RM": "081234{}",
    "Telp Rumah": "021-55512{}",
    "NIP": "0812345{}",
    "No Rekening": "08123456{}",
    "Iuran": "80.000.0{}",
    "Timestamp": "08/11/2026 08:05:{}",
    "Alamat": "Jl. Melati 8 RT 01 RW {}",
    "Email": "budi0812345678{}@contoh.id",
}


def taken(rows: list[list[str]], *named: str) -> list[str]:
    return [column.name for column in choose(rows, named=named).taken]


@pytest.mark.parametrize("rival", RIVALS)
@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("heading", [True, False])
@pytest.mark.parametrize("gaps", [True, False])
def test_no_rival_column_is_taken(rival: str, *, first: bool, heading: bool, gaps: bool) -> None:
    if rival == "No Rekening" and not heading:
        return  # ten digits that begin with 08 are a telephone number to anybody
    rows = [["No", rival, "No HP"]] if heading else []
    for count in range(10, 30):
        phone = "" if gaps and count % 4 == 0 else f"0812-3456-78{count}"
        rows.append([str(count), RIVALS[rival].format(count), phone])
    if first:
        found = taken(rows)
        wanted = ["No HP"] if heading else ["C"]
    else:
        found = taken([[row[0], row[2], row[1]] for row in rows])
        wanted = ["No HP"] if heading else ["B"]

    assert found == wanted


@pytest.mark.parametrize(
    "heading",
    [
        *("HP", "No HP", "NoHP", "no_hp", "HP1", "No. HP 1", "WA", "Nomor WA", "WhatsApp", "Telp"),
        *("No.Telp/HP", "telepon", "Phone 1 - Value", "PHONE", "Ponsel", "Kontak", "Handphone"),
        *("nomor_hp_keluarga", "nomorHp", "Mobile"),
    ],
)
def test_headings_of_telephone_numbers_are_known(heading: str) -> None:
    assert is_phone(heading)


@pytest.mark.parametrize("heading", ["NIK", "No Kartu", "Nama", "Tgl Lahir", "0812345678", ""])
def test_other_headings_are_not(heading: str) -> None:
    assert not is_phone(heading)


def test_several_columns_of_numbers_are_taken() -> None:
    rows = [["Nama", "HP1", "HP2"], ["Sari", "081234567890", ""], ["Budi", "", "081345678901"]]

    assert taken(rows) == ["HP1", "HP2"]


def test_a_heading_is_no_entry_and_titles_stand_above_it() -> None:
    rows = [["Daftar 2026"], ["Nama", "HP 1"], ["Sari", "081234567890"]]

    assert choose(rows).above == 2


def test_columns_can_be_named_by_heading_or_letter() -> None:
    rows = [["Nama", "HP", "NIK"], ["Sari", "081234567890", "3201234567890123"]]

    assert taken(rows, "nik") == ["NIK"]
    assert taken(rows, "B", "C") == ["HP", "NIK"]
    with pytest.raises(LookupError):
        taken(rows, "Telepon")


def test_a_table_without_numbers_has_no_column_to_take() -> None:
    assert taken([["Nama", "Kota"], ["Sari", "Solo"], ["Budi", "Tegal"]]) == []


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    assert [letter(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_date_is_no_number() -> None:
    assert looks_like_a_number("+62 812-3456-7890")
    assert not looks_like_a_number("08/11/2026 08:05:12")


@pytest.mark.parametrize(
    "later", ["WA", '=HYPERLINK("tel:0812")', "https://wa.me/qr/ABCDEF", "HP baru menyusul"]
)
def test_nothing_below_the_first_number_is_a_heading(later: str) -> None:
    assert choose([["1. 0812 3456 7890"], ["0812 3456 7891"], [later]]).above == 0


@pytest.mark.parametrize("cell", ['=HYPERLINK("tel:0812")', "https://wa.me/qr/ABCDEF", "+tel"])
def test_a_formula_or_a_link_is_no_heading(cell: str) -> None:
    assert not is_phone(cell)


def test_a_title_with_the_number_of_an_office_hides_no_heading() -> None:
    titles = [["Daftar peserta", "", ""], ["Puskesmas Melati, telp (021) 5550100", "", ""]]
    rows = [*titles, ["No", "Tgl Lahir", "Telp"], ["1", "01-02-1980", "0812 3456 7890"]]

    assert choose(rows).above == 3
    assert taken(rows) == ["Telp"]


def test_card_numbers_are_never_read_and_other_words_are_only_left_out() -> None:
    rows = [["Nama", "NIK", "No", "B", "HP"], ["Sari", "", "1", "0001234567890", "081234567890"]]

    columns = choose(rows).columns

    assert [one.name for one in columns if one.private] == ["NIK", "B"]
    assert [one.name for one in columns if one.locked] == ["Nama", "NIK", "B"]
