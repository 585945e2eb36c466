"""The readability report names the hardest texts with their path."""

import importlib.util
import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from jknassist.core.flow.model import Term
from tests.support.small_knowledge import small_knowledge, to_yaml

SCRIPT = Path(__file__).parent.parent.parent / "packaging" / "tools" / "reading_age.py"
BOOKISH = "Pengadministrasian kepesertaan berkelanjutan mempersyaratkan keberlangsungan pembiayaan."


@pytest.fixture
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reading_age_under_test", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def draft(folder: Path, *meanings: str) -> str:
    """Write the small knowledge with these meanings in its glossary; return the file's name."""
    terms = tuple(Term(id=f"t{i}", term=f"T{i}", meaning=m) for i, m in enumerate(meanings))
    file = folder / "isi.yaml"
    file.write_text(to_yaml(replace(small_knowledge(), glossary=terms)), encoding="utf-8")
    return str(file)


def test_the_hardest_text_stands_first_with_its_place(
    script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert script.main([draft(tmp_path, "Isi pulsa dulu.", BOOKISH)]) == 0
    counted, hardest = capsys.readouterr().out.split("paling sulit:\n")
    assert re.match(r"seluruh isi +kelas  3, +\d+ kalimat,  3\.\d kata tiap kalimat,", counted)
    assert "\nglossary      kelas 13,    2 kalimat,  4.5 kata tiap kalimat," in counted
    assert hardest.splitlines()[0] == f"  glossary.t1.meaning: {BOOKISH}"


def test_a_whole_that_is_too_hard_fails(script: ModuleType, tmp_path: Path) -> None:
    assert script.main([draft(tmp_path, *[BOOKISH] * 60)]) == 1


def test_faults_are_reported_instead(
    script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert script.main([draft(tmp_path, " ")]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "isi.yaml:" in told.err
