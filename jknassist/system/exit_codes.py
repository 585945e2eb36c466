"""Exit codes of the program and of the parts of the kiosk."""

FINE, FOUND, WRONG_USE = 0, 1, 2
"""Of the commands: all is well, something was found, the words cannot be understood."""

SECOND_KIOSK = 4
"""Another kiosk of this account runs already."""

STAFF_LEFT = 10
"""The staff has typed its PIN and pressed "Keluar": nothing else gives this code.

It alone ends the kiosk for good. Not 0: a program may end with that by accident.
"""

FAILED = 70
"""The kiosk cannot go on in this process; its parent starts another one."""

STOPPED = 143
"""The kiosk was told to stop (SIGTERM), as shells write it."""
