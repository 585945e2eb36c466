"""A bounded share of the long runs of tests/bench/fuzz.py, on small content; the same each time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jknassist.core.words import NumberWords
from tests.support import damaged_files, fuzz_checks
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
OLD_TALLY = "machine,date,outcome,count\n" + "".join(
    f"0000000{n % 3},2026-11-{n + 1:02},gangguan,{n + 1}\n" for n in range(28)
)
TALLY = "machine,date,version,edition,kind,name,count\n" + "".join(
    f"0000000{n % 3},2026-11-{n + 1:02},0.2.0,2,left,nomor,{n + 1}\n" for n in range(28)
)
SOUND = {
    "knowledge": small_yaml(),
    "overlay": small_overlay_yaml(),
    "plan": to_yaml(small_plan()),
    "site": SITE,
    "tally": TALLY,
    "old_tally": OLD_TALLY,
}
NUMBER = fuzz_checks.number_check(small_index(), filled(NumberWords))
SEARCH = fuzz_checks.search_check(small_knowledge())
WORDS = fuzz_checks.words_of(small_knowledge())


@pytest.fixture(scope="module")
def check_of(
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, fuzz_checks.FileCheck]:
    return {
        "knowledge": fuzz_checks.knowledge_check,
        "overlay": fuzz_checks.overlay_check(small_knowledge()),
        "plan": fuzz_checks.plan_check,
        "site": fuzz_checks.site_check,
        "tally": fuzz_checks.tally_check(tmp_path_factory.mktemp("tally")),
        "old_tally": fuzz_checks.tally_check(tmp_path_factory.mktemp("old_tally")),
    }


@pytest.mark.parametrize("kind", SOUND)
def test_what_is_damaged_is_sound_before(
    kind: str, check_of: dict[str, fuzz_checks.FileCheck]
) -> None:
    assert check_of[kind](SOUND[kind].encode())


@pytest.mark.parametrize("kind", SOUND)
@settings(max_examples=120)
@given(seed=SEEDS)
def test_a_damaged_file_loads_or_is_reported_by_line(
    kind: str, seed: int, check_of: dict[str, fuzz_checks.FileCheck]
) -> None:
    check_of[kind](damaged_files.damaged(SOUND[kind], chance_of(seed)))


@settings(max_examples=600)
@given(seed=SEEDS)
def test_whatever_is_typed_as_a_number_is_answered(seed: int) -> None:
    chance = chance_of(seed)
    NUMBER(damaged_files.number_text(chance), damaged_files.number_text(chance))


@settings(max_examples=300)
@given(seed=SEEDS)
def test_whatever_is_searched_for_is_answered(seed: int) -> None:
    SEARCH(damaged_files.search_text(WORDS, chance_of(seed)))
