"""Cases of a slow test: some in each run, all of them before a release (`pytest -m release`)."""

from collections.abc import Iterable
from typing import Any

import pytest


def often(cases: Iterable[Any], *every_time: Any) -> list[Any]:
    """Mark all cases but those of every run as `release`; a tuple is a case of several values."""
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else (case,)),
            marks=() if case in every_time else pytest.mark.release,
        )
        for case in cases
    ]
