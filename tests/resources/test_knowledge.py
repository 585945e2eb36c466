"""The shipped content is sound, worded by the rules, complete, and states nothing unconfirmed.

Longer than other test files: the tables of causes, messages and promises are the bulk of it.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from jknassist.core.flow.model import (
    DONT_KNOW,
    Channel,
    ChoiceStep,
    ContactStatus,
    FactConfidence,
    Knowledge,
    Outcome,
    Source,
    Step,
    WaitStep,
    links,
)
from jknassist.core.flow.session import Session, causes
from jknassist.core.flow.summary import summarise
from jknassist.core.parsing.lint.readability import PROSE_SECTIONS, lint_readability, prose
from jknassist.core.parsing.lint.style import lint_style
from jknassist.core.parsing.load import load_knowledge
from jknassist.core.parsing.readability import measure
from jknassist.core.words import InterfaceWords, NumberWords
from tests.support.journeys import JOURNEYS, WALKS, Journey
from tests.support.search_phrasings import BUILD, FEARS, KEPT_APART, NEW_PLACES, Phrasing, misses

FILE = Path(__file__).parent.parent.parent / "resources" / "knowledge.yaml"

PROSE = re.compile(
    "name|about|line|points|title|text|hint|items|cause|actions|bring|label|hours|cost|note|term"
    "|meaning"
)
"""The fields that hold words for a member; ids, links, numbers and codes are not among them."""

NOT_OTP = "Ini bukan masalah kode OTP."

ACRONYMS = re.compile(
    "APK|ATM|AXIS|BPJS|CEK|CSV|HP|IGD|JKN|KIS|KK|KTP|NIK|OJK|OTP|PANDAWA|PDF|PIN|QR|SIM|SMS|USB|VIKA|XL"
)

NOT_OURS = re.compile(r"“[^”]*”|\{[^}]*\}")
"""What stands on somebody's screen is quoted as it is; the names of placeholders are not read."""

AMOUNTS = re.compile(
    r"Belum ada angka resmi\. Beberapa peserta menyarankan Rp5\.000 sampai Rp10\.000\."
    r"|There is no official amount\. Some members advise Rp5,000 to Rp10,000\."
    r"|Menurut satu panduan, paling sedikit Rp2\.000\. Itu pun tidak resmi\."
    r"|One guide says at least Rp2,000\. That is not official either\."
    r"|^(habis, atau kurang dari Rp2\.000|used up, or less than Rp2,000)$"
)
"""The only amounts of money: what some members and one guide advise, called unofficial."""

UNCONFIRMED = (
    r"(?<!per )\b([3-8]|tiga|empat|lima|enam|tujuh|delapan) (angka|huruf|karakter)\b(?! pertama)",
    r"\bkode\b[^.?!]*\b(berlaku|kedaluwarsa|kadaluarsa)\b",
    r"\bpengirim(nya)?\b[^.?!]*\b(BPJS|JKN|bernama)\b",
    r"\bRp ?\d",
    r"\bper SMS\b|\bSMS gratis\b",
    r"\bgratis\b|\bbebas pulsa\b|\bbebas biaya\b|\btanpa biaya\b",
    r"\b(batas|maksimal|paling banyak) \d+ (kali|kode)\b|\bkuota OTP\b|\b(se|per )hari\b",
    r"\bhari kerja\b|\bjam kerja\b|\bjam kantor\b|\bsenin\b|\bjumat\b",
    r"\b\d{1,2}[.:]\d{2}\b|24/7",
    r"\bkode( OTP)? (lewat|melalui|via|dari|ke) (WhatsApp|WA|telepon)\b",
    r"\bchika\b|(?<!formulir di )\btelegram\b|\bmessenger\b|\byoutube\b",
    r"bpjs-kesehatan\.co\.id|0811875400",
    r"\bganti operator\b|\bpindah operator\b|\bpakai operator lain\b",
)
"""What no source settles (or what sources contradict) and is therefore never stated."""

