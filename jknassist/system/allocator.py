"""Memory allocator setting, so that freed memory is reused and thereby overwritten."""

import contextlib
import sys

M_ARENA_MAX = -8
"""Parameter of mallopt(3), from malloc.h of glibc."""


def keep_to_one_arena() -> bool:
    """Restrict glibc to one arena; return whether that succeeded. Call before starting threads.

    Otherwise threads get arenas of their own, and memory freed in one is not reused by another.
    Other systems have no such setting.
    """
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # noqa: PLC0415  a laptop starts without it

    with contextlib.suppress(OSError, AttributeError):
        return bool(ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1) == 1)
    return False
