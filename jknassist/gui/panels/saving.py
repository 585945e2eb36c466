"""Saving the summary as a PDF with one press, without a dialog of Qt or of the system."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QDir, QStandardPaths, QStorageInfo

from jknassist.core.paper import Paper
from jknassist.core.summary import Summary
from jknassist.gui.panels.base import Panel
from jknassist.gui.parts import Parts
from jknassist.gui.saying import say_on

FILE_NAME = "Ringkasan-OTP-{date}{again}.pdf"


class SavePanel(Panel):
    """Saves the PDF with one press: own folders, the desktop, or a USB stick."""

    def __init__(self, summary: Summary, parts: Parts) -> None:
        super().__init__(parts.words.save_title, parts)
        self._summary = summary
        self.says = self.add_text(parts.words.save_text)
        self.explain(parts.words.save_text)
        for label, folder in places(parts):
            choice = self.add_choice(label)
            choice.clicked.connect(partial(self.save_into, folder, label))
        self.column.addStretch()

    def save_into(self, folder: Path, label: str) -> None:
        """Write the PDF into a folder under a name that is still free, and say where it is."""
        # Loaded here: drawing and printing are slow to load and not needed for the first page.
        from jknassist.gui import printing  # noqa: PLC0415

        words = self.parts.words
        try:
            path = free_name(folder, QDate.currentDate().toString("yyyy-MM-dd"))
            printing.save_pdf(self._summary, path, Paper.A4)
        except (printing.PrintError, OSError):
            say_on(self.says, words.save_failed.format(place=label))
        else:
            say_on(self.says, words.save_done.format(name=path.name, place=label))


def places(parts: Parts) -> tuple[tuple[str, Path], ...]:
    """Return the folders to save into, each with its name; USB sticks that can be written last."""
    words = parts.words
    known = (
        (words.place_documents, QStandardPaths.StandardLocation.DocumentsLocation),
        (words.place_desktop, QStandardPaths.StandardLocation.DesktopLocation),
        (words.place_downloads, QStandardPaths.StandardLocation.DownloadLocation),
    )
    own = {
        Path(QStandardPaths.writableLocation(location)): label
        for label, location in reversed(known)
        if Path(QStandardPaths.writableLocation(location)).is_dir()
    }
    home = {} if own else {Path(QDir.homePath()): words.place_documents}
    drives = {
        Path(drive.rootPath()): words.place_drive.format(name=drive.displayName())
        for drive in QStorageInfo.mountedVolumes()
        if is_stick(drive)
    }
    return tuple(
        (label, path) for path, label in (*reversed(own.items()), *home.items(), *drives.items())
    )


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
