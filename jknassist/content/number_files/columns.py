"""Detect the phone number columns of a table: by heading, else by the share of numbers in them."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from jknassist.core.phone.number_list import is_private

_PHONE_WORDS = (
    "hp nohp hape handphone wa nowa whatsapp telp notelp tlp notlp tlpn telepon telephone "
    "phone tel ponsel mobile seluler selular cell gsm kontak contact msisdn"
)
PHONE = frozenset(_PHONE_WORDS.split())
LANDLINE = frozenset(["rumah", "kantor", "fax", "faks", "home", "work", "office"])
_NEVER_WORDS = (
    "nik ktp kk kartu noka rm nrm nip npwp nis nisn rekening norek rek tanggal tgl date lahir "
    "umur usia waktu jam timestamp time kode faskes fktp alamat address email mail surel nama "
    "name id kelas pos gaji jumlah total harga iuran tagihan peserta bpjs jkn"
)
NEVER = frozenset(_NEVER_WORDS.split())
"""Heading words that exclude a column, unless the heading also has a word for telephones."""

PRIVATE = frozenset({"nik", "ktp", "kk", "kartu", "noka", "npwp", "rekening", "norek", "rek"})
"""Heading words of columns that are never read, however they look."""

HEADING_ROWS = 15
"""Number of first rows searched for the heading row; rows above it are titles."""

LONGEST_HEADING = 40
FEWEST_DIGITS = 7
"""Digits of a line that may be a number; in a list of one column it is no title."""

ENOUGH, SOME = 0.5, 0.25
"""Minimum shares (0 to 1) of cells that are numbers, for columns without a known heading."""

_WORD = re.compile(r"[a-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}(?!\d)|\d{1,2}:\d{2}", re.ASCII)
_NOT_DIGITS = re.compile(r"[^\d+]", re.ASCII)
_MOBILE = re.compile(r"(?:\+?(?:00)?62|0)*0?8[1-9]\d{7,10}", re.ASCII)
_LONG_DIGITS = re.compile(r"\d{5,}", re.ASCII)
_NO_HEADING = re.compile(r"\d{5,}|://|wa\.me/|^[=+]", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True)
class Column:
    """One column: 0-based index and heading, or spreadsheet letter without one.

    `numbers` is the share (0 to 1) of the first cells that look like mobile numbers. A `locked`
    column has nothing to examine: no digits, or card numbers and the like.
    `private` says that it holds card numbers, by its heading or by its cells.
    """

    index: int
    name: str
    numbers: float = field(compare=False, default=0.0)
    locked: bool = field(compare=False, default=False)
    private: bool = field(compare=False, default=False)


@dataclass(frozen=True)
class ColumnSelection:
    """All columns, the selected ones, and the number of leading title and heading rows to skip."""

    columns: tuple[Column, ...]
    taken: tuple[Column, ...]
    above: int = 0


def looks_like_a_number(cell: str) -> bool:
    """Cheap heuristic: return whether a cell holds nothing but a likely mobile number."""
    if "@" in cell or _DATE.search(cell):
        return False
    return _MOBILE.fullmatch(_NOT_DIGITS.sub("", cell)) is not None


def looks_like_numbers(rows: Iterable[Sequence[str]]) -> int:
    """Count the lines of cells that look like mobile numbers."""
    lines = (line for cells in rows for cell in cells for line in cell.splitlines())
    return sum(map(looks_like_a_number, lines))


def choose(
    rows: Sequence[Sequence[str]], *, named: Sequence[str] = (), headings: Sequence[str] = ()
) -> ColumnSelection:
    """Select the phone number columns from the first rows of a table.

    `named` overrides the detection with headings or column letters; raise LookupError for one that
    does not exist. `headings` name the columns of a table that has no row of headings.
    """
    width = max((len(cells) for cells in rows), default=0)
    heading = None if headings else _heading(rows)
    names = headings if heading is None else rows[heading]
    above = 0 if heading is None else heading + 1
    columns = tuple(_column(rows[above:], index, _at(names, index)) for index in range(width))
    taken = _named(columns, named) if named else _taken(columns, names)
    return ColumnSelection(columns, taken, above)


def _column(rows: Sequence[Sequence[str]], index: int, heading: str) -> Column:
    cells = [cells[index] for cells in rows if index < len(cells) and cells[index]]
    numbers = _share(cells, looks_like_a_number)
    cards = _share(cells, is_private) >= ENOUGH
    never = _is_never(heading) or cards
    digits = any(any(map(str.isdigit, cell)) for cell in cells)
    locked = (not digits and not is_phone(heading)) or (never and numbers < SOME)
    private = locked and (cards or bool(_words(heading) & PRIVATE))
    return Column(index, heading.strip() or letter(index), numbers, locked, private)


def _heading(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the index of the heading row: one that names telephones, else any known heading."""
    found = None
    width = max((len(cells) for cells in rows), default=0)
    for index, cells in enumerate(rows[:HEADING_ROWS]):
        filled = [cell for cell in cells if cell]
        if _has_data(filled, is_table=width > 1):
            break
        if any(is_phone(cell) for cell in filled):
            return index
        if found is None and len(filled) > 1 and any(_is_never(cell) for cell in filled):
            found = index
    return found


def _has_data(filled: Sequence[str], *, is_table: bool) -> bool:
    """Return whether a row holds data: nothing below it can be the heading.

    A title above a table is one cell of words, which may name the number of an office.
    """
    if is_table and len(filled) == 1:
        return looks_like_a_number(filled[0]) and not any(map(str.isalpha, filled[0]))
    if is_table:
        return any(_LONG_DIGITS.search(cell) or looks_like_a_number(cell) for cell in filled)
    return any(sum(map(str.isdigit, cell)) >= FEWEST_DIGITS for cell in filled)


def _words(heading: str) -> frozenset[str]:
    """Return the words of a heading; a link, a formula, or a cell with a number has none."""
    if len(heading) > LONGEST_HEADING or _NO_HEADING.search(heading):
        return frozenset()
    return frozenset(_WORD.findall(f"{heading} {_CAMEL.sub(' ', heading)}".lower()))


def is_phone(heading: str) -> bool:
    """Return whether a heading names telephone numbers."""
    return bool(_words(heading) & PHONE)


def _is_never(heading: str) -> bool:
    words = _words(heading)
    return bool(words & NEVER) and not words & PHONE


def letter(index: int) -> str:
    """Return the spreadsheet letters of a 0-based column index: A, B, … Z, AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _named(columns: Sequence[Column], named: Sequence[str]) -> tuple[Column, ...]:
    found = []
    for name in named:
        wanted = name.strip().casefold()
        same = [column for column in columns if column.name.casefold() == wanted]
        same = same or [column for column in columns if letter(column.index).casefold() == wanted]
        if not same:
            raise LookupError(name)
        found += same
    return tuple(dict.fromkeys(found))


def _taken(columns: Sequence[Column], names: Sequence[str]) -> tuple[Column, ...]:
    if len(columns) <= 1:
        return tuple(columns)
    phones = [column for column in columns if is_phone(_at(names, column.index))]
    mobile = [column for column in phones if not _words(column.name) & LANDLINE]
    if mobile or phones:
        return tuple(mobile or phones)
    free = [column for column in columns if not _is_never(_at(names, column.index))]
    enough = [column for column in free if column.numbers >= ENOUGH]
    if enough:
        return tuple(enough)
    best = max(free, key=lambda column: column.numbers, default=None)
    return (best,) if best is not None and best.numbers >= SOME else ()


def _at(names: Sequence[str], index: int) -> str:
    return names[index] if index < len(names) else ""
