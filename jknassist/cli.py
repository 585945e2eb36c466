"""The command line: words typed in a terminal become one call, and an exit code."""

import argparse
import io
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from jknassist import __version__, bundle
from jknassist.core import compiled
from jknassist.core.knowledge import Knowledge
from jknassist.core.phone.plan import NumberingPlan, PlanIndex, build
from jknassist.core.summary import Summary

Value = TypeVar("Value")

FINE, FOUND, WRONG_USE = 0, 1, 2

KNOWLEDGE = "knowledge.yaml"
NUMBERING = "numbering.yaml"

SHIPPED = ((None, KNOWLEDGE), (None, NUMBERING))
"""The content to check when no file is named."""


class ContentError(Exception):
    """A content file is missing or has faults; `faults` names each with its line."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__(f"{len(self.faults)} faults")


def main(words: Sequence[str] | None = None) -> int:
    """Run the command that the words ask for; return 0 fine, 1 something found, 2 wrong use."""
    _speak_utf8()
    asked = _parser().parse_args(words)
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
    _add_knowledge(parser)
    parser.set_defaults(run=_wizard)
    commands = parser.add_subparsers(metavar="PERINTAH")
    _add_check(commands)
    _add_graph(commands)
    _add_walk(commands)
    _add_number(commands)
    self_test = commands.add_parser("self-test", help="coba satu jalan penuh dan satu PDF")
    self_test.set_defaults(run=_self_test)
    return parser


Commands = argparse._SubParsersAction  # noqa: SLF001  the only name argparse has for it


def _add_knowledge(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--knowledge", metavar="FILE", default=None, help="berkas isi selain yang dibawa program"
    )


def _add_check(commands: "Commands[argparse.ArgumentParser]") -> None:
    check = commands.add_parser("check", help="periksa berkas isi, sebut semua kesalahan")
    check.add_argument("files", nargs="*", metavar="FILE")
    check.set_defaults(run=_check)


def _add_graph(commands: "Commands[argparse.ArgumentParser]") -> None:
    graph = commands.add_parser("graph", help="gambar alur pertanyaan")
    graph.add_argument("--format", choices=("mermaid", "dot"), default="mermaid")
    _add_knowledge(graph)
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
    walk.add_argument("--paper", choices=("a4",), default="a4")
    _add_knowledge(walk)
    walk.set_defaults(run=_walk)


def _add_number(commands: "Commands[argparse.ArgumentParser]") -> None:
    number = commands.add_parser("number", help="periksa satu nomor HP, atau banyak lewat '-'")
    number.add_argument("text", metavar="NOMOR")
    number.add_argument("--sim", metavar="NOMOR", help="nomor yang terbaca di HP sendiri")
    number.add_argument("--json", action="store_true")
    number.set_defaults(run=_number)


def _wizard(asked: argparse.Namespace) -> int:
    # Qt is loaded here: no other command needs a window.
    from jknassist.gui import app

    try:
        shipped = app.Shipped(
            knowledge=_knowledge(asked.knowledge),
            plan=_plan(),
            style=bundle.read("theme.qss").decode(),
            picture=_picture,
        )
    except ContentError as error:
        _complain(error.faults)
        return app.show_broken(error.faults)
    return app.run(shipped)


def _check(asked: argparse.Namespace) -> int:
    from jknassist.core import loading

    told: list[str] = []
    found = FINE
    for name, shipped in [(name, name) for name in asked.files] or SHIPPED:
        try:
            faults = loading.check(_read(name, shipped), shipped, today=_today())
        except ContentError as error:
            told += error.faults
            found = FOUND
            continue
        told += map(str, faults)
        if not all(fault.warning for fault in faults):
            found = FOUND
    _complain(told)
    return found


def _today() -> date:
    return datetime.now().astimezone().date()


def _graph(asked: argparse.Namespace) -> int:
    from jknassist.core import graph

    knowledge = _knowledge(asked.knowledge)
    drawn = graph.dot(knowledge) if asked.format == "dot" else graph.mermaid(knowledge)
    _say(drawn)
    return FINE


def _walk(asked: argparse.Namespace) -> int:
    from jknassist.core import walking

    knowledge = _knowledge(asked.knowledge)
    if asked.list:
        _say("\n".join(outcome.id for outcome in knowledge.outcomes))
        return FINE
    try:
        walk = walking.follow(knowledge, asked.answers, outcome=asked.outcome)
    except walking.WalkError as error:
        _complain([str(error)])
        return WRONG_USE
    if asked.pdf is None:
        _say(walking.as_json(walk) if asked.json else walking.as_plain_text(walk))
        return FINE
    return _save_pdf(walk.summary, asked.pdf)


def _save_pdf(summary: Summary | None, path: Path) -> int:
    from jknassist.gui import app, printing

    if summary is None:
        _complain(["jalan ini belum sampai ke akhir, jadi belum ada yang dicetak"])
        return WRONG_USE
    app.make_application()
    try:
        printing.save_pdf(summary, path)
    except printing.PrintError as error:
        _complain([f"tidak bisa menyimpan di {error}"])
        return FOUND
    return FINE


def _number(asked: argparse.Namespace) -> int:
    from jknassist.core.phone import report
    from jknassist.core.phone.examining import examine

    plan, words = _plan(), _knowledge(None).number_words
    if asked.text == "-":
        found_any = False
        for found in report.examine_lines(report.bounded_lines(sys.stdin), plan):
            _say(report.json_line(found, words))
            found_any = found_any or report.something_found(found)
        return FOUND if found_any else FINE
    found = examine(asked.text, plan, sim=asked.sim)
    lines = [report.json_line(found, words)] if asked.json else report.text_lines(found, words)
    _say("\n".join(lines))
    return FOUND if report.something_found(found) else FINE


def _self_test(asked: argparse.Namespace) -> int:
    from jknassist.gui import app, selftest

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
        raise ContentError(map(str, faults))
    return knowledge


def _plan() -> PlanIndex:
    source = _read(None, NUMBERING)
    ready = _compiled(NUMBERING, source, NumberingPlan)
    if ready is not None:
        return build(ready)
    from jknassist.core import loading

    plan, faults = loading.load_plan(source, NUMBERING)
    if plan is None:
        raise ContentError(map(str, faults))
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
        raise ContentError([f"{name or shipped}:0: tidak bisa dibaca ({reason})"]) from error


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
