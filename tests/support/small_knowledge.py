"""A sound five-step knowledge for tests, in code and as YAML text; never the shipped content."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from jknassist.core.flow.model import (
    COMPARISON_RESULTS,
    DONT_KNOW,
    ENTRY_RESULTS,
    Action,
    Channel,
    ChecklistStep,
    ChoiceStep,
    Contact,
    ContactStatus,
    FactConfidence,
    Guide,
    Knowledge,
    Limit,
    NumberResult,
    NumberStep,
    Operator,
    Option,
    Outcome,
    Provenance,
    Safety,
    Source,
    Step,
    Term,
    WaitStep,
)
from jknassist.core.words import InterfaceWords, NumberWords, declared_placeholders

Words = TypeVar("Words")

CHECKED = date(2026, 11, 1)
RELEASED = date(2026, 11, 22)


def small_knowledge() -> Knowledge:
    """Return a sound knowledge of five steps, one of each kind and two number pages."""
    return Knowledge(
        edition=1,
        released=RELEASED,
        language="id",
        name="Bantuan Kecil",
        about=("Ini bantuan percobaan.", "Tidak ada yang disimpan."),
        start="mulai",
        hand_over="gangguan",
        words=filled(InterfaceWords),
        number_words=filled(NumberWords),
        safety=Safety(
            line="Jangan berikan kode kepada siapa pun.",
            points=("Petugas tidak pernah meminta kode.",),
            provenance=provenance(),
        ),
        steps=small_steps(),
        outcomes=small_outcomes(),
        contacts=small_contacts(),
        guides=(
            Guide(
                id="tes_kartu",
                title="Cara mencoba kartu HP",
                points=("Telepon HP lain.", "Lihat nomor di layarnya."),
                provenance=provenance(),
            ),
        ),
        operators=(
            Operator(
                id="contohsel",
                name="Contohsel",
                codes=("*000#",),
                app="MyContoh",
                provenance=provenance(),
            ),
        ),
        glossary=(
            Term(id="pulsa", term="Pulsa", meaning="Uang di kartu untuk menelepon."),
            Term(id="kode_otp", term="Kode OTP", meaning="Angka rahasia lewat SMS."),
        ),
        sources=(
            Source(id="s1", text="Halaman percobaan, 2026."),
            Source(id="s2", text="Balasan percobaan, 2026."),
        ),
        limits=(
            Limit(
                id="minta_kode",
                stop="Dua kali tidak masuk? Berhenti dulu.",
                come_back="Coba lagi besok.",
                provenance=provenance(),
            ),
        ),
    )


def small_steps() -> tuple[Step, ...]:
    """Return the five steps: a choice, a checklist, two number pages and a wait."""
    return (
        ChoiceStep(
            kind="choice",
            id="mulai",
            title="Apa yang Anda alami?",
            hint="Pilih satu.",
            picture="kode_sms",
            answers=(
                Option(id="tidak_masuk", text="Kode tidak masuk", goes_to="nomor"),
                Option(id="pulsa", text="Pulsa habis", hint="Bukan kuota", goes_to="pulsa_habis"),
                Option(id=DONT_KNOW, text="Tidak tahu", goes_to="periksa"),
            ),
        ),
        NumberStep(
            kind="number",
            id="nomor",
            title="Ketik nomor yang didaftarkan",
            answers=(Option(id=DONT_KNOW, text="Tidak tahu", goes_to="periksa"),),
            findings={
                result: "salah_ketik" if result is NumberResult.CORRECTED else "nomor_kartu"
                for result in ENTRY_RESULTS
            },
        ),
        NumberStep(
            kind="number",
            id="nomor_kartu",
            title="Ketik nomor kartu HP Anda",
            guide="tes_kartu",
            compare_with="nomor",
            answers=(Option(id=DONT_KNOW, text="Tidak tahu", goes_to="periksa"),),
            findings={
                result: "periksa" if result is NumberResult.SAME else "salah_ketik"
                for result in COMPARISON_RESULTS
            },
            provenance=provenance(),
        ),
        ChecklistStep(
            kind="checklist",
            id="periksa",
            title="Periksa HP Anda",
            items=("Lihat sinyal.", "Lihat kotak SMS."),
            answers=(
                Option(id="sudah", text="Sudah semua", picture="semua_selesai", goes_to="tunggu"),
                Option(id=DONT_KNOW, text="Tidak tahu", goes_to="gangguan"),
            ),
        ),
        WaitStep(
            kind="wait",
            id="tunggu",
            title="Sudah berapa lama menunggu?",
            text="Tunggu dulu sebentar.",
            minutes=5,
            answers=(
                Option(id="masuk", text="Kode sudah masuk", goes_to="kode_masuk"),
                Option(id=DONT_KNOW, text="Tidak tahu", goes_to="gangguan"),
            ),
        ),
    )


def small_outcomes() -> tuple[Outcome, ...]:
    """Return four endings: three causes and one good end."""
    return (
        Outcome(
            id="pulsa_habis",
            title="Pulsa habis",
            cause="Kartu tanpa pulsa tidak dapat menerima kode.",
            message="Kode tidak masuk. Tolong dicek.",
            actions=actions("Isi pulsa.", "Minta kode sekali lagi."),
            contacts=("care_center", "pandawa"),
            next=("salah_ketik", "gangguan"),
            tried="isi pulsa",
            limit="minta_kode",
            guides=("tes_kartu",),
            picture="hp_pulsa",
            provenance=provenance(),
        ),
        Outcome(
            id="salah_ketik",
            title="Nomor salah ketik",
            cause="Nomor yang terdaftar bukan nomor kartu Anda.",
            message="Nomor saya salah. Tolong dibetulkan.",
            actions=actions("Ketik ulang nomornya."),
            bring=("KTP",),
            contacts=("pandawa", "kantor"),
            next=("pulsa_habis",),
            tried="ketik ulang nomor",
            limit="minta_kode",
            provenance=provenance(),
        ),
        Outcome(
            id="gangguan",
            title="Gangguan sistem",
            cause="Sistem pengirim kode sedang gangguan.",
            actions=actions("Coba lagi nanti."),
            contacts=("care_center",),
            wait_minutes=(15, 60),
            provenance=provenance("s2", confidence=FactConfidence.INFERRED),
        ),
        Outcome(
            id="kode_masuk",
            title="Kode sudah masuk",
            cause="Kode hanya terlambat.",
            actions=actions("Ketik kodenya sekarang."),
            contacts=("care_center",),
            safety=False,
            solved=True,
            provenance=provenance(),
        ),
    )


def small_contacts() -> tuple[Contact, ...]:
    """Return a telephone, a chat and an office of today, and one retired number."""
    return (
        Contact(
            id="care_center",
            channel=Channel.PHONE,
            label="Telepon contoh",
            shown="165",
            link="tel:165",
            copied="165",
            hours="Setiap hari",
            status=ContactStatus.CURRENT,
            provenance=provenance(),
        ),
        Contact(
            id="pandawa",
            channel=Channel.WHATSAPP,
            label="WhatsApp contoh",
            shown="0812-3456-7890",
            link="https://wa.me/6281234567890",
            copied="081234567890",
            status=ContactStatus.CURRENT,
            provenance=provenance(),
        ),
        Contact(
            id="kantor",
            channel=Channel.OFFICE,
            label="Kantor contoh",
            shown="Kantor terdekat",
            link="",
            copied="Kantor terdekat",
            status=ContactStatus.CURRENT,
            provenance=provenance(),
        ),
        Contact(
            id="telepon_lama",
            channel=Channel.PHONE,
            label="Telepon lama",
            shown="1500000",
            link="tel:1500000",
            copied="1500000",
            status=ContactStatus.RETIRED,
            replaced_by="care_center",
            provenance=provenance(),
        ),
    )


PICTURES = ("isi_pulsa", "telepon_165", "foto_layar")


def actions(*texts: str) -> tuple[Action, ...]:
    """Return things to do, each with an id from its words and a picture by its place."""
    names = ("_".join(text.lower().strip(".").split()) for text in texts)
    rows = zip(names, texts, PICTURES, strict=False)
    return tuple(Action(id=name, text=text, picture=picture) for name, text, picture in rows)


def provenance(*sources: str, confidence: FactConfidence = FactConfidence.SINGLE) -> Provenance:
    """Return where a fact of the small knowledge comes from: the first source, if none is named."""
    return Provenance(sources=sources or ("s1",), checked_on=CHECKED, confidence=confidence)


def filled(words: type[Words]) -> Words:
    """Return a words class with a made-up sentence and its placeholders in every field."""
    hints = get_type_hints(words)
    placeholders = declared_placeholders(words)
    return words(**{name: _made_up(name, hints[name], placeholders[name]) for name in placeholders})


def to_yaml(value: object) -> str:
    """Return a knowledge (or a part of one) as YAML text, one key or list item a line."""
    return "\n".join(_lines(value)) + "\n"


def small_yaml() -> str:
    """Return the small knowledge as the text of a YAML file."""
    return to_yaml(small_knowledge())


def _made_up(name: str, kind: Any, placeholders: frozenset[str]) -> Any:
    if isinstance(kind, type) and is_dataclass(kind):
        return filled(kind)
    if get_origin(kind) is tuple:
        return (_made_up(name, get_args(kind)[0], placeholders),)
    if get_origin(kind) is dict:
        keys = tuple(get_args(kind)[0])
        return {key: _made_up(f"{name} {key}", get_args(kind)[1], placeholders) for key in keys}
    if name == "months":
        return "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des"
    # The names of fields are English; members read "angka" and "awalan".
    said = name.replace("_", " ").replace("digit", "angka").replace("prefix", "awalan")
    return " ".join((said, *(f"{{{name}}}" for name in sorted(placeholders))))


def _lines(value: object, indent: str = "") -> Iterator[str]:
    """Yield the YAML lines of a value that is not a scalar."""
    pairs = _pairs(value)
    for key, part in pairs:
        inner = _pairs(part)
        lead = "-" if key is None else f"{_key(key)}:"
        if not inner:
            yield f"{indent}{lead} {_scalar(part)}"
        elif key is None:
            first, *rest = _lines(part, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{indent}{lead}"
            yield from _lines(part, f"{indent}  ")


def _pairs(value: object) -> list[tuple[str | None, object]]:
    """Return the keys and values of a mapping, or the items of a list with no key; else nothing."""
    if is_dataclass(value):
        named = ((f.name, getattr(value, f.name)) for f in fields(value))
        return [(name, part) for name, part in named if part is not None]
    if isinstance(value, Mapping):
        return [(str(key), part) for key, part in value.items()]
    return [(None, part) for part in value] if isinstance(value, tuple) else []


def _key(key: str) -> str:
    """Quote the keys that YAML would read as a number or as yes and no."""
    return json.dumps(key) if key in {"yes", "no", "on", "off"} or key.isdigit() else key


def _scalar(value: object) -> str:
    match value:
        case tuple():
            return "[]"
        case bool() | int() | date():
            return str(value).lower()
        case _:
            return json.dumps(value, ensure_ascii=False)
