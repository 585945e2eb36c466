"""Lint of `next`: what follows an outcome that did not help."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from jknassist.core.flow.model import Action, Knowledge, Outcome
from jknassist.core.parsing.lint.all_rules import lint
from jknassist.core.parsing.lint.following import MOST_FOLLOWING, lint_following
from tests.support.changed_knowledge import with_part
from tests.support.small_knowledge import RELEASED, small_knowledge

SMALL = small_knowledge()


def after(index: int = 0, *names: str) -> Knowledge:
    return with_part("outcomes", index, next=names)


def only(knowledge: Knowledge) -> tuple[tuple[str | int, ...], str]:
    (finding,) = lint_following(knowledge, for_editor=False)
    assert not finding.warning
    return finding.path, finding.text


def test_a_sound_row_of_causes_is_fine() -> None:
    assert list(lint_following(SMALL, for_editor=True)) == []
    assert list(lint_following(after(0, "salah_ketik"), for_editor=True)) == []


@pytest.mark.parametrize("name", ["nirwana", "mulai"])
def test_what_follows_is_an_ending_that_exists(name: str) -> None:
    assert only(after(0, name)) == (
        ("outcomes", 0, "next", 0),
        f'"{name}" tidak ada di bagian outcomes',
    )


@pytest.mark.parametrize("names", [("pulsa_habis",), ("salah_ketik", "salah_ketik")])
def test_nothing_comes_twice(names: tuple[str, ...]) -> None:
    path, text = only(after(0, *names))
    assert path == ("outcomes", 0, "next", len(names) - 1)
    assert "sudah dilalui" in text


def test_not_more_than_three_causes_in_a_row() -> None:
    names = ("salah_ketik", "gangguan", "kode_masuk")
    found = list(lint_following(after(0, *names), for_editor=False))
    assert (
        ("outcomes", 0, "next"),
        f"paling banyak {MOST_FOLLOWING} sebab berikutnya; sekarang 3",
    ) in [(finding.path, finding.text) for finding in found]


def test_a_success_neither_follows_nor_is_followed() -> None:
    assert "sudah beres; pilih" in only(after(0, "kode_masuk"))[1]
    assert "tidak punya sebab berikutnya" in only(after(3, "gangguan"))[1]


def test_a_final_ending_neither_follows_nor_is_followed_and_owes_nothing() -> None:
    final = with_part("outcomes", 1, final=True, tried="", limit="")
    found = [(finding.path, finding.text) for finding in lint_following(final, for_editor=True)]
    assert found == [
        (
            ("outcomes", 0, "next", 0),
            '"salah_ketik" selesai di situ (final); pilih sebab yang lain',
        ),
        (
            ("outcomes", 1, "next"),
            "akhir yang selesai di situ (final) tidak punya sebab berikutnya; kosongkan",
        ),
    ]


def test_what_follows_has_something_new_to_do() -> None:
    same = (Action(id="coba_lagi_nanti", text="Coba lagi."), Action(id="isi", text="Isi pulsa."))
    changed = with_part("outcomes", 0, actions=same, next=("gangguan",))
    text = 'semua langkah "gangguan" sudah disebut sebelumnya'
    assert only(replace(changed, hand_over="")) == (("outcomes", 0, "next", 0), text)
    found = [(finding.path, finding.text) for finding in lint_following(changed, for_editor=False)]
    assert found == [(("outcomes", 0, "next", 0), text), (("outcomes", 1, "next"), text)]


def test_a_person_comes_last_and_is_an_ending() -> None:
    path, text = only(after(0, "gangguan", "salah_ketik"))
    assert path == ("outcomes", 0, "next", 0)
    assert "menuju petugas" in text
    for name in ("nirwana", "mulai"):
        assert only(replace(SMALL, hand_over=name)) == (
            ("hand_over",),
            f'"{name}" tidak ada di bagian outcomes',
        )


def test_when_to_stop_is_one_of_the_limits() -> None:
    assert only(with_part("outcomes", 0, limit="nirwana")) == (
        ("outcomes", 0, "limit"),
        '"nirwana" tidak ada di bagian limits',
    )


def test_the_fraud_warning_leads_to_no_other_cause() -> None:
    knowledge = replace(SMALL, safety=replace(SMALL.safety, goes_to="salah_ketik"))
    path, text = only(knowledge)
    assert path == ("outcomes", 1, "next")
    assert "dimintai kode" in text


LACKING: dict[str, Callable[[Outcome], Outcome]] = {
    "next": lambda one: replace(one, next=()),
    "tried": lambda one: replace(one, tried=""),
    "limit": lambda one: replace(one, limit=""),
}


@pytest.mark.parametrize("name", LACKING)
def test_the_editor_is_warned_once_of_how_many_endings_lack_something(name: str) -> None:
    bare = replace(SMALL, outcomes=tuple(map(LACKING[name], SMALL.outcomes)))
    (finding,) = lint_following(bare, for_editor=True)
    assert (finding.path, finding.warning) == (("outcomes", 0), True)
    assert finding.text.startswith(f'2 akhir belum punya "{name}", yaitu ')
    assert list(lint_following(bare, for_editor=False)) == []


def test_the_editor_is_warned_that_nothing_leads_to_a_person() -> None:
    found = lint_following(replace(SMALL, hand_over=""), for_editor=True)
    (finding,) = [each for each in found if "hand_over" in each.text]
    assert (finding.path, finding.warning) == (("start",), True)
    assert "menuju petugas" in finding.text


def test_the_fraud_warning_is_an_ending() -> None:
    for name in ("nirwana", "mulai"):
        knowledge = replace(SMALL, safety=replace(SMALL.safety, goes_to=name))
        assert only(knowledge)[0] == ("safety", "goes_to")
    good = replace(SMALL, safety=replace(SMALL.safety, goes_to="gangguan"))
    assert list(lint_following(good, for_editor=True)) == []


def test_only_the_editor_is_warned_that_no_ending_goes_on() -> None:
    bare = replace(SMALL, outcomes=tuple(replace(one, next=()) for one in SMALL.outcomes))
    assert [f for f in lint(bare, today=RELEASED) if "sebab berikutnya" in f.text and f.warning]
    assert not [f for f in lint(bare) if "sebab berikutnya" in f.text]


def test_an_ending_gives_no_advice_twice() -> None:
    twice = (Action(id="a", text="Isi pulsa."), Action(id="a", text="Tunggu."))
    (finding,) = lint(with_part("outcomes", 2, actions=twice))
    assert finding.path == ("outcomes", 2, "actions", 1, "id")
