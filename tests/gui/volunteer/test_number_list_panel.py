"""A volunteer's list: pasted, opened or dropped, its columns chosen, examined, shown and saved."""

import csv
import io
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout, QPushButton
from pytestqt.qtbot import QtBot

from jknassist.content import loader
from jknassist.content.number_files import examination
from jknassist.content.number_files.problems import Problem, problem_text
from jknassist.core.phone.number_list import ListGroup
from jknassist.gui.main_window import MainWindow
from jknassist.gui.panels.review import LeavePanel
from jknassist.gui.qt import background_task
from jknassist.gui.volunteer import number_list_panel
from jknassist.gui.volunteer.number_list_columns import LONGEST_NAME, MOST_OFFERED, short
from jknassist.gui.volunteer.number_list_field import MOST_SHOWN
from jknassist.gui.volunteer.number_list_panel import NumberListPanel, View
from jknassist.gui.volunteer.number_list_table import COLUMN
from tests.gui.conftest import Open, Visitor
from tests.gui.volunteer.conftest import OnLaptop
from tests.support.small_knowledge import small_knowledge
from tests.support.workbooks import cells, workbook

KNOWLEDGE = small_knowledge()
WORDS = KNOWLEDGE.words

LIST = """Daftar peserta;;;
Nama;NIK;HP;Wali
Bu A;3201234567890123;081234567890;081234567891
Pak B;3201234567890124;81234567892;
Bu C;3201234567890125;0812345677890;
Pak D;3201234567890126;084923456789;081234567890
Bu E;3201234567890127;;
Total;;4;
"""
WRONG_ONE = "084923456789"


class Desk:
    """The panel in its window, and somebody in front of it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        window.list_wanted.emit()
        shown = window.panel
        assert isinstance(shown, NumberListPanel)
        self.panel = shown
        self.window = window
        self.qtbot = qtbot
        self.visitor = Visitor(window, qtbot)

    def until(self, view: View) -> None:
        """Wait for a view."""
        self.qtbot.waitUntil(lambda: self.panel.view is view)

    def idle(self) -> None:
        """Wait until no task runs."""
        self.qtbot.waitUntil(lambda: not background_task._running)

    def rows(self) -> list[list[str]]:
        """Return what stands in the table."""
        table = self.panel.result.table
        found = []
        for row in range(table.rowCount()):
            items = [table.item(row, column) for column in range(table.columnCount())]
            found.append([item.text() if item is not None else "" for item in items])
        return found

    def rows_of_all(self) -> list[list[list[str]]]:
        """Return the rows of each group."""
        found = []
        for group in ListGroup:
            self.panel.result.show_group(group)
            found.append(self.rows())
        return found

    def names(self) -> dict[str, bool]:
        """Return the columns that are offered, and whether they are ticked."""
        return {one.accessibleName(): one.isChecked() for one in self.panel.columns.buttons()}

    def examine(self, path: Path) -> None:
        """Open a file and have it examined as it is."""
        self.panel.open_file(path)
        self.until(View.COLUMNS)
        self.panel.check.click()
        self.until(View.RESULT)

    def paste(self, text: str) -> None:
        """Paste a list of one column and have it examined."""
        self.panel.field.setPlainText(text)
        self.panel.check.click()
        self.until(View.RESULT)

    def save(self, folder: Path) -> None:
        """Save the result."""
        with self.qtbot.waitSignal(self.panel.save.saved):
            self.panel.save.save_into(folder, "Dokumen")

    def drop(self, *paths: Path) -> None:
        """Drag files onto the panel and let go of them."""
        data = drag(*paths)
        at = QPointF(self.panel.rect().center())
        how = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        enters = QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, data, *how)
        QApplication.sendEvent(self.panel, enters)
        assert enters.isAccepted()
        QApplication.sendEvent(self.panel, QDropEvent(at, Qt.DropAction.CopyAction, data, *how))

    def leave(self) -> None:
        """Wipe the visit and wait until the panel is gone."""
        gone: list[bool] = []
        self.panel.destroyed.connect(lambda: gone.append(True))
        self.window.start_over()
        self.qtbot.waitUntil(lambda: gone == [True])


@pytest.fixture
def desk(open_window: Open, qtbot: QtBot) -> Desk:
    opened = open_window(KNOWLEDGE)
    opened.resize(1366, 768)
    qtbot.waitExposed(opened)
    return Desk(opened, qtbot)


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have the person's folders all be one folder of the test."""
    folder = tmp_path / "Dokumen"
    folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _location: str(folder))
    return folder


