"""Disables core dumps: a dump could contain the number that a member has typed."""

import contextlib
import sys

PR_SET_DUMPABLE = 4
"""Operation of prctl(2), from linux/prctl.h."""


def forbid_core_dumps() -> None:
    """Set the core dump limit of this process and its children to 0; no-op on Windows.

    Dump handlers (systemd-coredump, apport) respect it as well. Windows writes dumps only if an
    administrator has enabled them.
    """
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  there is none on Windows

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def forbid_access_to_memory() -> bool:
    """Mark this process as not dumpable; return whether it is. Linux only.

    No program of the same account can then read its memory or attach a debugger, and even a dump
    handler that ignores the limit gets no dump. For kiosks, where nobody needs a debugger.
    """
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # noqa: PLC0415  a laptop starts without it

    try:
        return bool(ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)
    except (OSError, AttributeError):
        return False
