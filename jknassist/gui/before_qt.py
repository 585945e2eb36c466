"""Spares the start what PySide does at once, and the program needs later or never."""

from jknassist.gui import enumerations, wrong_calls


def prepare() -> None:
    """Have it spared; to be called before anything of Qt is loaded, more than once does no harm."""
    enumerations.make_quickly()
    wrong_calls.explain_later()
