"""Overwrite memory that was freed, as far as a program of Python and Qt can.

Neither of them wipes what it frees: the digits of a number stay until the same place is used for
something else. Taking many blocks of the sizes in question and giving them back makes that happen
at once. It reaches what the allocators hand out again first, which is not all.
"""

from PySide6.QtCore import QByteArray

from jknassist.gui.qt.garbage_collection import collect_all

SIZES = range(16, 513, 16)
"""Bytes of the blocks: those of short texts, of Python and of Qt."""

BLOCKS = 2000
"""Blocks of each size: more than the pages of a visit had."""


def overwrite_free_memory() -> None:
    """Collect what is garbage, then overwrite free blocks of Python's allocator and of malloc."""
    collect_all()
    for size in SIZES:
        _ = [bytes(size) for _ in range(BLOCKS)]
        _ = [QByteArray(size, 0) for _ in range(BLOCKS)]
