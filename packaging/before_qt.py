"""Prepares for Qt in the frozen program, where PyInstaller loads it before the program runs."""

from jknassist.gui import enumerations, wrong_calls

enumerations.make_quickly()
wrong_calls.explain_later()
