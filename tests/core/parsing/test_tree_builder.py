"""The syntax tree of a YAML file, and limits on what YAML may do."""

from jknassist.core.parsing.tree_builder import MOST_DEPTH, MOST_KEYS, MOST_VALUES
from tests.support.parse_faults import changed, faults_of, line_of, only_fault


def test_a_key_given_twice_names_both_lines() -> None:
    text = changed("edition: 1\n", 'edition: 1\nname: "Lain"\n')
    fault = only_fault(text)
    assert fault.line == text[: text.rindex("\nname:")].count("\n") + 2
    assert f"baris {line_of('name:', text)}" in fault.text


def test_lists_in_lists_end_somewhere() -> None:
    assert only_fault("[" * (MOST_DEPTH + 1)).text.startswith("isi bersarang")
    assert "bersarang" in only_fault("- " * (MOST_DEPTH + 1)).text
    assert "bersarang" not in faults_of("[" * MOST_DEPTH)[0].text


def test_a_file_of_too_many_values_is_not_read_to_its_end() -> None:
    fault = only_fault("- a\n" * (MOST_VALUES + 10))
    assert fault.line == MOST_VALUES
    assert str(MOST_VALUES) in fault.text


def test_a_mapping_of_too_many_keys_is_not_compared_with_the_model() -> None:
    fault = only_fault("words:\n" + "".join(f"  nexr{i}: b\n" for i in range(MOST_KEYS + 10)))
    assert fault.line == MOST_KEYS + 2
    assert str(MOST_KEYS) in fault.text


def test_aliases_that_multiply_are_never_followed() -> None:
    levels = "".join(f"a{i + 1}: &a{i + 1} [{', '.join([f'*a{i}'] * 9)}]\n" for i in range(20))
    faults = faults_of(f"a0: &a0 lol\n{levels}")
    assert {"alias" in fault.text for fault in faults} == {True}