@pytest.fixture
def listed(documents: Path) -> Path:
    path = documents / "anggota.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Have the examination stand still until it is let go."""
    going = threading.Event()
    real = examination.examined

    def slow(*what: object) -> Iterator[object]:
        while not going.wait(0.01):
            what[2]()  # type: ignore[operator]
        return real(*what)  # type: ignore[arg-type]

    monkeypatch.setattr(examination, "examined", slow)
    yield going
    going.set()


def drag(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_the_columns_that_are_found_are_shown_and_nothing_has_run(desk: Desk, listed: Path) -> None:
    desk.panel.open_file(listed)
    desk.until(View.COLUMNS)

    assert desk.names() == {"HP": True, "Wali": False}
    assert desk.visitor.sees("✓ HP")
    assert desk.visitor.sees(WORDS.list_skipped.format(column="Nama"))
    assert desk.visitor.sees(WORDS.list_never.format(column="NIK"))
    assert desk.visitor.sees("anggota.csv")
    assert not desk.panel.result.isVisible()
    assert desk.panel.check.hasFocus()


def test_the_columns_of_a_chat_are_shown_and_its_numbers_examined(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "Chat WhatsApp.txt"
    path.write_text(
        "27/11/25 09.14 - Bu Sri: nomor saya 081234567890\n"
        "27/11/25 09.15 - +62 812-3456-7891: jam 08.00\n",
        encoding="utf-8",
    )
    desk.panel.open_file(path)
    desk.until(View.COLUMNS)

    assert [column.name for column in desk.panel.columns.taken] == ["Kontak", "Pesan WhatsApp"]
    desk.panel.start()
    desk.until(View.RESULT)
    assert WORDS.list_result.format(rows=2, numbers=2) in desk.panel.message.text()


def test_other_columns_can_be_taken_before_it_runs(desk: Desk, listed: Path) -> None:
    desk.panel.open_file(listed)
    desk.until(View.COLUMNS)
    hp, wali = desk.panel.columns.buttons()
    hp.click()
    assert not desk.panel.check.isEnabled()
    assert desk.visitor.sees(WORDS.list_no_column)
    wali.click()
    desk.visitor.press(WORDS.list_check)
    desk.until(View.RESULT)

    assert desk.names() == {"HP": False, "Wali": True}
    assert [row[1:3] for row in desk.rows()] == [
        ["Wali", "081234567891"],
        ["Wali", "081234567890"],
    ]


def test_a_column_taken_beside_a_result_opens_the_list_again_for_it(
    desk: Desk, listed: Path
) -> None:
    desk.examine(listed)
    assert desk.panel.columns.isVisible(), "what was read stands above the result"
    desk.panel.columns.buttons()[1].click()
    desk.until(View.COLUMNS)
    assert desk.names() == {"HP": True, "Wali": True}
    assert desk.visitor.sees(WORDS.list_columns_changed)
    desk.panel.check.click()
    desk.until(View.RESULT)

    assert sum(len(rows) for rows in desk.rows_of_all()) == 6


def test_all_columns_that_hold_numbers_may_be_taken_together(desk: Desk, listed: Path) -> None:
    desk.panel.open_file(listed)
    desk.until(View.COLUMNS)
    desk.panel.columns.buttons()[1].click()
    desk.panel.check.click()
    desk.until(View.RESULT)

    assert sum(len(rows) for rows in desk.rows_of_all()) == 6


def test_the_wrong_ones_come_first_and_every_number_is_in_one_group(
    desk: Desk, listed: Path
) -> None:
    desk.examine(listed)

    assert desk.panel.result.group is ListGroup.WRONG
    assert [row[2] for row in desk.rows()] == [WRONG_ONE]
    counts = [len(rows) for rows in desk.rows_of_all()]
    assert counts == [1, 1, 1, 0, 1]
    assert desk.visitor.sees(WORDS.list_sum.format(parts="1 + 1 + 1 + 0 + 1", count=4))
    assert desk.panel.result.tabs[ListGroup.WRONG].text() == f"{WORDS.list_group_wrong}: 1"


def test_repairs_are_named_by_kind_with_the_number_beside_the_typed_one(
    desk: Desk, listed: Path
) -> None:
    desk.examine(listed)
    desk.panel.result.tabs[ListGroup.REPAIRED].click()

    assert desk.visitor.sees(f"{WORDS.list_repair_lost_zero}: 1.")
    (row,) = desk.rows()
    assert (row[2], row[4]) == ("81234567892", "0812-3456-7892")


def test_duplicates_are_a_group_and_are_said(desk: Desk) -> None:
    desk.paste("081234567890\n0812-3456-7890\n")

    assert desk.panel.result.group is ListGroup.DUPLICATE
    (row,) = desk.rows()
    assert row[0] == "2"
    assert WORDS.list_duplicate in row[3]


def test_rows_without_a_number_are_counted_and_named(desk: Desk, listed: Path) -> None:
    desk.examine(listed)

    assert desk.visitor.sees(WORDS.list_result.format(rows=8, numbers=4))
    assert desk.visitor.sees(WORDS.list_left_titles.format(count=2))
    assert desk.visitor.sees(WORDS.list_left_totals.format(count=1))
    assert desk.visitor.sees(WORDS.list_left_empty.format(count=1, places="7"))


def test_a_group_without_numbers_says_so(desk: Desk, listed: Path) -> None:
    desk.examine(listed)
    desk.panel.result.tabs[ListGroup.DUPLICATE].click()

    assert desk.rows() == []
    assert desk.visitor.sees(WORDS.list_group_empty)
    assert not desk.panel.copy.isEnabled()


def test_what_is_not_shown_is_said_to_be_in_the_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examination, "SHOWN", 3)
    desk.paste("".join(f"08123456{n:04}\n" for n in range(9)))

    assert len(desk.rows()) == 3
    assert desk.visitor.sees(WORDS.list_more.format(count=6))


def test_card_numbers_are_shown_copied_and_saved_nowhere(desk: Desk, documents: Path) -> None:
    card, number = "3201234567890123", "0001234567890"
    desk.paste(f"081234567890\n{card}\n{number}\n")
    desk.panel.result.tabs[ListGroup.WRONG].click()
    texts = [" ".join(row) for rows in desk.rows_of_all() for row in rows]
    desk.save(documents)
    (file,) = documents.iterdir()
    saved = file.read_text(encoding="utf-8-sig")

    assert len(texts) == 3
    assert sum(WORDS.list_private in text for text in texts) == 2
    for text in (*texts, *desk.visitor.texts(), saved, QGuiApplication.clipboard().text()):
        assert card not in text
        assert number not in text


def test_the_result_is_saved_with_the_number_beside_the_typed_one(
    desk: Desk, listed: Path, documents: Path
) -> None:
    desk.examine(listed)
    desk.panel.save.save_into(documents, "Dokumen")
    desk.qtbot.waitUntil(lambda: desk.visitor.sees(WORDS.save_done.split("{")[0]))
    (path,) = (file for file in documents.iterdir() if file != listed)
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))

    assert [row[0] for row in rows[1:]] == ["6", "5", "4", "3"]
    assert rows[3][2:4] == ["'81234567892", "0812-3456-7892"]
    assert listed.read_text(encoding="utf-8") == LIST


