"""The commands `translate export` and `import`: a translation as a spreadsheet, and back."""

from pathlib import Path
from typing import TYPE_CHECKING

from jknassist.cli.console import NO_ROOM, may_write
from jknassist.content import loader
from jknassist.system.exit_codes import FINE, FOUND, WRONG_USE
from jknassist.system.standard_streams import complain, say

if TYPE_CHECKING:
    import argparse

    from jknassist.core.flow.model import Knowledge


def export_table(asked: "argparse.Namespace") -> int:
    """Run `translate export`: write every text with the translation there is; return the code."""
    from jknassist.content.translation_file import CSV, XLSX, write_table
    from jknassist.core.parsing.translation_table import table_of

    if asked.file.suffix.lower() not in {CSV, XLSX}:
        complain([f"{asked.file}: namanya harus berakhir {CSV} atau {XLSX}"])
        return WRONG_USE
    if not may_write(asked.file, force=asked.force, sources=[asked.knowledge]):
        return WRONG_USE
    knowledge = loader.knowledge_of(asked.knowledge)
    rows = table_of(knowledge, _translated(asked, knowledge))
    try:
        write_table(asked.file, rows)
    except OSError as error:
        return _not_written(asked.file, error)
    missing = sum(not row.translation for row in rows)
    say(f"{asked.file}: {len(rows)} teks, {missing} belum diterjemahkan\n")
    return FINE


def import_table(asked: "argparse.Namespace") -> int:
    """Run `translate import`: write the overlay of a table, or name every row with a fault.

    The overlay is written only if the program would load it; warnings do not prevent that.
    """
    from jknassist.content.number_files.problems import ListFileError
    from jknassist.content.translation_file import read_table
    from jknassist.core.parsing import translation_table

    knowledge = loader.knowledge_of(asked.knowledge)
    overlay = asked.overlay or Path(f"knowledge.{asked.lang}.yaml")
    if not may_write(overlay, force=asked.force, sources=[asked.file, asked.knowledge]):
        return WRONG_USE
    try:
        rows = read_table(asked.file)
    except ListFileError:
        complain([f"{asked.file}:0: bukan tabel .csv atau .xlsx yang utuh"])
        return WRONG_USE
    except OSError as error:
        complain([f"{asked.file}:0: tidak bisa dibaca ({error.strerror})"])
        return WRONG_USE
    imported = translation_table.import_table(rows, knowledge)
    for fault in imported.faults:
        kind = "peringatan: " if fault.warning else ""
        complain([f"{asked.file}:{fault.row}: {kind}{fault.text}"])
    if not imported.complete:
        return FOUND
    text = translation_table.overlay_text(knowledge, asked.lang, imported.texts)
    return _save(text, overlay, knowledge)


def _translated(asked: "argparse.Namespace", knowledge: "Knowledge") -> "Knowledge | None":
    """Return the content in the language asked for, as far as there is an overlay of it."""
    try:
        return loader.translation_of(asked.lang, asked.knowledge, knowledge)
    except loader.ContentError:
        return None


def _save(text: str, overlay: Path, knowledge: "Knowledge") -> int:
    """Write an overlay if the program would load it; otherwise report why not."""
    from jknassist.core.parsing import load
    from jknassist.system.atomic_file import write_atomically

    data = text.encode()
    translated, faults = load.load_overlay(data, str(overlay), knowledge)
    complain(map(str, faults))
    if translated is None:
        return FOUND
    try:
        write_atomically(overlay, data)
    except OSError as error:
        return _not_written(overlay, error)
    say(f"{overlay}: siap; periksa dengan: jknassist check {overlay}\n")
    return FINE


def _not_written(path: Path, error: OSError) -> int:
    if error.errno in NO_ROOM:
        raise error
    complain([f"{path}: tidak bisa ditulis ({error.strerror})"])
    return WRONG_USE
