import ctypes
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from jknassist.system.sound import usb

CARDS = """\
 0 [PCH            ]: HDA-Intel - HDA Intel PCH
                      HDA Intel PCH at 0xf7f10000 irq 33
 1 [Headset        ]: USB-Audio - Contoh USB Headset
                      Contoh USB Headset at usb-0000:00:14.0-2, full speed
"""


def test_a_headset_on_usb_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(usb, "CARDS", tmp_path / "cards")
    assert usb.count_headsets() == 0
    (tmp_path / "cards").write_text(CARDS)
    assert usb.count_headsets() == 1


def test_on_windows_each_output_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    library = SimpleNamespace(waveOutGetNumDevs=lambda: 2)
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)
    assert usb.count_headsets() == 2

    def missing(_name: str) -> object:
        raise OSError

    monkeypatch.setattr(ctypes, "CDLL", missing)
    assert usb.count_headsets() == 0
