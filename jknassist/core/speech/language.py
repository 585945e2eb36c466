"""What the spoken forms need to know of a language: names of digits and letters, and phrases."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from jknassist.core.speech.numerals import english, indonesian

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, kw_only=True)
class SpokenLanguage:
    """One language as it is spoken.

    `number` turns a count into words. `words` are said otherwise than they are written; a word
    that is missing there is said as written. `units` are counted: a number of any length before
    one of them is a count and no row of digits. `plain_rows` are short rows of digits that are
    never a count, such as the country code. `ordinal` stands before the hyphen of "ke-7".
    """

    code: str
    digits: tuple[str, ...]
    letters: tuple[str, ...]
    number: Callable[[int], str] = field(repr=False)
    words: Mapping[str, str]
    units: frozenset[str]
    plain_rows: frozenset[str] = frozenset({"62"})
    ordinal: str = ""
    plus: str = "plus"
    at: str
    star: str
    hash: str
    money: str
    either: str
    together: str
    address: str
    account: str
    past: str


def _spelled(names: tuple[str, ...], words: str) -> dict[str, str]:
    """Return how words are spelled with the names of the letters."""
    return {word: " ".join(names[LETTERS.index(x.lower())] for x in word) for word in words.split()}


_ID_LETTERS = (
    *("a", "be", "ce", "de", "e", "ef", "ge", "ha", "i", "je", "ka", "el", "em", "en", "o", "pe"),
    *("ki", "er", "es", "te", "u", "ve", "we", "eks", "ye", "zet"),
)
_EN_LETTERS = tuple(LETTERS.upper())

INDONESIAN = SpokenLanguage(
    code="id",
    digits=tuple(indonesian(digit) for digit in range(10)),
    letters=_ID_LETTERS,
    number=indonesian,
    words=MappingProxyType(
        _spelled(_ID_LETTERS, "OTP APK ATM SMS HP BPJS JKN KTP KK IGD PDF QR XL USB OJK")
        # Said as words, as people say them.
        | {"NIK": "nik", "KIS": "kis", "PIN": "pin", "SIM": "sim", "AXIS": "aksis", "CEK": "cek"}
        | {"PANDAWA": "Pandawa", "VIKA": "Vika", "GraPARI": "Grapari", "AXISnet": "aksis net"}
        | {"IM3": "i em tiga", "myIM3": "mai i em tiga", "A4": "a empat", "by.U": "bai yu"}
        | {"e-mail": "imel", "E-mail": "Imel", "m-banking": "em bengking", "mm": "milimeter"}
        | {"BPJSKesehatanRI": "be pe je es Kesehatan er i"}
        | {"AduanNomor.id": "Aduan Nomor titik i de", "X": "eks", "Tri (3)": "tri"}
    ),
    units=frozenset({"hari", "jam", "menit", "detik", "kali", "angka", "bulan", "tahun", "mm"}),
    ordinal="ke",
    at="et",
    star="bintang",
    hash="pagar",
    money="{} rupiah",
    either="atau",
    together="dan",
    address="alamatnya ada di layar dan di kertas",
    account="nama akunnya ada di layar",
    past="{hours} lewat {minutes} menit",
)

ENGLISH = SpokenLanguage(
    code="en",
    digits=("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    letters=_EN_LETTERS,
    number=english,
    words=MappingProxyType(
        _spelled(_EN_LETTERS, "OTP APK SMS HP BPJS JKN KTP KK IGD PDF QR XL USB NIK ID OJK")
        | {"KIS": "Kis", "PIN": "pin", "SIM": "sim", "AXIS": "Axis", "CEK": "C E K"}
        | {"PANDAWA": "Pandawa", "VIKA": "Vika", "GraPARI": "Grapari", "AXISnet": "Axis net"}
        | {"IM3": "I M three", "myIM3": "my I M three", "A4": "A four", "by.U": "by you"}
        | {"mm": "millimetres", "Tri (3)": "Tri"}
        | {"BPJSKesehatanRI": "B P J S Kesehatan R I"}
        | {"AduanNomor.id": "Aduan Nomor dot I D"}
    ),
    units=frozenset(
        {"day", "days", "hour", "hours", "minute", "minutes", "second", "seconds", "times"}
        | {"digit", "digits", "month", "months", "year", "years", "mm"}
    ),
    at="at",
    star="star",
    hash="hash",
    money="{} rupiah",
    either="or",
    together="and",
    address="the address is on the screen and on the paper",
    account="the name of the account is on the screen",
    past="{minutes} minutes past {hours}",
)

LANGUAGES: Mapping[str, SpokenLanguage] = MappingProxyType(
    {language.code: language for language in (INDONESIAN, ENGLISH)}
)
"""Languages whose spoken forms are known; others are said as they are written."""
