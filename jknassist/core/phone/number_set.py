"""A set of large integers that takes a fifth of the memory of Python's own set."""

from array import array

FIRST_SIZE = 1024
"""Slots of an empty set; a power of two, as later sizes."""

FULL = 0.6
"""Share of used slots at which the table is doubled."""

SPREAD = 0x9E3779B97F4A7C15
"""Odd factor that spreads numbers which differ only in their last digits over the table."""

WORD = 64


class NumberSet:
    """A hash table with open addressing over machine words; holds integers from 1 to 2**64 - 1."""

    def __init__(self) -> None:
        self._slots = array("Q", bytes(8 * FIRST_SIZE))
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, number: int) -> bool:
        """Add a number; return whether it was there already."""
        slot = self._slot_of(number)
        if self._slots[slot] == number:
            return True
        self._slots[slot] = number
        self._count += 1
        if self._count > FULL * len(self._slots):
            self._grow()
        return False

    def _slot_of(self, number: int) -> int:
        """Return the slot of a number, or the free one where it belongs."""
        slots = self._slots
        mask = len(slots) - 1
        # The upper bits of the product depend on all digits.
        slot = (number * SPREAD >> WORD // 2) & mask
        while slots[slot] and slots[slot] != number:
            slot = (slot + 1) & mask
        return slot

    def _grow(self) -> None:
        old = self._slots
        self._slots = array("Q", bytes(2 * 8 * len(old)))
        for number in old:
            if number:
                self._slots[self._slot_of(number)] = number
