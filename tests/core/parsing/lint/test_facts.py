"""Facts: sources, dates, and contacts that can be reached."""

from dataclasses import replace
from datetime import timedelta

import pytest

from jknassist.core.flow.model import (
    Channel,
    Guide,
    Knowledge,
    Source,
)
from jknassist.core.parsing.lint.all_rules import lint
from tests.support.changed_knowledge import (
    contact,
    only,
    with_more,
    with_part,
)
from tests.support.small_knowledge import CHECKED, RELEASED, provenance, small_knowledge


@pytest.mark.parametrize("replaced_by", ["", "nirwana", "telepon_lama"])
def test_a_retired_contact_names_a_current_one(replaced_by: str) -> None:
    knowledge = with_part("contacts", 3, replaced_by=replaced_by)
    assert only(knowledge).path == ("contacts", 3, "replaced_by")


def test_a_current_contact_is_not_replaced() -> None:
    knowledge = with_part("contacts", 0, replaced_by="pandawa")
    assert only(knowledge).path == ("contacts", 0, "replaced_by")


@pytest.mark.parametrize(
    "knowledge",
    [
        contact(Channel.PHONE, "165", "tel:165"),
        contact(Channel.PHONE, "0211234567", "tel:0211234567", shown="(021) 123-4567"),
        contact(Channel.SMS, "081234567890", "sms:081234567890"),
        contact(Channel.WHATSAPP, "6281234567890", "https://wa.me/6281234567890"),
        contact(Channel.EMAIL, "tanya@contoh.id", "mailto:tanya@contoh.id"),
        contact(Channel.WEB, "contoh.id", "https://contoh.id/bantuan"),
        contact(Channel.SOCIAL, "@contoh", "https://contoh.id/@contoh"),
        contact(Channel.APP, "Contoh", "https://contoh.id/app"),
        contact(Channel.OFFICE, "Jalan Contoh 1", ""),
        contact(Channel.OFFICE, "", "https://contoh.id/kantor", shown="Kantor"),
    ],
)
def test_ways_that_agree_are_sound(knowledge: Knowledge) -> None:
    assert lint(knowledge) == ()


@pytest.mark.parametrize(
    ("knowledge", "field"),
    [
        (contact(Channel.PHONE, "165", "tel:156"), "link"),
        (contact(Channel.PHONE, "165", ""), "link"),
        (contact(Channel.PHONE, "165", "tel:165", shown="156"), "shown"),
        (contact(Channel.SMS, "081234567890", "tel:081234567890"), "link"),
        (contact(Channel.WHATSAPP, "081234567890", "https://wa.me/081234567890"), "link"),
        (contact(Channel.WHATSAPP, "081234567890", "https://wa.me.contoh/6281234567890"), "link"),
        (contact(Channel.EMAIL, "tanya@contoh.id", "mailto:lain@contoh.id"), "link"),
        (contact(Channel.WEB, "contoh.id", "http://contoh.id"), "link"),
        (contact(Channel.WEB, "contoh.id", "file:///etc/passwd"), "link"),
        (contact(Channel.WEB, "contoh.id", ""), "link"),
        (contact(Channel.WEB, "", "https://contoh.id", shown="contoh.id"), "copied"),
        (contact(Channel.OFFICE, "Kantor", "javascript:alert(1)"), "link"),
    ],
)
def test_ways_that_disagree_are_named(knowledge: Knowledge, field: str) -> None:
    assert only(knowledge).path == ("contacts", 4, field)


def test_a_retired_contact_may_have_lost_its_link() -> None:
    assert lint(with_part("contacts", 3, link="")) == ()


def test_a_guide_has_points_or_lists_the_operators() -> None:
    guide = Guide(id="lain", title="Lain", points=(), provenance=provenance())
    assert only(with_more("guides", guide)).path == ("guides", 1, "points")
    assert lint(with_more("guides", replace(guide, lists_operators=True))) == ()


def test_a_fact_names_sources_that_exist() -> None:
    finding = only(with_part("contacts", 0, provenance=provenance("s1", "s9")))
    assert finding.path == ("contacts", 0, "provenance", "sources", 1)


def test_a_fact_has_a_source() -> None:
    bare = replace(provenance(), sources=())
    finding = only(with_part("contacts", 0, provenance=bare))
    assert finding.path == ("contacts", 0, "provenance", "sources")


def test_a_source_that_nothing_names_is_a_warning() -> None:
    finding = only(with_more("sources", Source(id="s3", text="Tidak dipakai.")))
    assert finding.path == ("sources", 2, "id")
    assert finding.warning


def test_a_fact_is_fresh_for_half_a_year() -> None:
    assert lint(small_knowledge(), today=CHECKED + timedelta(days=180)) == ()
    findings = lint(small_knowledge(), today=CHECKED + timedelta(days=181))
    assert {finding.warning for finding in findings} == {True}
    named = {str(finding.path[:-2]): finding.text for finding in findings}
    assert named["('contacts', 1)"].startswith('"pandawa"')
    assert named["('safety',)"].startswith('"safety"')


def test_a_fact_was_not_checked_tomorrow() -> None:
    tomorrow = replace(provenance(), checked_on=RELEASED + timedelta(days=1))
    knowledge = with_part("guides", 0, provenance=tomorrow)
    finding = only(knowledge, RELEASED)
    assert (finding.path, finding.warning) == (("guides", 0, "provenance", "checked_on"), True)
    assert lint(knowledge) == ()


def test_a_release_to_come_is_a_warning() -> None:
    finding = only(small_knowledge(), CHECKED)
    assert (finding.path, finding.warning) == (("released",), True)
