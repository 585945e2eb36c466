"""The papers that an office may have."""

from enum import StrEnum


class Paper(StrEnum):
    """The papers that offices have."""

    A4 = "a4"
    ROLL_80 = "80mm"
    ROLL_58 = "58mm"
