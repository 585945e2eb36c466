"""What the keeper of the content reads, word for word."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import DONT_KNOW, Action, Channel, Guide, Knowledge, Source
from jknassist.core.parsing.lint.lint import lint
from jknassist.core.parsing.lint.number_plan import lint_plan
from jknassist.core.phone.plan import NumberingPlan
from tests.core.parsing.lint.test_lint import (
    CHECKLIST,
    NUMBER,
    SECOND,
    START,
    WAIT,
    choice,
    contact,
    with_answers,
    with_more,
    with_part,
)
from tests.core.parsing.lint.test_number_plan import TODAY, plan, prefix
from tests.support.small_knowledge import CHECKED, RELEASED, provenance, small_knowledge

SMALL = small_knowledge()
DAY = RELEASED.replace(day=RELEASED.day + 1)
MONTHS = "Januari Februari"
CURLY = "langkah {number"
EMPTY_GUIDE = Guide(id="lain", title="Lain", points=(), provenance=provenance())
OTHER = replace(SMALL.outcomes[0], id="lain")


def texts(findings: Iterable[Issue]) -> list[str]:
    return [("peringatan: " if one.warning else "") + one.text for one in findings]


@pytest.mark.parametrize(
    ("knowledge", "told"),
    [
        (replace(SMALL, edition=0), "edisi harus 1 atau lebih"),
        (replace(SMALL, language="ID"), 'kode bahasa dua atau tiga huruf kecil, misalnya "id"'),
        (
            replace(SMALL, words=replace(SMALL.words, months=MONTHS)),
            "harus dua belas nama bulan, dipisah spasi",
        ),
        (
            with_part("steps", START, picture="Pulsa"),
            '"Pulsa" harus huruf kecil, angka, dan garis bawah, misalnya "kartu_mati"',
        ),
        (with_part("steps", WAIT, title=""), '"title" masih kosong'),
        (replace(SMALL, about=("Satu.", "")), "kosong"),
        (
            with_part("steps", WAIT, title=" Tunggu"),
            "ada spasi atau baris kosong di awal atau akhir teks",
        ),
        (
            replace(SMALL, words=replace(SMALL.words, step_count=CURLY)),
            "kurung kurawal tidak berpasangan",
        ),
        (
            replace(SMALL, words=replace(SMALL.words, step_count="{number!r}")),
            "di dalam kurung kurawal hanya boleh nama, tanpa tanda lain",
        ),
        (
            replace(SMALL, number_words=replace(SMALL.number_words, empty="{b} {a}")),
            "{a}, {b} tidak dikenal; di sini tidak ada isian",
        ),
        (replace(SMALL, start="nirwana"), '"nirwana" bukan pertanyaan di bagian steps'),
        (
            with_part("steps", WAIT, guide="nirwana"),
            'panduan "nirwana" tidak ada di bagian guides',
        ),
        (with_part("steps", CHECKLIST, items=()), "paling sedikit satu hal untuk diperiksa"),
        (with_part("steps", WAIT, minutes=0), "menit harus 1 atau lebih"),
        (
            with_answers(WAIT, ("masuk", "kode_masuk"), ("belum", "gangguan")),
            f'pertanyaan "tunggu" belum punya jawaban "{DONT_KNOW}"',
        ),
        (
            with_answers(NUMBER, ("same", "tunggu"), (DONT_KNOW, "periksa")),
            '"same" adalah nama hasil nomor; pilih id lain',
        ),
        (with_more("outcomes", OTHER), 'tidak ada jalan dari "mulai" ke "lain"'),
        (
            with_part("steps", SECOND, compare_with="periksa"),
            '"periksa" bukan pertanyaan nomor',
        ),
        (with_part("outcomes", 0, contacts=()), "paling sedikit satu kontak harus disebut"),
        (with_part("outcomes", 2, wait_minutes=(0, 60)), "menit harus 1 atau lebih"),
        (
            with_part("outcomes", 0, guides=("tes_kartu", "nirwana")),
            'panduan "nirwana" tidak ada di bagian guides',
        ),
        (with_more("guides", EMPTY_GUIDE), "panduan ini belum punya isi"),
        (
            with_part("contacts", 0, replaced_by="pandawa"),
            "kontak yang masih berlaku tidak punya pengganti; kosongkan",
        ),
        (
            with_part("contacts", 3, replaced_by="nirwana"),
            'kontak lama "telepon_lama" harus menyebut pengganti yang masih berlaku',
        ),
        (
            contact(Channel.WEB, "", "https://contoh.id", shown="contoh.id"),
            '"copied" masih kosong',
        ),
        (
            contact(Channel.PHONE, "165", "tel:165", shown="156"),
            'angka di "shown" dan "copied" berbeda: 156, 165',
        ),
        (
            contact(Channel.PHONE, "165", "tel:1655"),
            '"link" harus tel:165; tertulis "tel:1655"',
        ),
        (
            contact(Channel.EMAIL, "a@contoh.id", "mailto:a@contoh.idx"),
            '"link" harus mailto:a@contoh.id; tertulis "mailto:a@contoh.idx"',
        ),
        (
            contact(Channel.WEB, "contoh.id", "http://contoh.id"),
            '"link" harus dimulai dengan https://; tertulis "http://contoh.id"',
        ),
        (
            with_part("contacts", 0, provenance=replace(provenance(), sources=())),
            "paling sedikit satu sumber harus disebut",
        ),
        (
            with_part("contacts", 0, provenance=provenance("s1", "s9")),
            'sumber "s9" tidak ada di bagian sources',
        ),
        (
            with_more("sources", Source(id="s3", text="Tidak dipakai.")),
            'peringatan: sumber "s3" tidak dipakai; hapus, atau sebut di sebuah fakta',
        ),
    ],
)
def test_a_fault_of_the_content_is_told(knowledge: Knowledge, told: str) -> None:
    assert texts(lint(knowledge)) == [told]


def test_dates_to_come_are_told() -> None:
    knowledge = with_part("guides", 0, provenance=replace(provenance(), checked_on=DAY))
    assert texts(lint(knowledge, today=RELEASED)) == [
        f"peringatan: tanggal periksa {DAY} masih di depan"
    ]
    assert texts(lint(SMALL, today=CHECKED)) == [
        f"peringatan: tanggal terbit {RELEASED} masih di depan"
    ]


ORDER = '"fewest" dan "most" harus berurutan, antara 6 dan 14'
LATER = date(2026, 12, 24)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (plan(fewest=5), ORDER),
        (plan(most=15), ORDER),
        (plan(fewest=13, most=12), ORDER),
        (replace(plan(), prefixes=()), "paling sedikit satu awalan nomor harus ada"),
        (plan(checked_on=LATER), f"peringatan: tanggal periksa {LATER} masih di depan"),
        (plan(prefix(checked_on=LATER)), f"peringatan: tanggal periksa {LATER} masih di depan"),
        (plan(prefix(), prefix()), '"0800" sudah ada di atas'),
        (plan(prefix("6281")), '"6281" bukan empat angka yang dimulai dengan 08'),
        (plan(prefix(brand="")), '"brand" masih kosong'),
        (plan(prefix(admissible=())), "paling sedikit satu panjang nomor harus ada"),
        (plan(prefix(admissible=(14,))), "panjang 14 di luar 10 sampai 13 angka"),
        (plan(prefix(listed=(9,))), "panjang 9 di luar 10 sampai 13 angka"),
        (plan(prefix(by_fifth={"x": {}})), '"x" bukan satu angka'),
        (plan(prefix(by_fifth={"1": {"15": 1}})), "panjang 15 di luar 6 sampai 14 angka"),
        (plan(prefix(by_fifth={"1": {"5": 1}})), "panjang 5 di luar 6 sampai 14 angka"),
        (plan(prefix(by_fifth={"1": {"12": 0}})), "banyaknya harus 1 atau lebih"),
    ],
)
def test_a_fault_of_the_number_plan_is_told(wrong: NumberingPlan, told: str) -> None:
    assert texts(lint_plan(wrong, today=TODAY)) == [told]


# What is just allowed.


@pytest.mark.parametrize(
    "sound",
    [
        plan(fewest=6),
        plan(most=14),
        plan(prefix(admissible=(12,)), fewest=12, most=12),
        plan(prefix(admissible=(10, 13), listed=(10, 13))),
        plan(prefix(by_fifth={"1": {"6": 1, "14": 1}})),
    ],
)
def test_a_plan_may_reach_as_far_as_its_limits(sound: NumberingPlan) -> None:
    assert texts(lint_plan(sound, today=TODAY)) == []


def test_content_may_reach_as_far_as_its_limits() -> None:
    chain = [choice("lagi0", "lagi1", "gangguan"), choice("lagi1", "kode_masuk", "gangguan")]
    steps = list(with_more("steps", *chain).steps)
    steps[WAIT] = choice("tunggu", "lagi0", "gangguan")
    for sound in (
        replace(SMALL, steps=tuple(steps)),  # seven questions
        with_part("steps", WAIT, minutes=1),
        with_part("outcomes", 2, wait_minutes=(1,)),
        with_part("outcomes", 0, actions=(Action(id="a", text="Tunggu."),)),
    ):
        assert texts(lint(sound)) == []
