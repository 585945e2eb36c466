"""Show every place after the background preloading, and write the modules imported by then."""

import sys
from importlib import import_module

from PySide6.QtCore import QCoreApplication
from tools import page_tour

from jknassist.gui.preload import MODULES
from jknassist.gui.qt.application import make_application
from jknassist.gui.style.scaling import Screen
from jknassist.gui.style.theme import theme_for


def late_modules() -> set[str]:
    """Return the modules that a visit to every place imports after `MODULES`."""
    make_application()
    size = (1366, 768)
    theme = theme_for(Screen(width=size[0], height=size[1]), kiosk=False)
    window = page_tour.open_window(theme, size)
    for name in MODULES:
        import_module(name)
    before = set(sys.modules)
    for place_id in window.context.knowledge.places:
        window.view.jump_to(place_id)
        QCoreApplication.processEvents()
    return set(sys.modules) - before


if __name__ == "__main__":
    sys.stdout.write("\n".join(sorted(late_modules())))
