"""Prepares for Qt in the frozen program, where PyInstaller loads it before the program runs."""

from jknassist.gui import before_qt

before_qt.prepare()
