"""Colour schemes: the light and the dark palette."""

from enum import StrEnum
from typing import NamedTuple


class ColorScheme(StrEnum):
    """Light and dark; text has a contrast of at least 7:1 in both."""

    LIGHT = "light"
    DARK = "dark"


class Palette(NamedTuple):
    """Colours by role, as #RRGGBB."""

    paper: str
    shade: str
    card: str
    ink: str
    quiet: str
    edge: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    hover: str
    pressed: str
    chosen: str
    focus: str
    mark: str
    on_mark: str
    on_mark_edge: str
    note: str
    warn: str
    good: str
    hatch: str


LIGHT = Palette(
    paper="#FFFDF8",
    shade="#F3EFE6",
    card="#FFFFFF",
    ink="#151B33",
    quiet="#33395A",
    edge="#8A8577",
    disabled="#595D73",
    accent="#27348B",
    accent_hover="#1C266B",
    on_accent="#FFFFFF",
    hover="#F5F5FC",
    pressed="#DFE1F3",
    chosen="#ECEDF9",
    focus="#151B33",
    mark="#F4B81C",
    on_mark="#151B33",
    on_mark_edge="#151B33",
    note="#FDF0CC",
    warn="#8C1C13",
    good="#0E5636",
    hatch="#E4E0D6",
)

DARK = Palette(
    paper="#10142A",
    shade="#1A1F3D",
    card="#171C38",
    ink="#FFFDF8",
    quiet="#D8DAEA",
    edge="#8E93B8",
    disabled="#A9ADC6",
    accent="#B9C2FF",
    accent_hover="#D3D9FF",
    on_accent="#10142A",
    hover="#20264A",
    pressed="#2B3260",
    chosen="#262C57",
    focus="#F4B81C",
    mark="#F4B81C",
    on_mark="#10142A",
    on_mark_edge="#FFFDF8",
    note="#2E2A1C",
    warn="#FFB4A8",
    good="#9BE3BF",
    hatch="#2B3160",
)

PALETTES = {ColorScheme.LIGHT: LIGHT, ColorScheme.DARK: DARK}
