"""What users say and where it leads, read from the tables beside the tests of the content.

Each table is in two halves: `read` may be looked at while the search words are worked on, `held`
was written before and is only measured.
"""

from pathlib import Path

from jknassist.core.flow.model import Knowledge
from jknassist.core.search.index import SearchIndex

TABLES = Path(__file__).resolve().parents[1] / "resources"
USUAL = "kartu_hidup"

Complaint = tuple[str, tuple[str, ...]]


def complaints(half: str) -> tuple[Complaint, ...]:
    """Return the complaints of a half, each with its right places, the best first."""
    rows = (line.split("\t") for line in told(f"complaints_{half}"))
    return tuple((text, tuple(places.split(","))) for places, text in rows)


def told(table: str) -> tuple[str, ...]:
    """Return the lines of a table without its comments."""
    lines = (TABLES / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def share_found(knowledge: Knowledge, rows: tuple[Complaint, ...], among: int) -> float:
    """Return the share of the complaints with a right place among the first so many."""
    index = SearchIndex(knowledge)
    found = sum(
        bool({match.place_id for match in index.find(text)[:among]} & {*right})
        for text, right in rows
    )
    return found / len(rows)


def unusual(rows: tuple[Complaint, ...]) -> tuple[Complaint, ...]:
    """Return the complaints for which the most usual place is not right."""
    return tuple(row for row in rows if USUAL not in row[1])
