"""The command line: words typed in a terminal become one call, and an exit code."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from jknassist import __version__, bundle, content, keeper, office, replacement, terminal
from jknassist.content import ContentError
from jknassist.core.knowledge import Knowledge
from jknassist.core.sheet import Paper
from jknassist.core.site import Site
from jknassist.terminal import FINE, FOUND, complain

if TYPE_CHECKING:
    from jknassist.gui.app import Shipped


def main(words: Sequence[str] | None = None) -> int:
    """Run the command that the words ask for; return 0 fine, 1 something found, 2 wrong use."""
    terminal.speak_utf8()
    asked = _parser().parse_args(words)
    asked.words = tuple(sys.argv[1:] if words is None else words)
    try:
        code: int = asked.run(asked)
    except ContentError as error:
        complain(error.faults)
        return FOUND
    except BrokenPipeError:
        # Whoever read our output has gone, as `head` does; that is no fault.
        sys.stderr.close()
        return FINE
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="jknassist", description="Bantuan untuk kode OTP Mobile JKN yang tidak masuk."
    )
    parser.add_argument("--version", action="version", version=f"jknassist {__version__}")
    _add_content(parser, default=None)
    _add_kiosk(parser)
    parser.set_defaults(run=_wizard)
    commands = parser.add_subparsers(metavar="PERINTAH")
    _add_check(commands)
    _add_schema(commands)
    _add_preview(commands)
    _add_graph(commands)
    _add_walk(commands)
    _add_number(commands)
    _add_site(commands)
    _add_tally(commands)
    self_test = commands.add_parser("self-test", help="coba satu jalan penuh dan satu PDF")
    self_test.set_defaults(run=_self_test)
    return parser


Commands = argparse._SubParsersAction  # noqa: SLF001  the only name argparse has for it


def _add_content(parser: argparse.ArgumentParser, default: str | None = argparse.SUPPRESS) -> None:
    """Let the content be chosen, before or after the name of a command.

    A command must have no default of its own: it would win over what was chosen before its name.
    """
    parser.add_argument(
        "--knowledge", metavar="FILE", default=default, help="berkas isi selain yang dibawa program"
    )
    languages = ("id", *content.OVERLAYS)
    parser.add_argument("--lang", choices=languages, default=default, help="bahasa yang dipakai")


def _add_kiosk(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kiosk", action="store_true", help="layar sentuh untuk umum")
    parser.add_argument("--site", metavar="FILE", default=None, help="berkas setelan kantor")
    hidden = argparse.SUPPRESS
    parser.add_argument(office.PART, choices=(office.WINDOW, office.NOTICE), help=hidden)
    parser.add_argument(office.NOTICE_SECONDS, type=int, default=10, help=hidden)


def _add_site(commands: "Commands[argparse.ArgumentParser]") -> None:
    site = commands.add_parser("site", help="setelan kantor: periksa, atau buat PIN")
    kinds = site.add_subparsers(metavar="PERINTAH", required=True)
    check = kinds.add_parser("check", help="periksa berkas setelan, sebut semua kesalahan")
    check.add_argument("file", nargs="?", metavar="FILE", default=None)
    check.set_defaults(run=lambda asked: office.check(asked.file or asked.site))
    pin = kinds.add_parser("pin", help="buat baris PIN petugas untuk berkas setelan")
    pin.set_defaults(run=lambda _asked: office.make_pin())


def _add_tally(commands: "Commands[argparse.ArgumentParser]") -> None:
    tally = commands.add_parser("tally", help="hitungan akhir bantuan beberapa komputer")
    kinds = tally.add_subparsers(metavar="PERINTAH", required=True)
    merge = kinds.add_parser("merge", help="gabungkan berkas hitungan; hasilnya CSV di layar")
    merge.add_argument("files", nargs="+", metavar="FILE")
    merge.set_defaults(run=lambda asked: office.merge_tallies(asked.files))


def _add_check(commands: "Commands[argparse.ArgumentParser]") -> None:
    check = commands.add_parser("check", help="periksa berkas isi, sebut semua kesalahan")
    check.add_argument("files", nargs="*", metavar="FILE")
    forms = [str(form) for form in keeper.Form]
    check.add_argument("--format", choices=forms, default="text", help="json untuk editor")
    check.add_argument("--strict", action="store_true", help="peringatan juga kesalahan")
    check.set_defaults(run=terminal.check)


def _add_schema(commands: "Commands[argparse.ArgumentParser]") -> None:
    schema = commands.add_parser("schema", help="JSON Schema sebuah berkas, untuk editor")
    kinds = [str(kind) for kind in keeper.Kind]
    schema.add_argument("kind", nargs="?", choices=kinds, default="knowledge")
    _add_content(schema)
    schema.set_defaults(run=terminal.print_schema)


def _add_preview(commands: "Commands[argparse.ArgumentParser]") -> None:
    preview = commands.add_parser("preview", help="lihat sebuah draf; F5 membaca ulang")
    preview.add_argument("file", metavar="FILE")
    preview.set_defaults(run=_preview)


def _add_graph(commands: "Commands[argparse.ArgumentParser]") -> None:
    graph = commands.add_parser("graph", help="gambar alur pertanyaan")
    graph.add_argument("--format", choices=("mermaid", "dot"), default="mermaid")
    _add_content(graph)
    graph.set_defaults(run=terminal.draw_graph)


def _add_walk(commands: "Commands[argparse.ArgumentParser]") -> None:
    walk = commands.add_parser("walk", help="ikuti satu jalan tanpa jendela")
    walk.add_argument("answers", nargs="*", metavar="LANGKAH=JAWABAN")
    walk.add_argument("--list", action="store_true", help="semua akhir, satu tiap baris")
    walk.add_argument("--outcome", metavar="ID", help="tunjukkan akhir ini")
    shape = walk.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true")
    shape.add_argument("--text", action="store_true")
    shape.add_argument("--pdf", metavar="FILE", type=Path)
    walk.add_argument("--paper", choices=[str(paper) for paper in Paper], default="a4")
    _add_content(walk)
    walk.set_defaults(run=terminal.follow)


def _add_number(commands: "Commands[argparse.ArgumentParser]") -> None:
    number = commands.add_parser("number", help="periksa satu nomor HP, atau banyak lewat '-'")
    number.add_argument("text", metavar="NOMOR")
    number.add_argument("--sim", metavar="NOMOR", help="nomor yang terbaca di HP sendiri")
    number.add_argument("--json", action="store_true")
    _add_content(number)
    number.set_defaults(run=terminal.examine_number)


def _wizard(asked: argparse.Namespace) -> int:
    if asked.kiosk_part == office.NOTICE:
        return office.show_notice(asked.notice_seconds)
    settings = office.read_settings(asked.site)
    if asked.kiosk_part == office.WINDOW:
        return office.run_kiosk(settings, lambda site: _shipped_by_language(asked, site))
    if asked.kiosk or settings.is_kiosk:
        return office.supervise(asked.words)
    complain(settings.faults)
    # Qt is loaded here: no other command needs a window.
    from jknassist.gui import app

    try:
        shipped = _shipped(asked.knowledge, _languages(asked, settings.site))
    except ContentError as error:
        complain(error.faults)
        return app.show_broken(error.faults)
    return app.run(office.with_tally(office.with_own_office(shipped, settings.site), settings.site))


def _languages(asked: argparse.Namespace, site: Site) -> tuple[str, ...]:
    """Return the languages of the office, the one to begin with first."""
    return tuple(dict.fromkeys((asked.lang or site.languages[0], *site.languages)))


def _shipped(name: str | None, languages: Sequence[str] = ()) -> "Shipped":
    """Return what the window is made of; content of this machine is used where it may be."""
    shipped = content.knowledge_of(name)
    found = replacement.Replacement() if name else replacement.find(shipped)
    knowledge = found.knowledge or shipped
    origin = name or found.name or None
    read = content.read_trusted if found.name else content.read
    (first, *others), missing = content.in_languages(origin, languages, knowledge, read)
    for error in missing:
        complain(error.faults)
    complain(found.notices)
    notices = (*found.notices, *(error.faults[0] for error in missing))
    shown = _shipped_of(first)
    return replace(shown, others=tuple(others), origin=origin or "", notices=notices)


def _shipped_of(knowledge: Knowledge) -> "Shipped":
    from jknassist.gui.app import Shipped

    return Shipped(
        knowledge=knowledge,
        plan=content.shipped_plan(),
        style=bundle.read("theme.qss").decode(),
        picture=content.picture,
    )


def _shipped_by_language(asked: argparse.Namespace, site: Site) -> dict[str, "Shipped"]:
    """Return the content in the languages of the office, its own first; raise ContentError."""
    shipped = _shipped(asked.knowledge, _languages(asked, site))
    return {
        one.language: replace(shipped, knowledge=one, others=())
        for one in (shipped.knowledge, *shipped.others)
    }


def _preview(asked: argparse.Namespace) -> int:
    from jknassist.gui import preview

    def load() -> preview.Draft:
        try:
            return preview.Draft(shipped=_shipped_of(content.draft_of(asked.file)))
        except ContentError as error:
            return preview.Draft(faults=error.faults)

    return preview.run(asked.file, load)


def _self_test(asked: argparse.Namespace) -> int:
    from jknassist.gui import app, selftest

    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
        # Qt would end the process; without a screen the journey and the paper can be tried still.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    shipped = app.Shipped(
        knowledge=content.knowledge_of(asked.knowledge),
        plan=content.shipped_plan(),
        style=bundle.read("theme.qss").decode(),
        picture=content.picture,
    )
    return selftest.run(shipped)
