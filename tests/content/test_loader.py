"""Loading of content in two languages, for the window and the command line."""

import json
from pathlib import Path

import pytest

from jknassist.cli import main
from jknassist.content import loader, resources
from jknassist.core.flow.model import Knowledge
from jknassist.core.site import Site
from tests.support.first_edition import first_yaml
from tests.support.small_knowledge import small_knowledge, small_yaml
from tests.support.small_overlay import MARK, small_overlay_yaml

Said = pytest.CaptureFixture[str]


@pytest.fixture
def small_file(tmp_path: Path) -> Path:
    path = tmp_path / "isi.yaml"
    path.write_text(small_yaml(), encoding="utf-8")
    return path


@pytest.fixture
def overlay(small_file: Path) -> Path:
    """Lay a sound overlay beside the small file."""
    path = small_file.with_name("isi.en.yaml")
    path.write_text(small_overlay_yaml(), encoding="utf-8")
    return path


def spoken(*words: str) -> list[Knowledge]:
    """Return what the window would be given, the language to begin with first."""
    asked = main._parser().parse_args(words)
    shipped = main._load_content(asked.knowledge, main._languages(asked, Site()))
    return [shipped.knowledge, *shipped.others]


def test_a_path_is_walked_in_the_language_asked_for(
    small_file: Path, overlay: Path, capsys: Said
) -> None:
    assert overlay.exists()
    assert main.main(["walk", "--knowledge", str(small_file), "--lang", "en", "mulai=pulsa"]) == 0
    assert f"{MARK}Isi pulsa." in capsys.readouterr().out
    assert main.main(["walk", "--knowledge", str(small_file), "--lang", "id", "mulai=pulsa"]) == 0
    assert MARK not in capsys.readouterr().out


def test_the_shipped_content_speaks_english(capsys: Said) -> None:
    assert main.main(["walk", "--lang", "en", "--json", "--outcome", "pulsa_habis"]) == 0
    summary = json.loads(capsys.readouterr().out)["summary"]
    assert summary["language"] == "en"
    assert summary["title"] != "Pulsa habis"


def test_the_language_may_stand_before_the_command(
    small_file: Path, overlay: Path, capsys: Said
) -> None:
    assert overlay.exists()
    chosen = ["--knowledge", str(small_file), "--lang", "en"]
    for command in (["walk"], ["graph"], ["number", "kosong"]):
        main.main([*chosen, *command])
        assert MARK.rstrip(": ") in capsys.readouterr().out, command


