"""Widgets in a row that breaks: in order, none over another, none beyond the edge."""

from itertools import combinations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jknassist.gui.widgets.flow_row import FlowRow


@pytest.mark.parametrize("width", [90, 200, 700])
def test_the_row_breaks_where_there_is_no_more_room(qtbot: QtBot, width: int) -> None:
    row = FlowRow(6)
    qtbot.addWidget(row)
    labels = [QLabel(text) for text in ("HP", "Nomor WA", "Telp rumah", "Keterangan", "NIK")]
    row.hold(labels)
    row.resize(width, row.heightForWidth(width))
    row.show()
    places = [label.geometry() for label in labels]

    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert all(row.rect().contains(place) for place in places)
    lines = [place.center().y() // labels[0].sizeHint().height() for place in places]
    assert lines == sorted(lines)
    assert row.heightForWidth(90) > row.heightForWidth(700)


def test_what_it_held_before_is_gone(qtbot: QtBot) -> None:
    row = FlowRow(6)
    qtbot.addWidget(row)
    row.hold([QLabel("lama")])
    row.hold([new := QLabel("baru")])
    assert [label for label in row.findChildren(QLabel) if label.isVisibleTo(row)] == [new]


def test_a_hidden_one_takes_no_room(qtbot: QtBot) -> None:
    row = FlowRow(6)
    qtbot.addWidget(row)
    labels = [QLabel("Nomor WA") for _ in range(3)]
    row.hold(labels)
    row.resize(700, row.heightForWidth(700))
    before = labels[1].geometry()
    labels[1].hide()
    row.refit()
    assert labels[2].geometry() == before
    narrow = labels[0].sizeHint().width()
    assert row.heightForWidth(narrow) < 3 * labels[0].sizeHint().height()


@pytest.mark.parametrize(("width", "rows"), [(700, 1), (300, 2), (220, 3), (90, 5)])
def test_even_rows_have_columns_of_one_width_and_the_last_takes_the_rest(
    qtbot: QtBot, width: int, rows: int
) -> None:
    row = FlowRow(6, even=True)
    qtbot.addWidget(row)
    labels = [QLabel(text) for text in ("HP", "Nomor WA", "Telp rumah", "Keterangan", "NIK")]
    row.hold(labels)
    for label in labels:
        label.setFixedWidth(80)
    row.resize(width, row.heightForWidth(width))
    row.show()
    places = row._places(width)
    tops = sorted({place.top() for place in places})
    assert len(tops) == rows
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    if rows > 1:
        for top in tops:
            inside = [place for place in places if place.top() == top]
            assert inside[0].left() == 0
            assert inside[-1].right() == width - 1
        whole = [place.width() for place in places if place.right() < width - 1]
        assert len(set(whole)) <= 1
