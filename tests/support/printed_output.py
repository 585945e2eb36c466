"""Reads printed output: CUPS raster pages, and the QR codes and text of an image."""

import shutil
import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path

SYNC, HEADER = 4, 1796
ZBAR = "zbarimg"


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page in dots of one bit each, most significant bit first; a set bit is black."""

    width: int
    height: int
    dpi: int
    row: int
    data: bytes

    def black(self, left: int, top: int, width: int, height: int) -> bool:
        """Tell whether any dot of a rectangle is black."""
        mask = ((1 << width) - 1) << (self.row * 8 - left - width)
        rows = (self.data[y * self.row : (y + 1) * self.row] for y in range(top, top + height))
        return any(int.from_bytes(row, "big") & mask for row in rows)

    def black_columns(self) -> tuple[int, int]:
        """Return the first column with a black dot, and the one after the last."""
        columns = [n for n in range(self.width) if self.black(n, 0, 1, self.height)]
        return columns[0], columns[-1] + 1

    def save(self, path: Path) -> Path:
        """Write the page as a picture for zbar and for people."""
        path.write_bytes(b"P4\n%d %d\n" % (self.row * 8, self.height) + self.data)
        return path


def pages(raster: bytes) -> list[Page]:
    """Return the pages of a CUPS raster, which is what drivers of receipt printers get."""
    assert raster[:4] == b"3SaR", "uncompressed, little-endian"
    found = []
    place = SYNC
    while place < len(raster):
        header = raster[place : place + HEADER]
        dpi, _ = struct.unpack_from("<II", header, 276)
        width, height = struct.unpack_from("<II", header, 372)
        _, bits, row = struct.unpack_from("<III", header, 384)
        assert bits == 1, "one bit a dot"
        place += HEADER
        data = raster[place : place + row * height]
        place += row * height
        found.append(Page(width=width, height=height, dpi=dpi, row=row, data=data))
    return found


def decoded(picture: Path) -> set[str]:
    """Return what an independent reader finds in the QR codes of a picture."""
    done = subprocess.run(
        [ZBAR, "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(picture)],
        check=False,
        capture_output=True,
        text=True,
    )
    return set(done.stdout.split())


def lacks_zbar() -> bool:
    """Tell whether the reader of codes is missing on this machine."""
    return shutil.which(ZBAR) is None
