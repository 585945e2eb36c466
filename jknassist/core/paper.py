"""Paper formats."""

from enum import StrEnum


class Paper(StrEnum):
    """The paper formats that an office can print on."""

    A4 = "a4"
    ROLL_80 = "80mm"
    ROLL_58 = "58mm"
