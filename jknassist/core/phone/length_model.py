"""Estimates how frequent each length of a number is, by its first four and five digits.

The lengths of Indonesian mobile numbers by prefix are not published. Sources are a table of 2019
with lengths by four digits, and counts of published numbers by five. Five digits often determine
the length (08810 has 13, 08811 has 11), but most were observed once to three times. Each level is
therefore smoothed with the level above it as a prior:

    four digits = (seen + LISTED_WEIGHT x what the table lists, evenly) / (all seen + LISTED_WEIGHT)
                  where each fifth digit counts as at most MOST_HEARD numbers
    five digits = (seen + weight x four digits) / (all seen + weight)

The weight is small where each fifth digit of a prefix has a single length, so that even one number
is informative, and large where lengths are mixed. A length neither listed nor seen has the share 0.
The constants were fitted to the same numbers by leave-one-out: most slips detected at no more than
4 % false alarms; other numbers will give slightly worse rates. tests/bench/number_limits.py has the
rates, also for other thresholds.
"""

from collections.abc import Collection, Mapping, Sequence

LONGEST = 14
"""Maximum legal length of a number."""

LISTED_WEIGHT = 1.5
UNSEEN_WEIGHT = 4.0
"""Weight of the table for a fifth digit without observations, where it is less certain."""

PURE_WEIGHT = 0.15
MIXED_WEIGHT = 8.0
MOST_HEARD = 5.0
"""Maximum observations of one fifth digit that count for the other ones."""

RARE = 0.11
"""A length is too short if the next longer one is more than about 9 times as frequent."""

RARE_FAR = 0.1
"""A length is odd if one that differs by two or more is more than 10 times as frequent."""

RARE_DOUBLED = 0.08
"""A length is too long if a doubled digit is more than about 12 times as likely."""

Shares = tuple[float, ...]

_NONE = [0] * (LONGEST + 1)


def shares_by_fifth(
    listed: Collection[int], by_fifth: Mapping[str, Mapping[str, int]]
) -> dict[str, Shares]:
    """Return the shares of all lengths by fifth digit; the index is the length."""
    seen = {fifth: _counts(by_fifth.get(fifth, {})) for fifth in "0123456789"}
    table = tuple((length in listed) / len(listed) for length in range(LONGEST + 1))
    of_four = [sum(counts) for counts in zip(*map(_capped, seen.values()), strict=True)]
    four = _shares(of_four, table, LISTED_WEIGHT)
    unseen = _shares(of_four, table, UNSEEN_WEIGHT)
    weight = PURE_WEIGHT + MIXED_WEIGHT * _mixture(seen.values())
    return {
        fifth: _shares(counts, four, weight) if any(counts) else unseen
        for fifth, counts in seen.items()
    }


def _capped(counts: list[int]) -> list[float]:
    """Scale the counts of one fifth digit to a sum of at most MOST_HEARD."""
    weight = min(1.0, MOST_HEARD / (sum(counts) or 1))
    return [count * weight for count in counts]


def _counts(seen: Mapping[str, int]) -> list[int]:
    return [seen.get(str(length), 0) for length in range(LONGEST + 1)] if seen else _NONE


def _shares(counts: Sequence[float], above: Shares, weight: float) -> Shares:
    total = sum(counts) + weight
    return tuple(
        (count + weight * share) / total for count, share in zip(counts, above, strict=True)
    )


def _mixture(seen: Collection[list[int]]) -> float:
    """Return the smoothed share of numbers that lack the usual length of their five digits."""
    several = [counts for counts in seen if sum(counts) > 1]
    odd = sum(sum(counts) - max(counts) for counts in several)
    return odd / (sum(sum(counts) - 1 for counts in several) + 2)
