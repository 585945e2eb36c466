"""The content guide is executed as written: every command, edit and answer.

It is about the shipped content, so a copy of that is what it is tried on. Commands that open a
window or want an administrator are not run.
"""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
GUIDE = ROOT / "docs" / "content-guide.md"
BLOCK = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOT_RUN = {"jendela", "administrator"}


@dataclass(frozen=True)
class Block:
    kind: str
    told: str
    text: str


def blocks() -> Iterator[Block]:
    """Yield the fenced parts of the guide in their order."""
    for kind, told, text in BLOCK.findall(GUIDE.read_text(encoding="utf-8")):
        yield Block(kind, told, text)


class Exercise:
    """A terminal in a folder of its own, as the reader of the guide has it open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said = ""
        shutil.copytree(ROOT / "resources", folder / "resources")
        command = folder / "bin" / "jknassist"
        command.parent.mkdir()
        python = shlex.quote(sys.executable)
        command.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {python} -m jknassist "$@"\n')
        command.chmod(0o755)

    def carry_out(self, block: Block) -> None:
        match block.kind:
            case "sh" if block.told not in NOT_RUN:
                self.run(block.text, wanted=1 if block.told == "gagal" else 0)
            case "diff":
                self.edit(block.told, block.text)
            case "text":
                self.compare(block.text)

    def run(self, commands: str, *, wanted: int) -> None:
        note = self.folder.parent / "folder_now"
        script = f"trap 'pwd > {shlex.quote(str(note))}' EXIT\nset -e\n{commands}"
        bin_ = next(p / "bin" for p in (self.folder, self.folder.parent) if (p / "bin").is_dir())
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=self.folder,
            env={"PATH": f"{bin_}:/usr/bin:/bin"},
            check=False,
            capture_output=True,
            text=True,
        )
        self.said = done.stdout + done.stderr
        self.folder = Path(note.read_text().strip())
        assert done.returncode == wanted, f"{commands}\n{self.said}"

    def edit(self, name: str, change: str) -> None:
        lines = change.splitlines()
        old = [line[1:] for line in lines if line[:1] != "+"]
        new = [line[1:] for line in lines if line[:1] != "-"]
        path = self.folder / name
        text = "\n" + path.read_text(encoding="utf-8")
        before, after = ("\n" + "\n".join(part) + "\n" for part in (old, new))
        assert text.count(before) == 1, f"{name} has {text.count(before)} places for:\n{change}"
        path.write_text(text.replace(before, after)[1:], encoding="utf-8")

    def compare(self, answer: str) -> None:
        """Look for each line of an answer in what was said; an ellipsis is any text."""
        for line in answer.splitlines():
            wanted = ".*".join(map(re.escape, line.split("…")))
            found = re.search(f"^{wanted}$", self.said, re.MULTILINE)
            assert found, f"nowhere: {line}\nbut:\n{self.said}"


def test_the_guide_has_something_of_everything() -> None:
    found = list(blocks())
    assert {block.kind for block in found} == {"sh", "diff", "text", "bat"}
    assert {block.told for block in found if block.kind == "sh"} == {"", "gagal", *NOT_RUN}
    assert GUIDE.read_text(encoding="utf-8").count("\n```") == 2 * len(found)


@pytest.mark.skipif(not shutil.which("bash"), reason="not on this machine: bash")
def test_the_guide_does_what_it_says(tmp_path: Path) -> None:
    exercise = Exercise(tmp_path)
    for block in blocks():
        exercise.carry_out(block)
    assert (exercise.folder / "akhir.pdf").read_bytes().startswith(b"%PDF-")
    assert "siapa_memblokir" in (exercise.folder / "alur.mmd").read_text(encoding="utf-8")