def test_a_missing_language_is_said_and_nothing_else_is_shown(
    small_file: Path, capsys: Said
) -> None:
    assert main.main(["walk", "--knowledge", str(small_file), "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"{small_file.with_name('isi.en.yaml')}:0: ")


def test_an_overlay_with_faults_is_said_and_nothing_else_is_shown(
    small_file: Path, overlay: Path, capsys: Said
) -> None:
    overlay.write_text(overlay.read_text(encoding="utf-8").replace("edition: 1", "edition: 2"))
    assert main.main(["walk", "--knowledge", str(small_file), "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"{overlay}:2: ")


def test_an_overlay_of_another_language_is_not_taken_for_it(
    small_file: Path, overlay: Path, capsys: Said
) -> None:
    text = overlay.read_text(encoding="utf-8")
    overlay.write_text(text.replace('language: "en"', 'language: "su"'), encoding="utf-8")
    assert main.main(["walk", "--knowledge", str(small_file), "--lang", "en"]) == 1
    assert f"{overlay}:1: ini bahasa su" in capsys.readouterr().err


def test_the_window_is_offered_both_languages(capsys: Said) -> None:
    assert [one.language for one in spoken()] == ["id", "en"]
    assert [one.language for one in spoken("--lang", "en")] == ["en", "id"]
    assert capsys.readouterr().err == ""


def test_a_window_without_its_overlay_speaks_one_language_and_says_why(
    small_file: Path, overlay: Path, capsys: Said
) -> None:
    overlay.write_text("overlay_of: id\n", encoding="utf-8")
    assert spoken("--knowledge", str(small_file)) == [small_knowledge()]
    said = capsys.readouterr().err.splitlines()
    assert len(said) > 10
    assert all(line.startswith(f"{overlay}:") for line in said)


def test_a_kiosk_has_the_content_by_language() -> None:
    asked = main._parser().parse_args([])
    shipped = main._load_by_language(asked, Site(languages=("en", "id")))
    assert list(shipped) == ["en", "id"]
    for language, one in shipped.items():
        assert (one.knowledge.language, one.others) == (language, ())


def test_check_knows_an_overlay_and_what_it_lies_over(
    small_file: Path, overlay: Path, capsys: Said
) -> None:
    assert main.main(["check", str(overlay)]) == 0
    small_file.write_text(
        small_file.read_text(encoding="utf-8").replace("Isi pulsa.", "Isi pulsa. Lagi.")
    )
    assert main.main(["check", str(overlay)]) == 0
    text = overlay.read_text(encoding="utf-8")
    overlay.write_text(text.replace("{number}", "{angka}", 1), encoding="utf-8")
    assert main.main(["check", str(small_file), str(overlay)]) == 1
    assert f"{overlay}:" in capsys.readouterr().err


def test_an_overlay_alone_is_checked_against_the_shipped_content(
    tmp_path: Path, capsys: Said
) -> None:
    shipped = Path(__file__).parent.parent.parent / "resources" / "knowledge.en.yaml"
    for name in ("terjemahan.yaml", "lain.en.yaml", "tanpa_akhiran"):
        file = tmp_path / name
        file.write_bytes(shipped.read_bytes())
        assert main.main(["check", str(file)]) == 0, capsys.readouterr().err


def test_faults_below_an_overlay_are_reported_once(
    small_file: Path, overlay: Path, capsys: Said
) -> None:
    small_file.write_text("edition: 1\n", encoding="utf-8")
    assert main.main(["check", str(small_file), str(overlay)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said
    assert len(said) == len(set(said))
    assert all(line.startswith(f"{small_file}:") for line in said)


def test_a_named_file_of_the_first_edition_is_walked_in_both_languages(
    tmp_path: Path, capsys: Said
) -> None:
    for name in ("knowledge.yaml", "knowledge.en.yaml"):
        (tmp_path / name).write_text(first_yaml(name), encoding="utf-8")
    named = str(tmp_path / "knowledge.yaml")
    for language in ("id", "en"):
        asked = ["walk", "--knowledge", named, "--lang", language, "--outcome", "pulsa_habis"]
        assert main.main(asked) == 0
        assert {"id": "Pulsa", "en": "credit"}[language] in capsys.readouterr().out


def test_the_draft_of_a_translation_of_the_first_edition_is_shown(tmp_path: Path) -> None:
    for name in ("knowledge.yaml", "knowledge.en.yaml"):
        (tmp_path / name).write_text(first_yaml(name), encoding="utf-8")
    draft = loader.draft_of(str(tmp_path / "knowledge.en.yaml"))
    english = loader.shipped_of("en")
    assert english is not None
    assert draft.words.solved_yes == english.words.solved_yes


def test_no_words_are_lent_where_the_shipped_content_is_faulty_or_has_no_such_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert loader.shipped_of("jv") is None
    monkeypatch.setattr(resources, "read", lambda _name: b"rusak: [")
    assert loader.shipped_of() is None


def test_only_what_is_wrong_with_a_translation_is_reported_at_the_start(tmp_path: Path) -> None:
    for name in ("knowledge.yaml", "knowledge.en.yaml"):
        text = first_yaml(name).replace(
            "edition: 1", f"edition: {1 if name.count('.') == 1 else 7}"
        )
        (tmp_path / name).write_text(text, encoding="utf-8")
    named = str(tmp_path / "knowledge.yaml")
    with pytest.raises(loader.ContentError) as raised:
        loader.translation_of("en", named, loader.knowledge_of(named))
    assert [fault.warning for fault in raised.value.diagnostics] == [False]
