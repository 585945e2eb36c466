"""The command line: words typed in a terminal become one call, and an exit code."""

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from jknassist import __version__, bundle, keeper, office, replacement, trust
from jknassist.core import compiled
from jknassist.core.fault import Fault
from jknassist.core.knowledge import Knowledge
from jknassist.core.phone.plan import NumberingPlan, PlanIndex, build
from jknassist.core.sheet import Paper
from jknassist.core.site import Site
from jknassist.core.summary import Summary
from jknassist.core.wording import NumberWords

if TYPE_CHECKING:
    from jknassist.gui.app import Shipped

Value = TypeVar("Value")

Reader = Callable[[str | None, str], bytes]
"""Reads a named file, or without a name the shipped one."""

FINE, FOUND, WRONG_USE = 0, 1, 2

KNOWLEDGE = "knowledge.yaml"
NUMBERING = "numbering.yaml"
OVERLAYS = {"en": "knowledge.en.yaml"}
"""The languages that the content is shipped in besides its own, Indonesian."""

SHIPPED = (KNOWLEDGE, NUMBERING, *OVERLAYS.values())
"""The content to check when no file is named."""


class ContentError(Exception):
    """A content file is missing or has faults; `faults` names each with its line."""

    def __init__(self, told: Iterable[Fault]) -> None:
        self.told = tuple(told)
        self.faults = tuple(map(str, self.told))
        super().__init__(f"{len(self.faults)} faults")


def main(words: Sequence[str] | None = None) -> int:
    """Run the command that the words ask for; return 0 fine, 1 something found, 2 wrong use."""
    _speak_utf8()
    asked = _parser().parse_args(words)
    asked.words = tuple(sys.argv[1:] if words is None else words)
    try:
        code: int = asked.run(asked)
    except ContentError as error:
        _complain(error.faults)
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
    languages = ("id", *OVERLAYS)
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
    check.set_defaults(run=_check)


def _add_schema(commands: "Commands[argparse.ArgumentParser]") -> None:
    schema = commands.add_parser("schema", help="JSON Schema sebuah berkas, untuk editor")
    kinds = [str(kind) for kind in keeper.Kind]
    schema.add_argument("kind", nargs="?", choices=kinds, default="knowledge")
    _add_content(schema)
    schema.set_defaults(run=_schema)


def _add_preview(commands: "Commands[argparse.ArgumentParser]") -> None:
    preview = commands.add_parser("preview", help="lihat sebuah draf; F5 membaca ulang")
    preview.add_argument("file", metavar="FILE")
    preview.set_defaults(run=_preview)


def _add_graph(commands: "Commands[argparse.ArgumentParser]") -> None:
    graph = commands.add_parser("graph", help="gambar alur pertanyaan")
    graph.add_argument("--format", choices=("mermaid", "dot"), default="mermaid")
    _add_content(graph)
    graph.set_defaults(run=_graph)


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
    walk.set_defaults(run=_walk)


def _add_number(commands: "Commands[argparse.ArgumentParser]") -> None:
    number = commands.add_parser("number", help="periksa satu nomor HP, atau banyak lewat '-'")
    number.add_argument("text", metavar="NOMOR")
    number.add_argument("--sim", metavar="NOMOR", help="nomor yang terbaca di HP sendiri")
    number.add_argument("--json", action="store_true")
    _add_content(number)
    number.set_defaults(run=_number)


def _wizard(asked: argparse.Namespace) -> int:
    if asked.kiosk_part == office.NOTICE:
        return office.show_notice(asked.notice_seconds)
    settings = office.read_settings(asked.site)
    if asked.kiosk_part == office.WINDOW:
        return office.run_kiosk(settings, lambda site: _shipped_by_language(asked, site))
    if asked.kiosk or settings.is_kiosk:
        return office.supervise(asked.words)
    _complain(settings.faults)
    # Qt is loaded here: no other command needs a window.
    from jknassist.gui import app

    try:
        shipped = _shipped(asked.knowledge, _languages(asked, settings.site))
    except ContentError as error:
        _complain(error.faults)
        return app.show_broken(error.faults)
    return app.run(office.with_tally(office.with_own_office(shipped, settings.site), settings.site))


def _languages(asked: argparse.Namespace, site: Site) -> tuple[str, ...]:
    """Return the languages of the office, the one to begin with first."""
    return tuple(dict.fromkeys((asked.lang or site.languages[0], *site.languages)))


def _shipped(name: str | None, languages: Sequence[str] = ()) -> "Shipped":
    """Return what the window is made of; content of this machine is used where it may be."""
    shipped = _knowledge(name)
    found = replacement.Replacement() if name else replacement.find(shipped)
    knowledge = found.knowledge or shipped
    origin = name or found.name or None
    read = _read_trusted if found.name else _read
    (first, *others), missing = _in_languages(origin, languages, knowledge, read)
    _complain(found.notices)
    notices = (*found.notices, *missing)
    shown = _shipped_of(first)
    return replace(shown, others=tuple(others), origin=origin or "", notices=notices)


