"""Argument parser: all commands and options of the command line."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from jknassist import __version__
from jknassist.cli import (
    content_commands,
    field_commands,
    find_commands,
    list_commands,
    number_commands,
    site_commands,
    statistics_commands,
    translate_commands,
    voice_commands,
    walk_commands,
)
from jknassist.content import loader
from jknassist.core.languages import LANGUAGES
from jknassist.core.paper import Paper
from jknassist.core.typing_compat import override
from jknassist.system.standard_streams import complain

Command = Callable[[argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """A parser that exits with 2 on wrong usage, even if its message cannot be written.

    The argparse of Python 3.11.2, which Debian 12 has, fails where standard error is closed or on a
    full disk.
    """

    @override
    def error(self, message: str) -> NoReturn:
        complain((*self.format_usage().splitlines(), f"{self.prog}: error: {message}"))
        self.exit(2)


def make_parser(wizard: Command, preview: Command, self_test: Command) -> argparse.ArgumentParser:
    """Return the argument parser; the three commands that open a window are passed in."""
    parser: argparse.ArgumentParser = Parser(
        prog="jknassist", description="Bantuan untuk kode OTP Mobile JKN yang tidak masuk."
    )
    parser.add_argument("--version", action="version", version=f"jknassist {__version__}")
    _add_content(parser, default=None)
    _add_kiosk(parser)
    parser.set_defaults(run=wizard)
    # `prog` is set because argparse would otherwise format a usage text per group at every start.
    commands = parser.add_subparsers(metavar="PERINTAH", prog=parser.prog)
    _add_check(commands)
    _add_schema(commands)
    _add_preview(commands, preview)
    _add_graph(commands)
    _add_walk(commands)
    _add_find(commands)
    _add_number(commands)
    _add_list(commands)
    _add_site(commands)
    _add_tally(commands)
    _add_translate(commands)
    _add_voice(commands)
    _add_field_sheet(commands)
    _add_self_test(commands, self_test)
    return parser


Commands = argparse._SubParsersAction  # noqa: SLF001  argparse has no public name for it


def _add_content(parser: argparse.ArgumentParser, default: str | None = argparse.SUPPRESS) -> None:
    """Add the content option, accepted before or after the command name.

    Subparsers must have no default of their own: it would override the value given before the
    command name.
    """
    parser.add_argument(
        "--knowledge", metavar="FILE", default=default, help="berkas isi selain yang dibawa program"
    )
    parser.add_argument("--lang", choices=LANGUAGES, default=default, help="bahasa yang dipakai")


def _language(text: str) -> str:
    """Return an ISO 639 code; it becomes part of a file's name."""
    if re.fullmatch(r"[a-z]{2,3}", text) is None:
        raise argparse.ArgumentTypeError("harus kode bahasa ISO 639, dua atau tiga huruf kecil")
    return text


def _add_force(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="ganti berkas yang sudah ada")


