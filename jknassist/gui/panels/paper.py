"""Printing and saving the summary, without any dialog of Qt or of the system."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QStandardPaths, QStorageInfo, Signal

from jknassist.core.summary import Summary
from jknassist.gui.panels.base import Panel
from jknassist.gui.parts import Parts

FILE_NAME = "Ringkasan-OTP-{date}{again}.pdf"


class PrintPanel(Panel):
    """Offers the printers of this computer; with none, the ways on."""

    save_wanted = Signal()
    copy_wanted = Signal(str, object)

    def __init__(self, summary: Summary, parts: Parts) -> None:
        # Loaded here and not at the start of the program: it is slow and touches the print queue.
        from jknassist.gui import printing

        names = printing.printer_names()
        words = parts.words
        super().__init__(words.print_title if names else words.print_none, parts)
        self._summary = summary
        self._print = printing.print_summary
        self._error = printing.PrintError
        self.says = self.add_text(words.print_text if names else words.print_none_text)
        for name in names:
            choice = self.add_choice(name)
            choice.clicked.connect(partial(self._send, name))
        self.column.addStretch()
        save = self.add_foot(words.save_pdf, "secondary")
        save.clicked.connect(self.save_wanted)
        copy = self.add_foot(words.copy_all, "secondary")
        copy.clicked.connect(partial(self.copy_wanted.emit, "", copy))

    def _send(self, name: str) -> None:
        words = self.parts.words
        try:
            self._print(self._summary, name)
        except self._error:
            self.says.setText(words.print_failed.format(printer=name))
        else:
            self.says.setText(words.print_sent.format(printer=name))


class SavePanel(Panel):
    """Saves the PDF with one press: own folders, the desktop, or a USB stick."""

    def __init__(self, summary: Summary, parts: Parts) -> None:
        super().__init__(parts.words.save_title, parts)
        self._summary = summary
        self.says = self.add_text(parts.words.save_text)
        for label, folder in places(parts):
            choice = self.add_choice(label)
            choice.clicked.connect(partial(self.save_into, folder, label))
        self.column.addStretch()

    def save_into(self, folder: Path, label: str) -> None:
        """Write the PDF into a folder under a name that is still free, and say where it is."""
        from jknassist.gui import printing

        words = self.parts.words
        path = free_name(folder, QDate.currentDate().toString("yyyy-MM-dd"))
        try:
            printing.save_pdf(self._summary, path)
        except printing.PrintError:
            self.says.setText(words.save_failed.format(place=label))
        else:
            self.says.setText(words.save_done.format(name=path.name, place=label))


def places(parts: Parts) -> tuple[tuple[str, Path], ...]:
    """Return the folders to save into, each with its name; USB sticks that can be written last."""
    words = parts.words
    known = (
        (words.place_documents, QStandardPaths.StandardLocation.DocumentsLocation),
        (words.place_desktop, QStandardPaths.StandardLocation.DesktopLocation),
        (words.place_downloads, QStandardPaths.StandardLocation.DownloadLocation),
    )
    own = [
        (label, Path(QStandardPaths.writableLocation(location)))
        for label, location in known
        if Path(QStandardPaths.writableLocation(location)).is_dir()
    ]
    home = [] if own else [(words.place_documents, Path.home())]
    drives = [
        (words.place_drive.format(name=drive.displayName()), Path(drive.rootPath()))
        for drive in QStorageInfo.mountedVolumes()
        if is_stick(drive)
    ]
    return (*own, *home, *drives)


def is_stick(drive: QStorageInfo) -> bool:
    """Tell whether a volume is one that people plug in, by where systems mount such volumes."""
    usable = drive.isValid() and drive.isReady() and not drive.isReadOnly() and not drive.isRoot()
    root = drive.rootPath()
    plugged = root.startswith(("/media/", "/run/media/", "/Volumes/"))
    return usable and (plugged or (root[1:3] == ":/" and root[0].upper() not in "ABC"))


def free_name(folder: Path, date: str) -> Path:
    """Return a path in the folder at which there is no file yet."""
    number = 1
    path = folder / FILE_NAME.format(date=date, again="")
    while path.exists():
        number += 1
        path = folder / FILE_NAME.format(date=date, again=f"-{number}")
    return path
