"""The program opens no socket, and a whole visit works without a network.

Printing is left out of the visits on purpose: a print queue is asked over a socket, by design, of
this machine or of the one named in the settings of CUPS. What is asked then is the last test.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from pypdf import PdfReader

from jknassist.content import loader
from jknassist.core.flow.model import Outcome
from tests.support import cups_server
from tests.support.cups_server import Made
from tests.support.driver import Driver, home_of, saved
from tests.support.journeys import JOURNEYS, Journey, walk

TITLE = "Bantuan Kode OTP"

JOURNEY = JOURNEYS[2]
NO_NETWORK = ["unshare", "--map-root-user", "--net"]

SOCKET = re.compile(r"socket\((AF_\w+)")
PLACE = re.compile(r'inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"')

traced = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not on this machine")


def allows_no_network() -> bool:
    """Tell whether this machine lets people be without network."""
    if not shutil.which("unshare"):
        return False
    return subprocess.run([*NO_NETWORK, "true"], check=False, capture_output=True).returncode == 0


def traced_into(file: Path) -> list[str]:
    return ["strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(file)]


@contextmanager
def program(
    display: Mapping[str, str], home: Path, within: Sequence[str]
) -> Iterator[tuple[Driver, int]]:
    """Start the program within something; give whoever works it, and its process."""
    command = [*within, sys.executable, "-m", "jknassist"]
    driver = Driver(command, {**display, **home_of(home)}, home)
    driver.start()
    assert driver.process is not None
    try:
        driver.focus(TITLE)
        yield driver, innermost(driver.process.pid)
        driver.assert_runs()
    finally:
        subprocess.run(["kill", str(innermost(driver.process.pid))], check=False)
        driver.stop()


def innermost(pid: int) -> int:
    """Return the program itself, below what it was started within."""
    below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    runs_python = Path(f"/proc/{pid}/exe").readlink().name.startswith("python")
    return pid if runs_python or not below else innermost(int(below[0]))


def libraries(pid: int) -> set[str]:
    """Return the names of the libraries that a process has loaded."""
    lines = Path(f"/proc/{pid}/maps").read_text().splitlines()
    return {Path(line.split(maxsplit=5)[5]).name for line in lines if len(line.split()) > 5}


def assert_right_paper(home: Path, journey: Journey) -> None:
    (page,) = PdfReader(saved(home, "*.pdf")).pages
    outcome = loader.knowledge_of(None).places[journey.outcome]
    assert isinstance(outcome, Outcome)
    assert outcome.title in " ".join(page.extract_text().split())


def visit(driver: Driver) -> None:
    """Walk to the ending and save the paper."""
    walk(driver, JOURNEY)
    driver.key("ctrl+s", "1")


@pytest.mark.window
@pytest.mark.skipif(not allows_no_network(), reason="namespaces are forbidden on this machine")
def test_a_visit_without_any_network_ends_with_the_right_paper(
    display: Mapping[str, str], tmp_path: Path
) -> None:
    with program(display, tmp_path, NO_NETWORK) as (driver, pid):
        devices = Path(f"/proc/{pid}/net/dev").read_text().splitlines()[2:]
        assert [line.split(":")[0].strip() for line in devices] == ["lo"], "nothing but itself"
        visit(driver)
        assert_right_paper(tmp_path, JOURNEY)
        assert not [name for name in libraries(pid) if "Qt6Network" in name]


@traced
@pytest.mark.window
def test_no_socket_to_any_network_is_opened_in_a_visit(
    display: Mapping[str, str], tmp_path: Path
) -> None:
    trace = tmp_path / "trace"
    with program(display, tmp_path, traced_into(trace)) as (driver, pid):
        visit(driver)
        assert_right_paper(tmp_path, JOURNEY)
        loaded = libraries(pid)
    assert "libQt6Gui.so.6" in loaded, "it is the program that was looked at"
    assert not [name for name in loaded if "Qt6Network" in name]
    families = set(SOCKET.findall(trace.read_text()))
    assert families, "the display is reached over a socket: so they are seen"
    assert families <= {"AF_UNIX", "AF_NETLINK"}


@traced
def test_no_socket_at_all_is_opened_where_nothing_is_shown(tmp_path: Path) -> None:
    trace, pdf = tmp_path / "trace", tmp_path / "paper.pdf"
    walk_to = ["walk", "--outcome", JOURNEY.outcome, "--pdf", str(pdf)]
    command = [sys.executable, "-m", "jknassist", *walk_to]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([*traced_into(trace), *command], env=environment, check=True)
    assert trace.read_text() == ""
    assert pdf.read_bytes().startswith(b"%PDF-")


@traced
def test_with_every_page_and_panel_open_only_this_machine_is_asked(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    command = [sys.executable, "-m", "jknassist", "self-test"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CUPS_SERVER": "127.0.0.1:1"}
    subprocess.run([*traced_into(trace), *command], env=environment, check=True)
    asked = {one or two for one, two in PLACE.findall(trace.read_text())}
    assert asked, "the print queue was asked: so it is seen"
    assert asked <= {"127.0.0.1", "::1"}, "this machine alone"


@traced
@pytest.mark.skipif(
    bool(cups_server.missing()), reason=f"not on this machine: {cups_server.missing()}"
)
def test_printing_talks_to_the_print_queue_and_to_nobody_else(tmp_path: Path) -> None:
    trace, root = tmp_path / "trace", cups_server.folder()
    with cups_server.running(root, (Made(name="Kantor"),)) as server:
        done = subprocess.run(
            [*traced_into(trace), sys.executable, "-m", "tests.support.print_one", "Kantor", "a4"],
            env={**server.environment, "QT_QPA_PLATFORM": "offscreen"},
            check=True,
            capture_output=True,
            text=True,
        )
        assert json.loads(done.stdout)["problem"] is None
        assert server.wait_for("Kantor")
    shutil.rmtree(root)
    asked = {one or two for one, two in PLACE.findall(trace.read_text())}
    assert asked
    assert asked <= {"127.0.0.1", "::1"}, "this machine alone"
