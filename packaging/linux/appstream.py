"""Asks AppStream's own validator about the description for software centres."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

AGREED = {
    "url-homepage-missing": "the project has no domain; an address that leads nowhere helps nobody"
}
"""Accepted complaints with the reason. An older validator does not know all of their names, so they
cannot be passed to it as overrides."""

COMPLAINT = re.compile(r"^[EW]: \S+ (?P<tag>[a-z0-9-]+)", re.MULTILINE)
"""A line about an error or a warning: its severity, the place, and the name of the complaint."""


def complaints(page: Path) -> list[str]:
    """Return what is wrong with a description, apart from what was agreed."""
    command = ["appstreamcli", "validate", "--no-net", str(page)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    found = judged(done.stdout)
    if done.returncode and not COMPLAINT.search(done.stdout):
        found.append(f"appstreamcli: {done.returncode}\n{done.stdout}{done.stderr}")
    return found


def judged(report: str) -> list[str]:
    """Return the lines of a report that were not agreed."""
    found = COMPLAINT.finditer(report)
    return [one.group() for one in found if one["tag"] not in AGREED]