MESSAGES = (
    ("belum dapat diproses", "pesan_belum_diproses"),
    ("silakan mencoba beberapa saat lagi", "pesan_belum_diproses"),
    ("gagal mengirim sms otp", "pesan_gagal_kirim"),
    ("pulsa tidak cukup", "pesan_pulsa_kurang"),
    ("billing error", "pesan_pulsa_kurang"),
    ("blacklist", "pesan_daftar_hitam"),
    ("user doesn't exist", "pesan_daftar_hitam"),
    ("sudah digunakan peserta lain", "nomor_dipakai_akun_lain"),
    ("sudah terdaftar", "nomor_dipakai_akun_lain"),
    ("no hp tidak sesuai", "no_hp_tidak_sesuai"),
    ("no hp dan email belum terdaftar", "belum_terdaftar"),
    ("lebih dari 3 nik", "batas_hp"),
    ("pilih salah satu metode verifikasi", "pilihan_kosong"),
    ("offline", "aplikasi_offline"),
    ("root", "hp_disebut_root"),
    ("emulator", "hp_disebut_root"),
    ("tidak kompatibel", "android_berapa"),
    ("unauthorized", "tulisan_unauthorized"),
    ("nik salah", "nik_salah"),
    ("nik sudah terdaftar", "nik_terdaftar"),
    ("tidak dapat terhubung", "pesan_jaringan"),
)
"""Every message that members are known to see, and the ending its answer leads to."""

CAUSES = (
    ("pulsa di nomor itu habis", "pulsa_habis"),
    ("bukan kuota internet", "kuota_tanpa_pulsa"),
    ("hangus", "nomor_hangus"),
    ("masa tenggang", "masa_tenggang"),
    ("tempat kartu itu terpasang", "kartu_tidak_terpasang"),
    ("nomor orang lain yang terdaftar", "nomor_pendaftar"),
    ("nomor orang lain terdaftar", "nomor_tidak_dikenal"),
    ("satu angka saja kurang, dobel, atau terbalik", "salah_ketik"),
    ("dipakai akun lain", "nomor_dipakai_akun_lain"),
    ("pemilik lama", "nomor_dipakai_akun_lain"),
    ("dijual lagi", "nomor_dijual_lagi"),
    ("prabayar", "pascabayar"),
    ("sistem bpjs kesehatan atau operator", "gangguan"),
    ("di luar jam sibuk", "gangguan"),
    ("mode pesawat", "sinyal_lemah"),
    ("nyalakan lagi", "sinyal_lemah"),
    ("spam", "sms_terhalang"),
    ("diblokir", "sms_terhalang"),
    ("penuh", "sms_terhalang"),
    ("jangan ganggu", "sms_terhalang"),
    ("dua kartu", "sim_kedua"),
    ("kembali ke awal", "aplikasi_mulai_ulang"),
    ("pemberitahuan", "aplikasi_mulai_ulang"),
    ("e-mail di hp lain", "aplikasi_mulai_ulang"),
    ("perbarui mobile jkn", "aplikasi_lama"),
    ("pasang lagi", "aplikasi_lama"),
    ("luar negeri", "luar_negeri"),
    ("android 8", "android_lama"),
    ("whatsapp", "kode_whatsapp"),
    ("spam", "email_tidak_masuk"),
    ("captcha", "captcha_tidak_muncul"),
    ("menutup sendiri", "aplikasi_menutup"),
    ("memori hp penuh", "memori_penuh"),
    ("verifikasi lagi", "verifikasi_ulang"),
    ("hp lain", "akun_hp_lain"),
    ("apk", "penipuan"),
    ("terlanjur diberikan", "penipuan"),
    ("esim", "esim"),
    ("bisa tanpa aplikasi", "berobat_hari_ini"),
)
"""Every known cause or its remedy, and the ending that speaks of it."""

