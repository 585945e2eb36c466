"""Makes the two bundled faces in resources/fonts: run once by hand, its result is committed.

    pip install fonttools brotli
    python packaging/tools/build_font.py FOLDER

FOLDER holds the WOFF2 files and the LICENSE of the npm package `@fontsource/plus-jakarta-sans`
(made with 5.3.0): Plus Jakarta Sans, OFL 1.1 without a reserved name, so it may be changed and
renamed.

What is changed, and why:
- The digits are the tabular ones, which a style sheet cannot ask for: numbers are compared.
- The line height is 1.20 em, that of the fonts so far: with 1.26 fewer lines fit on a page.
- Three characters are added that texts use and the font lacks: U+2713 (tick), U+232B (erase) and
  the invisible U+2060, which forbids a line break.
- The feature `locl` is disabled: in a Turkish locale it replaces "i", which would be lost in text
  copied from a PDF.
- The family is named anew, so that an installed version of the original cannot take its place.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FAMILY = "Bantuan Sans"
FACES = {400: "Regular", 700: "Bold"}
ROOT = Path(__file__).parent.parent.parent
OUT = ROOT / "resources" / "fonts"
LICENCES = (OUT / "OFL.txt", ROOT / "packaging" / "licences" / "Plus-Jakarta-Sans.txt")
"""Copies of the licence: beside the font, and among the licences of a build."""

RISE, FALL = 0.96, 0.24
"""Ascent and descent in em."""

NAMES = {1: "{family}", 2: "{style}", 4: "{family} {style}", 6: "BantuanSans-{style}"}
NAMES |= {16: NAMES[1], 17: NAMES[2]}
"""Replaced records of the `name` table by their number."""

Outline = tuple[tuple[int, int], ...]

TICK = 0x2713
ERASE = 0x232B
WORD_JOINER = 0x2060
# Outlines in units of an em of 1000: the outer one clockwise, a hole in it the other way round.
TICK_OUTLINES: dict[int, tuple[Outline, ...]] = {
    400: (((85, 345), (145, 405), (290, 262), (610, 640), (673, 586), (294, 140)),),
    700: (((60, 340), (160, 440), (288, 312), (600, 680), (706, 590), (296, 106)),),
}
ERASE_OUTLINES: tuple[Outline, ...] = (
    ((50, 350), (290, 640), (930, 640), (930, 60), (290, 60)),
    ((158, 350), (328, 140), (850, 140), (850, 560), (328, 560)),
    ((452, 495), (560, 387), (668, 495), (713, 450), (605, 342), (713, 234), (668, 189), (560, 297),
     (452, 189), (407, 234), (515, 342), (407, 450)),
)  # fmt: skip


def tabular_digits(font: TTFont) -> dict[str, str]:
    """Return the replacements of the feature `tnum`: original glyph by tabular glyph."""
    table = font["GSUB"].table
    swaps: dict[str, str] = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[index].SubTable:
                    swaps |= getattr(part, "ExtSubTable", part).mapping
    return swaps


def forget_languages(font: TTFont) -> None:
    """Disable the feature `locl`."""
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag == "locl":
            record.Feature.LookupListIndex = []
            record.Feature.LookupCount = 0


def add_sign(font: TTFont, code: int, outlines: tuple[Outline, ...], width: int) -> None:
    """Add a glyph of straight lines for a character."""
    name, pen = f"uni{code:04X}", TTGlyphPen(None)
    for first, *others in outlines:
        pen.moveTo(first)
        for point in others:
            pen.lineTo(point)
        pen.closePath()
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = pen.glyph()
    font["glyf"][name].recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, font["glyf"][name].xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def set_lines(font: TTFont) -> None:
    """Set the line height in the three tables that systems read."""
    rise, fall = (round(share * font["head"].unitsPerEm) for share in (RISE, FALL))
    line, metrics = font["hhea"], font["OS/2"]
    line.ascent, line.descent, line.lineGap = rise, -fall, 0
    metrics.sTypoAscender, metrics.sTypoDescender, metrics.sTypoLineGap = rise, -fall, 0
    metrics.usWinAscent, metrics.usWinDescent = rise, fall


def build(source: Path, weight: int, style: str) -> Path:
    """Write one face and return its file; the same source gives the same bytes."""
    font = TTFont(source, recalcTimestamp=False)
    swaps = tabular_digits(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            for digit in map(ord, "0123456789"):
                table.cmap[digit] = swaps.get(table.cmap[digit], table.cmap[digit])
    forget_languages(font)
    add_sign(font, TICK, TICK_OUTLINES[weight], 760)
    add_sign(font, ERASE, ERASE_OUTLINES, 980)
    add_sign(font, WORD_JOINER, (), 0)
    set_lines(font)
    for record in font["name"].names:
        if record.nameID in NAMES:
            record.string = NAMES[record.nameID].format(family=FAMILY, style=style)
    # Uncompressed as well: the SBOM reads it from the file.
    font["name"].setName(f"Version {font['head'].fontRevision:.3f}", 5, 1, 0, 0)
    font.flavor = None
    path = OUT / f"BantuanSans-{style}.ttf"
    font.save(path)
    return path


def main(folder: Path) -> int:
    """Write both faces and their licence."""
    for weight, style in FACES.items():
        path = build(folder / f"files/plus-jakarta-sans-latin-{weight}-normal.woff2", weight, style)
        print(path.name, path.stat().st_size)
    for copy in LICENCES:
        shutil.copyfile(folder / "LICENSE", copy)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
