"""A real CUPS queue: what arrives on each paper, and the reported problems."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from jknassist.gui.printing.render import DOCUMENT_NAME
from tests.conftest import SLOWEST
from tests.support import cups_server, printed_output
from tests.support.cups_server import A4, ROLL_58, ROLL_80, Made, Server

pytestmark = pytest.mark.skipif(
    bool(cups_server.missing()), reason=f"not on this machine: {cups_server.missing()}"
)

PRINTERS = (
    Made(name="Kantor", paper=A4),
    Made(name="Struk80", paper=ROLL_80),
    Made(name="Struk58", paper=ROLL_58),
    Made(name="TanpaKertas", paper=ROLL_58),
    Made(name="Tertutup", accepting="No"),
    Made(name="Mati", state="Stopped", reason="paused"),
    Made(name="Kabel", reason="offline-report"),
    Made(name="Berkas", device="file:///dev/null"),
    Made(name="Menggantung", paper=ROLL_58),
    Made(name="Cetak_PDF", model="Generic CUPS-PDF Printer"),
)
WITHIN = 5000
"""Milliseconds; a promise to the person, far above what it takes here."""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    root = cups_server.folder()
    with cups_server.running(root, PRINTERS) as running:
        running.problem("TanpaKertas", "media-empty-error")
        yield running
    shutil.rmtree(root)


def told(server: Server, *words: str) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.print_one", *words],
        env={**server.environment, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        capture_output=True,
        text=True,
        timeout=SLOWEST,
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What must arrive on a printer; `reach` is the width of a receipt in dots."""

    printer: str
    paper: str
    dpi: int
    codes: int
    reach: int = 0


EXPECTED = (
    Expected(printer="Kantor", paper="a4", dpi=300, codes=3),
    Expected(printer="Struk80", paper="80mm", dpi=203, codes=2, reach=576),
    Expected(printer="Struk58", paper="58mm", dpi=203, codes=2, reach=384),
)


@pytest.mark.parametrize("wanted", EXPECTED, ids=lambda wanted: wanted.paper)
def test_a_job_arrives_on_one_page_whole_and_its_codes_can_be_read(
    server: Server, tmp_path: Path, wanted: Expected
) -> None:
    answer = told(server, wanted.printer, wanted.paper)
    assert answer["problem"] is None
    assert answer["windows"] == answer["dialogs"] == []
    (page,) = printed_output.pages(server.wait_for(wanted.printer))
    assert page.dpi == wanted.dpi
    assert page.black(0, 0, page.width, page.height)
    edges = ((0, 0, 3, page.height), (page.width - 3, 0, 3, page.height))
    ends = ((0, 0, page.width, 3), (0, page.height - 3, page.width, 3))
    assert not any(page.black(*strip) for strip in (*edges, *ends)), "something is cut"
    if wanted.reach:
        assert page.black_columns() == pytest.approx(
            ((page.width - wanted.reach) / 2, (page.width + wanted.reach) / 2), abs=1
        ), "the frame of the warning reaches from side to side"
    if not printed_output.lacks_zbar():
        found = printed_output.decoded(page.save(tmp_path / "page.pbm"))
        assert len(found) == wanted.codes
        assert any(one.startswith("tel:") for one in found)
        assert any(one.startswith("https://wa.me/62") for one in found)


@pytest.mark.parametrize(
    ("printer", "problem"),
    [
        ("Tertutup", "refused"),
        ("Mati", "stopped"),
        ("Kabel", "stopped"),
        ("TanpaKertas", "no_paper"),
        ("Berkas", "virtual"),
        ("Cetak_PDF", "virtual"),
        ("Tidak_ada", "no_printer"),
    ],
)
def test_what_keeps_the_paper_from_coming_is_said_within_five_seconds(
    server: Server, printer: str, problem: str
) -> None:
    answer = told(server, printer, "58mm")
    assert answer["problem"] == problem
    assert isinstance(answer["milliseconds"], int)
    assert answer["milliseconds"] < WITHIN
    assert answer["windows"] == []


def test_a_job_in_trouble_is_taken_out_of_the_queue(server: Server) -> None:
    told(server, "TanpaKertas", "58mm")
    assert waiting(server, "TanpaKertas") == ""
    assert server.arrived("TanpaKertas") == []


def test_a_printer_that_takes_a_job_and_hangs_keeps_none_for_the_next_visitor(
    server: Server,
) -> None:
    server.hang("Menggantung")
    answer = told(server, "Menggantung", "58mm")
    assert answer["problem"] == "stopped"
    assert waiting(server, "Menggantung") == ""
    assert server.arrived("Menggantung") == []


CANCEL_ALL = """
from jknassist.gui.printing.leftover_jobs import cancel_all
from jknassist.gui.printing.spooler import current_system
print(cancel_all(current_system.spooler(), None))
"""


def test_what_a_power_cut_left_in_the_queue_is_cancelled_and_no_other_document(
    server: Server, tmp_path: Path
) -> None:
    paper = tmp_path / "kertas.txt"
    paper.write_text("contoh")
    for title in (DOCUMENT_NAME, "Surat", DOCUMENT_NAME):
        words = ["lp", "-h", server.address, "-d", "Mati", "-t", title, str(paper)]
        subprocess.run(words, env=server.environment, check=True, capture_output=True)
    assert len(waiting(server, "Mati").splitlines()) == 3
    done = subprocess.run(
        [sys.executable, "-c", CANCEL_ALL],
        env=server.environment,
        check=True,
        capture_output=True,
        text=True,
        timeout=SLOWEST,
    )
    assert done.stdout == "2\n"
    (other,) = waiting(server, "Mati").splitlines()
    subprocess.run(
        ["cancel", "-h", server.address, other.split()[0]], env=server.environment, check=True
    )


def waiting(server: Server, printer: str) -> str:
    """Return what is in the queue of a printer."""
    return subprocess.run(
        ["lpstat", "-h", server.address, "-o", printer],
        env=server.environment,
        check=False,
        capture_output=True,
        text=True,
    ).stdout


def test_without_a_server_there_is_no_printer_and_no_file(server: Server, tmp_path: Path) -> None:
    nowhere = {**server.environment, "CUPS_SERVER": "127.0.0.1:1", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.print_one", "Kantor", "a4"],
        env={**nowhere, "TMPDIR": str(tmp_path)},
        check=False,
        capture_output=True,
        text=True,
        timeout=SLOWEST,
    )
    assert json.loads(done.stdout)["problem"] == "no_printer"
    assert list(tmp_path.iterdir()) == []


def test_the_document_in_the_queue_has_a_neutral_name(server: Server) -> None:
    told(server, "Kantor", "a4")
    log = (server.root / "error_log").read_text()
    assert "Ringkasan" in log
    assert "salah" not in log.lower()