def _add_kiosk(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kiosk", action="store_true", help="layar sentuh untuk umum")
    parser.add_argument("--site", metavar="FILE", default=None, help="berkas pengaturan kantor")
    hidden = argparse.SUPPRESS
    parser.add_argument(
        site_commands.PART, choices=(site_commands.WINDOW, site_commands.NOTICE), help=hidden
    )
    parser.add_argument(
        site_commands.NOTICE_SECONDS, type=int, default=site_commands.NOTICE_FOR, help=hidden
    )


def _add_site(commands: "Commands[argparse.ArgumentParser]") -> None:
    site = commands.add_parser("site", help="pengaturan kantor: periksa, atau buat PIN")
    kinds = site.add_subparsers(metavar="PERINTAH", required=True, prog=site.prog)
    check = kinds.add_parser("check", help="periksa berkas pengaturan, sebut semua kesalahan")
    check.add_argument("file", nargs="?", metavar="FILE", default=None)
    check.set_defaults(
        run=lambda asked: site_commands.check(asked.file or asked.site, loader.shipped_plan)
    )
    pin = kinds.add_parser("pin", help="buat baris PIN petugas untuk berkas pengaturan")
    pin.set_defaults(run=lambda _asked: site_commands.make_pin())


def _add_tally(commands: "Commands[argparse.ArgumentParser]") -> None:
    tally = commands.add_parser("tally", help="rekap bantuan beberapa komputer")
    kinds = tally.add_subparsers(metavar="PERINTAH", required=True, prog=tally.prog)
    merge = kinds.add_parser("merge", help="gabungkan berkas rekap; hasilnya CSV di layar")
    merge.add_argument("files", nargs="+", metavar="FILE|FOLDER")
    merge.add_argument("--csv", action="store_true", help="CSV di layar (juga tanpa pilihan ini)")
    merge.add_argument("--html", type=Path, metavar="FILE", help="halaman untuk dibaca dan dicetak")
    _add_force(merge)
    _add_content(merge)
    merge.set_defaults(run=statistics_commands.merge)


def _add_translate(commands: "Commands[argparse.ArgumentParser]") -> None:
    translate = commands.add_parser("translate", help="terjemahan isi sebagai tabel, dan kembali")
    kinds = translate.add_subparsers(metavar="PERINTAH", required=True, prog=translate.prog)
    export = kinds.add_parser("export", help="semua teks, satu baris tiap teks")
    back = kinds.add_parser("import", help="buat berkas terjemahan dari tabelnya")
    for one in (export, back):
        goal = "bahasa tujuan, misalnya jv"
        one.add_argument("--lang", required=True, type=_language, metavar="KODE", help=goal)
        one.add_argument("--knowledge", metavar="FILE", help="isi asalnya; tanpa ini isi bawaan")
        one.add_argument("file", type=Path, metavar="FILE.csv|FILE.xlsx")
        _add_force(one)
    back.add_argument("overlay", type=Path, nargs="?", metavar="HASIL.yaml")
    export.set_defaults(run=translate_commands.export_table)
    back.set_defaults(run=translate_commands.import_table)


def _add_field_sheet(commands: "Commands[argparse.ArgumentParser]") -> None:
    sheet = commands.add_parser("field-sheet", help="lembar untuk mencoba program dengan orang")
    sheet.add_argument("--pdf", type=Path, required=True, metavar="FILE")
    _add_force(sheet)
    _add_content(sheet)
    sheet.set_defaults(run=field_commands.save_field_sheet)


def _add_voice(commands: "Commands[argparse.ArgumentParser]") -> None:
    voice = commands.add_parser("voice", help="suara: daftar teks untuk direkam, atau periksa")
    kinds = voice.add_subparsers(metavar="PERINTAH", required=True, prog=voice.prog)
    texts = kinds.add_parser("texts", help="semua yang diucapkan, satu rekaman tiap baris")
    texts.add_argument("--csv", action="store_true", help="sebagai tabel")
    _add_content(texts)
    texts.set_defaults(run=voice_commands.list_texts)
    check = kinds.add_parser("check", help="periksa rekaman: ada semua, terdengar, tidak pecah")
    check.add_argument("folder", nargs="?", metavar="FOLDER", default=None)
    check.add_argument("--times", action="store_true", help="berapa detik tiap halaman")
    _add_content(check)
    check.set_defaults(run=voice_commands.check_pack)


def _add_check(commands: "Commands[argparse.ArgumentParser]") -> None:
    check = commands.add_parser("check", help="periksa berkas isi, sebut semua kesalahan")
    check.add_argument("files", nargs="*", metavar="FILE")
    forms = [str(form) for form in content_commands.Form]
    check.add_argument("--format", choices=forms, default="text", help="json untuk editor")
    check.add_argument("--strict", action="store_true", help="peringatan juga kesalahan")
    check.set_defaults(run=content_commands.check)


def _add_schema(commands: "Commands[argparse.ArgumentParser]") -> None:
    schema = commands.add_parser("schema", help="JSON Schema sebuah berkas, untuk editor")
    kinds = [str(kind) for kind in content_commands.ContentKind]
    schema.add_argument("kind", nargs="?", choices=kinds, default="knowledge")
    _add_content(schema)
    schema.set_defaults(run=content_commands.print_schema)


def _add_preview(commands: "Commands[argparse.ArgumentParser]", run: Command) -> None:
    preview = commands.add_parser("preview", help="lihat sebuah draf; F5 membaca ulang")
    preview.add_argument("file", metavar="FILE")
    preview.set_defaults(run=run)


def _add_self_test(commands: "Commands[argparse.ArgumentParser]", run: Command) -> None:
    trial = commands.add_parser("self-test", help="buka semua halaman, buat satu PDF")
    trial.add_argument(
        "--report",
        metavar="FILE",
        default=None,
        help="tulis hasilnya sebagai HTML, tanpa data pribadi",
    )
    trial.set_defaults(run=run)


def _add_graph(commands: "Commands[argparse.ArgumentParser]") -> None:
    graph = commands.add_parser("graph", help="gambar alur pertanyaan")
    graph.add_argument("--format", choices=("mermaid", "dot"), default="mermaid")
    _add_content(graph)
    graph.set_defaults(run=content_commands.draw_graph)


def _add_walk(commands: "Commands[argparse.ArgumentParser]") -> None:
    walk = commands.add_parser("walk", help="ikuti satu jalan tanpa jendela")
    walk.add_argument(
        "answers",
        nargs="*",
        metavar="LANGKAH=JAWABAN",
        help='jawaban; "belum" sesudah sebuah akhir berarti lanjut ke sebab berikutnya',
    )
    walk.add_argument("--list", action="store_true", help="semua akhir, satu tiap baris")
    walk.add_argument("--outcome", metavar="ID", help="tunjukkan akhir ini")
    walk.add_argument("--sheet", metavar="NOMOR", help="tunjukkan jalan dari sebuah nomor lembar")
    shape = walk.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true")
    shape.add_argument("--text", action="store_true")
    shape.add_argument("--pdf", metavar="FILE", type=Path)
    _add_force(walk)
    walk.add_argument("--paper", choices=[str(paper) for paper in Paper], default="a4")
    _add_content(walk)
    walk.set_defaults(run=walk_commands.follow)


def _add_find(commands: "Commands[argparse.ArgumentParser]") -> None:
    find = commands.add_parser("find", help="cari tempat yang cocok dengan sebuah keluhan")
    find.add_argument("text", metavar="KELUHAN")
    find.add_argument("--json", action="store_true")
    _add_content(find)
    find.set_defaults(run=find_commands.find)


def _add_list(commands: "Commands[argparse.ArgumentParser]") -> None:
    many = commands.add_parser("list", help="periksa semua nomor HP di sebuah daftar")
    many.add_argument("file", metavar="FILE", help="csv, txt, vcf, xlsx, xls, ods, atau '-'")
    many.add_argument("--column", metavar="NAMA", action="append", default=[])
    many.add_argument("--json", action="store_true")
    many.add_argument("--csv", metavar="FILE", type=Path, help="simpan hasilnya untuk tabel")
    _add_force(many)
    _add_content(many)
    many.set_defaults(run=list_commands.examine_list)
    # Hidden command, run as a subprocess to read spreadsheets: see number_files.workbooks.
    hidden = commands.add_parser("read-spreadsheet")
    hidden.add_argument("file", type=Path)
    hidden.set_defaults(run=list_commands.read_spreadsheet)


def _add_number(commands: "Commands[argparse.ArgumentParser]") -> None:
    number = commands.add_parser("number", help="periksa satu nomor HP, atau banyak lewat '-'")
    number.add_argument("text", metavar="NOMOR")
    number.add_argument("--sim", metavar="NOMOR", help="nomor yang terbaca di HP sendiri")
    number.add_argument("--json", action="store_true")
    _add_content(number)
    number.set_defaults(run=number_commands.examine_number)
