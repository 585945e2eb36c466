"""Overwrites freed memory, as far as a program of Python and Qt can.

Neither wipes freed memory: the digits of a number stay until the block is allocated again.
Allocating and freeing many blocks of the sizes in question forces that. It reaches the blocks that
the allocators reuse first, which are not all.
"""

from PySide6.QtCore import QStringListModel

from jknassist.gui.qt.garbage_collection import collect_all

SIZES = range(24, 521, 16)
"""Block sizes in bytes: those of short strings of Python and Qt."""

BLOCKS = 2000
"""Blocks per size; more than the pages of a visit use."""

BESIDE_LETTERS = 18
"""Bytes of a Qt string beside its letters of two bytes each: its header and a final zero."""


def overwrite_free_memory() -> None:
    """Run the garbage collector, then overwrite free blocks of Python's allocator and malloc.

    All blocks are held at once (some 35 MB): one size after the other would get the same
    memory again and again, and leave the rest of what is free as it was. The strings of a list are
    Qt's own; a QByteArray for each would be an object of Python, too, and take far longer.
    """
    collect_all()
    held = []
    for size in SIZES:
        strings = QStringListModel()
        strings.setStringList(["\0" * ((size - BESIDE_LETTERS) // 2)] * BLOCKS)
        held.append((strings, [bytes(size) for _ in range(BLOCKS)]))