def _shipped_of(knowledge: Knowledge) -> "Shipped":
    from jknassist.gui.app import Shipped

    return Shipped(
        knowledge=knowledge,
        plan=_plan(),
        style=bundle.read("theme.qss").decode(),
        picture=_picture,
    )


def _shipped_by_language(asked: argparse.Namespace, site: Site) -> dict[str, "Shipped"]:
    """Return the content in the languages of the office, its own first; raise ContentError."""
    shipped = _shipped(asked.knowledge, _languages(asked, site))
    return {
        one.language: replace(shipped, knowledge=one, others=())
        for one in (shipped.knowledge, *shipped.others)
    }


def _check(asked: argparse.Namespace) -> int:
    named = [(name, name) for name in asked.files] or [(None, name) for name in SHIPPED]
    faults = (fault for name, shipped in named for fault in _faults_of(name, shipped))
    return keeper.tell(faults, keeper.Form(asked.format), strict=asked.strict)


def _faults_of(name: str | None, shipped: str) -> tuple[Fault, ...]:
    """Return all faults and warnings of a file of any kind."""
    from jknassist.core import loading

    try:
        source = _read(name, shipped)
        if loading.is_overlay(source) or shipped in OVERLAYS.values():
            return _check_overlay(name, shipped, source)
    except ContentError as error:
        return error.told
    return loading.check(source, shipped, today=_today())


def _check_overlay(name: str | None, shipped: str, source: bytes) -> tuple[Fault, ...]:
    """Return all faults of an overlay; it is checked against the file it lies over."""
    from jknassist.core import loading

    return loading.load_overlay(source, shipped, _knowledge(_below(name)))[1]


def _below(name: str | None) -> str | None:
    """Return the file that an overlay lies over: of isi.en.yaml the isi.yaml beside it, if any."""
    path = Path(name) if name else None
    beside = path.with_suffix("").with_suffix(path.suffix) if path else None
    return str(beside) if beside and beside != path and beside.is_file() else None


def _schema(asked: argparse.Namespace) -> int:
    _say(keeper.schema_text(keeper.Kind(asked.kind), lambda: _knowledge(asked.knowledge)))
    return FINE


def _preview(asked: argparse.Namespace) -> int:
    from jknassist.gui import preview

    def load() -> preview.Draft:
        try:
            return preview.Draft(shipped=_shipped_of(_draft(asked.file)))
        except ContentError as error:
            return preview.Draft(faults=error.faults)

    return preview.run(asked.file, load)


def _draft(name: str) -> Knowledge:
    """Return what a draft says, also one that is an overlay; raise ContentError."""
    from jknassist.core import loading

    source = _read(name, name)
    if not loading.is_overlay(source):
        return _knowledge(name)
    translated, faults = loading.load_overlay(source, name, _knowledge(_below(name)))
    if translated is None:
        raise ContentError(faults)
    return translated


def _today() -> date:
    return datetime.now().astimezone().date()


def _graph(asked: argparse.Namespace) -> int:
    from jknassist.core import graph

    knowledge = _spoken(asked)
    drawn = graph.dot(knowledge) if asked.format == "dot" else graph.mermaid(knowledge)
    _say(drawn)
    return FINE


def _walk(asked: argparse.Namespace) -> int:
    from jknassist.core import walking

    knowledge = _spoken(asked)
    if asked.list:
        _say("\n".join(outcome.id for outcome in knowledge.outcomes))
        return FINE
    try:
        now = datetime.now().astimezone()
        walk = walking.follow(knowledge, asked.answers, outcome=asked.outcome, now=now)
    except walking.WalkError as error:
        _complain([str(error)])
        return WRONG_USE
    if asked.pdf is None:
        _say(walking.as_json(walk) if asked.json else walking.as_plain_text(walk))
        return FINE
    return _save_pdf(walk.summary, asked.pdf, Paper(asked.paper))


def _save_pdf(summary: Summary | None, path: Path, paper: Paper) -> int:
    from jknassist.gui import app, printing

    if summary is None:
        _complain(["jalan ini belum sampai ke akhir, jadi belum ada yang dicetak"])
        return WRONG_USE
    if sys.platform == "linux":
        # No window is opened: it must work where there is no display, too.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app.make_application()
    try:
        printing.save_pdf(summary, path, paper)
    except printing.PrintError as error:
        _complain([f"tidak bisa menyimpan di {error}"])
        return FOUND
    return FINE


def _number(asked: argparse.Namespace) -> int:
    from jknassist.core.phone import report
    from jknassist.core.phone.examining import examine

    many = asked.text == "-"
    if many and asked.sim is not None:
        _complain(["--sim hanya untuk satu nomor, bukan untuk '-'"])
        return WRONG_USE
    plan, words = _plan(), _spoken(asked).number_words
    if many:
        return _numbers(plan, words)
    found = examine(asked.text, plan, sim=asked.sim)
    lines = [report.json_line(found, words)] if asked.json else report.text_lines(found, words)
    _say("\n".join(lines))
    return FOUND if report.something_found(found) else FINE


