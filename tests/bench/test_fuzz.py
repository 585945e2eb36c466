"""A bounded share of the long runs of tests/bench/fuzz.py, on small content; the same each time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jknassist.core.messages import NumberWords
from tests.support import damaged_files, fuzz_promises
from tests.support.damaged_files import chance_of
from tests.support.small_knowledge import filled, small_knowledge, small_yaml, to_yaml
from tests.support.small_overlay import small_overlay_yaml
from tests.support.small_plan import small_index, small_plan

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
NUMBER = fuzz_promises.number_promise(small_index(), filled(NumberWords))
SEARCH = fuzz_promises.search_promise(small_knowledge())
WORDS = fuzz_promises.words_of(small_knowledge())


@pytest.fixture(scope="module")
def promise_of(tmp_path_factory: pytest.TempPathFactory) -> dict[str, fuzz_promises.FilePromise]:
    return {
        "knowledge": fuzz_promises.knowledge_promise,
        "overlay": fuzz_promises.overlay_promise(small_knowledge()),
        "plan": fuzz_promises.plan_promise,
        "site": fuzz_promises.site_promise,
        "tally": fuzz_promises.tally_promise(tmp_path_factory.mktemp("tally")),
    }


@pytest.mark.parametrize("kind", SOUND)
def test_what_is_damaged_is_sound_before(
    kind: str, promise_of: dict[str, fuzz_promises.FilePromise]
) -> None:
    assert promise_of[kind](SOUND[kind].encode())


@pytest.mark.parametrize("kind", SOUND)
@settings(max_examples=120)
@given(seed=SEEDS)
def test_a_damaged_file_loads_or_is_told_by_line(
    kind: str, seed: int, promise_of: dict[str, fuzz_promises.FilePromise]
) -> None:
    promise_of[kind](damaged_files.damaged(SOUND[kind], chance_of(seed)))


@settings(max_examples=600)
@given(seed=SEEDS)
def test_whatever_is_typed_as_a_number_is_answered(seed: int) -> None:
    chance = chance_of(seed)
    NUMBER(damaged_files.number_text(chance), damaged_files.number_text(chance))


@settings(max_examples=300)
@given(seed=SEEDS)
def test_whatever_is_searched_for_is_answered(seed: int) -> None:
    SEARCH(damaged_files.search_text(WORDS, chance_of(seed)))
