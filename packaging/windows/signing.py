"""Signs files of a release where the environment names a command for it (certificate.ps1)."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import dev

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = "JKNASSIST_SIGN"


def sign(*files: Path) -> bool:
    """Sign files, if a command for it is given; the .nsi does so with the installer."""
    command = os.environ.get(COMMAND)
    for file in files if command else ():
        # The command is one text, with the place of signtool in quotes, as NSIS wants it.
        if subprocess.run(f'{command} "{file}"', check=False).returncode:
            raise dev.Stop(f"{file.name} tidak dapat ditandatangani.")
    return bool(command)
