"""Lint of style: wordings that members misunderstand, and texts too long to be read out.

Each wording is listed because it was used once: it is either not Indonesian, or means something
else to members ("kartu" alone is the JKN card).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import Knowledge

LANGUAGE = "id"

SHOWN = (
    *("name", "about", "safety", "steps", "outcomes", "limits", "contacts", "guides", "operators"),
    *("glossary", "words", "number_words"),
)
"""The sections that people read; sources name other papers, search holds people's own words."""

LONGEST = {
    "title": 34,
    "cause": 80,
    "actions": 72,
    "points": 72,
    "tried": 22,
    "message": 100,
    "stop": 60,
    "come_back": 60,
}
"""Maximum characters of texts that are printed on narrow paper and read out."""

KIND = {
    "title": "judul",
    "cause": "sebab",
    "actions": "langkah",
    "points": "langkah panduan",
    "tried": "nama saran ini",
    "message": "pesan",
} | {
    "stop": "kapan berhenti",
    "come_back": "kapan kembali",
}

NOT_OURS = re.compile(r"“[^”]*”|\{[^}]*\}")
"""Not checked: quotations from other screens, and the names of placeholders."""

NAMES = frozenset(
    {"id", "picture", "pictures", "goes_to", "link", "copied", "shown", "codes", "app", "term"}
)

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Rule:
    """A wording to avoid and what to write instead; some matter only in a title."""

    pattern: str
    instead: str
    only_in: str = ""


RULES = (
    Rule(
        r"\bkartu\b(?! (HP|JKN|KIS|keluarga|tanda|prabayar|pascabayar|halo|peserta|satunya)\b)",
        "kartu HP",
        only_in="title",
    ),
    Rule(r"\b(kartu|nomor)(nya)?( itu| Anda| yang| masih| sudah)* hidup\b", "aktif"),
    Rule(r"\b(meng|di)hidupkan\b", "diaktifkan lagi (nomor), dinyalakan (HP)"),
    Rule(r"\b(kartu|nomor)(nya)?( itu| Anda| yang)* menyala\b", "aktif"),
    Rule(r"\bberisi( dua)? kartu\b", "HP dengan nomor …, HP yang memakai dua kartu"),
    Rule(
        r"\bkartu(nya)?( HP)?( itu| masih| tidak)* bisa (di|me|men)telepon\b",
        "nomornya bisa ditelepon",
    ),
    Rule(r"\btempat ke-", "angka ke-"),
    Rule(r"\bmulai dengan\b", "diawali"),
    Rule(r"\btercatat\b|\bdicatat\b|\bmencatat(kan)? nomor\w*", "terdaftar, didaftarkan"),
    Rule(r"\bdi layar\b", "di aplikasi, di HP"),
    Rule(r"\b(tulis|menulis) e-?mail\b", "kirim e-mail"),
    Rule(r"\bterganggu\b", "sedang gangguan"),
    Rule(r"\bmasuk (biasa|ke aplikasi|dengan HP)\b", "login, buka aplikasi"),
    Rule(r"\btidak datang\b", "tidak masuk"),
    Rule(r"\bpilih sendiri\b", "buat sendiri"),
    Rule(r"\bberkas(nya)?\b", "file"),
    Rule(r"\bsetelan(nya)?\b", "pengaturan"),
    Rule(r"\bhitungan\b(?! mundur)", "rekap"),
    Rule(r"\btidak mau (berjalan|menyala|terbuka)\b", "tidak bisa"),
    Rule(r"\bhapus blokir(nya)?\b", "buka blokirnya"),
    Rule(r"\b(autentikasi|otentikasi)\b", "pemeriksaan"),
    Rule(r"\b(provider|msisdn)\b", "operator, nomor HP"),
    Rule(r"\b(perangkat|handphone|ponsel|hape|telepon genggam)(nya)?\b", "HP"),
    Rule(r"\bserver(nya)?\b", "sistem"),
    Rule(r"\b(validasi|tidak valid)\b", "periksa, ditolak"),
    Rule(r"\bdigit\b", "angka"),
    Rule(r"\bprefix\b", "4 angka pertama"),
    Rule(r"\bnomer(nya)?\b", "nomor"),
    Rule(r"\bkartu sim\b|\bsim ?card\b|\b(?-i:SIM)\b", "kartu HP"),
    Rule(r"\b(maaf|mohon)\b", "kalimat tanpa kata itu"),
)


def lint_style(knowledge: Knowledge) -> Iterator[Issue]:
    """Yield a warning for every wording to avoid and every text that is too long."""
    if knowledge.language != LANGUAGE:
        return
    for section in SHOWN:
        for path, text in _below(getattr(knowledge, section), (section,)):
            for said in wrong_in(text, _field(path)):
                yield Issue(path, said, warning=True)
    for name in ("steps", "outcomes", "limits", "guides"):
        for path, text in _below(getattr(knowledge, name), (name,)):
            most = LONGEST.get(_field(path), len(text))
            if len(text) > most:
                kind = KIND[_field(path)]
                said = f"{kind} ini {len(text)} huruf, paling banyak {most}; pendekkan"
                more = ", sisanya ke panduan" if kind == "langkah" else ""
                yield Issue(path, said + more, warning=True)


def wrong_in(text: str, field: str = "") -> Iterator[str]:
    """Yield the wordings to avoid in a text, with what to write instead."""
    ours = NOT_OURS.sub(" ", text)
    for rule in RULES:
        if rule.only_in not in {"", field}:
            continue
        if found := re.search(rule.pattern, ours, re.IGNORECASE):
            yield f'"{found[0]}" lebih baik: {rule.instead}'


def _field(path: Path) -> str:
    """Return the name of the field that a text stands in; that of a step to do is the list."""
    if "actions" in path:
        return "actions"
    return next(str(part) for part in reversed(path) if isinstance(part, str))


def _below(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _below(item, (*path, index))
    elif is_dataclass(value):
        for f in fields(value):
            if f.name not in NAMES and f.name != "provenance":
                yield from _below(getattr(value, f.name), (*path, f.name))
