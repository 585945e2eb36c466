"""Break opportunities in words, heights by width, and balanced lines."""

import random

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from jknassist.gui.widgets.text_wrapping import (
    UNENDING,
    WHOLE_HYPHEN,
    HeightsByWidth,
    balanced_width,
    breakable,
    longest_word,
    wrapped_height,
    wrapped_size,
)


@pytest.fixture
def metrics(qapp: QApplication) -> QFontMetrics:
    assert qapp is not None
    return QFontMetrics(QFont("DejaVu Sans", 12))


@pytest.fixture(params=["DejaVu Sans", "Bantuan Sans"])
def either_metrics(qapp: QApplication, request: pytest.FixtureRequest) -> QFontMetrics:
    """Return the measures of the typeface of the program, and of another one."""
    assert qapp is not None
    return QFontMetrics(QFont(request.param, 12))


def test_only_a_long_word_may_be_broken_after_its_signs() -> None:
    assert breakable("nama.yang.panjang@contoh.id") == (
        "nama.\u200byang.\u200bpanjang@\u200bcontoh.\u200bid"
    )
    assert breakable("e-mail 0812-3456-7890") == (
        f"e{WHOLE_HYPHEN}mail 0812{WHOLE_HYPHEN}3456{WHOLE_HYPHEN}7890"
    )


def test_an_address_is_never_broken_after_its_hyphen() -> None:
    for text in ("carecenter@bpjs-kesehatan.go.id", "www.bpjs-kesehatan.go.id"):
        shown = breakable(text)
        assert "-" not in shown
        assert f"bpjs{WHOLE_HYPHEN}kesehatan" in shown
    assert "-\u200b" in breakable("daftar-nomor-peserta-hasil")


def test_the_longest_word_is_as_wide_as_its_widest_part(metrics: QFontMetrics) -> None:
    assert longest_word(metrics, "satu duapuluh tiga") == metrics.horizontalAdvance("duapuluh")
    assert longest_word(metrics, "satu\u200bduapuluh") == metrics.horizontalAdvance("duapuluh")


def test_lines_are_balanced_without_another_line(metrics: QFontMetrics) -> None:
    text = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas"
    width = metrics.horizontalAdvance(text) - 1
    balanced = balanced_width(metrics, text, width)
    assert balanced < width
    assert wrapped_height(metrics, text, balanced) == wrapped_height(metrics, text, width)
    assert wrapped_height(metrics, text, balanced - 1) > wrapped_height(metrics, text, width)


def test_one_line_keeps_its_width(metrics: QFontMetrics) -> None:
    assert balanced_width(metrics, "satu", 500) == 500


TEXTS = (
    "Ya",
    "Kode dikirim ke nomor lain",
    "sudah ditunggu, SMS-nya tidak pernah datang ke HP itu",
    "Tulis ke nama.yang.panjang@contoh.id, lalu tunggu sampai besok pagi jam delapan",
    "satu\ndua tiga empat",
)


@pytest.mark.parametrize("text", TEXTS)
def test_heights_are_those_measured_in_whatever_order_they_are_asked(
    either_metrics: QFontMetrics, text: str
) -> None:
    metrics, shown = either_metrics, breakable(text)
    for seed in range(20):
        widths = random.Random(seed).choices(range(1, 700), k=40)  # noqa: S311
        heights = HeightsByWidth()
        for width in widths:
            found = heights.at(width, lambda at: wrapped_size(metrics, shown, at))
            assert found == wrapped_height(metrics, shown, width), (seed, width)


def test_a_height_between_two_equal_ones_is_not_measured() -> None:
    measured = list[int]()

    def measure(width: int) -> QSize:
        measured.append(width)
        return QSize(90, 20) if width >= 90 else QSize(50, 40)

    heights = HeightsByWidth()
    assert [heights.at(at, measure) for at in (300, 120, 90, 70, 60, 80)] == [20] * 3 + [40] * 3
    assert measured == [UNENDING, 70, 80], "from 90 on one line is enough, and 50 to 70 are known"


@pytest.mark.parametrize("text", TEXTS)
def test_no_narrower_width_keeps_the_number_of_lines(
    either_metrics: QFontMetrics, text: str
) -> None:
    metrics, shown = either_metrics, breakable(text)
    one_line = wrapped_height(metrics, shown, UNENDING)
    for width in range(longest_word(metrics, shown), 600, 7):
        height = wrapped_height(metrics, shown, width)
        balanced = balanced_width(metrics, shown, width)
        if height == one_line:
            assert balanced == width
            continue
        assert wrapped_height(metrics, shown, balanced) == height
        narrower = max(longest_word(metrics, shown), balanced - 1)
        assert narrower == balanced or wrapped_height(metrics, shown, narrower) > height