def _numbers(plan: PlanIndex, words: NumberWords) -> int:
    """Answer each number of standard input at once, keeping none."""
    from jknassist.core.phone import report

    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    code = FINE
    for found in report.examine_lines(report.bounded_lines(sys.stdin), plan):
        _say(report.json_line(found, words))
        sys.stdout.flush()
        if report.something_found(found):
            code = FOUND
    return code


def _self_test(asked: argparse.Namespace) -> int:
    from jknassist.gui import app, selftest

    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
        # Qt would end the process; without a screen the journey and the paper can be tried still.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    shipped = app.Shipped(
        knowledge=_knowledge(asked.knowledge),
        plan=_plan(),
        style=bundle.read("theme.qss").decode(),
        picture=_picture,
    )
    return selftest.run(shipped)


def _knowledge(name: str | None) -> Knowledge:
    source = _read(name, KNOWLEDGE)
    ready = None if name else _compiled(KNOWLEDGE, source, Knowledge)
    if ready is not None:
        return ready
    from jknassist.core import loading

    knowledge, faults = loading.load_knowledge(source, name or KNOWLEDGE)
    if knowledge is None:
        raise ContentError(faults)
    return knowledge


def _spoken(asked: argparse.Namespace) -> Knowledge:
    """Return the content in the language asked for; raise ContentError where it has none."""
    knowledge = _knowledge(asked.knowledge)
    return _translation(asked.lang, asked.knowledge, knowledge) if asked.lang else knowledge


def _in_languages(
    name: str | None, languages: Sequence[str], knowledge: Knowledge, read: Reader
) -> tuple[list[Knowledge], list[str]]:
    """Return a content in those of the languages that it has, and what first stood in the way."""
    found: list[Knowledge] = []
    missing: list[str] = []
    for language in languages:
        try:
            found.append(_translation(language, name, knowledge, read))
        except ContentError as error:
            _complain(error.faults)
            missing += error.faults[:1]
    return found or [knowledge], missing


def _translation(
    language: str, name: str | None, knowledge: Knowledge, read: Reader | None = None
) -> Knowledge:
    """Return a knowledge in a language; its overlay stands beside it. Raise ContentError."""
    if language == knowledge.language:
        return knowledge
    shipped = f"{Path(KNOWLEDGE).stem}.{language}.yaml"
    path = Path(name).with_suffix(f".{language}{Path(name).suffix}") if name else None
    source = (read or _read)(str(path) if path else None, shipped)
    ready = None if name else _compiled(shipped, _read(None, KNOWLEDGE) + source, Knowledge)
    if ready is not None:
        return ready
    from jknassist.core import loading

    translated, faults = loading.load_overlay(source, str(path or shipped), knowledge)
    if translated is None:
        raise ContentError(faults)
    if translated.language != language:
        raise ContentError([Fault(str(path or shipped), 1, f"ini bahasa {translated.language}")])
    return translated


def _plan() -> PlanIndex:
    source = _read(None, NUMBERING)
    ready = _compiled(NUMBERING, source, NumberingPlan)
    if ready is not None:
        return build(ready)
    from jknassist.core import loading

    plan, faults = loading.load_plan(source, NUMBERING)
    if plan is None:
        raise ContentError(faults)
    return build(plan)


def _compiled(name: str, source: bytes, kind: type[Value]) -> Value | None:
    """Return a shipped file as it was checked when this build was made; None in a checkout."""
    try:
        packed = bundle.read(f"compiled/{Path(name).stem}.bin")
    except bundle.BundleError:
        return None
    return compiled.unpack(packed, source, kind)


def _read(name: str | None, shipped: str) -> bytes:
    """Read a file given by the user, or the shipped one; raise ContentError."""
    try:
        return Path(name).read_bytes() if name else bundle.read(shipped)
    except (OSError, ValueError, bundle.BundleError) as error:
        reason = getattr(error, "strerror", None) or "berkas tidak ada atau namanya keliru"
        told = Fault(name or shipped, 0, f"tidak bisa dibaca ({reason})")
        raise ContentError([told]) from error


def _read_trusted(name: str | None, shipped: str) -> bytes:
    """Read a file of this machine that only administrators can write; raise ContentError."""
    try:
        return replacement.read(Path(name or shipped))
    except (OSError, trust.UntrustedError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ContentError([Fault(str(name), 0, f"tidak dipakai ({reason})")]) from error


def _picture(name: str) -> bytes | None:
    """Return the SVG of a picture; a missing one leaves its place empty."""
    try:
        return bundle.read(f"icons/{name}.svg")
    except bundle.BundleError:
        return None


def _say(text: str) -> None:
    sys.stdout.write(text.rstrip("\n") + "\n")


def _complain(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stderr.write(f"{line}\n")


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says: answers must not fail on a letter."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
