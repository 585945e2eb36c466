"""Sizes of widgets that Qt knows and PySide does not name."""

UNLIMITED = 16777215
"""Maximum width or height of a widget in pixels that has no limit: QWIDGETSIZE_MAX of Qt."""
