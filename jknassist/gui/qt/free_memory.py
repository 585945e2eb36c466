"""Overwrites freed memory, as far as a program of Python and Qt can.

Neither wipes freed memory: the digits of a number stay until the block is allocated again.
Allocating and freeing many blocks of the sizes in question forces that. It reaches the blocks that
the allocators reuse first, which are not all.
"""

from PySide6.QtCore import QByteArray

from jknassist.gui.qt.garbage_collection import collect_all

SIZES = range(16, 513, 16)
"""Block sizes in bytes: those of short strings of Python and Qt."""

BLOCKS = 2000
"""Blocks per size; more than the pages of a visit use."""


def overwrite_free_memory() -> None:
    """Run the garbage collector, then overwrite free blocks of Python's allocator and malloc."""
    collect_all()
    for size in SIZES:
        _ = [bytes(size) for _ in range(BLOCKS)]
        _ = [QByteArray(size, 0) for _ in range(BLOCKS)]
