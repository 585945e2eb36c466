"""Reading and examining a list: a task that was cancelled meanwhile closes what it opened."""

import pytest
from pytestqt.qtbot import QtBot

from jknassist.core.typing_compat import override
from jknassist.gui.qt.background_task import CancelledError, Progress
from jknassist.gui.volunteer.number_list_source import ListSource, open_source


class Cancelled(Progress):
    """The progress of a task that was cancelled before it began."""

    def __init__(self) -> None:
        """Report to nobody."""

    @property
    @override
    def cancelled(self) -> bool:
        return True


@pytest.mark.usefixtures("qtbot")
def test_a_list_opened_for_nobody_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[bool] = []
    monkeypatch.setattr(
        "jknassist.content.number_files.reader.NumberList.close", lambda _self: closed.append(True)
    )
    with pytest.raises(CancelledError):
        open_source(ListSource("daftar", text="0812 3456 7890"), Cancelled())
    assert closed


def test_the_text_of_a_list_is_not_in_its_repr(qtbot: QtBot) -> None:  # noqa: ARG001
    assert "0812" not in repr(ListSource("daftar", text="0812 3456 7890"))
