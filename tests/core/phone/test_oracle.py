"""Comparison with libphonenumber, which only knows the general lengths."""

import random
from collections.abc import Iterator
from functools import cache
from itertools import cycle, islice

import phonenumbers
from phonenumbers import PhoneNumberType, is_possible_number_for_type

from jknassist.core.phone.check import diagnose
from jknassist.core.phone.plan import PlanIndex, build
from jknassist.core.phone.result import Verdict
from tests.bench.written_forms import FORMS
from tests.support.phone_plan import plan_of, prefix

COUNT = 50_000
INDONESIA = 62

STARTS = (
    *["08"] * 8,
    *["+628", "628", "8"] * 3,
    "0062",
    "+62 0",
    "62 0",
    "6262",
    "+62 62",
    "062",
    "0",
    "00",
    "+",
    "",
    "021",
    "+62 21",
    "0800",
    "1500",
    "+65",
    "+1",
)


@cache
def every_prefix() -> PlanIndex:
    """Return a plan that knows all prefixes there could be with all lengths: it doubts little."""
    return build(plan_of(*(prefix(f"08{n}", (10, 11, 12, 13)) for n in range(10, 100))))


@cache
def generated() -> tuple[tuple[str, phonenumbers.PhoneNumber | None], ...]:
    """Return the same texts each time, and what the oracle reads in them."""
    texts = list(islice(written(random.Random(62)), COUNT))  # noqa: S311  no secret
    return tuple((text, parsed(text)) for text in texts)


def written(chance: random.Random) -> Iterator[str]:
    while True:
        digits = "".join(chance.choices("0123456789", k=chance.randrange(0, 14)))
        text = chance.choice(STARTS) + digits
        yield text if chance.random() < 0.7 else f"{text[:4]} {text[4:8]}-{text[8:]}"


def parsed(text: str) -> phonenumbers.PhoneNumber | None:
    try:
        number = phonenumbers.parse(text, "ID")
    except phonenumbers.NumberParseException:
        return None
    return number if number.country_code == INDONESIA else None


def excused(text: str) -> str:
    """Return why a number may be ok although libphonenumber calls it impossible, or nothing."""
    digits = "".join(sign for sign in text if sign.isdigit())
    if digits.startswith("0062"):
        return "00 is how people write the + of +62; libphonenumber knows 008 and 009 only"
    if text.startswith("+0"):
        return "no country code begins with 0, so the + is an accident; libphonenumber stops there"
    return ""


def test_what_the_oracle_calls_impossible_is_never_ok() -> None:
    contradicted = []
    for text, number in generated():
        possible = number is not None and is_possible_number_for_type(
            number, PhoneNumberType.MOBILE
        )
        ok = diagnose(text, every_prefix()).verdict is Verdict.OK
        if ok and not possible and not excused(text):
            contradicted.append(text)

    assert contradicted == []


def test_what_the_oracle_calls_a_mobile_number_is_read_as_one() -> None:
    mobile, contradicted = 0, []
    for text, number in generated():
        if number is None or phonenumbers.number_type(number) != PhoneNumberType.MOBILE:
            continue
        mobile += 1
        if diagnose(text, every_prefix()).verdict in {Verdict.NOT_MOBILE, Verdict.UNREADABLE}:
            contradicted.append(text)

    assert contradicted == []
    assert mobile > COUNT // 10


def test_what_the_oracle_calls_a_mobile_number_is_never_made_another_in_any_written_form() -> None:
    """Each number in one form; the bench written_forms reads all of them in each."""
    chance, forms, contradicted, right = random.Random(62), cycle(FORMS.items()), [], 0  # noqa: S311
    for _, number in generated():
        if number is None or phonenumbers.number_type(number) != PhoneNumberType.MOBILE:
            continue
        national = f"0{number.national_number}"
        name, write = next(forms)
        found = diagnose(write(national, chance), every_prefix())
        right += found.number == national
        if found.number not in {None, national}:
            contradicted.append((name, national))

    assert contradicted == []
    assert right > COUNT // 10


def test_the_excuses_are_needed() -> None:
    for text in ("0062 812 3456 7890", "+0812 3456 7890"):
        number = parsed(text)
        assert number is None or not is_possible_number_for_type(number, PhoneNumberType.MOBILE)
        found = diagnose(text, every_prefix())
        assert excused(text)
        assert found.verdict is Verdict.OK
        assert found.findings == ()
