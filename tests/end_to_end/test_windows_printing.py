"""Printing on Windows: Qt and the real pywin32 under Wine, whose printers end in a CUPS queue.

Run by ``dev.py windows`` with the Windows Python that freezes the program. Wine 8 tells neither of
jobs that have left its own queue nor why a printer stopped: those answers are recorded, in
tests/gui/printing/spooler/test_windows.py. How long a job may take is not asked here.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.support import cups_server, printed_output
from tests.support.cups_server import ROLL_80, Made, Server

# Wine 8 reads "203dpi" of a PPD as 20 by 3.
PRINTERS = (Made(name="Kantor"), Made(name="Struk", paper=replace(ROLL_80, dpi=200)))
CODES = ("tel:", "https://wa.me/62", "mailto:")
SLOWEST = 600


@pytest.fixture(scope="module")
def python(request: pytest.FixtureRequest) -> list[str]:
    named: str = request.config.getoption("--windows-python")
    if not named:
        pytest.skip("needs --windows-python; `dev.py windows` gives it")
    if cups_server.missing():
        pytest.skip(f"not on this machine: {cups_server.missing()}")
    return ["wine", named]


@pytest.fixture(scope="module")
def server(python: list[str]) -> Iterator[Server]:
    assert python
    root = cups_server.folder()
    with cups_server.running(root, PRINTERS) as running:
        yield running
    # Wine has asked for the printers once, and keeps to them while it runs.
    subprocess.run(["wineserver", "--kill"], check=False)
    shutil.rmtree(root)


def told(python: list[str], server: Server, *words: str) -> dict[str, object]:
    """Print under Wine, which wants pipes around it, if words say what; return what is said."""
    done = subprocess.run(
        [*python, "-m", "tests.support.windows_queue", *words],
        cwd=ROOT,
        env={**os.environ, "CUPS_SERVER": server.address, "PYTHONUTF8": "1"},
        check=False,
        capture_output=True,
        input=b"",
        timeout=SLOWEST,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    answer: dict[str, object] = json.loads(done.stdout.decode().splitlines()[-1])
    return answer


def test_the_queues_are_told_through_pywin32(python: list[str], server: Server) -> None:
    answer = told(python, server)
    printers = answer["printers"]
    assert isinstance(printers, list)
    assert [one["name"] for one in printers] == ["Kantor", "Struk"], "the default one first"
    assert [one["is_default"] for one in printers] == [True, False]
    assert not any(one["virtual"] or one["problem"] for one in printers)
    assert answer["missing"] == {}


def test_a_page_arrives_whole(python: list[str], server: Server, tmp_path: Path) -> None:
    answer = told(python, server, "Kantor", "a4")
    assert answer["windows"] == []
    (page,) = printed_output.pages(server.wait_for("Kantor"))
    edges = ((0, 0, 3, page.height), (page.width - 3, 0, 3, page.height))
    assert page.black(0, 0, page.width, page.height)
    assert not any(page.black(*strip) for strip in edges), "something is cut"
    found = codes_on([page], tmp_path)
    assert len(found) == len(CODES)
    assert all(any(one.startswith(code) for one in found) for code in CODES)


def test_a_receipt_arrives(python: list[str], server: Server, tmp_path: Path) -> None:
    """On pages: Wine knows no paper as long as a receipt, so a code may be cut by an end."""
    answer = told(python, server, "Struk", "80mm")
    assert answer["windows"] == []
    pages = printed_output.pages(server.wait_for("Struk"))
    assert any(one.startswith(CODES) for one in codes_on(pages, tmp_path))


def codes_on(pages: list[printed_output.Page], folder: Path) -> set[str]:
    """Return what an independent reader finds in the QR codes of some pages."""
    if printed_output.lacks_zbar():
        pytest.skip("not on this machine: zbarimg")
    pictures = (page.save(folder / f"{number}.pbm") for number, page in enumerate(pages))
    return {code for picture in pictures for code in printed_output.decoded(picture)}
