"""How usual each length is, worked out from a few seen numbers by four and by five digits.

Nobody publishes the length of Indonesian mobile numbers by prefix. What there is: a table of 2019
that lists lengths for four digits, and counts of published numbers for five. Five digits often
settle the length (08810 has 13, 08811 has 11) but most of them were seen once to three times.
So each level starts from the one above it, as if that had been seen a few times already:

    four digits = (seen + LISTED_WEIGHT x what the table lists, evenly) / (all seen + LISTED_WEIGHT)
                  where each fifth digit counts as at most MOST_HEARD numbers
    five digits = (seen + weight x four digits) / (all seen + weight)

The weight is small where the fifth digits of a prefix are pure (each has one length: then even one
number tells much) and large where they are mixed. A length that was neither listed nor seen has the
share 0. The constants were chosen on the same numbers, as the point that notices most slips for at
most 4 % false alarms when each number is judged by the others; numbers from elsewhere will fare a
little worse. tests/bench/number_limits.py measures all this, and what other thresholds would give.
"""

from collections.abc import Collection, Mapping, Sequence

LONGEST = 14
"""The longest number there can be by law; no share is kept beyond it."""

LISTED_WEIGHT = 1.5
UNSEEN_WEIGHT = 4.0
"""The table's weight for a fifth digit nobody has seen: what others show is less certain there."""

PURE_WEIGHT = 0.15
MIXED_WEIGHT = 8.0
MOST_HEARD = 5.0
"""So many numbers of one fifth digit count for the others: a digit often seen says no more."""

RARE = 0.11
"""A length is too short when the next longer one is more than about 9 times as usual."""

RARE_FAR = 0.1
"""A length is odd when one that differs by two or more is more than 10 times as usual."""

RARE_DOUBLED = 0.08
"""A length is too long when a doubled digit explains it more than about 12 times as well."""

Shares = tuple[float, ...]

_NONE = [0] * (LONGEST + 1)


def shares_by_fifth(
    listed: Collection[int], by_fifth: Mapping[str, Mapping[str, int]]
) -> dict[str, Shares]:
    """Return for each fifth digit the share of every length, the length being the index."""
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
    """Count what was seen behind one fifth digit as at most MOST_HEARD numbers, in proportion."""
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
    """Return how often a number had not the usual length of its five digits, cautiously."""
    several = [counts for counts in seen if sum(counts) > 1]
    odd = sum(sum(counts) - max(counts) for counts in several)
    return odd / (sum(sum(counts) - 1 for counts in several) + 2)
