from dataclasses import replace

import pytest

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import Knowledge, Term
from jknassist.core.parsing.lint.all_rules import lint
from jknassist.core.parsing.lint.readability import lint_readability, prose
from tests.support.small_knowledge import RELEASED, small_knowledge

PLAIN = "Isi pulsa di kartu itu dulu."
LONG = "satu " * 20 + "dua."
BOOKISH = "Pengadministrasian kepesertaan berkelanjutan."


def saying(*meanings: str) -> Knowledge:
    """Return the small knowledge with these meanings in its glossary."""
    terms = tuple(Term(id=f"t{i}", term=f"T{i}", meaning=m) for i, m in enumerate(meanings))
    return replace(small_knowledge(), glossary=terms)


def test_short_and_plain_sentences_are_fine() -> None:
    assert list(lint_readability(saying(*[PLAIN] * 30))) == []


def test_a_sentence_of_more_than_20_words_is_named_at_its_place() -> None:
    (finding,) = lint_readability(saying(PLAIN, f"Isi pulsa. {LONG}"))
    assert finding.path == ("glossary", 1, "meaning")
    assert finding.warning
    assert "21 kata" in finding.text


def test_a_sentence_of_20_words_is_short_enough() -> None:
    assert list(lint_readability(saying("satu " * 19 + "dua."))) == []


def test_sentences_that_are_long_on_average_are_warned_of_once() -> None:
    (finding,) = lint_readability(saying(*["dan ke si " * 4 + "ya."] * 90))
    assert finding == Issue(("language",), finding.text, warning=True)
    assert "tiap kalimat, paling banyak 10" in finding.text


def test_words_that_are_long_on_average_are_warned_of_once() -> None:
    (finding,) = lint_readability(saying(*[BOOKISH] * 60))
    assert finding == Issue(("language",), finding.text, warning=True)
    assert "kelas 13, paling tinggi kelas 6" in finding.text


def test_less_than_a_hundred_words_have_no_grade() -> None:
    assert list(lint_readability(saying(BOOKISH))) == []


def test_another_language_is_not_measured() -> None:
    assert list(lint_readability(replace(saying(LONG), language="en"))) == []


@pytest.mark.parametrize("section", ["search", "sources"])
def test_what_nobody_reads_is_not_measured(section: str) -> None:
    assert section not in {path[0] for path, _ in prose(small_knowledge())}


def test_labels_are_not_measured() -> None:
    knowledge = small_knowledge()
    texts = {text for _, text in prose(knowledge)}
    assert {"Isi pulsa.", "Apa yang Anda alami?", *knowledge.about} <= texts
    assert not texts & {"Pulsa habis", "Bukan kuota", "0812-3456-7890", "Setiap hari"}


def test_only_the_editor_is_warned() -> None:
    knowledge = saying(PLAIN, LONG)
    assert lint(knowledge) == ()
    assert [finding.warning for finding in lint(knowledge, today=RELEASED)] == [True]
