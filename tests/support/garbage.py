"""Garbage in circles, for tests of the collector."""

import threading

from jknassist.gui.qt.garbage_collection import MIN_NEW_OBJECTS


class Circle:
    """Garbage that only a search finds; tells in which thread it went."""

    def __init__(self, gone: list[int]) -> None:
        self.me = self
        self.gone = gone

    def __del__(self) -> None:
        self.gone.append(threading.get_ident())


def make_much() -> list[list[int]]:
    return [[] for _ in range(10 * MIN_NEW_OBJECTS)]
