"""The sheet for a morning with five people: tasks, pictures, sentences to hear, words to ask about.

An HTML text with `<img src="picture:NAME">` for each picture; whoever renders it puts them in.
What is asked comes from the content in use, so that the sheet fits the edition that is tried.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from jknassist.core.flow.model import Knowledge

PEOPLE = 5
PICTURES = 20
SHOWN_ACTIONS = 6
HEARD = 8
WORDS = 14

TASKS = (
    "Kode OTP Ibu/Bapak tidak masuk. Carilah sebabnya di layar ini.",
    "Ibu/Bapak menulis nomor HP ini: 0812 3456 77890. Periksa di layar.",
    "Sarannya sudah dicoba, belum berhasil juga. Lanjutkan.",
    "Ada yang menelepon, minta kodenya. Cari di layar, apa yang harus dilakukan.",
    "Cetak kertasnya, lalu tunjukkan langkah pertama.",
    "Minta layar membacakan halaman ini.",
)
"""What each person is asked to do, in this order; the number is invented."""

NUMBERS = ("0812-3456-7890", "0857-1234-5678", "165")
"""Read by the voice and repeated by the person; the mobile numbers are invented."""

NEVER = (
    "Jangan menulis nama, NIK, nomor HP, nomor kartu, atau alamat, dan jangan merekam suara. Tulis "
    "hanya “orang 1” sampai “orang 5”. Yang diuji layarnya, bukan orangnya. Boleh berhenti kapan "
    "saja."
)

STYLE = """
body{font-size:12pt}h1{font-size:18pt;margin:0}h2{font-size:14pt;margin:10pt 0 4pt}
td,th{padding:9pt 5pt;vertical-align:top}th{text-align:left;font-weight:bold}
"""


def field_sheet(knowledge: Knowledge) -> str:
    """Return the sheet as HTML, each part on pages of its own."""
    parts = (
        _tasks(),
        _show_me(knowledge),
        _pictures(knowledge),
        _heard(knowledge),
        _words(knowledge),
        _key(knowledge),
    )
    pages = '<div style="page-break-before:always"></div>'.join(parts)
    head = f"<title>Lembar uji lapangan</title><style>{STYLE}</style>"
    return f'<html lang="id"><head>{head}</head><body>{pages}</body></html>'


def pictures(knowledge: Knowledge) -> tuple[str, ...]:
    """Return the pictures of steps that are asked about, those of the most endings first."""
    counts = Counter(action.picture for outcome in knowledge.outcomes for action in outcome.actions)
    counts.pop("", None)
    return tuple(name for name, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0])))[
        :PICTURES
    ]


def _tasks() -> str:
    people = [f"orang {number}" for number in range(1, PEOPLE + 1)]
    about = ("umur kira-kira", "membaca: lancar, pelan, tidak", "pernah pakai layar sentuh?")
    told = _table(("", *people), ((row, *[""] * PEOPLE) for row in about))
    rows = ((f"{number}. {task}", *[""] * PEOPLE) for number, task in enumerate(TASKS, 1))
    return (
        f"<h1>Uji lapangan: satu pagi dengan lima orang</h1><p><b>{escape(NEVER)}</b></p>"
        f"<h2>Siapa</h2>{told}<h2>Tugas</h2><p>Bacakan tugasnya, lalu diam. Tulis: S selesai "
        "sendiri, B dibantu, X berhenti (di halaman mana), dan lamanya dalam menit.</p>"
        f"{_table(('tugas', *people), rows)}"
    )


def _show_me(knowledge: Knowledge) -> str:
    texts = {
        action.picture: action.text
        for outcome in knowledge.outcomes
        for action in outcome.actions
        if action.picture
    }
    chosen = [texts[name] for name in pictures(knowledge)[:SHOWN_ACTIONS]]
    people = [f"{number}" for number in range(1, PEOPLE + 1)]
    rows = ((text, *[""] * PEOPLE) for text in chosen)
    return (
        "<h2>Tunjukkan</h2><p>Bacakan langkahnya. Minta orang itu menunjukkan di HP latihan. "
        "Tulis: B benar, S salah, T tidak tahu.</p>"
        f"{_table(('langkah', *people), rows)}"
    )


def _pictures(knowledge: Knowledge) -> str:
    cells = [
        f'{number}<br><img src="picture:{name}" width="84" height="84"><br>....................'
        for number, name in enumerate(pictures(knowledge), 1)
    ]
    rows = (cells[at : at + 4] for at in range(0, len(cells), 4))
    grid = "".join(
        f"<tr>{''.join(f'<td width=160>{cell}</td>' for cell in row)}</tr>" for row in rows
    )
    return (
        "<h2>Gambar tanpa kata</h2><p>“Menurut Ibu/Bapak, gambar ini menyuruh apa?” Tulis "
        "jawabannya apa adanya. Artinya ada di halaman terakhir; jangan diperlihatkan dulu.</p>"
        f"<table>{grid}</table>"
    )


def _heard(knowledge: Knowledge) -> str:
    titles = [outcome.cause for outcome in knowledge.outcomes[:HEARD]]
    people = [f"{number}" for number in range(1, PEOPLE + 1)]
    rows = ((text, *[""] * PEOPLE) for text in (*titles, *NUMBERS))
    return (
        "<h2>Suara</h2><p>Dengarkan tanpa melihat layar, lalu minta diulangi. Tulis: B benar, "
        f"S salah, U minta diulang.</p>{_table(('kalimat', *people), rows)}"
    )


def _words(knowledge: Knowledge) -> str:
    words = [term.term for term in knowledge.glossary[:WORDS]]
    rows = ((word, "", "") for word in (*words, "", "", "", ""))
    head = ("kata", "berapa orang tidak mengerti", "kata yang mereka pakai")
    return (
        "<h2>Kata yang tidak dimengerti</h2><p>Tanyakan hanya kata yang muncul waktu mencoba. "
        f"Baris kosong untuk kata lain.</p>{_table(head, rows)}"
        "<h2>Yang dikirim kembali</h2><p>Foto lembar ini, dan laporan dari "
        "<i>jknassist self-test --report laporan.html</i>. Tidak ada yang lain.</p>"
    )


def _key(knowledge: Knowledge) -> str:
    texts: dict[str, str] = {}
    for outcome in knowledge.outcomes:
        for action in outcome.actions:
            texts.setdefault(action.picture, action.text)
    rows = "".join(
        f"<p>{number}. {escape(texts[name])}</p>"
        for number, name in enumerate(pictures(knowledge), 1)
    )
    return f"<h2>Arti gambar</h2>{rows}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return (
        '<table border="1" cellspacing="0" width="100%">'
        f"{_row('th', head)}{''.join(_row('td', row) for row in rows)}</table>"
    )


def _row(tag: str, cells: Sequence[str]) -> str:
    return f"<tr>{''.join(_cells(tag, cells))}</tr>"


def _cells(tag: str, cells: Sequence[str]) -> Iterator[str]:
    for at, cell in enumerate(cells):
        width = ' width="40%"' if at == 0 else ""
        yield f"<{tag}{width}>{escape(cell) or '&nbsp;'}</{tag}>"
