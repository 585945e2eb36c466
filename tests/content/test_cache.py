"""The cache is used only if neither the source nor the program has changed."""

import pickle
from dataclasses import dataclass

import pytest

from jknassist.content import cache


@dataclass(frozen=True)
class Page:
    title: str
    links: tuple[str, ...]


PAGE = Page("Kode tidak datang", ("kartu", "pulsa"))
SOURCE = b"title: Kode tidak datang\n"


def test_what_was_packed_comes_back() -> None:
    assert cache.unpack(cache.pack(PAGE, SOURCE), SOURCE, Page) == PAGE


def test_a_changed_source_gives_nothing() -> None:
    packed = cache.pack(PAGE, SOURCE)
    assert cache.unpack(packed, SOURCE + b"\n", Page) is None


def test_another_version_of_the_program_gives_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = cache.pack(PAGE, SOURCE)
    monkeypatch.setattr(cache, "__version__", "99.0.0")
    assert cache.unpack(packed, SOURCE, Page) is None


def test_another_format_gives_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = cache.pack(PAGE, SOURCE)
    monkeypatch.setattr(cache, "FORMAT", b"another")
    assert cache.unpack(packed, SOURCE, Page) is None


def test_another_kind_of_value_gives_nothing() -> None:
    assert cache.unpack(cache.pack("a text", SOURCE), SOURCE, Page) is None


@pytest.mark.parametrize("kept", [0, 1, cache.SEAL_SIZE, cache.SEAL_SIZE + 5])
def test_a_file_that_was_cut_short_gives_nothing(kept: int) -> None:
    assert cache.unpack(cache.pack(PAGE, SOURCE)[:kept], SOURCE, Page) is None


def test_any_changed_byte_is_noticed_before_the_pickle_is_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packed = cache.pack(PAGE, SOURCE)
    opened: list[bytes] = []
    monkeypatch.setattr(pickle, "loads", opened.append)
    for place in range(len(packed)):
        changed = bytes([packed[place] ^ 1])
        damaged = packed[:place] + changed + packed[place + 1 :]
        assert cache.unpack(damaged, SOURCE, Page) is None
    assert opened == []