def test_an_older_result_is_replaced_only_after_a_question(
    desk: Desk, listed: Path, documents: Path
) -> None:
    desk.examine(listed)
    path = documents / f"{WORDS.list_save_file.format(name='anggota')}.csv"
    path.write_text("lama")
    desk.panel.save.save_into(documents, "Dokumen")
    assert desk.visitor.sees(WORDS.list_exists.format(name=path.name, place="Dokumen"))
    assert path.read_text() == "lama"
    other = documents / f"{path.stem}-2.csv"
    with desk.qtbot.waitSignal(desk.panel.save.saved):
        desk.visitor.press(WORDS.list_save_other.format(name=other.name))
    assert path.read_text() == "lama"
    desk.panel.save.save_into(documents, "Dokumen")
    with desk.qtbot.waitSignal(desk.panel.save.saved):
        desk.visitor.press(WORDS.list_replace)

    assert path.read_bytes() == other.read_bytes()
    assert not desk.visitor.sees(WORDS.list_replace)


def test_the_main_button_of_a_result_saves_it(
    desk: Desk, listed: Path, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = desk.panel
    assert panel.keep.isHidden()
    desk.examine(listed)
    main = [one for one in panel.findChildren(QPushButton, "primary") if one.isVisible()]
    assert main == [panel.keep]
    monkeypatch.setattr(panel.save, "_places", (("Dokumen", documents),))
    with desk.qtbot.waitSignal(panel.save.saved):
        desk.visitor.press(WORDS.list_save)
    assert len(list(documents.iterdir())) == 2
    assert panel.result.table.hasFocus()


def test_a_place_that_cannot_be_written_to_is_said(desk: Desk, listed: Path) -> None:
    desk.examine(listed)
    desk.panel.save.save_into(listed / "tidak-ada", "Flashdisk")
    desk.qtbot.waitUntil(lambda: desk.visitor.sees(WORDS.save_failed.format(place="Flashdisk")))

    desk.panel.take_files((listed,))
    assert desk.visitor.sees(WORDS.list_unsaved), "it is still to be saved"


def test_it_can_be_cancelled_and_the_list_stays(
    desk: Desk, listed: Path, held: threading.Event
) -> None:
    desk.panel.open_file(listed)
    desk.until(View.COLUMNS)
    desk.panel.check.click()
    assert desk.panel.view is View.EXAMINING
    assert desk.panel.stop.hasFocus()
    desk.visitor.press(WORDS.list_stop)
    desk.until(View.COLUMNS)
    assert desk.visitor.sees(WORDS.list_stopped)
    held.set()
    desk.panel.check.click()
    desk.until(View.RESULT)

    assert desk.visitor.sees(WORDS.list_result.format(rows=8, numbers=4))


def test_a_pasted_list_that_was_cancelled_waits_as_well(desk: Desk, held: threading.Event) -> None:
    desk.panel.field.setPlainText("081234567890\n")
    desk.panel.check.click()
    desk.until(View.EXAMINING)
    desk.visitor.press(WORDS.list_stop)
    desk.until(View.COLUMNS)

    assert desk.visitor.sees(WORDS.list_stopped)
    held.set()


def test_progress_is_shown(desk: Desk) -> None:
    desk.panel.take_text("0812345677890\n" * 30_000)
    desk.until(View.EXAMINING)
    desk.qtbot.waitUntil(lambda: desk.panel.progress.value() > 0)
    assert desk.panel.progress.maximum() > desk.panel.progress.value()
    assert WORDS.list_progress.split("{", maxsplit=1)[0] in desk.panel.message.text()
    desk.panel.cancel()
    desk.idle()


def test_a_second_file_while_one_is_examined_is_refused_with_a_word(
    desk: Desk, listed: Path, held: threading.Event
) -> None:
    desk.panel.open_file(listed)
    desk.until(View.COLUMNS)
    desk.panel.check.click()
    desk.drop(listed.with_name("lain.csv"))
    assert desk.visitor.sees(WORDS.list_busy)
    assert desk.panel.view is View.EXAMINING
    held.set()
    desk.until(View.RESULT)

    assert desk.visitor.sees("anggota.csv")


def test_of_two_files_the_first_is_opened_and_that_is_said(desk: Desk, listed: Path) -> None:
    desk.drop(listed, listed.with_name("lain.csv"))
    desk.until(View.COLUMNS)

    assert desk.visitor.sees(WORDS.list_one_file.format(name="anggota.csv"))


def test_a_result_that_is_not_saved_is_not_lost_to_a_dropped_file(
    desk: Desk, listed: Path, documents: Path
) -> None:
    desk.examine(listed)
    desk.drop(listed)
    assert desk.visitor.sees(WORDS.list_unsaved)
    assert desk.panel.view is View.RESULT
    desk.save(documents)
    desk.drop(listed)
    desk.until(View.COLUMNS)


def test_text_that_is_dragged_is_no_file(desk: Desk) -> None:
    data = QMimeData()
    data.setText("0812")
    enters = QDragEnterEvent(
        desk.panel.rect().center(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(desk.panel, enters)

    assert not enters.isAccepted()


def test_a_file_dropped_onto_the_field_is_opened(desk: Desk, listed: Path) -> None:
    data = drag(listed)
    assert desk.panel.field.canInsertFromMimeData(data)
    desk.panel.field.insertFromMimeData(data)
    desk.until(View.COLUMNS)

    assert desk.panel.field.toPlainText() == ""


def test_a_long_text_is_opened_instead_of_shown(desk: Desk) -> None:
    data = QMimeData()
    data.setText("nama;nomor;lain\n" + "Ibu;081234567890;1\n" * (MOST_SHOWN // 15))
    desk.panel.field.insertFromMimeData(data)
    desk.until(View.COLUMNS)

    assert desk.panel.field.toPlainText() == ""
    assert desk.names()["nomor"]


def test_a_short_text_is_pasted_into_the_field(desk: Desk) -> None:
    data = QMimeData()
    data.setText("081234567890")
    desk.panel.field.insertFromMimeData(data)

    assert desk.panel.field.toPlainText() == "081234567890"


def test_nothing_pasted_is_said(desk: Desk) -> None:
    desk.visitor.press(WORDS.list_check)
    assert desk.visitor.sees(WORDS.list_empty)
    desk.panel.field.setPlainText(" \n ")
    desk.visitor.press(WORDS.list_check)
    assert desk.panel.view is View.TYPING


def test_a_text_without_rows_is_said_to_be_empty(desk: Desk) -> None:
    desk.panel.take_text("\n\n")
    desk.until(View.TYPING)

    assert desk.visitor.sees(WORDS.list_empty)


@pytest.mark.parametrize("name", ["anggota.csv", "anggota.xlsx", "anggota.TXT", "anggota.vcf"])
def test_list_files_of_the_folders_are_offered(desk: Desk, documents: Path, name: str) -> None:
    (documents / "foto.png").write_bytes(b"\x89PNG\0")
    if name.endswith(".xlsx"):
        workbook(documents / name, cells("HP"), cells(81234567890))
    elif name.endswith(".vcf"):
        (documents / name).write_text("BEGIN:VCARD\nTEL:081234567890\nEND:VCARD\n")
    else:
        (documents / name).write_text("HP;Nama\n081234567890;A\n")
    desk.visitor.press(WORDS.list_open)
    assert not desk.visitor.sees("foto.png")
    desk.visitor.press(f"{name} ({WORDS.place_documents})")
    desk.until(View.COLUMNS)
    desk.panel.check.click()
    desk.until(View.RESULT)

    assert sum(len(rows) for rows in desk.rows_of_all()) == 1


def test_no_file_to_offer_is_said(desk: Desk, documents: Path) -> None:
    desk.visitor.press(WORDS.list_open)

    assert documents.is_dir()
    assert desk.visitor.sees(WORDS.list_no_files)


def make_bad_files(folder: Path) -> dict[Problem, Path]:
    made = {
        Problem.MISSING: folder / "none.csv",
        Problem.NO_FILE: folder,
        Problem.EMPTY: folder / "kosong.csv",
        Problem.NO_LIST: folder / "foto.csv",
        Problem.PROTECTED: folder / "dikunci.xlsx",
        Problem.DAMAGED: folder / "rusak.xlsx",
    }
    made[Problem.EMPTY].touch()
    made[Problem.NO_LIST].write_bytes(b"\x89PNG\0\0\0")
    made[Problem.DAMAGED].write_bytes(b"PK\3\4 rusak")
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    made[Problem.PROTECTED].write_bytes(container + "EncryptedPackage".encode("utf-16-le"))
    return made


def test_a_file_that_cannot_be_read_is_said_with_the_reason(desk: Desk, tmp_path: Path) -> None:
    for problem, path in make_bad_files(tmp_path).items():
        desk.panel.open_file(path)
        desk.until(View.TYPING)
        assert desk.visitor.sees(problem_text(problem, path.name, WORDS)), problem
        assert desk.panel.field.hasFocus()


def test_a_file_that_may_not_be_read_is_said(
    desk: Desk, listed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbid(path: Path, mode: str) -> io.BytesIO:
        raise PermissionError(13, mode, str(path))

    monkeypatch.setattr(Path, "open", forbid)
    desk.panel.open_file(listed)
    desk.until(View.TYPING)

    assert desk.visitor.sees(problem_text(Problem.FORBIDDEN, "anggota.csv", WORDS))


def test_a_file_that_vanishes_while_it_is_read_is_said(
    desk: Desk, listed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_what: object) -> Iterator[object]:
        raise OSError(5, "unplugged")

    monkeypatch.setattr(examination, "examined", fail)
    desk.panel.open_file(listed)
    desk.until(View.COLUMNS)
    desk.panel.check.click()
    desk.until(View.TYPING)

    assert desk.visitor.sees(problem_text(Problem.DAMAGED, "anggota.csv", WORDS))


def test_another_list_begins_with_nothing_of_the_last_one(desk: Desk, listed: Path) -> None:
    desk.examine(listed)
    desk.visitor.press(WORDS.list_back)

    assert desk.panel.view is View.TYPING
    assert desk.rows() == []
    assert not desk.panel.holds_input()
    assert not desk.visitor.sees(WRONG_ONE)
    assert desk.visitor.sees(WORDS.list_text)


@pytest.mark.usefixtures("held")
def test_the_next_member_finds_nothing_and_a_running_task_ends(desk: Desk, listed: Path) -> None:
    desk.panel.open_file(listed)
    desk.until(View.COLUMNS)
    desk.panel.check.click()
    desk.window.ask_to_leave()
    assert isinstance(desk.window.panel, LeavePanel), "a list is not thrown away unasked"
    desk.leave()
    desk.idle()

    assert desk.window.panel is None


def test_a_list_that_only_waits_is_closed_with_the_panel(desk: Desk, documents: Path) -> None:
    path = workbook(documents / "a.xlsx", *(cells(81234567890 + n) for n in range(9000)))
    desk.panel.open_file(path)
    desk.until(View.COLUMNS)
    (numbers,) = desk.panel._opened
    desk.leave()

    (book,) = numbers._closing
    assert book._process.returncode is not None  # type: ignore[union-attr]


def test_a_list_that_is_being_opened_can_be_cancelled(desk: Desk, documents: Path) -> None:
    desk.panel.open_file(workbook(documents / "a.xlsx", cells("HP"), cells(81234567890)))
    assert desk.panel.view is View.OPENING
    desk.visitor.press(WORDS.list_stop)
    desk.until(View.TYPING)
    desk.idle()

    assert desk.panel._opened == []


def test_keys_walk_over_rows_and_groups_and_copy(desk: Desk, listed: Path) -> None:
    desk.examine(listed)
    assert desk.panel.result.table.hasFocus()
    desk.visitor.key(Qt.Key.Key_Right)
    desk.visitor.key(Qt.Key.Key_Right)
    shown = [desk.panel.result.group]
    desk.visitor.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "0812-3456-7892"
    desk.visitor.key(Qt.Key.Key_Left)
    desk.visitor.key(Qt.Key.Key_Left)
    desk.visitor.key(Qt.Key.Key_Left)
    shown.append(desk.panel.result.group)
    assert shown == [ListGroup.REPAIRED, ListGroup.OK]
    desk.window.start_over()
    assert QGuiApplication.clipboard().text() == ""


def test_a_number_is_copied_only_where_there_is_one(desk: Desk, listed: Path) -> None:
    desk.examine(listed)
    before = QGuiApplication.clipboard().text()
    QTest.keyClick(desk.panel.result.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == before
    desk.panel.result.tabs[ListGroup.OK].click()
    desk.visitor.press(WORDS.copy)
    assert QGuiApplication.clipboard().text() == "0812-3456-7890"
    made = desk.panel.result.table.copy_button(0)
    assert made is not None
    assert made.text() == WORDS.copied


def test_a_group_is_copied_as_a_table_without_card_numbers(desk: Desk) -> None:
    card = "3201234567890123"
    desk.paste(f"{card}\n=1+0849 2345 6789\n0849 2345 6789\n0812 3456 7890\n")
    desk.visitor.press(WORDS.list_copy_group)
    head, *lines = QGuiApplication.clipboard().text().split("\n")

    assert head.split("\t")[0] == WORDS.list_line
    assert sorted(line.split("\t")[0] for line in lines) == ["1", "2", "3"]
    typed = {line.split("\t")[0]: line.split("\t")[2] for line in lines}
    assert typed["1"] == ""
    assert typed["2"].startswith("'=")
    assert typed["3"] == "'0849 2345 6789"
    assert card not in QGuiApplication.clipboard().text()
    assert desk.panel.copy.text() == WORDS.copied


def test_of_a_very_long_group_the_first_are_copied_and_that_is_said(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(number_list_panel, "MOST_COPIED", 2)
    desk.paste("0812 3456 7890\n0812 3456 7891\n0812 3456 7892\n")
    desk.visitor.press(WORDS.list_copy_group)

    assert len(QGuiApplication.clipboard().text().split("\n")) == 3
    assert desk.visitor.sees(WORDS.list_copied_part.format(count=2))


def test_everything_that_can_be_pressed_has_a_name(desk: Desk, listed: Path) -> None:
    for view in (View.COLUMNS, View.RESULT):
        if view is View.COLUMNS:
            desk.panel.open_file(listed)
        else:
            desk.panel.check.click()
        desk.until(view)
        buttons = [one for one in desk.panel.findChildren(QPushButton) if one.isVisible()]
        assert all(one.accessibleName() for one in buttons)
        assert len({one.accessibleName() for one in buttons}) == len(buttons)
    assert desk.panel.result.table.accessibleName() == f"{WORDS.list_group_wrong}: 1"


def test_of_a_wide_table_only_some_columns_are_offered(desk: Desk) -> None:
    width = 3 * MOST_OFFERED
    head = ";".join(f"Data {n}" for n in range(width - 1)) + ";Nomor HP"
    desk.panel.take_text(f"{head}\n" + ";".join(["12"] * (width - 1)) + ";081234567890\n")
    desk.until(View.COLUMNS)

    assert len(desk.names()) == MOST_OFFERED
    assert desk.names()["Nomor HP"], "the one that was found is among them"


def test_a_long_heading_is_shortened() -> None:
    assert short("Nomor\nHP") == "Nomor HP"
    assert len(short("x" * 99)) == LONGEST_NAME


def test_buttons_that_are_hidden_take_no_room_from_those_below_the_list(desk: Desk) -> None:
    panel = desk.panel
    shown = [panel.close_button, panel.open, panel.check]
    width = panel._row([*shown, *panel._turning])
    panel._arrange_foot(width)

    assert panel._foot.direction() == QBoxLayout.Direction.LeftToRight
    assert panel._row(panel._foot_buttons) > width


def test_a_list_of_one_column_has_no_column_to_choose_and_its_counts_one_line(desk: Desk) -> None:
    desk.paste("081234567890\n0812-3456-7890\n")
    panel = desk.panel
    assert not panel.columns.isVisible()
    assert panel.result.table.isColumnHidden(COLUMN)
    assert panel.message.uses_whole_width
    assert not panel.save.isVisible(), "what has nothing to show takes no room"


def test_at_least_four_rows_of_long_sentences_are_seen_on_a_laptop(
    on_laptop: OnLaptop, qtbot: QtBot
) -> None:
    desk = Desk(on_laptop(loader.knowledge_of(None)), qtbot)
    desk.paste("081188752316\n081170051450\n0857544917363\n08125991960761\n" * 3)
    desk.panel.result.show_group(ListGroup.CHECK)
    qtbot.wait(50)
    table = desk.panel.result.table
    bottom = table.rowViewportPosition(3) + table.rowHeight(3)
    assert table.rowCount() > 4
    assert bottom <= table.viewport().height()
