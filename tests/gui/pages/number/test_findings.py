"""Findings as sentences; while typing only those that more typing cannot fix."""

from jknassist.core.phone.check import diagnose
from jknassist.gui.pages.number.findings import sentences
from tests.support.small_context import small_context
from tests.support.small_plan import small_index


def test_while_typing_a_short_number_is_not_called_short() -> None:
    context = small_context()
    short = diagnose("0812", small_index())
    assert sentences(short, context)
    assert sentences(short, context, only_final=True) == ()


def test_what_no_more_typing_mends_is_said_at_once() -> None:
    found = diagnose("081234567890123456", small_index())
    assert sentences(found, small_context(), only_final=True)
