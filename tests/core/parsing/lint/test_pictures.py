"""Pictures: each action has one, one deed has one picture, nothing on a page looks alike."""

from dataclasses import replace

import pytest

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import Action, Knowledge, Option
from jknassist.core.parsing.lint.all_rules import lint
from jknassist.core.parsing.lint.pictures import NEAR, lint_pictures
from tests.support.changed_knowledge import with_part
from tests.support.small_knowledge import small_knowledge

SMALL = small_knowledge()


def found(knowledge: Knowledge, *drawn: str, shipped: bool = False) -> list[Issue]:
    return list(lint_pictures(knowledge, drawn, shipped=shipped))


def with_actions(*pictures: str) -> Knowledge:
    made = tuple(Action(id=f"a{n}", text="Ya.", picture=p) for n, p in enumerate(pictures))
    return with_part("outcomes", 0, actions=made)


def with_answers(*pictures: str) -> Knowledge:
    made = tuple(
        Option(id=f"a{n}", text="Ya", picture=p, goes_to="gangguan") for n, p in enumerate(pictures)
    )
    return with_part("steps", 0, answers=made)


def test_the_small_content_has_all_its_pictures() -> None:
    assert found(SMALL) == []


@pytest.mark.parametrize("shipped", [True, False])
def test_an_action_without_a_picture_is_an_error_only_in_the_shipped_content(
    *, shipped: bool
) -> None:
    bare = with_actions("isi_pulsa", "", "")
    path = ("outcomes", 0, "actions", 1)
    text = '2 langkah belum punya gambar; tulis "picture: …"'
    assert found(bare, shipped=shipped) == [Issue(path, text, warning=not shipped)]


def test_two_answers_of_a_page_have_two_pictures() -> None:
    text = 'gambar "gagal" dipakai dua kali di satu halaman'
    assert found(with_answers("gagal", "email", "gagal")) == [
        Issue(("steps", 0, "answers", place), text, warning=True) for place in (0, 2)
    ]


def test_answers_without_a_picture_are_not_alike() -> None:
    assert found(with_answers("", "", "gagal")) == []


def test_two_actions_of_an_ending_have_two_pictures() -> None:
    assert [issue.path for issue in found(with_actions("pin", "pin"))] == [
        ("outcomes", 0, "actions", 0),
        ("outcomes", 0, "actions", 1),
    ]


@pytest.mark.parametrize("pair", NEAR, ids=sorted)
def test_near_pictures_never_stand_on_one_page(pair: frozenset[str]) -> None:
    one, other = sorted(pair)
    guide = with_part("guides", 0, pictures=(one, other))
    for content in (with_answers(one, "gagal", other), with_actions(other, one), guide):
        said = [issue.text for issue in found(content)]
        assert f'gambar "{one}" mirip "{other}" di halaman yang sama; pilih lain' in said
        assert len(said) == 2
    assert found(with_actions(one, "gagal")) == []


def test_one_deed_has_one_picture() -> None:
    actions = (Action(id="isi_pulsa", text="Isi.", picture="pin"),)
    twice = replace(SMALL.outcomes[1], actions=actions)
    content = replace(SMALL, outcomes=(SMALL.outcomes[0], twice, *SMALL.outcomes[2:]))
    text = 'langkah "isi_pulsa" di atas bergambar "isi_pulsa"; pakai yang sama'
    assert found(content) == [Issue(("outcomes", 1, "actions", 0), text, warning=True)]


def test_a_name_that_leads_to_no_picture_is_reported() -> None:
    names = {action.picture for end in SMALL.outcomes for action in end.actions}
    names |= {page.picture for page in (*SMALL.steps, *SMALL.outcomes)}
    names |= {answer.picture for step in SMALL.steps for answer in step.answers}
    assert found(SMALL, *names) == []
    told = found(SMALL, *(names - {"telepon_165", "hp_pulsa"}))
    assert {issue.text for issue in told} == {
        'gambar "telepon_165" tidak ada di program',
        'gambar "hp_pulsa" tidak ada di program',
    }


@pytest.mark.parametrize("pictures", [("pin",), ("pin", "email", "gagal")])
def test_a_guide_has_a_picture_for_each_point_or_none(pictures: tuple[str, ...]) -> None:
    (told,) = lint(with_part("guides", 0, pictures=pictures))
    assert told.path == ("guides", 0, "pictures")
    assert told.text == f"harus 2 gambar, satu untuk tiap langkah; sekarang {len(pictures)}"
    assert not told.warning
    assert lint(with_part("guides", 0, pictures=("pin", "email"))) == ()
