"""Exit codes of the commands and of the kiosk processes."""

FINE, FOUND, WRONG_USE = 0, 1, 2
"""Codes of commands: success, something was found, wrong usage."""

SECOND_KIOSK = 4
"""Another kiosk instance of this account is already running."""

STAFF_LEFT = 10
"""Staff entered the PIN and pressed "Keluar"; no other event gives this code.

Only this code ends the supervisor. It is not 0 because a process can also exit with 0 by accident.
"""

HUNG = 124
"""Killed by the supervisor for lack of a heartbeat; the code of timeout(1)."""

FAILED = 70
"""The kiosk process cannot continue; the supervisor starts a new one."""

STOPPED = 143
"""Stopped by SIGTERM: 128 + 15, the shell convention."""