ARTICLE = (
    ("menambah keluarga", "mobile_jkn"),
    ("saat mendaftar", "kode_otp"),
    ("tanpa kode itu, pendaftaran berhenti", "kode_otp"),
    ("facebook: bpjskesehatanri", "media_sosial"),
    ("lama tidak diisi pulsa", "nomor_hangus"),
    ("daftarkan nomor lain", "kartu_hilang"),
    ("165 atau kantor bpjs kesehatan", "kartu_hilang"),
    ("satu angka", "salah_ketik"),
    ("ketik ulang nomor", "salah_ketik"),
    ("lalu tunggu", "salah_ketik"),
    ("mungkin sedang gangguan", "gangguan"),
    ("entah berapa lama", "gangguan"),
    ("satu jam lagi", "gangguan"),
    ("baru petugas", "care_center"),
    ("@bpjskesehatanri", "x"),
    ("@bpjskesehatan_ri", "instagram"),
    ("bpjskesehatanri", "facebook"),
    ("1500400", "care_center_lama"),
    ("08777-5500-400", "sms_gateway_lama"),
    ("08118750400", "pandawa_lama"),
)
"""What the article that the project started from promises, and the part that keeps it."""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return _shipped()


@cache
def _shipped() -> Knowledge:
    loaded, faults = load_knowledge(FILE.read_bytes(), FILE.name)
    assert not faults, "\n".join(map(str, faults))
    assert loaded is not None
    return loaded


