"""Setting of the allocator: memory that is freed is to be used again, and so overwritten."""

import contextlib
import sys

M_ARENA_MAX = -8
"""Parameter of mallopt(3), from malloc.h of glibc."""


def keep_to_one_arena() -> bool:
    """Have glibc allocate from one arena; return whether it does. To be called before any thread.

    Threads that meet in the allocator else get arenas of their own, and what is freed in one is
    not used again by another. Elsewhere there is no such setting.
    """
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # noqa: PLC0415  a laptop starts without it

    with contextlib.suppress(OSError, AttributeError):
        return bool(ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1) == 1)
    return False
