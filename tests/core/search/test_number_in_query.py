"""A phone number typed into the search field is recognised as one."""

import pytest

from jknassist.core.search.number_in_query import is_phone_number


@pytest.mark.parametrize(
    "text",
    [
        "0812 33 4567 890",
        "081233445667890",
        "+62 812-3456-7890",
        " (0812) 3456.7890 ",
        "0812****7890",
        "812345678",
    ],
)
def test_a_mobile_number_right_or_wrong_is_recognised(text: str) -> None:
    assert is_phone_number(text)


@pytest.mark.parametrize(
    "text",
    ["", "08123456", "165", "3174012304560001", "0812 3456 7890 tidak masuk", "44JY-7W3D", "nomor"],
)
def test_words_short_numbers_and_identity_numbers_are_not(text: str) -> None:
    assert not is_phone_number(text)