def _prose(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text a member reads with the place it stands at; sources name other papers."""
    if isinstance(value, tuple):
        for item in value:
            yield from _prose(item, place)
    elif is_dataclass(value) and not isinstance(value, Source):
        here = f"{place}/{getattr(value, 'id', type(value).__name__)}"
        all_read = isinstance(value, InterfaceWords | NumberWords)
        for f in fields(value):
            inner = getattr(value, f.name)
            if PROSE.fullmatch(f.name) or all_read:
                yield from _texts(inner, f"{here}.{f.name}")
            yield from _prose(inner, here)


def _texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    for item in value if isinstance(value, tuple) else (value,):
        if isinstance(item, str) and item:
            yield place, item


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?!])\s+", text) if part]


def _words_in(sentence: str) -> int:
    return len([word for word in sentence.split() if any(c.isalnum() for c in word)])


def _all_said(part: object) -> str:
    """Return all that one part says, and a contact as it is shown, in lower case."""
    said = [text for _, text in _prose(part)] + [str(getattr(part, "shown", ""))]
    return "\n".join(said).casefold()


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _page(place: Step | Outcome) -> str:
    """Return the words of a page in the order in which they are read."""
    if isinstance(place, Outcome):
        return " ".join((place.title, place.cause, *_todo(place)))
    answers = [part for answer in place.answers for part in (answer.text, answer.hint)]
    return " ".join((place.title, place.text, place.hint, *getattr(place, "items", ()), *answers))


def _todo(outcome: Outcome) -> tuple[str, ...]:
    return tuple(action.text for action in outcome.actions)


def _matches(knowledge: Knowledge, pattern: str) -> list[str]:
    found = re.compile(pattern, re.IGNORECASE)
    return [
        f"{place}: {text}"
        for place, text in _prose(knowledge)
        if found.search(AMOUNTS.sub("", NOT_OURS.sub("", text)))
    ]


# Wording


def test_no_sentence_has_more_than_20_words(knowledge: Knowledge) -> None:
    long = [
        f"{place}: {sentence}"
        for place, text in _prose(knowledge)
        if not place.endswith(".months")
        for sentence in _sentences(text)
        if _words_in(sentence) > 20
    ]
    assert not long


@pytest.mark.parametrize("section", PROSE_SECTIONS)
def test_every_section_is_read_with_ease(knowledge: Knowledge, section: str) -> None:
    read = measure(text for path, text in prose(knowledge) if path[0] == section)
    assert read.words_per_sentence <= 10
    assert read.grade <= 6, read.weighted_syllables


def test_the_whole_is_read_with_ease(knowledge: Knowledge) -> None:
    read = measure(text for _, text in prose(knowledge))
    assert read.words > 4000  # so that not much is left unread
    assert read.words_per_sentence <= 10
    assert read.grade <= 6, read.weighted_syllables
    assert list(lint_readability(knowledge)) == []


def test_everything_is_said_as_members_say_it_and_is_short(knowledge: Knowledge) -> None:
    assert list(lint_style(knowledge)) == []


@pytest.mark.parametrize("pattern", UNCONFIRMED)
def test_nothing_unconfirmed_is_stated(knowledge: Knowledge, pattern: str) -> None:
    assert not _matches(knowledge, pattern)


def test_only_acronyms_are_in_capitals(knowledge: Knowledge) -> None:
    in_capitals = {
        word for _, text in _prose(knowledge) for word in re.findall(r"\b[A-Z]{2,}\b", text)
    }
    assert not {word for word in in_capitals if not ACRONYMS.fullmatch(word)}


def test_no_arrows_and_no_markup(knowledge: Knowledge) -> None:
    odd = re.compile(r"[\u2190-\u21ff\u27f0-\u27ff\u2b00-\u2bff]|[-=]>|\*\*|`|\]\(|</|^[#>-] ")
    assert not [f"{place}: {text}" for place, text in _prose(knowledge) if odd.search(text)]


def test_a_page_says_kode_otp_before_it_says_kode(knowledge: Knowledge) -> None:
    other = r"kode(?! (OTP|e-mail|referral|cek))(nya)?\b"
    for place in knowledge.places.values():
        page = _page(place)
        short = re.search(rf"\b{other}", page, re.IGNORECASE)
        if short:
            full = re.search(r"\bkode OTP\b|\bSMS OTP\b", page, re.IGNORECASE)
            assert full is not None, place.id
            assert full.start() < short.start(), place.id


def test_headings_and_answers_fit_their_places(knowledge: Knowledge) -> None:
    answers = [answer for step in knowledge.steps for answer in step.answers]
    assert not [step.id for step in knowledge.steps if len(step.title) > 45]
    assert not [answer.text for answer in answers if len(answer.text) > 32]
    assert not [answer.hint for answer in answers if len(answer.hint) > 60]
    assert not [outcome.title for outcome in knowledge.outcomes if len(outcome.title) > 48]


def test_every_step_answer_and_ending_has_a_picture(knowledge: Knowledge) -> None:
    answers = [answer for step in knowledge.steps for answer in step.answers]
    assert all(part.picture for part in (*knowledge.steps, *answers, *knowledge.outcomes))


def test_a_cause_is_one_sentence(knowledge: Knowledge) -> None:
    for outcome in knowledge.outcomes:
        assert len(_sentences(outcome.cause.removeprefix(NOT_OTP).strip())) == 1, outcome.id


def test_an_action_is_one_or_two_sentences(knowledge: Knowledge) -> None:
    for outcome in knowledge.outcomes:
        assert all(len(_sentences(text)) <= 2 for text in _todo(outcome)), outcome.id


# The way through


def test_every_question_has_few_answers_and_ends_with_dont_know(knowledge: Knowledge) -> None:
    for step in knowledge.steps:
        ids = [answer.id for answer in step.answers]
        assert len(ids) <= 6, step.id
        assert ids.index(DONT_KNOW) == len(ids) - 1, step.id
        assert step.answers[-1].text == "Tidak tahu", step.id
        assert step.answers[-1].hint, step.id


def test_the_longest_way_is_7_questions(knowledge: Knowledge) -> None:
    assert _longest(knowledge, knowledge.start) <= 7


def test_the_median_ending_is_4_questions_away(knowledge: Knowledge) -> None:
    nearest = _nearest(knowledge, knowledge.start)
    assert median(nearest[outcome.id] for outcome in knowledge.outcomes) <= 4


def test_the_first_advice_comes_by_question_3(knowledge: Knowledge) -> None:
    for target in links(_step(knowledge, knowledge.start)).values():
        assert min(_nearest(knowledge, target).values()) <= 2, target


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.who)
def test_the_keys_of_a_story_lead_to_its_ending(knowledge: Knowledge, walk: Journey) -> None:
    place_id = knowledge.start
    for key in walk.keys:
        answers = _step(knowledge, place_id).answers
        place_id = answers[int(key) - 1].goes_to
    assert place_id == walk.outcome


def test_no_two_stories_are_of_one_person(knowledge: Knowledge) -> None:
    people = [story.who for story in (*JOURNEYS, *WALKS)]
    assert len(people) == len(set(people))
    assert {story.outcome for story in WALKS} <= set(knowledge.places)


def _step(knowledge: Knowledge, step_id: str) -> Step:
    place = knowledge.places[step_id]
    assert not isinstance(place, Outcome)
    return place


def _longest(knowledge: Knowledge, place_id: str) -> int:
    place = knowledge.places[place_id]
    if isinstance(place, Outcome):
        return 0
    return 1 + max(_longest(knowledge, target) for target in links(place).values())


def _nearest(knowledge: Knowledge, place_id: str) -> dict[str, int]:
    """Return the endings that a place leads to, and after how many questions at the least."""
    found: dict[str, int] = {}
    frontier, asked = {place_id}, 0
    while frontier:
        endings = {ref for ref in frontier if isinstance(knowledge.places[ref], Outcome)}
        found = dict.fromkeys(endings, asked) | found
        questions = frontier - endings
        frontier = {t for ref in questions for t in links(_step(knowledge, ref)).values()}
        asked += 1
    return found


# What must be found


@pytest.mark.parametrize(("phrase", "outcome_id"), MESSAGES)
def test_a_message_on_the_screen_has_its_ending(
    knowledge: Knowledge, phrase: str, outcome_id: str
) -> None:
    leading = [
        f"{answer.text} {answer.hint}".casefold()
        for step in knowledge.steps
        for answer in step.answers
        if answer.goes_to == outcome_id
    ]
    assert any(phrase in said for said in leading)


@pytest.mark.parametrize(("phrase", "outcome_id"), CAUSES)
def test_a_known_cause_has_its_ending(knowledge: Knowledge, phrase: str, outcome_id: str) -> None:
    assert phrase in _all_said(knowledge.places[outcome_id])


@pytest.mark.parametrize(("phrase", "part_id"), ARTICLE)
def test_what_the_article_promises_is_found(
    knowledge: Knowledge, phrase: str, part_id: str
) -> None:
    parts: dict[str, object] = {term.id: term for term in knowledge.glossary}
    parts |= knowledge.contact_by_id
    parts |= knowledge.guide_by_id
    parts |= knowledge.places
    assert phrase in _all_said(parts[part_id])


def test_nearly_no_pulsa_counts_as_none_and_the_guide_says_whose_amount_it_is(
    knowledge: Knowledge,
) -> None:
    step = knowledge.places["pulsa"]
    assert isinstance(step, ChoiceStep)
    none = next(answer for answer in step.answers if answer.id == "kosong")
    assert none.hint == "habis, atau kurang dari Rp2.000"
    assert step.hint.startswith("Belum ada angka resmi.")
    assert step.provenance is not None
    guide = knowledge.guide_by_id["isi_pulsa"]
    assert guide.points[0].startswith("Menurut satu panduan, paling sedikit Rp2.000.")
    assert "s23" in step.provenance.sources
    assert "s23" in guide.provenance.sources
    assert guide.provenance.confidence is FactConfidence.CONTRADICTORY


def test_endings_that_are_not_about_the_code_say_so(knowledge: Knowledge) -> None:
    saying = {outcome.id for outcome in knowledge.outcomes if outcome.cause.startswith(NOT_OTP)}
    elsewhere = {"captcha", "pin", "pindai_wajah", "kode_referral"}
    elsewhere |= {"bukan_kode_sms", "captcha_tidak_muncul", "nik_salah", "nik_terdaftar"}
    app_faults = {"batas_hp", "aplikasi_offline", "hp_disebut_root", "tidak_cocok"}
    app_faults |= {"nomor_ditolak", "android_lama", "aplikasi_menutup"}
    assert saying == elsewhere | app_faults | {"no_hp_tidak_sesuai"}


def test_one_ending_is_a_success(knowledge: Knowledge) -> None:
    solved = [outcome.id for outcome in knowledge.outcomes if outcome.solved]
    assert solved == ["kode_sudah_masuk"]


def test_who_must_see_a_doctor_today_is_not_sent_back_to_the_app(knowledge: Knowledge) -> None:
    final = [outcome for outcome in knowledge.outcomes if outcome.final]
    assert [outcome.id for outcome in final] == ["berobat_hari_ini"]
    assert causes(knowledge, final[0]) == ("berobat_hari_ini",)
    assert final[0].contacts[0] == "care_center"
    said = " ".join(_todo(final[0]))
    assert "IGD" in said
    assert not re.search(r"\bkode\b", said)


# What may be advised


def test_a_code_is_only_ever_asked_for_once(knowledge: Knowledge) -> None:
    for outcome in knowledge.outcomes:
        for sentence in (s for text in _todo(outcome) for s in _sentences(text)):
            if re.search(r"\bminta kode\b", sentence, re.IGNORECASE):
                stopped = sentence.startswith(("Jangan", "Berhenti"))
                assert "satu kali" in sentence or stopped, outcome.id


def test_a_clock_stands_beside_what_asks_for_time_to_pass(knowledge: Knowledge) -> None:
    said = {one.id: f"{one.stop} {one.come_back}" for one in knowledge.limits}
    waiting = {
        limit_id
        for limit_id, text in said.items()
        if re.search(r"\b(besok|jam|siang|menunggu|tunggu)\b", text, re.IGNORECASE)
        and not text.startswith("Sedang sakit?")
    }
    assert {one.id for one in knowledge.limits if one.waits} == waiting


def _advice(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Yield what says how long to wait and how often to try, with the id of its place."""
    for step in knowledge.steps:
        yield from ((step.id, text) for text in (step.text, step.hint))
    for outcome in knowledge.outcomes:
        yield from ((outcome.id, text) for text in (outcome.cause, *_todo(outcome)))
    for limit in knowledge.limits:
        yield from ((limit.id, text) for text in (limit.stop, limit.come_back))
    yield from (("isi_pulsa", text) for text in knowledge.guide_by_id["isi_pulsa"].points)


def test_how_long_to_wait_and_how_often_to_try_is_one_rule_everywhere(
    knowledge: Knowledge,
) -> None:
    """Five minutes for a code, an hour before asking again, twice in a day; of captchas three."""
    advice = list(_advice(knowledge))
    waits = {
        wait.casefold()
        for _, text in advice
        for wait in re.findall(r"(\w+) (?:menit|jam)\b(?! sibuk)", text)
    }
    assert waits == {"5", "satu"}
    after = re.compile(r"[Mm]inta[^.?!]*\bsatu kali\b[^.?!]*\btunggu ([^.?!]*)")
    assert {found[1] for _, text in advice for found in after.finditer(text)} == {"5 menit"}
    times = {
        (place, count.casefold())
        for place, text in advice
        for count in re.findall(r"(?i)\b(dua|tiga|empat|lima|\d) kali\b", text)
    }
    assert {place for place, count in times if count != "dua"} == {"captcha"}
    assert {minutes for one in knowledge.outcomes for minutes in one.wait_minutes} <= {
        *(5, 60, 180, 24 * 60)
    }
    for step in knowledge.steps:
        if isinstance(step, WaitStep):
            assert f"{step.minutes} menit" in step.text
            assert step.minutes == 5


def test_a_message_tells_of_no_step_as_done(knowledge: Knowledge) -> None:
    """It can be sent before any step is taken; what members were told or own is no step."""
    done = r"\b(sudah|telah)\b(?! (meninggal|terdaftar|dipakai))|\bPulsa ada\b"
    said = [outcome.message for outcome in knowledge.outcomes]
    assert not [message for message in said if re.search(done, message)]


def test_the_advice_on_a_borrowed_phone_is_to_log_out(knowledge: Knowledge) -> None:
    lent = [text for one in knowledge.outcomes for text in _todo(one) if "HP keluarga" in text]
    assert lent
    assert all(re.search("log out", text, re.IGNORECASE) for text in lent)


def test_papers_are_named_only_for_a_visit(knowledge: Knowledge) -> None:
    for outcome in knowledge.outcomes:
        if outcome.bring:
            assert re.search("kantor BPJS Kesehatan|PANDAWA", _page(outcome)), outcome.id
            assert {"KTP", "KK", "kartu JKN atau KIS"} <= set(outcome.bring), outcome.id


def test_whoever_is_abroad_is_shown_nothing_that_cannot_be_dialled_there(
    knowledge: Knowledge,
) -> None:
    outcome = knowledge.places["luar_negeri"]
    assert isinstance(outcome, Outcome)
    rows = summarise(knowledge, outcome, Session()).contacts
    assert [row.shown for row in rows] == [
        "carecenter@bpjs-kesehatan.go.id",
        "+62 811-8165-165",
    ]
    assert [row.copied for row in rows][1] == "+628118165165"
    assert rows[1].link.startswith("https://wa.me/628118165165")
    assert [one.id for one in knowledge.outcomes if one.abroad] == ["luar_negeri"]


def test_every_ending_warns_and_names_a_person_to_ask(knowledge: Knowledge) -> None:
    assert all(outcome.safety for outcome in knowledge.outcomes)
    reached = {"care_center", "pandawa", "kantor"}
    assert not [o.id for o in knowledge.outcomes if not reached & set(o.contacts)]


def test_what_is_contradicted_is_called_unsure(knowledge: Knowledge) -> None:
    assert knowledge.contact_by_id["care_center"].cost.startswith("belum pasti")
    assert knowledge.contact_by_id["pandawa"].hours == "belum pasti"
    assert "belum pasti" in knowledge.guide_by_id["ganti_nomor"].text
    for contact in knowledge.contacts:
        assert not _digits(contact.cost), contact.id
        assert not _digits(contact.hours) or contact.id == "care_center", contact.id


def test_codes_of_operators_come_last_and_are_called_unchecked(knowledge: Knowledge) -> None:
    points = knowledge.guide_by_id["lihat_nomor_sendiri"].points
    assert points[0].startswith("Telepon HP lain")
    assert "belum dicek ke operator" in points[-1]


def test_retired_contacts_are_never_advised(knowledge: Knowledge) -> None:
    retired = [c for c in knowledge.contacts if c.status is ContactStatus.RETIRED]
    assert {c.id for c in retired} == {"care_center_lama", "pandawa_lama", "sms_gateway_lama"}
    current = [c for c in knowledge.contacts if c.status is ContactStatus.CURRENT]
    advised = "\n".join(c.shown + c.copied + c.link for c in current)
    told = "\n".join(text for _, text in _prose(knowledge))
    for contact in retired:
        assert contact.link == ""
        assert _digits(contact.shown) not in re.sub(r"[ .-]", "", advised + told)
        assert not [o.id for o in knowledge.outcomes if contact.id in o.contacts]
        assert knowledge.contact_by_id[contact.replaced_by] in current


def test_what_is_shown_copied_and_opened_is_the_same(knowledge: Knowledge) -> None:
    for contact in knowledge.contacts:
        if contact.status is ContactStatus.RETIRED:
            continue
        match contact.channel:
            case Channel.PHONE:
                assert contact.link == f"tel:{contact.copied}"
                assert _digits(contact.shown) == contact.copied
            case Channel.WHATSAPP:
                assert contact.link == f"https://wa.me/62{contact.copied.removeprefix('0')}"
                assert _digits(contact.shown) == contact.copied
            case Channel.EMAIL:
                assert contact.link == f"mailto:{contact.copied}"
                assert contact.shown == contact.copied
            case Channel.SOCIAL:
                assert contact.link == contact.copied
                assert contact.link.rpartition("/")[2].strip("@") == contact.shown.strip("@")
            case Channel.OFFICE:
                assert contact.link == ""
            case _:
                assert contact.link == contact.copied
                assert contact.link.startswith("https://")


def test_the_numbers_of_today_are_the_ones_advised(knowledge: Knowledge) -> None:
    assert knowledge.contact_by_id["care_center"].copied == "165"
    assert knowledge.contact_by_id["pandawa"].copied == "08118165165"
    address = knowledge.contact_by_id["email_care_center"].copied
    assert address == "carecenter@bpjs-kesehatan.go.id"


@pytest.mark.parametrize("phrasings", [BUILD, KEPT_APART], ids=["build", "kept_apart"])
@pytest.mark.parametrize(("among", "least"), [(1, 0.85), (3, 0.95)], ids=["first", "first_3"])
def test_peoples_words_find_their_place(
    knowledge: Knowledge, phrasings: tuple[Phrasing, ...], among: int, least: float
) -> None:
    missed = misses(knowledge, phrasings, among)
    assert 1 - len(missed) / len(phrasings) >= least, missed


def test_there_are_120_phrasings_half_of_them_kept_apart(knowledge: Knowledge) -> None:
    assert len({text for text, _ in BUILD + KEPT_APART}) == 120
    assert len(KEPT_APART) == 60
    assert all(place in knowledge.places for _, right in BUILD + KEPT_APART for place in right)


def test_who_is_afraid_is_never_told_first_how_to_get_the_code(knowledge: Knowledge) -> None:
    assert not misses(knowledge, tuple((fear, ("penipuan",)) for fear in FEARS), 1)


def test_every_new_place_is_found_in_three(knowledge: Knowledge) -> None:
    assert not misses(knowledge, NEW_PLACES, 3)


def test_every_ending_can_be_found_by_words(knowledge: Knowledge) -> None:
    said = {place.goes_to for place in knowledge.search.places}
    assert not {outcome.id for outcome in knowledge.outcomes} - said


# When it did not help


def test_every_ending_but_four_goes_on_to_another_cause(knowledge: Knowledge) -> None:
    last = {outcome.id for outcome in knowledge.outcomes if not outcome.next}
    assert last == {"berobat_hari_ini", "kode_sudah_masuk", "minta_bantuan_petugas", "penipuan"}


def test_whoever_is_asked_for_the_code_is_led_to_safety(knowledge: Knowledge) -> None:
    assert knowledge.safety.goes_to == "penipuan"


def test_what_may_change_from_day_to_day_is_asked_anew(knowledge: Knowledge) -> None:
    changing = {step.id for step in knowledge.steps if step.changes}
    assert {"pulsa", "periksa_hp", "tunggu_kode", "masa_aktif"} <= changing
    assert not {"mulai", "nomor_siapa", "android_berapa"} & changing


def test_no_pulsa_is_advised_where_there_is_some(knowledge: Knowledge) -> None:
    step = knowledge.places["masa_aktif"]
    assert isinstance(step, ChoiceStep)
    (answer,) = (one for one in step.answers if one.id == "pulsa_ada")
    outcome = knowledge.places[answer.goes_to]
    assert isinstance(outcome, Outcome)
    assert "isi_pulsa" not in {action.id for action in outcome.actions}
