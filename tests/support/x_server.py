"""An X server without a screen (Xvfb), on a display of its own."""

import os
import subprocess

OPTIONS = ("-noreset", "-nolisten", "tcp")
"""Without the first a server begins anew whenever its last client leaves, and throws out one that
is just coming: a window manager, while a shorter program asked whether it was there already."""


def start_x_server(*options: str) -> tuple[subprocess.Popen[bytes], str]:
    """Start Xvfb on a free display; return its process and the display, as in ":3"."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), *OPTIONS, *options],
        pass_fds=[write_end],
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    with os.fdopen(read_end) as answer:  # it writes its number once it is ready
        number = answer.readline().strip()
    if not number:
        raise RuntimeError(f"Xvfb ended with {server.wait()}")
    return server, f":{number}"
