"""docs/architecture.md names every module that imports late with a `noqa` of its own."""

import re

from tests.conftest import ROOT

PACKAGE = ROOT / "jknassist"
LATE = re.compile(r"# noqa: .*\bPLC0415\b")
ROW = re.compile(r"^\| (?P<files>`[^|]+`) \|", re.MULTILINE)


def late_importers() -> set[str]:
    """Return the modules with a late import that carries a `noqa`."""
    files = PACKAGE.rglob("*.py")
    return {
        file.relative_to(PACKAGE).as_posix()
        for file in files
        if LATE.search(file.read_text(encoding="utf-8"))
    }


def named_in_table() -> set[str]:
    """Return the modules in the second table of the section on late imports."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    _, _, table = text.partition("Single imports elsewhere")
    rows = (match["files"] for match in ROW.finditer(table))
    return {name for row in rows for name in re.findall(r"`([^`]+\.py)`", row)}


def test_every_late_import_is_in_the_table_and_no_other_module() -> None:
    assert sorted(late_importers() ^ named_in_table()) == []
