"""What is said of a paper: all its texts from top to bottom, and a sentence for its codes."""

from jknassist.core.export.print_document import ContactEntry, TextLine, print_document
from jknassist.core.paper import Paper
from jknassist.gui.speech.paper_parts import paper_texts
from tests.support.summaries import KNOWLEDGE, session_with_a_number, summary_of

WORDS = KNOWLEDGE.words


def test_every_text_of_a_paper_is_said_in_its_order() -> None:
    document = print_document(summary_of("salah_ketik", session_with_a_number()), Paper.A4)
    said = paper_texts(document, WORDS)
    assert said[0] == WORDS.speech_paper
    lines = [block.text for block in document.blocks if isinstance(block, TextLine)]
    shown = [block.shown for block in document.blocks if isinstance(block, ContactEntry)]
    assert lines
    assert shown
    assert [text for text in said if text in lines] == [line for line in lines if line]
    assert [text for text in said if text in shown] == shown
    assert WORDS.speech_codes in said
    assert "" not in said


def test_the_sheet_number_is_said_once() -> None:
    summary = summary_of("salah_ketik", session_with_a_number())
    for paper in Paper:
        said = paper_texts(print_document(summary, paper), WORDS)
        assert sum(summary.sheet_number in text for text in said) == 1
