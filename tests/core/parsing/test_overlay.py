"""Translation overlays: they change texts only, and faults are reported with their line."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.diagnostic import Diagnostic
from jknassist.core.flow.model import Channel, Knowledge, Outcome, Source, Term
from jknassist.core.frozen_value import frozen_value
from jknassist.core.parsing import load as loading
from jknassist.core.parsing.overlay import CODES, apply_overlay, overlay_type, words_of
from tests.support.small_knowledge import small_knowledge
from tests.support.small_overlay import MARK, small_overlay_yaml, small_translation

NAME = "isi.en.yaml"


def load(text: str | bytes) -> tuple[Knowledge | None, tuple[Diagnostic, ...]]:
    data = text.encode() if isinstance(text, str) else text
    return loading.load_overlay(data, NAME, small_knowledge())


def faults_of(text: str | bytes) -> tuple[Diagnostic, ...]:
    """Return the faults of an overlay that must not load."""
    knowledge, faults = load(text)
    assert knowledge is None
    assert not [fault for fault in faults if fault.warning]
    return faults


def changed(old: str, new: str) -> str:
    """Return the small overlay with its first such part replaced."""
    assert old in small_overlay_yaml()
    return small_overlay_yaml().replace(old, new, 1)


# What a translation is.


def test_a_sound_overlay_gives_the_knowledge_in_its_words() -> None:
    knowledge, faults = load(small_overlay_yaml())
    assert faults == ()
    assert knowledge == small_translation()
    assert knowledge is not None
    assert knowledge.language == "en"
    assert knowledge.steps[0].answers[0].text == f"{MARK}Kode tidak masuk"
    assert knowledge.outcomes[0].actions[1].text == f"{MARK}Minta kode sekali lagi."
    assert knowledge.words.next == f"{MARK}next"


def test_loaded_content_refers_to_no_module_that_needs_pydantic() -> None:
    assert type(load(small_overlay_yaml())[0]) is Knowledge


def test_everything_that_is_no_word_stays() -> None:
    translated = small_translation()
    assert apply_overlay(translated, overlay_type(small_knowledge())) == small_knowledge()


def test_every_word_is_another_one() -> None:
    before, after = (list(texts(words_of(k))) for k in (small_knowledge(), small_translation()))
    assert len(before) == len(after) > 100
    assert not [word for word, other in zip(before, after, strict=True) if word == other]


def texts(word: object) -> Iterator[str]:
    match word:
        case dict():
            for inner in word.values():
                yield from texts(inner)
        case tuple():
            yield from word
        case str():
            yield word


def test_an_office_and_an_app_are_shown_in_words_and_a_number_is_not() -> None:
    knowledge = small_knowledge()
    phone, chat, office, old = knowledge.contacts
    app = replace(chat, id="aplikasi", channel=Channel.APP, shown="Program", copied="https://a.b")
    words = words_of(replace(knowledge, contacts=(phone, app, office, old)))["contacts"]
    assert isinstance(words, dict)
    asked = {name: set(word) & {"shown", "copied"} for name, word in words.items()}
    nothing: set[str] = set()
    assert asked == {
        "care_center": nothing,
        "aplikasi": {"shown"},
        "kantor": {"shown", "copied"},
        "telepon_lama": nothing,
    }


def test_a_part_without_words_is_not_asked_for() -> None:
    assert "operators" not in words_of(small_knowledge())


# Which fields are words: all texts but the listed codes.


def models(kind: Any = Knowledge) -> Iterator[Any]:
    """Yield every class that a knowledge is made of, but for what is no words as a whole."""
    yield kind
    left_out = {name for one in kind.__mro__ for name in CODES.get(one, ())}
    for hint in (hint for name, hint in get_type_hints(kind).items() if name not in left_out):
        for part in (hint, *get_args(hint), *(a for h in get_args(hint) for a in get_args(h))):
            if isinstance(part, type) and is_dataclass(part):
                yield from models(part)


def text_fields(kind: Any) -> set[str]:
    hints = get_type_hints(kind)
    literal = {f.name for f in fields(kind) if f.name == "kind"}
    return literal | {f.name for f in fields(kind) if hints[f.name] in (str, tuple[str, ...])}


def test_every_code_is_a_field_of_its_model() -> None:
    found = {kind: {f.name for f in fields(kind)} for kind in models()}
    for kind, names in CODES.items():
        had = {name for one, own in found.items() if issubclass(one, kind) for name in own}
        assert names <= had, kind


def test_ids_and_what_refers_to_them_are_codes() -> None:
    for kind in set(models()):
        codes = {name for one in kind.__mro__ for name in CODES.get(one, ())}
        named = {"id", "goes_to", "guide", "compare_with", "replaced_by", "start", "picture"}
        assert text_fields(kind) & named <= codes, kind


def test_a_new_text_of_a_model_is_asked_of_every_overlay() -> None:
    @frozen_value
    class LongerOutcome(Outcome):
        comfort: str

    outcome = small_knowledge().outcomes[0]
    own = {f.name: getattr(outcome, f.name) for f in fields(outcome)}
    assert words_of(LongerOutcome(**own, comfort="Sabar."))["comfort"] == "Sabar."


# What is wrong with one.


def test_what_is_unused_in_the_knowledge_is_no_fault_of_the_overlay() -> None:
    knowledge = small_knowledge()
    knowledge = replace(knowledge, sources=(*knowledge.sources, Source(id="s3", text="Lagi.")))
    data = small_overlay_yaml(knowledge).encode()
    translated, faults = loading.load_overlay(data, NAME, knowledge)
    assert faults == ()
    assert translated is not None


def test_an_id_may_be_any_word() -> None:
    knowledge = small_knowledge()
    words = (Term(id="is", term="A", meaning="B."), Term(id="class", term="C", meaning="D."))
    knowledge = replace(knowledge, glossary=words)
    data = small_overlay_yaml(knowledge).encode()
    assert loading.load_overlay(data, NAME, knowledge)[1] == ()


# How an overlay is recognised.


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (b"overlay_of: id\n", True),
        (b"# words\nlanguage: en\noverlay_of:\n", True),
        (b"\xef\xbb\xbfoverlay_of: id\n", True),
        (b"language: en\roverlay_of: id\r", True),
        (b'"overlay_of": id\n', True),
        (b"language: id\n", False),
        (b"a: overlay_of\n", False),
        (b"  overlay_of: id\n", False),
    ],
)
def test_an_overlay_is_known_by_what_it_says(data: bytes, *, is_one: bool) -> None:
    assert loading.is_overlay(data) is is_one


# Fuzzing: the parser never raises.


@pytest.mark.parametrize(
    "text",
    [
        "[" * 2_000_000,
        "? " * 1_000_000,
        "a: b\n" * 400_000,
        "\u200b\n" * 500_000,
        f"name: {'x' * 2_000_000}",
        f"edition: {'9' * 2_000_000}",
        "steps:\n" + "".join(f"  muali{i}: b\n" for i in range(40_000)),
        "words:\n" + "".join(f"  nexr{i}: b\n" for i in range(40_000)),
        "about:\n" + "- 1\n" * 90_000,
        "about:\n" + "- []\n" * 40_000,
    ],
    ids=lambda text: text[:10].strip(),
)
def test_hostile_files_are_refused(text: str) -> None:
    assert 0 < len(faults_of(text)) <= loading.MOST_REPORTED + 1


@st.composite
def badly_edited_files(draw: st.DrawFn) -> bytes:
    """Draw the overlay after somebody lost, doubled, moved or changed some of its lines."""
    lines = small_overlay_yaml().splitlines()
    for _ in range(draw(st.integers(1, 6))):
        line = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["lose", "double", "move", "retype", "key"])):
            case "lose":
                lines.pop(line)
            case "double":
                lines.insert(line, lines[line])
            case "move":
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(line))
            case "key":
                lines[line] = lines[line].replace(":", "x:", 1)
            case _:
                words = st.sampled_from(["5", "ya", "null", "[]", "{}", '""', "[a, {b: c}]", "|"])
                lines[line] = f"{lines[line].partition(':')[0]}: {draw(words)}"
    return "\n".join(lines).encode()


@given(badly_edited_files())
def test_any_damage_gives_a_knowledge_or_faults(data: bytes) -> None:
    knowledge, faults = load(data)
    assert (knowledge is None) == bool(faults)
    assert all(1 <= fault.line <= data.count(b"\n") + 2 for fault in faults)
    assert list(faults) == sorted(faults)


@given(st.binary(max_size=200))
def test_any_bytes_give_faults(data: bytes) -> None:
    assert load(data)[0] is None
