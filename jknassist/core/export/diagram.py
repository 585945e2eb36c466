"""Export the flow as diagram source: a Mermaid flowchart or a Graphviz digraph."""

from collections.abc import Iterator
from dataclasses import dataclass

from jknassist.core.flow.model import Knowledge, links


@dataclass(frozen=True)
class _Arrow:
    """One edge: solid for an answer a person chooses, dashed for a result the program finds."""

    source: str
    target: str
    label: str
    dashed: bool


def mermaid(knowledge: Knowledge) -> str:
    """Return the flow as a Mermaid flowchart, in the order of the file."""
    return "\n".join(("flowchart TD", *_mermaid_lines(knowledge))) + "\n"


def dot(knowledge: Knowledge) -> str:
    """Return the flow as a Graphviz digraph, in the order of the file."""
    opening = f"digraph {_dot_text(knowledge.name)} {{"
    return "\n".join((opening, *_dot_lines(knowledge), "}")) + "\n"


def _mermaid_lines(knowledge: Knowledge) -> Iterator[str]:
    # Numbered names, because an id could be a reserved word of Mermaid such as "end".
    names = {place_id: f"n{index}" for index, place_id in enumerate(knowledge.places)}
    for step in knowledge.steps:
        yield f'    {names[step.id]}["{_mermaid_text(step.id, step.title)}"]'
    for outcome in knowledge.outcomes:
        yield f'    {names[outcome.id]}(["{_mermaid_text(outcome.id, outcome.title)}"])'
    for arrow in _arrows(knowledge):
        line = "-.->" if arrow.dashed else "-->"
        label = _mermaid_text(arrow.label)
        yield f'    {names[arrow.source]} {line}|"{label}"| {names[arrow.target]}'


def _dot_lines(knowledge: Knowledge) -> Iterator[str]:
    yield '    node [fontname="sans-serif"];'
    yield '    edge [fontname="sans-serif"];'
    for step in knowledge.steps:
        yield f"    {_dot_text(step.id)} [shape=box, label={_dot_text(step.id, step.title)}];"
    for outcome in knowledge.outcomes:
        label = _dot_text(outcome.id, outcome.title)
        yield f"    {_dot_text(outcome.id)} [shape=box, style=rounded, label={label}];"
    for arrow in _arrows(knowledge):
        style = "dashed" if arrow.dashed else "solid"
        ends = f"{_dot_text(arrow.source)} -> {_dot_text(arrow.target)}"
        yield f"    {ends} [style={style}, label={_dot_text(arrow.label)}];"


def _arrows(knowledge: Knowledge) -> Iterator[_Arrow]:
    for step in knowledge.steps:
        chosen = {answer.id: answer.text for answer in step.answers}
        for key, target in links(step).items():
            yield _Arrow(step.id, target, chosen.get(key, key), key not in chosen)


def _mermaid_text(*lines: str) -> str:
    """Return lines joined by breaks, with all characters special to Mermaid as entities."""
    return "<br/>".join("".join(map(_entity, " ".join(line.split()))) for line in lines)


def _entity(letter: str) -> str:
    return letter if letter.isalnum() or letter in " _-.,?!()/" else f"#{ord(letter)};"


def _dot_text(*lines: str) -> str:
    """Return lines as one quoted DOT string."""
    marked = (" ".join(line.split()).replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return '"' + "\\n".join(marked) + '"'
