"""Type information of the content model."""

from jknassist.core.parsing import load
from tests.support.parse_faults import NAME, changed, line_of, only_fault
from tests.support.small_knowledge import small_knowledge, small_yaml


def test_a_step_without_a_kind_is_reported_with_all_kinds() -> None:
    fault = only_fault(changed('    kind: "choice"\n', ""))
    assert fault.line == line_of('- id: "mulai"', small_yaml())
    assert '"kind" belum ada; isinya salah satu dari: choice, number' in fault.text


def test_a_step_that_is_no_group_of_keys() -> None:
    text = changed("steps:\n", 'steps:\n  - "mulai"\n')
    assert 'butir ke-1 dari "steps" tidak dapat berisi "mulai"' in only_fault(text).text


def test_a_quoted_date_is_a_date() -> None:
    text = changed("released: 2026-11-22", 'released: "2026-11-22"')
    assert load.load_knowledge(text.encode(), NAME)[0] == small_knowledge()
