import pickle
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from jknassist.core.diagnostic import Issue
from jknassist.core.parsing import load
from jknassist.core.parsing.lint.number_plan import lint_plan
from jknassist.core.phone.plan import LengthConfidence, NumberingPlan, Prefix, PrefixStatus
from tests.support.small_knowledge import to_yaml

TODAY = date(2026, 11, 22)
NAME = "nomor.yaml"


def prefix(digits: str = "0800", **values: Any) -> Prefix:
    """Return a prefix that no operator has."""
    sound: dict[str, Any] = {
        "prefix": digits,
        "brand": "Contoh",
        "operator": "Contohsel",
        "status": PrefixStatus.ACTIVE,
        "admissible": (11, 12),
        "listed": (12,),
        "by_fifth": {"0": {"11": 1, "12": 3}, "9": {}},
        "source": "tabel",
        "checked_on": TODAY,
        "confidence": LengthConfidence.HIGH,
    }
    return Prefix(**sound | values)


def plan(*prefixes: Prefix, **values: Any) -> NumberingPlan:
    sound: dict[str, Any] = {
        "checked_on": TODAY,
        "sources": {"tabel": "Tabel percobaan."},
        "fewest": 10,
        "most": 13,
        "prefixes": prefixes or (prefix(),),
    }
    return NumberingPlan(**sound | values)


def data(value: NumberingPlan) -> bytes:
    return to_yaml(value).encode()


def test_a_sound_plan_is_loaded_as_it_was_written() -> None:
    written = plan(
        prefix(by_fifth={"0": {"11": 1, "12": 3}}), prefix("0801", by_fifth={"1": {"12": 1}})
    )
    loaded, faults = load.load_plan(data(written), NAME)
    assert faults == ()
    assert loaded == written
    assert b"loading" not in pickle.dumps(loaded)


def test_every_fault_of_a_plan_has_its_line() -> None:
    text = data(plan(prefix(by_fifth={"0": {"12": 1}}))).decode()
    text = text.replace('"12": 1', "12: satu").replace("fewest: 10", "fewest: sepuluh")
    loaded, faults = load.load_plan(text.encode(), NAME)
    lines = text.splitlines()
    assert loaded is None
    assert {fault.line for fault in faults} == {
        1 + lines.index("fewest: sepuluh"),
        1 + next(i for i, line in enumerate(lines) if line.endswith("12: satu")),
    }


def test_a_plan_is_proved_when_it_is_loaded_and_when_it_is_checked() -> None:
    text = data(plan(prefix(by_fifth={"0": {"12": 1}}, source="")))
    loaded, faults = load.load_plan(text, NAME)
    assert loaded is None
    assert faults == load.check(text, NAME, today=TODAY)
    assert [fault.line for fault in faults] == [
        1 + text.splitlines().index(b'    source: ""'),
    ]


def test_a_sound_plan_has_no_findings() -> None:
    assert list(lint_plan(plan(), today=TODAY)) == []


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        (plan(fewest=5), ("fewest",)),
        (plan(fewest=13, most=10), ("fewest",)),
        (plan(most=999_999_999), ("fewest",)),
        (replace(plan(), prefixes=()), ("prefixes",)),
        (plan(prefix(), prefix()), ("prefixes", 1, "prefix")),
        (plan(prefix("080")), ("prefixes", 0, "prefix")),
        (plan(prefix("6281")), ("prefixes", 0, "prefix")),
        (plan(prefix(brand="")), ("prefixes", 0, "brand")),
        (plan(prefix(operator=" ")), ("prefixes", 0, "operator")),
        (plan(prefix(source="")), ("prefixes", 0, "source")),
        (plan(prefix(admissible=())), ("prefixes", 0, "admissible")),
        (plan(prefix(admissible=(12, 14))), ("prefixes", 0, "admissible", 1)),
        (plan(prefix(listed=(9,))), ("prefixes", 0, "listed", 0)),
        (plan(prefix(by_fifth={"10": {}})), ("prefixes", 0, "by_fifth", "10")),
        (plan(prefix(by_fifth={"x": {}})), ("prefixes", 0, "by_fifth", "x")),
        (plan(prefix(by_fifth={"1": {"x": 1}})), ("prefixes", 0, "by_fifth", "1", "x")),
        (plan(prefix(by_fifth={"1": {"40": 1}})), ("prefixes", 0, "by_fifth", "1", "40")),
        (plan(prefix(by_fifth={"1": {"12": 0}})), ("prefixes", 0, "by_fifth", "1", "12")),
    ],
)
def test_what_cannot_be_is_named(wrong: NumberingPlan, path: tuple[str | int, ...]) -> None:
    assert [finding.path for finding in lint_plan(wrong)] == [path]


