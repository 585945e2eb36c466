from jknassist.content.loader import knowledge_of
from jknassist.core.flow.model import ChecklistStep
from jknassist.core.speech.clip_index import ClipIndex
from jknassist.core.speech.pages import (
    PageTime,
    hint_texts,
    outcome_texts,
    page_times,
    question_texts,
)
from tests.support.small_knowledge import small_knowledge

SHIPPED = knowledge_of(None)


def test_title_and_text_come_first_then_the_answers() -> None:
    step = SHIPPED.steps[0]
    answers = [answer.text for answer in step.answers]
    assert question_texts(step) == (step.title, step.text, *answers)
    assert set(hint_texts(step)) == {answer.hint for answer in step.answers}


def test_what_to_look_at_is_said_before_the_answers() -> None:
    step = next(step for step in SHIPPED.steps if isinstance(step, ChecklistStep))
    said = question_texts(step)
    assert said.index(step.items[-1]) < said.index(step.answers[0].text)


def test_an_ending_tells_what_to_do_and_when_to_stop() -> None:
    outcome = next(one for one in SHIPPED.outcomes if one.limit)
    limit = SHIPPED.limit_by_id[outcome.limit]
    said = outcome_texts(SHIPPED, outcome)
    assert said[:2] == (outcome.title, outcome.cause)
    assert said[-2:] == (limit.stop, limit.come_back)
    small = small_knowledge()
    assert outcome_texts(small, small.outcomes[0])[0] == small.outcomes[0].title


def test_every_page_is_measured_by_the_length_of_its_sounds() -> None:
    times = tuple(page_times(SHIPPED, ClipIndex(SHIPPED), lambda _: 1.0))
    assert {time.place_id for time in times} == SHIPPED.places.keys()
    assert all(time.seconds >= 2 for time in times)
    assert PageTime("x", "ending", 41, 40).too_long
    assert not PageTime("x", "ending", 40, 40).too_long
