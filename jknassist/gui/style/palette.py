"""Colour schemes: the light and the dark palette."""

from enum import StrEnum
from typing import NamedTuple


class ColorScheme(StrEnum):
    """Light and dark; text has a contrast of at least 7:1 in both."""

    LIGHT = "light"
    DARK = "dark"


class Palette(NamedTuple):
    """Colours by role, as #RRGGBB.

    A lip is the lower edge of what can be pressed, a tint the fill of a button that is not the way
    on, and a plate the field behind a picture. The front is the invitation of a kiosk's first page,
    which looks the same in both.
    """

    paper: str
    bar_fill: str
    shade: str
    card: str
    card_lip: str
    plate: str
    ink: str
    quiet: str
    edge: str
    disabled: str
    accent: str
    accent_lip: str
    accent_hover: str
    on_accent: str
    tint: str
    tint_lip: str
    tint_hover: str
    hover: str
    pressed: str
    chosen: str
    focus: str
    mark: str
    mark_lip: str
    mark_hover: str
    on_mark: str
    on_mark_edge: str
    note: str
    warn: str
    warn_tint: str
    warn_lip: str
    good: str
    good_tint: str
    good_lip: str
    hatch: str
    front: str
    on_front: str


LIGHT = Palette(
    paper="#F4F1EA",
    bar_fill="#FFFFFF",
    shade="#E4E0D6",
    card="#FFFFFF",
    card_lip="#857F70",
    plate="#ECEDF9",
    ink="#151B33",
    quiet="#33395A",
    edge="#857F70",
    disabled="#41455A",
    accent="#27348B",
    accent_lip="#141B57",
    accent_hover="#1C266B",
    on_accent="#FFFFFF",
    tint="#DFE2F5",
    tint_lip="#6A73B8",
    tint_hover="#D6DAF2",
    hover="#F5F5FC",
    pressed="#DFE1F3",
    chosen="#ECEDF9",
    focus="#151B33",
    mark="#F4B81C",
    mark_lip="#8A6200",
    mark_hover="#FFCB45",
    on_mark="#10142A",
    on_mark_edge="#151B33",
    note="#FDF0CC",
    warn="#8C1C13",
    warn_tint="#FBE3DE",
    warn_lip="#B4574D",
    good="#0E5636",
    good_tint="#DCEFE3",
    good_lip="#4C8A6A",
    hatch="#E4E0D6",
    front="#27348B",
    on_front="#FFFFFF",
)

DARK = Palette(
    paper="#0D1124",
    bar_fill="#151A36",
    shade="#1A1F3D",
    card="#1E2448",
    card_lip="#7A82B8",
    plate="#2A3163",
    ink="#FFFDF8",
    quiet="#D8DAEA",
    edge="#8E93B8",
    disabled="#B4B8D2",
    accent="#B9C2FF",
    accent_lip="#7882D2",
    accent_hover="#D3D9FF",
    on_accent="#0D1124",
    tint="#28305F",
    tint_lip="#8089D0",
    tint_hover="#2A3262",
    hover="#252C55",
    pressed="#2B3260",
    chosen="#2A3163",
    focus="#FFFDF8",
    mark="#F4B81C",
    mark_lip="#A87900",
    mark_hover="#FFCB45",
    on_mark="#10142A",
    on_mark_edge="#FFFDF8",
    note="#3A3315",
    warn="#FFB4A8",
    warn_tint="#4A1E1C",
    warn_lip="#C0786E",
    good="#9BE3BF",
    good_tint="#173D2B",
    good_lip="#5FA583",
    hatch="#2B3160",
    front="#27348B",
    on_front="#FFFFFF",
)

PALETTES = {ColorScheme.LIGHT: LIGHT, ColorScheme.DARK: DARK}
