"""Every pair of colours that occurs is in one table, and has the contrast of its kind."""

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import pytest

from jknassist.content import resources
from jknassist.gui.style.contrast_pairs import SHAPES_ON, WORDS_ON
from jknassist.gui.style.palette import PALETTES, Palette
from tests.support.contrast import contrast

STATES = ((), ("hover",), ("pressed",), ("checked",), ("checked", "hover"), ("disabled",))
GROUNDS = ("paper", "card", "bar_fill")
"""What is behind a widget without a ground of its own."""

ON_GROUND = {
    "headline": "front",
    "front_brand": "front",
}
"""Ground of a label that stands on another one, by its object name."""

NEVER_CHECKED = {"found_unsure", "link", "over_card"}
PAINTED = {"voice_switch"}
"""What paints its words itself, with `ink`, whatever the style sheet says."""

SCHEMES = [scheme.value for scheme in PALETTES]


class Rule(NamedTuple):
    """A simple rule of the style sheet: `inside` is the object name of what is around it."""

    kind: str
    name: str
    states: frozenset[str]
    inside: str
    values: dict[str, str]


def rules() -> list[Rule]:
    """Return the rules of the style sheet that choose a widget by kind, name and state."""
    text = re.sub(r"/\*.*?\*/", "", resources.read("theme.qss").decode(), flags=re.DOTALL)
    found = []
    for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", text):
        values = dict(re.findall(r"([\w-]+):\s*([^;]+);", body))
        for selector in selectors.split(","):
            *around, last = selector.split()
            shape = re.fullmatch(r"(\*|\w+)(?:#(\w+))?((?::\w+)*)", last)
            if shape:
                states = frozenset(filter(None, shape[3].split(":")))
                inside = around[-1].partition("#")[2] if around else ""
                found.append(Rule(shape[1], shape[2] or "", states, inside, values))
    return found


RULES = rules()


def colour_of(kind: str, name: str, states: tuple[str, ...], *keys: str) -> str:
    """Return the role of a property in a state, as the cascade of Qt decides it; "" if none."""
    found = ""
    applying = (
        (bool(rule.name), len(rule.states), index, rule)
        for index, rule in enumerate(RULES)
        if rule.kind in {kind, "*"} and rule.name in {name, ""} and rule.states <= {*states}
        if not rule.inside
    )
    for *_, rule in sorted(applying, key=lambda each: each[:3]):
        for key in keys:
            role = re.search(r"@(\w+)", rule.values.get(key, ""))
            if key in rule.values and (role is None or role[1] in Palette._fields):
                found = role[1] if role else ""
    return found


def pairs_of_words() -> Iterator[tuple[str, str, str]]:
    """Yield what has words of a colour on a ground, in each of its states."""
    wordless = {"*", "QFrame", "RaisedButton", "SignedButton"}
    for kind in sorted({rule.kind for rule in RULES} - wordless):
        names = {rule.name for rule in RULES if rule.kind == kind and not rule.inside} - PAINTED
        every = product(sorted({*names, ""}), STATES if kind == "QPushButton" else ((),))
        for name, states in every:
            if "checked" in states and name in NEVER_CHECKED:
                continue
            ground = colour_of(kind, name, states, "background")
            words = colour_of(kind, name, states, "color")
            yield f"{kind}#{name}{states}", words, ground or ON_GROUND.get(name, "")
    for rule in RULES:
        if rule.inside and "color" in rule.values:
            ground = colour_of("QFrame", rule.inside, (), "background")
            yield f"in {rule.inside}", rule.values["color"].lstrip("@"), ground


@pytest.mark.parametrize(("who", "words", "ground"), list(pairs_of_words()))
def test_words_stand_on_a_ground_of_the_table(who: str, words: str, ground: str) -> None:
    grounds = (ground,) if ground else GROUNDS[:2]
    for each in grounds:
        assert words in WORDS_ON[each], f"{who}: {words} on {each}"


def test_each_lip_and_ring_is_in_the_table() -> None:
    known = {shape for shapes in SHAPES_ON.values() for shape in shapes}
    for rule in RULES:
        for key, value in rule.values.items():
            if key in {"qproperty-lip_colour", "qproperty-ring_colour", "qproperty-chosen_lip"}:
                assert value.lstrip("@") in {*known, "transparent"}, rule


@pytest.mark.parametrize("palette", PALETTES.values(), ids=SCHEMES)
@pytest.mark.parametrize("ground", WORDS_ON)
def test_words_have_a_contrast_of_seven(palette: Palette, ground: str) -> None:
    for words in WORDS_ON[ground]:
        assert contrast(getattr(palette, words), getattr(palette, ground)) >= 7, words


@pytest.mark.parametrize("palette", PALETTES.values(), ids=SCHEMES)
@pytest.mark.parametrize("ground", SHAPES_ON)
def test_shapes_have_a_contrast_of_three(palette: Palette, ground: str) -> None:
    for shape in SHAPES_ON[ground]:
        assert contrast(getattr(palette, shape), getattr(palette, ground)) >= 3, shape


def test_every_role_is_measured() -> None:
    """A colour that no pair names is either unused or unmeasured."""
    tables = (WORDS_ON, SHAPES_ON)
    measured = {role for table in tables for on in table.items() for role in (on[0], *on[1])}
    assert {*Palette._fields} - measured == {"hatch"}, (
        "the lines of hatching carry no meaning alone"
    )
