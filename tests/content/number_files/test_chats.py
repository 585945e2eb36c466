"""Chats exported or copied from WhatsApp."""

from pathlib import Path

import pytest

from jknassist.content.number_files.chats import LONGEST_BEFORE, MOST_SENDERS, rows_of
from jknassist.content.number_files.reader import open_list, open_text
from tests.support.workbooks import read

MARK, NARROW = "\N{LEFT-TO-RIGHT MARK}", "\N{NARROW NO-BREAK SPACE}"

ANDROID = """27/11/25 09.14 - Pesan dan panggilan dienkripsi secara end-to-end. Ketuk untuk info.
27/11/25 09.14 - +62 811-2345-678 bergabung menggunakan tautan undangan grup ini
27/11/25 09.14 - Bu Sri: nomor saya 0812-3456-7890
27/11/25 09.15 - +62 813-4567-8901: halo
27/11/25 09.16 - Pak Adi: HP istri:
0856 1234 5678

27/11/25 09.17 - +62 813-4567-8901: sudah ya
27/11/25 09.18 - Bu Sri:
27/11/25 09.19 - Bu Sri: wa.me/6281234567891 dan 0812-3456-7892
"""
IOS = f"""{MARK}[27/11/25 09.14.03] Grup RW: {MARK}Pesan dan panggilan dienkripsi.
[27/11/25 09.14.03] Bu Sri: nomor saya 0812-3456-7890
[27/11/25 09.15.10] \u202a+62 813-4567-8901\u202c: halo
[27/11/25 09.16.00] ~ Pak Adi: HP istri:
0856 1234 5678
{MARK}[27/11/25 09.17.00] Grup RW: {MARK}\u202a+62 811-2345-678\u202c ditambahkan
{MARK}[27/11/25 09.18.00] Bu Sri: {MARK}<terlampir: 00000012-PHOTO-2025-11-27-09-18-00.jpg>
"""
FOUND = ["0812-3456-7890", "+62 813-4567-8901", "0856 1234 5678"]

BEGINNINGS = (
    "27/11/25 09.14 - ",
    "27/11/2025 09.14 - ",
    "27/11/25, 09:14 - ",
    "27/11/25 9.14 PM - ",
    "27/11/25 pukul 09.14 - ",
    "11/27/25, 9:14 AM - ",
    f"11/27/25, 9:14{NARROW}PM - ",
    "27.11.25, 09:14 - ",
    "2025-11-27, 9:14 p.m. - ",
    "27/11/25 9.14 pagi - ",
    "[27/11/25 09.14.03] ",
    "[27/11/25, 09.14.03] ",
    f"[11/27/25, 9:14:03{NARROW}AM] ",
    f"{MARK}[27/11/2025 9.14.03 PM] ",
    "[09.14, 27/11/2025] ",
    "[9:14 AM, 11/27/2025] ",
    "[27/11 09.14] ",
)


def last_of(written: str) -> str:
    """Return the digits at the end of an entry, which has words before them."""
    return written.removeprefix("nomor saya ")


def test_an_export_of_an_android_phone_is_read_by_line(tmp_path: Path) -> None:
    path = tmp_path / "Chat WhatsApp dengan Grup RW.txt"
    path.write_text(ANDROID, encoding="utf-8")

    numbers = open_list(path)
    found = read(numbers)

    assert [last_of(written) for _, written in found[:3]] == FOUND
    assert [row for row, _ in found] == [3, 4, 6, 10, 10]
    assert [column.name for column in numbers.taken] == ["Kontak", "Pesan WhatsApp"]
    assert (numbers.rows, numbers.without_number) == (9, 5)
    assert numbers.left_out.row_numbers == [1, 2, 5, 8, 9], "lines of the program are among them"


def test_an_export_of_an_iphone_is_read_by_line() -> None:
    numbers = open_text(IOS)
    found = read(numbers)

    assert [last_of(written) for _, written in found] == FOUND
    assert [row for row, _ in found] == [2, 3, 5]
    assert (numbers.rows, numbers.without_number) == (7, 4)


@pytest.mark.parametrize("begins", BEGINNINGS)
def test_a_message_begins_with_its_time_in_each_form(begins: str) -> None:
    numbers = open_text(
        f"{begins}Bu Sri: nomor saya 0812-3456-7890\n{begins}+62 813-4567-8901: ya\n"
        f"{begins}Bu Sri: selesai\n"
    )

    assert read(numbers) == [(1, "nomor saya 0812-3456-7890"), (2, "+62 813-4567-8901")]
    assert numbers.without_number == 1


@pytest.mark.parametrize(
    "message",
    [
        "kumpul tanggal 27/11/2025 jam 08.00-10.00 atau 13:30 - 15:00",
        "27-11-2025 09.14",
        "20251127",
        "iuran Rp 1.500.000, yang lain 150.000 atau 2.750.000",
        "IMG-20251127-WA0003.jpg (file terlampir)",
        "https://maps.example/?q=-6.2088123,106.8456123",
        "RT 03 RW 05 nomor 12",
    ],
)
def test_dates_amounts_files_and_links_are_no_numbers(message: str) -> None:
    numbers = open_text(f"27/11/25 09.14 - Bu Sri: {message}\n")

    assert read(numbers) == []
    assert numbers.without_number == 1


@pytest.mark.parametrize(
    "message",
    [
        "0812.3456.7890",
        "0812-34-56-78-90",
        "(021) 765-4321",
        "di aplikasi 0812****7890",
        "https://wa.me/6281234567890",
        "+62 812 3456 7890",
        "8.12.34.56.78.90",
        "tanggal 27/11/2025 ganti ke 081234567890",
    ],
)
def test_a_number_in_a_message_is_examined_as_written(message: str) -> None:
    assert read(open_text(f"27/11/25 09.14 - Bu Sri: {message}\n")) == [(1, message)]


def test_what_stands_long_before_the_number_is_left_out() -> None:
    long = "mohon maaf mengganggu semua, " * 10
    ((_, written),) = read(open_text(f"27/11/25 09.14 - Bu Sri: {long}rek BCA 081234567890\n"))

    assert written.endswith(" rek BCA 081234567890")
    assert len(written) <= LONGEST_BEFORE + len("081234567890")


def test_a_text_may_begin_within_a_message() -> None:
    numbers = open_text("sambungan 081234567890\n27/11/25 09.14 - Bu Sri: ya\n")
    assert read(numbers) == [(1, "sambungan 081234567890")]
    assert [column.name for column in numbers.columns] == ["Kontak", "Pesan WhatsApp"]


def test_one_line_with_a_time_makes_no_chat() -> None:
    numbers = open_text("081234567890\n081234567891\n27/11/25 09.14 - Bu Sri: ya\n")
    assert [column.name for column in numbers.columns] == ["A"]


def test_one_column_of_a_chat_can_be_taken_alone() -> None:
    numbers = open_text(ANDROID)
    numbers.take(["Kontak"])
    assert read(numbers) == [(4, "+62 813-4567-8901")]


def test_senders_without_end_are_not_all_remembered() -> None:
    lines = (
        f"27/11/25 09.14 - 0812{number:08}: ya" for number in range(MOST_SENDERS + 5) for _ in "ab"
    )
    assert sum(bool(row.cells[0]) for row in rows_of(lines)) == MOST_SENDERS


def test_a_line_without_gaps_is_read_in_linear_time() -> None:
    numbers = open_text("27/11/25 09.14 - Bu Sri: " + "1.a" * 100_000 + "\n")
    assert read(numbers) == []
