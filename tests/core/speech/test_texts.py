from dataclasses import replace

from jknassist.core.flow.model import SpokenText
from jknassist.core.speech.texts import shown_texts, spoken_by_hand, texts_of
from tests.support.small_knowledge import small_knowledge

SMALL = small_knowledge()


def test_every_text_that_people_read_is_said() -> None:
    by_id = {text.id: text for text in texts_of(SMALL)}
    assert by_id["name"].shown == SMALL.name
    step = SMALL.steps[0]
    assert by_id[f"steps/{step.id}/title"].shown == step.title
    assert by_id[f"steps/{step.id}/answers/{step.answers[0].id}/text"].shown == step.answers[0].text
    assert f"outcomes/{SMALL.outcomes[0].id}/cause" in by_id


def test_ids_links_sources_and_staff_words_are_not_said() -> None:
    said = [text.id for text in texts_of(SMALL)]
    parts = {part for name in said for part in name.split("/")[1:]}
    assert not parts & {"id", "picture", "goes_to", "link", "provenance", "sources", "kind"}
    names = {name.split("/")[1] for name in said if name.startswith(("words/", "number_words/"))}
    assert not [name for name in names if name.startswith(("staff_", "list_", "tally_", "member_"))]


def test_a_text_of_two_sentences_is_two_clips() -> None:
    changed = replace(SMALL, about=("Satu. Dua.",))
    found = [(text.id, text.shown) for text in texts_of(changed) if text.id.startswith("about")]
    assert found == [("about/1.1", "Satu."), ("about/1.2", "Dua.")]


def test_the_file_itself_may_say_how_a_text_is_spoken() -> None:
    outcome = SMALL.outcomes[0]
    action = replace(outcome.actions[0], spoken="begini")
    changed = replace(
        SMALL,
        name="A. B.",
        spoken=(SpokenText(id="nama", text="A. B.", spoken="a b"),),
        outcomes=(replace(outcome, actions=(action, *outcome.actions[1:])), *SMALL.outcomes[1:]),
    )
    assert spoken_by_hand(changed) == {action.text: "begini", "A. B.": "a b"}
    by_id = {text.id: text for text in texts_of(changed)}
    assert by_id["name"].spoken == "a b"
    assert by_id["name"].overridden
    assert by_id[f"outcomes/{outcome.id}/actions/{action.id}/text"].spoken == "begini"
    assert "A. B." in shown_texts(changed)
