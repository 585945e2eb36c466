"""The commands `translate export` and `import`, from the shipped content and back."""

from pathlib import Path

import pytest

from jknassist.cli import main
from jknassist.content import loader
from tests.support.small_knowledge import small_yaml
from tests.support.small_overlay import small_overlay_yaml


@pytest.fixture
def content(tmp_path: Path) -> Path:
    path = tmp_path / "isi.yaml"
    path.write_text(small_yaml(), encoding="utf-8")
    (tmp_path / "isi.en.yaml").write_text(small_overlay_yaml(), encoding="utf-8")
    return path


def translate(content: Path, verb: str, *words: str | Path, lang: str = "en") -> int:
    return main.main(
        ["translate", verb, "--lang", lang, "--knowledge", str(content), *map(str, words)]
    )


@pytest.mark.parametrize("name", ["tabel.csv", "tabel.xlsx"])
def test_a_round_trip_changes_nothing(content: Path, tmp_path: Path, name: str) -> None:
    table, overlay = tmp_path / name, tmp_path / "baru.en.yaml"
    assert translate(content, "export", table) == 0
    assert translate(content, "import", table, overlay) == 0
    base = loader.knowledge_of(str(content))
    before = loader.translation_of("en", str(content), base)
    (tmp_path / "isi.en.yaml").write_bytes(overlay.read_bytes())
    assert loader.translation_of("en", str(content), base) == before


def test_a_new_language_starts_with_an_empty_column(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "jv.csv"
    assert translate(content, "export", table, lang="jv") == 0
    told = capsys.readouterr().out
    texts = int(told.split(": ")[1].split()[0])
    assert told.endswith(f"{texts} teks, {texts} belum diterjemahkan\n")
    assert translate(content, "import", table, tmp_path / "isi.jv.yaml", lang="jv") == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == texts
    assert lines[0].startswith(f'{table}:2: terjemahan "name" kosong')
    assert not (tmp_path / "isi.jv.yaml").exists()


def test_a_translation_that_would_not_load_is_not_written(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "tabel.csv"
    assert translate(content, "export", table) == 0
    assert translate(content, "import", table, tmp_path / "isi.id.yaml", lang="id") == 1
    assert "isi.id.yaml" in capsys.readouterr().err
    assert not (tmp_path / "isi.id.yaml").exists()


def test_files_that_are_there_are_not_replaced_unasked(content: Path, tmp_path: Path) -> None:
    table = tmp_path / "tabel.csv"
    table.write_text("lama")
    assert translate(content, "export", table) == 2
    assert table.read_text() == "lama"
    assert translate(content, "export", table, "--force") == 0
    assert translate(content, "import", table, content.with_name("isi.en.yaml")) == 2
    assert content.with_name("isi.en.yaml").read_text(encoding="utf-8") == small_overlay_yaml()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("export", "a.docx"), "harus berakhir .csv atau .xlsx"),
        (("export", "no_a.csv/b.csv"), "tidak bisa ditulis"),
        (("import", "none.csv", "out.yaml"), "tidak bisa dibaca"),
    ],
)
def test_a_file_that_cannot_be_used_is_said(
    content: Path, words: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    verb, *names = words
    assert translate(content, verb, *(content.parent / name for name in names)) == 2
    assert says in capsys.readouterr().err


def test_a_damaged_workbook_is_said(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "a.xlsx"
    table.write_bytes(b"PK\x03\x04cut")
    assert translate(content, "import", table, tmp_path / "out.yaml") == 2
    assert "bukan tabel" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["", "../x", "EN", "a", "abcd"])
def test_the_language_is_a_code(content: Path, tmp_path: Path, lang: str) -> None:
    with pytest.raises(SystemExit) as ended:
        translate(content, "export", tmp_path / "a.csv", lang=lang)
    assert ended.value.code == 2
