"""Whether a page is composed, not only fitted: no long lines, and no page that is half empty.

Also a program of its own, for screens that Qt scales: the factor is taken once, when Qt starts.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from tools import page_tour

from jknassist.gui.main_window import MainWindow
from jknassist.gui.panels.panel import Panel
from jknassist.gui.qt.application import make_application
from jknassist.gui.style.scaling import Screen
from jknassist.gui.style.theme import Theme, theme_for
from jknassist.gui.widgets.answer_card import AnswerCard
from jknassist.gui.widgets.paged_area import PagedArea
from jknassist.gui.widgets.picture import SvgPicture
from jknassist.gui.widgets.text_wrapping import breakable
from jknassist.gui.widgets.wrapping_label import WrappingLabel
from tests.support.page_faults import faults, on_leaf, shown_in

LONGEST_LINE = 66
"""Letters of a line at the most."""

EMPTY = 1 / 3
"""Share of a page that may be empty below the last thing, if pictures on it could be larger."""

LARGE_PICTURE = 110
"""Side in pixels at scale 1 from which a picture needs not be larger."""


def compose(
    theme: Theme, screen: Screen, *, kiosk: bool, places: slice = slice(None)
) -> dict[str, list[str]]:
    """Return what is wrong on pages of the shipped content on a screen, by the names of all seen.

    Of the places those of a slice are shown, and all panels.
    """
    size = (screen.width, screen.height)
    window = page_tour.open_window(theme, size, kiosk=kiosk)
    window.setUpdatesEnabled(False)  # it is measured, not looked at
    found: dict[str, list[str]] = {}
    for name in page_tour.stops(window, places):
        wrong = [*faults(window), *long_lines(window), *half_empty(window)]
        if (window.width(), window.height()) != size:
            wrong.append(f"the window grew to {window.width()}x{window.height()}")
        found[name] = wrong
    window.close()
    window.deleteLater()
    return found


def faulty(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the pages on which something is wrong."""
    return {page: wrong for page, wrong in found.items() if wrong}


def long_lines(window: MainWindow) -> Iterator[str]:
    """Yield the lines that are longer than an eye finds back from."""
    for widget in shown_in(window):
        if not isinstance(widget, WrappingLabel) or widget.uses_whole_width:
            continue
        if on_leaf(widget):
            long = (line for line in lines_of(widget) if len(line) > LONGEST_LINE)
            yield from (f"a line of {len(line)} letters: {line!r}" for line in long)


def lines_of(label: WrappingLabel) -> Iterator[str]:
    """Yield the text of a label line by line, as it is drawn."""
    metrics, width = label.fontMetrics(), min(label.width(), label.measure())
    for paragraph in breakable(label.text()).split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}".strip()
            if line and metrics.horizontalAdvance(longer) > width:
                yield line
                longer = word
            line = longer
        yield line


def half_empty(window: MainWindow) -> Iterator[str]:
    """Yield how empty a page is whose pictures could be larger."""
    area = area_of(window)
    seen = [one for one in shown_in(area.inside) if on_leaf(one) and _shows(one)]
    pictures = list(filter(None, map(picture_width, seen)))
    if not pictures or len(area.screen_pages) > 1:
        return
    lowest = max(one.mapTo(area, QPoint(0, one.height())).y() for one in seen)
    empty = area.height() - lowest
    largest = max(pictures)
    if empty > EMPTY * area.height() and largest < LARGE_PICTURE * window.theme.scale:
        yield f"{empty} of {area.height()} pixels are empty, the largest picture has {largest}"


def picture_width(widget: QWidget) -> int:
    """Return the width of the picture that a widget is or paints, 0 without one."""
    if isinstance(widget, AnswerCard):
        return widget.picture_place().width()
    return widget.width() if isinstance(widget, SvgPicture) else 0


def area_of(window: MainWindow) -> PagedArea:
    """Return the area of the page or panel that is shown."""
    for panel in window.findChildren(Panel):
        if panel.isVisible():
            return panel.area
    return window.view.page.area


def _shows(widget: QWidget) -> bool:
    return isinstance(widget, QLabel | QAbstractButton | QLineEdit) and widget.height() > 0


def main(width: int, height: int, letters: float, share: int, *, kiosk: bool) -> None:
    """Print what is wrong on a screen of a size in physical pixels, as JSON.

    Every so many places are shown: 1 for all.
    """
    ratio = make_application().devicePixelRatio()
    screen = Screen(width=round(width / ratio), height=round(height / ratio))
    theme = replace(theme_for(screen, kiosk=kiosk), letters=letters)
    found = compose(theme, screen, kiosk=kiosk, places=slice(None, None, share))
    told = {"ratio": ratio, "pages": len(found), "faults": faulty(found)}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    numbers = (int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]))
    main(*numbers, kiosk="kiosk" in sys.argv)
