"""Scroll-free page area: lowers the density until the content fits, then paginates.

Nothing is scrolled: a screen page ends between two widgets, never in the middle of one.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from jknassist.core.typing_compat import override

DENSITIES = (0, 1, 2, 3, 4)
"""Density levels: from large pictures and wide gaps to none; the last one is paginated."""

DENSE = 3
"""From this density on there is room for words and buttons only."""

PAGINATED = 4
"""At this density the content does not fit on one screen and is paginated."""


WHOLE = "whole"
"""Dynamic property of a widget whose children stay together on one screen page if possible."""

TITLES = frozenset({"heading", "label", "big", "step"})
"""Object names of headings, which must not be last on a screen page: content must follow."""


class ScreenPage(NamedTuple):
    """A vertical range of the content that is shown at once: top and bottom in pixels."""

    top: int
    bottom: int

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return self.bottom - self.top


class PagedArea(QScrollArea):
    """Shows one screen page of its content; `turned` is emitted when it or the count changes."""

    turned = Signal()
    _stale = False
    _shown = False

    def __init__(self) -> None:
        super().__init__()
        self.inside = QWidget()
        self.inside.setObjectName("body")
        self.setWidget(self.inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_density: Callable[[int], None] | None = None
        self.unfold: Callable[[], None] | None = None
        self.spare: Callable[[], int] | None = None
        self.density = DENSITIES[1]
        self.screen_pages: tuple[ScreenPage, ...] = (ScreenPage(0, 0),)
        self.current = 0
        self.just_shown = False  # its first screen page, and nothing was fitted since
        self._fitting = False
        self._fitted = QSize()
        self.verticalScrollBar().valueChanged.connect(self._hold)

    @property
    def more(self) -> bool:
        """Whether another screen page follows."""
        return self.current + 1 < len(self.screen_pages)

    def turn(self, step: int) -> bool:
        """Go `step` screen pages forward or back; return whether there was one."""
        self.just_shown = False
        there = 0 <= self.current + step < len(self.screen_pages)
        if there:
            self._show(self.current + step)
        return there

    def shows(self, widget: QWidget) -> bool:
        """Return whether a widget of the content begins on the present screen page."""
        screen_page = self.screen_pages[self.current]
        top = widget.mapTo(self.inside, QPoint(0, 0)).y()
        return screen_page.top <= top < screen_page.bottom

    def begin(self) -> None:
        """Show the first screen page, at the lowest density that suits the shape of the area."""
        self.current = 0
        self.fit(afresh=True)

    def show_widget(self, widget: QWidget) -> None:
        """Go to the screen page that contains a widget."""
        top = widget.mapTo(self.inside, QPoint(0, 0)).y()
        for place, screen_page in enumerate(self.screen_pages):
            if screen_page.top <= top < screen_page.bottom:
                self._show(place)

    def fit(self, *, afresh: bool, resized: bool = False) -> None:
        """Raise the density until the content fits, from the first if `afresh`, and paginate.

        A single screen page may get the height of a bar that it does not need (`spare`). That
        height counts where the area begins `afresh`, but not where it was just `resized`, which
        may have happened because the height was given or taken.
        """
        if self._fitting or not self.isVisible():
            return
        self._fitting = True
        self._stale = False
        self.just_shown = False
        spare = self.spare() if self.spare is not None and afresh and not resized else 0
        height = self.height()
        self._fit(first_density(self.size()) if afresh else self.density, spare)
        if afresh and self.height() > height:  # what is around it was laid out only now
            self._fit(first_density(self.size()), spare)
        self._fitting = False
        self._show(min(self.current, len(self.screen_pages) - 1))

    def _fit(self, density: int, spare: int) -> None:
        height = self.height()
        for level in DENSITIES[density:]:
            self.density = level
            if self.set_density is not None:
                self.set_density(level)
            needed = self.needed_height()
            # What is below the page may have taken of its height while layouts were activated. What
            # it has left because the page is denser does not count: it would be taken again.
            fits = needed <= min(height, self.height()) + spare
            if fits:
                break
        self.setViewportMargins(0, 0, 0, 0)
        self._lay_out(needed)
        if fits:
            self.screen_pages = (ScreenPage(0, self.height()),)
        else:
            self._divide()

    def _lay_out(self, needed: int) -> None:
        self.inside.resize(self.width(), max(needed, self.height()))
        layout = self.inside.layout()
        if layout is not None:
            layout.activate()

    def _divide(self) -> None:
        """Paginate the content; where side-by-side columns prevent a cut, stack them first."""
        spans = self._spans()
        too_tall = any(span.bottom - span.top > self.height() for span in merged(spans))
        if too_tall and self.unfold is not None:
            self.unfold()
            self._lay_out(self.needed_height())
            spans = self._spans()
        # The surrounding widgets may have left the area no height at all.
        one_line = self.fontMetrics().lineSpacing()
        self.screen_pages = paginate(spans, max(self.height(), one_line))
        self._watch_focus()

    def division(self) -> tuple[ScreenPage, ...]:
        """Return the screen pages into which the content would be divided as it is now."""
        needed = self.needed_height()
        if needed <= self.height():
            return (ScreenPage(0, needed),)
        self._lay_out(needed)
        return paginate(self._spans(), max(self.height(), self.fontMetrics().lineSpacing()))

    def _follow_size(self) -> None:
        """Fit again when the area itself was resized: Qt also reports a change of its margins."""
        if self.size() != self._fitted:
            self._fitted = self.size()
            self.fit(afresh=True, resized=True)

    def needed_height(self) -> int:
        """Return the height in pixels that the content takes at the present width and density."""
        layout = self.inside.layout()
        if layout is None:
            return 0
        # Layouts recompute their size hints on activation, which Qt defers for hidden widgets;
        # their LayoutRequest events are consumed by then.
        for widget in reversed(self.inside.findChildren(QWidget)):
            if (inner := widget.layout()) is not None:
                inner.activate()
        layout.activate()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(self.width())
        return layout.totalMinimumSize().height()

    def _show(self, index: int) -> None:
        self.current = index
        shown = self.screen_pages[index]
        height = min(shown.bottom - shown.top, self.height())
        self.setViewportMargins(0, 0, 0, self.height() - height)
        self.verticalScrollBar().setValue(shown.top)
        self.turned.emit()

    def _spans(self) -> list[ScreenPage]:
        """Return the vertical range of each widget of the content."""
        found: list[ScreenPage] = []
        titles: list[ScreenPage] = []
        for widget in uncut_widgets(self.inside, self.height()):
            top = widget.mapTo(self.inside, QPoint(0, 0)).y()
            if widget.height() > self.height():
                found += line_spans(widget, top)
                continue
            span = ScreenPage(top, top + widget.height())
            found.append(span)
            if widget.objectName() in TITLES:
                titles.append(span)
        return [*found, *title_spans(titles, found, self.spacing() + 2, self.height())]

    def spacing(self) -> int:
        """Return the gap between two widgets of the content in pixels."""
        layout = self.inside.layout()
        return layout.spacing() if layout is not None else 0

    def _watch_focus(self) -> None:
        """Follow the focus to widgets on another screen page."""
        for widget in self.inside.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                widget.installEventFilter(self)

    def _hold(self, value: int) -> None:
        """Keep the scroll offset at the start of the screen page when Qt scrolls to the focus.

        While the area is fitted the present one may be gone; at the end one is shown.
        """
        if not self._fitting and value != self.screen_pages[self.current].top:
            self.verticalScrollBar().setValue(self.screen_pages[self.current].top)

    def _turn_by_key(self, key: int) -> bool:
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(key))
        return step is not None and self.turn(step)

    def _turn_by_wheel(self, angle: QPoint) -> None:
        if angle.y():
            self.turn(-1 if angle.y() > 0 else 1)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self.inside:
            self.fit(afresh=self._stale)
        elif event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.show_widget(watched)
        return done

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._stale = self._stale or event.type() == QEvent.Type.StyleChange

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown:
            self._follow_size()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Qt has sent a resize event before the show event; fitting on that one would do the work
        # twice.
        self._shown = True
        self._fitted = self.size()
        self.fit(afresh=True)
        self.just_shown = self.current == 0

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._shown = False
        super().hideEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turn_by_wheel(event.angleDelta())
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self._turn_by_key(event.key()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


def first_density(size: QSize) -> int:
    """Return the density to begin with: only a portrait area has space for the lowest."""
    return DENSITIES[0] if size.height() > size.width() else DENSITIES[1]


def uncut_widgets(inside: QWidget, height: int) -> list[QWidget]:
    """Return the visible widgets that must not be cut; of one that is too tall, its children."""
    found: list[QWidget] = []
    for child in _children(inside):
        if not child.isVisibleTo(inside):
            continue
        container = child.layout() is not None and not isinstance(child, QPushButton | QFrame)
        whole = not container or bool(child.property(WHOLE))
        if whole and (child.height() <= height or not _children(child)):
            found.append(child)
        else:
            found += uncut_widgets(child, height)
    return found


def _children(widget: QWidget) -> list[QWidget]:
    return widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)


def line_spans(words: QWidget, top: int) -> list[ScreenPage]:
    """Return the vertical range of each line of a text that is taller than a screen page."""
    pitch = words.fontMetrics().lineSpacing()
    return [ScreenPage(top + at, top + at + pitch) for at in range(0, words.height(), pitch)]


def title_spans(
    titles: Iterable[ScreenPage], spans: Iterable[ScreenPage], gap: int, height: int
) -> list[ScreenPage]:
    """Return ranges that join each title with the next thing below it, where both fit on a page."""
    order = sorted(spans, key=lambda each: each.top)
    found: list[ScreenPage] = []
    for title in titles:
        following = next((span for span in order if span.top >= title.bottom), title)
        if following.bottom - title.top <= height:
            found.append(ScreenPage(title.top, title.bottom + gap))
    return found


def paginate(spans: Iterable[ScreenPage], height: int) -> tuple[ScreenPage, ...]:
    """Divide content into screen pages at most `height` pixels tall, without cutting a span."""
    made: list[ScreenPage] = []
    top, bottom = 0, 0
    for span in merged(spans):
        if span.bottom - top > height and bottom > top:
            made.append(ScreenPage(top, bottom))
            top = span.top
        while span.bottom - top > height:
            # Taller than the area: it has to be cut.
            made.append(ScreenPage(top, top + height))
            top += height
        bottom = span.bottom
    return (*made, ScreenPage(top, bottom))


def merged(spans: Iterable[ScreenPage]) -> list[ScreenPage]:
    """Merge overlapping spans; return them sorted from top to bottom."""
    found: list[ScreenPage] = []
    for span in sorted(spans, key=lambda each: each.top):
        if found and span.top < found[-1].bottom:
            last = found.pop()
            span = ScreenPage(last.top, max(last.bottom, span.bottom))  # noqa: PLW2901
        found.append(span)
    return found