def test_a_beginning_that_nobody_uses_has_no_operator_to_name() -> None:
    unused = prefix(brand="", operator="", status=PrefixStatus.UNCONFIRMED)
    assert list(lint_plan(plan(unused))) == []


def test_nothing_was_checked_tomorrow() -> None:
    tomorrow = TODAY + timedelta(days=1)
    wrong = plan(prefix(checked_on=tomorrow), checked_on=tomorrow)
    findings: list[Issue] = list(lint_plan(wrong, today=TODAY))
    assert [finding.path for finding in findings] == [
        ("checked_on",),
        ("prefixes", 0, "checked_on"),
    ]
    assert list(lint_plan(wrong)) == []


def texts(findings: Iterable[Issue]) -> list[str]:
    return [("peringatan: " if one.warning else "") + one.text for one in findings]


ORDER = '"fewest" dan "most" harus berurutan, antara 6 dan 14'


LATER = date(2026, 12, 24)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (plan(fewest=5), ORDER),
        (plan(most=15), ORDER),
        (plan(fewest=13, most=12), ORDER),
        (replace(plan(), prefixes=()), "paling sedikit satu awalan nomor harus ada"),
        (plan(checked_on=LATER), f"peringatan: tanggal periksa {LATER} masih di depan"),
        (plan(prefix(checked_on=LATER)), f"peringatan: tanggal periksa {LATER} masih di depan"),
        (plan(prefix(), prefix()), '"0800" sudah ada di atas'),
        (plan(prefix("6281")), '"6281" bukan empat angka yang dimulai dengan 08'),
        (plan(prefix(brand="")), '"brand" masih kosong'),
        (plan(prefix(admissible=())), "paling sedikit satu panjang nomor harus ada"),
        (plan(prefix(admissible=(14,))), "panjang 14 di luar 10 sampai 13 angka"),
        (plan(prefix(listed=(9,))), "panjang 9 di luar 10 sampai 13 angka"),
        (plan(prefix(by_fifth={"x": {}})), '"x" bukan satu angka'),
        (plan(prefix(by_fifth={"1": {"15": 1}})), "panjang 15 di luar 6 sampai 14 angka"),
        (plan(prefix(by_fifth={"1": {"5": 1}})), "panjang 5 di luar 6 sampai 14 angka"),
        (plan(prefix(by_fifth={"1": {"12": 0}})), "banyaknya harus 1 atau lebih"),
    ],
)
def test_a_fault_of_the_number_plan_is_reported(wrong: NumberingPlan, told: str) -> None:
    assert texts(lint_plan(wrong, today=TODAY)) == [told]


@pytest.mark.parametrize(
    "sound",
    [
        plan(fewest=6),
        plan(most=14),
        plan(prefix(admissible=(12,)), fewest=12, most=12),
        plan(prefix(admissible=(10, 13), listed=(10, 13))),
        plan(prefix(by_fifth={"1": {"6": 1, "14": 1}})),
    ],
)
def test_a_plan_may_reach_as_far_as_its_limits(sound: NumberingPlan) -> None:
    assert texts(lint_plan(sound, today=TODAY)) == []
