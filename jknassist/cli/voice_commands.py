"""The commands `voice texts` (recording sheet) and `voice check` (check of a voice pack)."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jknassist.cli.content_commands import spoken
from jknassist.system.exit_codes import FINE, FOUND
from jknassist.system.standard_streams import complain, say

if TYPE_CHECKING:
    import argparse

COLUMNS = ("id", "text", "spoken", "clip", "seconds")


def list_texts(asked: "argparse.Namespace") -> int:
    """Run `voice texts`: print each clip, its text, and where it is used."""
    import csv
    import io

    from jknassist.core.speech.clip_index import ClipIndex

    rows = [
        (text.id, text.shown, clip.spoken, clip.name, f"{clip.seconds:.1f}")
        for text, clip in ClipIndex(spoken(asked)).clips()
    ]
    if not asked.csv:
        say("".join("\t".join(row) + "\n" for row in rows))
        return FINE
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows((COLUMNS, *rows))
    say(table.getvalue())
    return FINE


def check_pack(asked: "argparse.Namespace") -> int:
    """Run `voice check`: print all faults of a pack; return 1 if there are any, or no pack."""
    from jknassist.content import voice_check, voice_pack

    knowledge = spoken(asked)
    pack = voice_pack.find(knowledge.language, Path(asked.folder) if asked.folder else None)
    if pack is None:
        complain([f'tidak ada suara untuk bahasa "{knowledge.language}"'])
        return FOUND
    report = voice_check.examine(pack, knowledge)
    complain(report.faults)
    if asked.times:
        for time in report.times:
            say(f"{time.place_id}\t{time.part}\t{time.seconds:.1f}\t{time.most}\n")
    say(f"{report.clips} rekaman, {report.seconds / 60:.0f} menit\n")
    sys.stdout.flush()
    return FOUND if report.faults else FINE
