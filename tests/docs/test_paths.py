"""The documents name only files, folders, functions and headings that exist."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

OLD_NAMES = "0015-layout-of-2026-11.md"
"""Its table says where the files of an older layout went; these are gone."""

DOCUMENTS = sorted(
    file
    for file in (ROOT / "README.md", *(ROOT / ".github").glob("*.md"), *(ROOT / "docs").rglob("*"))
    if file.suffix == ".md" and file.name != OLD_NAMES
)
BASES = ("", "jknassist", "docs", "docs/decisions", "packaging", "tests")
"""What a path in a document may be relative to."""

MADE = ("build/", "dist/", ".venv")
"""Beginnings of paths that exist only after something was built."""

SPAN = re.compile(r"`([^`\s]+)`")
PATH = re.compile(r"[\w.*-]+\.py|(?:[\w.*-]+/)+(?:[\w.*-]+\.[a-z]+)?")
"""A module, or what has a folder; other names alone are files of an office or a user."""

LINK = re.compile(r"\]\(([^)\s]+)\)")
NAMED_IN = (
    re.compile(r"`(?P<path>[\w./-]+\.py)` \(`(?P<name>\w+)`\)"),
    re.compile(r"`(?P<path>[\w./-]+\.py)::(?P<name>\w+)`"),
    re.compile(r"`(?P<name>\w+)(?:\.\w+)*` (?:in|of) `(?P<path>[\w./-]+\.py)`"),
    re.compile(r"`(?P<name>\w+)(?:\.\w+)*` \(`(?P<path>[\w./-]+\.py)`\)"),
)
"""How a document names something together with its file."""

HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


def name_of(document: Path) -> str:
    return document.relative_to(ROOT).as_posix()


def found(path: str) -> list[Path]:
    """Return the files that a document may mean by a path, or by a name without a folder."""
    whole = [file for base in BASES for file in (ROOT / base).glob(path)]
    if whole or "/" in path.rstrip("/"):
        return whole
    return [file for base in ("jknassist", "packaging", "tests") for file in search(base, path)]


def search(base: str, name: str) -> Iterator[Path]:
    return (ROOT / base).rglob(name.rstrip("/"))


def anchors(document: Path) -> set[str]:
    """Return the anchors of the headings, as GitHub makes them."""
    texts = HEADING.findall(document.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w -]", "", text.lower()).replace(" ", "-") for text in texts}


def names_in(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_path_in_a_document_exists(document: Path) -> None:
    spans = SPAN.findall(document.read_text(encoding="utf-8"))
    paths = {span.split("::")[0] for span in spans if "CODE" not in span}
    named = {path for path in paths if PATH.fullmatch(path) and not path.startswith(MADE)}
    assert sorted(path for path in named if not found(path)) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_link_in_a_document_leads_somewhere(document: Path) -> None:
    links = LINK.findall(document.read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    for link in inside:
        path, _, anchor = link.partition("#")
        target = document.parent / path if path else document
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_function_named_with_its_file_is_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for match in (match for pattern in NAMED_IN for match in pattern.finditer(text)):
        files = found(match["path"])
        assert any(re.search(rf"\b{match['name']}\b", names_in(file)) for file in files), match[0]


def test_a_path_that_is_not_there_is_noticed() -> None:
    assert found("core/flow/controller.py")
    assert found("sheet_number.py")
    assert found("spooler/")
    assert not found("core/flow/roller.py")
    assert not found("roller.py")
