"""The sheet for a morning with people: made of the content, with nothing to write names into."""

from dataclasses import replace

from jknassist.content import loader
from jknassist.core.export import field_sheet
from jknassist.core.export.field_sheet import HEARD, PICTURES, TASKS, WORDS
from tests.support.small_knowledge import small_knowledge

SHIPPED = loader.knowledge_of(None)


def test_it_asks_for_tasks_pictures_sentences_and_words() -> None:
    sheet = field_sheet.field_sheet(SHIPPED)
    assert all(task in sheet for task in TASKS)
    assert all(outcome.cause in sheet for outcome in SHIPPED.outcomes[:HEARD])
    assert all(term.term in sheet for term in SHIPPED.glossary[:WORDS])
    assert sheet.count('src="picture:') == PICTURES


def test_each_picture_is_asked_about_once_and_explained_at_the_end() -> None:
    names = field_sheet.pictures(SHIPPED)
    assert len(set(names)) == len(names) == PICTURES
    sheet = field_sheet.field_sheet(SHIPPED)
    key = sheet[sheet.index("Arti gambar") :]
    assert all(f"<p>{number}. " in key for number in range(1, PICTURES + 1))
    assert "picture:" not in key


def test_it_says_what_is_never_written_down() -> None:
    sheet = field_sheet.field_sheet(SHIPPED)
    assert "Jangan menulis nama, NIK, nomor HP" in sheet


def test_content_without_pictures_has_a_sheet_too() -> None:
    bare = replace(
        small_knowledge(),
        outcomes=tuple(
            replace(one, actions=tuple(replace(action, picture="") for action in one.actions))
            for one in small_knowledge().outcomes
        ),
    )
    assert field_sheet.pictures(bare) == ()
    assert "picture:" not in field_sheet.field_sheet(bare)
