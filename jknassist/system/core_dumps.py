"""No core dumps: a dump of this process could hold the number that a member has typed."""

import contextlib
import sys

PR_SET_DUMPABLE = 4
"""Operation of prctl(2), from linux/prctl.h."""


def forbid_core_dumps() -> None:
    """Set the largest core dump of this process and its children to nothing, where there are any.

    The handlers to which a kernel may pipe a dump (systemd-coredump, apport) keep to it as well.
    Windows writes dumps only where an administrator has asked for them.
    """
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  there is none on Windows

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def forbid_access_to_memory() -> bool:
    """Mark this process as not dumpable; return whether it is. Linux only.

    Then no program of the same account can read its memory or attach a debugger, and even a dump
    handler that ignores the limit gets none. For kiosks: nobody needs a debugger there.
    """
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # noqa: PLC0415  a laptop starts without it

    try:
        return bool(ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)
    except (OSError, AttributeError):
        return False
