"""A bounded share of the long runs of tests/bench/fuzz.py, on small content; the same each time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jknassist.core.wording import NumberWords
from tests import damage, promises
from tests.core.small_knowledge import filled, small_knowledge, small_yaml, to_yaml
from tests.core.small_overlay import small_overlay_yaml
from tests.core.small_plan import small_index, small_plan
from tests.damage import chance_of

SEEDS = st.integers(0, 2**32 - 1)
SITE = """\
office:
  name: "Kantor Contoh"
  contact: "165"
  checked_on: 2026-11-01
mode: volunteer
idle_seconds: 90
screen_diagonal: "21.5"
screen_distance: 500
printer: "Kantor"
paper: a4
languages: [id, en]
tally: true
"""
TALLY = "machine,date,outcome,count\n" + "".join(
    f"0000000{n % 3},2026-11-{n + 1:02},gangguan,{n + 1}\n" for n in range(28)
)
SOUND = {
    "knowledge": small_yaml(),
    "overlay": small_overlay_yaml(),
    "plan": to_yaml(small_plan()),
    "site": SITE,
    "tally": TALLY,
}
NUMBER = promises.number_promise(small_index(), filled(NumberWords))
SEARCH = promises.search_promise(small_knowledge())
WORDS = promises.words_of(small_knowledge())


@pytest.fixture(scope="module")
def promise_of(tmp_path_factory: pytest.TempPathFactory) -> dict[str, promises.FilePromise]:
    return {
        "knowledge": promises.knowledge_promise,
        "overlay": promises.overlay_promise(small_knowledge()),
        "plan": promises.plan_promise,
        "site": promises.site_promise,
        "tally": promises.tally_promise(tmp_path_factory.mktemp("tally")),
    }


@pytest.mark.parametrize("kind", SOUND)
def test_what_is_damaged_is_sound_before(
    kind: str, promise_of: dict[str, promises.FilePromise]
) -> None:
    assert promise_of[kind](SOUND[kind].encode())


@pytest.mark.parametrize("kind", SOUND)
@settings(max_examples=120)
@given(seed=SEEDS)
def test_a_damaged_file_loads_or_is_told_by_line(
    kind: str, seed: int, promise_of: dict[str, promises.FilePromise]
) -> None:
    promise_of[kind](damage.damaged(SOUND[kind], chance_of(seed)))


@settings(max_examples=600)
@given(seed=SEEDS)
def test_whatever_is_typed_as_a_number_is_answered(seed: int) -> None:
    chance = chance_of(seed)
    NUMBER(damage.number_text(chance), damage.number_text(chance))


@settings(max_examples=300)
@given(seed=SEEDS)
def test_whatever_is_searched_for_is_answered(seed: int) -> None:
    SEARCH(damage.search_text(WORDS, chance_of(seed)))
