"""Reference cycles, for tests of the garbage collector."""

import threading

from jknassist.gui.qt.garbage_collection import MIN_NEW_OBJECTS


class Cycle:
    """A reference cycle that records the thread in which it is collected."""

    def __init__(self, gone: list[int]) -> None:
        self.me = self
        self.gone = gone

    def __del__(self) -> None:
        self.gone.append(threading.get_ident())


def make_much() -> list[list[int]]:
    return [[] for _ in range(10 * MIN_NEW_OBJECTS)]
