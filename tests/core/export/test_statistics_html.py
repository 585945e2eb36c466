"""The page that an office reads: every figure is on it, and nothing comes from outside."""

import re
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser

from jknassist.core.export.statistics_html import statistics_html
from jknassist.core.flow.model import Knowledge
from jknassist.core.statistics import (
    EMPTY,
    CountSource,
    Event,
    EventKind,
    Statistics,
    counted,
    merged,
)
from jknassist.core.typing_compat import override
from tests.support.small_knowledge import small_knowledge

TODAY = date(2026, 11, 27)
ONE, TWO = "00000001", "00000002"


class Page(HTMLParser):
    """The tables of a page as texts, and the tags that were opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not {"src", "href", "onclick"} & {name for name, _ in attrs}
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and "table" in self.open:
            self.rows[-1][-1] += data


def of(machine: str = ONE, days_ago: int = 0, edition: int = 2) -> CountSource:
    return CountSource(machine, TODAY - timedelta(days=days_ago), "0.2.0", edition)


def visits(source: CountSource, kind: EventKind, name: str, count: int = 1) -> Statistics:
    return counted(EMPTY, source, [Event(kind, name)] * count)


def rows(statistics: Statistics, knowledge: Knowledge | None = None) -> list[list[str]]:
    return Page(statistics_html(statistics, knowledge or small_knowledge(), TODAY)).rows


def test_every_count_is_on_the_page() -> None:
    source = of()
    together = merged(
        [
            visits(source, EventKind.OUTCOME, "pulsa_habis", 9),
            visits(source, EventKind.SOLVED, "pulsa_habis", 4),
            visits(source, EventKind.UNSOLVED, "pulsa_habis", 2),
            visits(source, EventKind.LEFT, "nomor", 5),
            visits(source, EventKind.LENGTH, "up_to_5_min", 14),
        ]
    )
    found = rows(together)
    assert ["kunjungan", "14", ""] in found
    assert ["Pulsa habis", "", "9", "4", "2", "3"] in found
    assert [small_knowledge().places["nomor"].title, "", "5"] in found
    assert ["2 sampai 5 menit", "", "14"] in found
    assert ["27 Nov 2026", "", "14"] in found
    assert [ONE, "27 Nov 2026", "0.2.0", "2", "14"] in found


def test_it_needs_nothing_from_outside() -> None:
    text = statistics_html(visits(of(), EventKind.OUTCOME, "pulsa_habis"), small_knowledge(), TODAY)
    assert not {"script", "img", "link", "iframe", "a"} & set(Page(text).tags)
    assert not re.search(r"https?:|url\(|@import", text)


def test_a_page_without_visits_says_so() -> None:
    assert "Belum ada kunjungan" in statistics_html(EMPTY, small_knowledge(), TODAY)
    assert rows(EMPTY) == []


def test_titles_cannot_break_the_page() -> None:
    knowledge = small_knowledge()
    first, *others = knowledge.outcomes
    hostile = replace(knowledge, outcomes=(replace(first, title="<b>&</table>"), *others))
    found = rows(visits(of(), EventKind.OUTCOME, first.id), hostile)
    assert ["<b>&</table>", "", "1", "0", "0", "1"] in found


def test_an_outcome_of_another_edition_has_the_words_of_its_id() -> None:
    assert rows(visits(of(), EventKind.OUTCOME, "gone_since"))[5][0] == "Gone since"


def test_more_outcomes_than_visits_are_explained() -> None:
    source = of()
    both = [Event(EventKind.OUTCOME, "pulsa_habis"), Event(EventKind.NEXT_OUTCOME, "gangguan")]
    knowledge = small_knowledge()
    page = statistics_html(counted(EMPTY, source, both), knowledge, TODAY)
    assert knowledge.words.tally_several.format(count=2) in page


def test_many_days_become_weeks_from_monday_on() -> None:
    many = merged(visits(of(days_ago=ago), EventKind.OUTCOME, "gangguan") for ago in range(40))
    found = rows(many)
    assert ["23 Nov 2026", "", "5"] in found
    assert ["16 Nov 2026", "", "7"] in found
    assert ["27 Nov 2026", "", "1"] not in found


def test_a_machine_that_is_silent_or_has_old_content_is_marked() -> None:
    knowledge = replace(small_knowledge(), edition=2)
    both = merged(
        [
            visits(of(ONE, days_ago=15, edition=1), EventKind.OUTCOME, "gangguan"),
            visits(of(TWO, days_ago=14, edition=0), EventKind.OUTCOME, "gangguan"),
        ]
    )
    assert rows(both, knowledge)[-2:] == [
        [ONE, "12 Nov 2026, sudah 15 hari", "0.2.0", "1, lama", "1"],
        [TWO, "13 Nov 2026", "0.2.0", "tidak diketahui", "1"],
    ]


def test_a_wrong_clock_is_reported_and_its_visits_are_counted() -> None:
    odd = CountSource(ONE, date(1, 1, 1), "0.2.0", 2)
    many = merged(
        [
            visits(odd, EventKind.OUTCOME, "gangguan"),
            *(visits(of(days_ago=ago), EventKind.OUTCOME, "gangguan") for ago in range(40)),
        ]
    )
    text = statistics_html(many, small_knowledge(), TODAY)
    assert "Jam komputer ini perlu dibetulkan" in text
    assert f"{ONE}: 1 Jan 1" in text
    assert ["kunjungan", "41", ""] in Page(text).rows


def test_bars_are_as_long_as_their_counts() -> None:
    both = merged(
        [
            visits(of(), EventKind.LEFT, "nomor", 8),
            visits(of(TWO), EventKind.LEFT, "mulai", 2),
        ]
    )
    text = statistics_html(both, small_knowledge(), TODAY)
    section = text[text.index("orang berhenti") : text.index("per hari")]
    assert re.findall(r'class="bar" style="width:([\d.]+)%', section) == ["100.0", "25.0"]
