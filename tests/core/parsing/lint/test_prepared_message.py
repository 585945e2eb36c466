"""Prepared messages: too long for their QR code, or missing where somebody could write one."""

import pytest

from jknassist.core.flow.model import Knowledge
from jknassist.core.flow.prepared_message import LONGEST_LINK
from jknassist.core.parsing.lint.prepared_message import lint_prepared_messages
from tests.support.changed_knowledge import with_part
from tests.support.small_knowledge import small_knowledge


def with_message(text: str, **values: object) -> Knowledge:
    return with_part("outcomes", 0, message=text, **values)


def test_a_short_message_is_fine() -> None:
    assert list(lint_prepared_messages(with_message("Tolong dicek."), for_editor=False)) == []
    assert list(lint_prepared_messages(small_knowledge(), for_editor=False)) == []


@pytest.mark.parametrize("surplus", [1, 20])
def test_one_that_no_code_holds_is_reported_with_its_surplus(surplus: int) -> None:
    (contact,) = (one for one in small_knowledge().contacts if one.id == "pandawa")
    text = "a" * (LONGEST_LINK - len(contact.link) - len("?text=") + surplus)
    (finding,) = lint_prepared_messages(with_message(text), for_editor=False)
    assert finding.warning
    assert finding.path == ("outcomes", 0, "message")
    assert f"kira-kira {surplus} huruf" in finding.text


def test_it_may_be_longer_where_nobody_scans_it() -> None:
    alone = with_message("a" * 500, contacts=("care_center",))
    assert list(lint_prepared_messages(alone, for_editor=False)) == []


def test_the_editor_is_reported_once_that_messages_are_missing() -> None:
    assert list(lint_prepared_messages(small_knowledge(), for_editor=True)) == []
    told = [issue.text for issue in lint_prepared_messages(with_message(""), for_editor=True)]
    assert told == ['1 akhir belum punya "message", yaitu pesan untuk WhatsApp atau e-mail']
