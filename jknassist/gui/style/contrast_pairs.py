"""Pairs of colours that stand on each other, by role: the one table that the tests measure.

A style or a painter may use no other pair: tests/gui/style/test_contrast_pairs.py compares the
style sheet with this table, and measures each pair in both palettes.
"""

WORDS_ON: dict[str, tuple[str, ...]] = {
    "paper": ("ink", "quiet", "accent", "warn", "good", "disabled"),
    "card": ("ink", "quiet", "accent", "warn", "good", "disabled"),
    "bar_fill": ("ink", "quiet", "accent"),
    "plate": ("ink", "quiet", "accent"),
    "note": ("ink", "quiet", "accent"),
    "chosen": ("ink", "quiet", "accent"),
    "hover": ("ink", "quiet", "accent"),
    "pressed": ("ink", "quiet", "accent"),
    "tint": ("ink", "accent"),
    "tint_hover": ("accent",),
    "warn_tint": ("ink", "warn"),
    "good_tint": ("ink", "good"),
    "accent": ("on_accent",),
    "accent_hover": ("on_accent",),
    "mark": ("on_mark",),
    "mark_hover": ("on_mark",),
    "shade": ("ink", "disabled"),
    "ink": ("paper",),
    "front": ("on_front",),
}
"""Words by the ground on which they stand: 7:1, also while pressed, hovered or disabled."""

SHAPES_ON: dict[str, tuple[str, ...]] = {
    "paper": (
        *("edge", "focus", "accent", "on_mark_edge", "disabled"),
        *("card_lip", "tint_lip", "mark_lip", "accent_lip", "warn_lip", "good_lip"),
    ),
    "bar_fill": (
        *("focus", "accent", "edge", "on_mark_edge"),
        *("tint_lip", "accent_lip", "warn_lip", "good_lip", "mark_lip"),
    ),
    "card": ("edge", "focus", "accent", "warn", "card_lip", "mark_lip", "tint_lip", "on_mark_edge"),
    "plate": ("accent", "edge"),
    "chosen": ("accent", "edge"),
    "shade": ("accent", "disabled", "edge"),
    "mark": ("on_mark",),
    "mark_hover": ("on_mark",),
    "front": ("mark",),
}
"""Frames, lips, rings and lines by the ground on which they stand: 3:1."""
