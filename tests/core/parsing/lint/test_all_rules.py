from collections.abc import Iterable
from dataclasses import replace

import pytest

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import (
    DONT_KNOW,
    Action,
    Channel,
    Guide,
    Knowledge,
    Source,
)
from jknassist.core.parsing.lint.all_rules import lint
from tests.support.changed_knowledge import (
    CHECKLIST,
    NUMBER,
    SECOND,
    START,
    WAIT,
    choice,
    contact,
    only,
    with_answers,
    with_more,
    with_part,
)
from tests.support.small_knowledge import CHECKED, RELEASED, provenance, small_knowledge


def test_a_sound_knowledge_has_no_findings_but_an_unused_source() -> None:
    assert lint(small_knowledge(), today=RELEASED) == ()


# Ids and texts.


# Steps and links.


# Outcomes and contacts.


@pytest.mark.parametrize("count", [0, 4])
def test_an_ending_has_one_to_three_things_to_do(count: int) -> None:
    finding = only(
        with_part(
            "outcomes", 0, actions=tuple(Action(id=f"a{n}", text="Tunggu.") for n in range(count))
        )
    )
    assert finding.path == ("outcomes", 0, "actions")
    assert f"sekarang {count}" in finding.text


def test_an_ending_names_somebody_to_ask() -> None:
    assert only(with_part("outcomes", 0, contacts=())).path == ("outcomes", 0, "contacts")


@pytest.mark.parametrize(
    ("contacts", "part"),
    [
        (("care_center", "nirwana"), "tidak ada"),
        (("care_center", "telepon_lama"), 'pakai "care_center"'),
        (("care_center", "care_center"), "dua kali"),
    ],
)
def test_an_ending_advises_current_contacts_once(contacts: tuple[str, ...], part: str) -> None:
    finding = only(with_part("outcomes", 0, contacts=contacts))
    assert finding.path == ("outcomes", 0, "contacts", 1)
    assert part in finding.text


def test_an_ending_points_to_guides_that_exist() -> None:
    finding = only(with_part("outcomes", 0, guides=("tes_kartu", "nirwana")))
    assert finding.path == ("outcomes", 0, "guides", 1)


def test_a_plan_for_waiting_has_minutes() -> None:
    knowledge = with_part("outcomes", 2, wait_minutes=(0, 60))
    assert only(knowledge).path == ("outcomes", 2, "wait_minutes")


def test_a_retired_contact_without_successor_is_not_advised() -> None:
    knowledge = with_part("contacts", 3, replaced_by="")
    outcome = replace(knowledge.outcomes[0], contacts=("telepon_lama",))
    found = lint(replace(knowledge, outcomes=(outcome, *knowledge.outcomes[1:])))
    assert [finding.path[:2] for finding in found] == [("outcomes", 0), ("contacts", 3)]
    assert found[0].text.endswith("sudah tidak berlaku")


# Sources and dates.


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
def test_a_fault_of_the_content_is_reported(knowledge: Knowledge, told: str) -> None:
    assert texts(lint(knowledge)) == [told]


def test_dates_to_come_are_reported() -> None:
    knowledge = with_part("guides", 0, provenance=replace(provenance(), checked_on=DAY))
    assert texts(lint(knowledge, today=RELEASED)) == [
        f"peringatan: tanggal periksa {DAY} masih di depan"
    ]
    assert texts(lint(SMALL, today=CHECKED)) == [
        f"peringatan: tanggal terbit {RELEASED} masih di depan"
    ]


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
