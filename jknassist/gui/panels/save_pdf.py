"""Panel that saves the summary as a PDF with one press, without a file dialog."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QDir, QStandardPaths, QStorageInfo

from jknassist.core.export.print_document import Sheets
from jknassist.core.paper import Paper
from jknassist.gui.context import UiContext
from jknassist.gui.panels.panel import Panel
from jknassist.gui.qt.announcements import set_announced_text

FILE_NAME = "{stem}-{date}{again}.pdf"


class SavePanel(Panel):
    """One button for each folder: documents, desktop, downloads, USB sticks."""

    def __init__(self, documents: Sheets, context: UiContext) -> None:
        super().__init__(context.words.save_title, context)
        self._documents = documents
        self.message = self.add_text(context.words.save_text)
        self.explain(context.words.save_text)
        for label, folder in save_folders(context):
            choice = self.add_choice(label)
            choice.clicked.connect(partial(self.save_into, folder, label))
        self.column.addStretch()

    def save_into(self, folder: Path, label: str) -> None:
        """Save the PDF under an unused name, show the result, and offer to close."""
        # Imported on use: printing is slow to import and not needed for the first page.
        from jknassist.gui.printing import render  # noqa: PLC0415

        words = self.context.words
        try:
            path = free_name(
                folder, QDate.currentDate().toString("yyyy-MM-dd"), self._documents.file_stem
            )
            render.save_pdf(self._documents.on(Paper.A4), path)
        except (render.PrintError, OSError):
            self._say(words.save_failed.format(place=label))
        else:
            self._say(words.save_done.format(name=path.name, place=label))
            # Enter pressed once more must not save a second file.
            self.close_button.setFocus()

    def _say(self, text: str) -> None:
        """Show how it went, in one line where that fits: the name of a file is not divided."""
        self.message.use_whole_width(whole=True)
        set_announced_text(self.message, text)


def save_folders(context: UiContext) -> tuple[tuple[str, Path], ...]:
    """Return label and path of each folder to save into; writable USB sticks come last."""
    words = context.words
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
    home = {} if own else {Path(QDir.homePath()): words.place_home}
    drives = {
        Path(drive.rootPath()): words.place_drive.format(name=drive.displayName())
        for drive in QStorageInfo.mountedVolumes()
        if is_stick(drive)
    }
    return tuple(
        (label, path) for path, label in (*reversed(own.items()), *home.items(), *drives.items())
    )


def is_stick(drive: QStorageInfo) -> bool:
    """Return whether a volume is removable, judged by its mount point."""
    usable = drive.isValid() and drive.isReady() and not drive.isReadOnly() and not drive.isRoot()
    root = drive.rootPath()
    plugged = root.startswith(("/media/", "/run/media/", "/Volumes/"))
    return usable and (plugged or (root[1:3] == ":/" and root[0].upper() not in "ABC"))


def free_name(folder: Path, date: str, stem: str) -> Path:
    """Return an unused path in a folder."""
    number = 1
    path = folder / FILE_NAME.format(stem=stem, date=date, again="")
    while path.exists():
        number += 1
        path = folder / FILE_NAME.format(stem=stem, date=date, again=f"-{number}")
    return path
