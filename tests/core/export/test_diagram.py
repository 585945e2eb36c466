from dataclasses import replace

import pytest

from jknassist.core.export.diagram import dot, mermaid
from jknassist.core.flow.model import Knowledge, links
from tests.support.small_knowledge import small_knowledge


def with_title(title: str) -> Knowledge:
    knowledge = small_knowledge()
    first, *rest = knowledge.steps
    return replace(knowledge, steps=(replace(first, title=title), *rest))


def test_mermaid_draws_every_place_and_every_link() -> None:
    knowledge = small_knowledge()
    lines = mermaid(knowledge).splitlines()
    assert lines[0] == "flowchart TD"
    arrows = sum(len(links(step)) for step in knowledge.steps)
    assert len(lines) == 1 + len(knowledge.places) + arrows
    assert '    n0["mulai<br/>Apa yang Anda alami?"]' in lines
    assert '    n5(["pulsa_habis<br/>Pulsa habis"])' in lines
    assert '    n0 -->|"Pulsa habis"| n5' in lines
    assert '    n1 -.->|"corrected"| n6' in lines


def test_dot_draws_every_place_and_every_link() -> None:
    knowledge = small_knowledge()
    lines = dot(knowledge).splitlines()
    assert lines[0] == 'digraph "Bantuan Kecil" {'
    assert lines[-1] == "}"
    arrows = sum(len(links(step)) for step in knowledge.steps)
    assert len(lines) == 4 + len(knowledge.places) + arrows
    assert '    "mulai" [shape=box, label="mulai\\nApa yang Anda alami?"];' in lines
    assert '    "mulai" -> "pulsa_habis" [style=solid, label="Pulsa habis"];' in lines
    assert '    "nomor" -> "salah_ketik" [style=dashed, label="corrected"];' in lines


@pytest.mark.parametrize("title", ['Kata "kutip" ]', "</script>", "a|b", "`a`", "#quot;", "a;b"])
def test_no_mark_of_a_title_means_anything_to_mermaid(title: str) -> None:
    label = mermaid(with_title(title)).splitlines()[1].partition("<br/>")[2]
    assert label.endswith('"]')
    assert not set(label.removesuffix('"]')) & set('"<>|`[]')
    for letter in set('"<>|`') & set(title):
        assert f"#{ord(letter)};" in label


def test_no_mark_of_a_title_means_anything_to_dot() -> None:
    line = dot(with_title('Kata "kutip" dan \\n\nbaris')).splitlines()[3]
    assert line == '    "mulai" [shape=box, label="mulai\\nKata \\"kutip\\" dan \\\\n baris"];'


def test_the_same_flow_is_drawn_the_same_way() -> None:
    assert mermaid(small_knowledge()) == mermaid(small_knowledge())
    assert dot(small_knowledge()) == dot(small_knowledge())
