"""Printer and job states of Windows."""

import ctypes

import pytest

from jknassist.gui.printing.spooler import windows
from jknassist.gui.printing.spooler.base import (
    JobState,
    PrinterProblem,
)


@pytest.mark.parametrize(
    ("status", "attributes", "trouble"),
    [
        (0, 0, None),
        (0x20000, 0, None),  # toner low
        (0x400, 0x40, None),  # printing
        (0x10, 0, PrinterProblem.NO_PAPER),
        (0x8, 0, PrinterProblem.NO_PAPER),
        (0x80, 0, PrinterProblem.STOPPED),
        (0x400000, 0, PrinterProblem.STOPPED),
        (0, 0x400, PrinterProblem.STOPPED),
    ],
)
def test_the_flags_of_windows_are_read(
    status: int, attributes: int, trouble: PrinterProblem | None
) -> None:
    assert windows.trouble_in(status, attributes) is trouble


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (0, JobState.WAITING),
        (0x8, JobState.PRINTING),
        (0x10 | 0x40, JobState.FAILED),
        (0x1000, JobState.DONE),
        (0x80, JobState.DONE),
    ],
)
def test_the_flags_of_a_windows_job_are_read(status: int, state: JobState) -> None:
    assert windows.job_state(status) is state


def test_the_structures_of_windows_have_their_documented_size() -> None:
    # 13 pointers and 8 numbers; a number, 6 pointers, 5 numbers and a time of 16 bytes, rounded up.
    assert ctypes.sizeof(windows.PrinterInfo) == 13 * 8 + 8 * 4
    assert ctypes.sizeof(windows.JobInfo) == 8 + 6 * 8 + 5 * 4 + 16 + 4
