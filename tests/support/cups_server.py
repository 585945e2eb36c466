"""A CUPS server of our own on the loopback, with printers that keep what arrives in a folder.

Each printer has a PPD like those of real drivers: CUPS itself turns the page into the dots of the
printer, and the backend stores them. A printer can be given a problem to report.
"""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

SERVER = "/usr/sbin/cupsd"
SYSTEM_BIN = Path("/usr/lib/cups")
NEEDED = (Path(SERVER), SYSTEM_BIN / "filter/pdftopdf", SYSTEM_BIN / "filter/pdftoraster")

FILES = """
ServerRoot {root}
ServerBin {root}/bin
CacheDir {root}/cache
StateDir {root}/state
RequestRoot {root}/spool
TempDir {root}/tmp
DataDir /usr/share/cups
ErrorLog {root}/error_log
AccessLog {root}/access_log
PageLog {root}/page_log
FatalErrors none
Sandboxing off
{identity}
"""
SETTINGS = """
Listen 127.0.0.1:{port}
LogLevel debug
Browsing No
WebInterface No
DefaultAuthType None
JobRetryInterval 1
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""
PRINTER = """
<Printer {name}>
Info {name}
MakeModel {model}
DeviceURI {device}
State {state}
StateMessage
Reason {reason}
Accepting {accepting}
ErrorPolicy retry-job
</Printer>
"""

# Keeps the dots it is given under the number of the job; or reports problem and does not print;
# or takes the job and never ends.
BACKEND = """#!/bin/sh
place="${DEVICE_URI#kertas:}"
[ $# -eq 0 ] && exit 0
if [ -e "$place/problem" ]; then
  echo "STATE: +$(cat "$place/problem")" >&2
  sleep 20
  exit 1
fi
[ -e "$place/hangs" ] && exec sleep 60
cat ${6:+"$6"} > "$place/$1.part" && mv "$place/$1.part" "$place/$1.ras"
"""

PPD = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "KERTAS.PPD"
*Manufacturer: "Kertas"
*Product: "(Kertas)"
*ModelName: "Kertas contoh"
*ShortNickName: "Kertas contoh"
*NickName: "Kertas contoh"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*FileSystem: False
*Throughput: "1"
*LandscapeOrientation: Plus90
*TTRasterizer: Type42
*cupsVersion: 2.4
*cupsFilter: "application/vnd.cups-raster 0 -"
*OpenUI *PageSize/Page: PickOne
*DefaultPageSize: {size}
*PageSize {size}: "<</PageSize[{width} {height}]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion/Page: PickOne
*DefaultPageRegion: {size}
*PageRegion {size}: "<</PageSize[{width} {height}]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: {size}
*ImageableArea {size}: "{margin} {margin} {right} {top}"
*DefaultPaperDimension: {size}
*PaperDimension {size}: "{width} {height}"
{custom}
*OpenUI *Resolution/Resolution: PickOne
*DefaultResolution: {dpi}dpi
*Resolution {dpi}dpi: "<</HWResolution[{dpi} {dpi}]/cupsBitsPerColor 1
/cupsColorOrder 0/cupsColorSpace 3>>setpagedevice"
*End
*CloseUI: *Resolution
*DefaultFont: Courier
*Font Courier: Standard "(1.05)" Standard ROM
"""
CUSTOM = """*HWMargins: 0 0 0 0
*MaxMediaWidth: "227"
*MaxMediaHeight: "9000"
*VariablePaperSize: True
*CustomPageSize True: "pop pop pop <</PageSize[5 -2 roll]/ImagingBBox null>>setpagedevice"
*ParamCustomPageSize Width: 1 points 72 227
*ParamCustomPageSize Height: 2 points 72 9000
*ParamCustomPageSize WidthOffset: 3 points 0 0
*ParamCustomPageSize HeightOffset: 4 points 0 0
*ParamCustomPageSize Orientation: 5 int 0 0"""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What a printer holds: its page in points, its margin, its dots in an inch."""

    size: str
    width: int
    height: int
    margin: int
    dpi: int
    custom: str = ""


A4 = Paper(size="A4", width=595, height=842, margin=12, dpi=300)
ROLL_80 = Paper(size="Roll80", width=227, height=842, margin=0, dpi=203, custom=CUSTOM)
ROLL_58 = Paper(size="Roll58", width=164, height=842, margin=0, dpi=203, custom=CUSTOM)


@dataclass(frozen=True, kw_only=True)
class Made:
    """One printer of the server."""

    name: str
    paper: Paper = A4
    model: str = "Kertas contoh"
    device: str = ""
    state: str = "Idle"
    reason: str = "none"
    accepting: str = "Yes"


class Server:
    """The running server: its address, and what has arrived on its printers."""

    def __init__(self, root: Path, port: int) -> None:
        self.root = root
        self.address = f"127.0.0.1:{port}"

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to print here and nowhere else."""
        return {**os.environ, "CUPS_SERVER": self.address, "HOME": str(self.root / "home")}

    def arrived(self, printer: str) -> list[Path]:
        """Return the jobs that were printed, in order."""
        return sorted((self.root / "out" / printer).glob("*.ras"))

    def wait_for(self, printer: str) -> bytes:
        """Return the dots of the only job of a printer, once it is there."""
        for _ in range(200):
            jobs = self.arrived(printer)
            if jobs:
                return jobs[-1].read_bytes()
            time.sleep(0.1)
        raise AssertionError((self.root / "error_log").read_text()[-4000:])

    def problem(self, printer: str, reason: str) -> None:
        """Have a printer report a problem instead of printing."""
        (self.root / "out" / printer / "problem").write_text(reason)

    def hang(self, printer: str) -> None:
        """Have a printer take jobs and never print them."""
        (self.root / "out" / printer / "hangs").touch()


def missing() -> list[str]:
    """Return what this machine lacks for a server of our own."""
    return [str(path) for path in NEEDED if not path.exists()]


@contextmanager
def running(root: Path, printers: tuple[Made, ...]) -> Iterator[Server]:
    """Run a server in a folder until the block ends."""
    port = _free_port()
    _write_settings(root, port)
    for printer in printers:
        _write_printer(root, printer)
    _hand_over(root)
    command = [SERVER, "-f", "-c", f"{root}/cupsd.conf", "-s", f"{root}/cups-files.conf"]
    with (root / "said").open("w") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said)
    try:
        _wait(process, port, root)
        yield Server(root, port)
    finally:
        process.terminate()
        process.wait()


def _write_settings(root: Path, port: int) -> None:
    for folder in (
        "cache",
        "state",
        "spool",
        "spool/tmp",
        "tmp",
        "ppd",
        "out",
        "home",
        "bin/backend",
    ):
        (root / folder).mkdir(parents=True, exist_ok=True)
    for folder in ("filter", "daemon", "notifier", "driver", "monitor"):
        if (SYSTEM_BIN / folder).exists():
            (root / "bin" / folder).symlink_to(SYSTEM_BIN / folder)
    backend = root / "bin/backend/kertas"
    backend.write_text(BACKEND)
    backend.chmod(0o755)
    identity = "User lp\nGroup lp\nSystemGroup root" if os.geteuid() == 0 else ""
    (root / "cups-files.conf").write_text(FILES.format(root=root, identity=identity))
    (root / "cupsd.conf").write_text(SETTINGS.format(port=port))
    (root / "printers.conf").write_text("")


def _write_printer(root: Path, made: Made) -> None:
    out = root / "out" / made.name
    out.mkdir()
    device = made.device or f"kertas:{out}"
    told = {**vars(made), "device": device}
    with (root / "printers.conf").open("a") as file:
        file.write(PRINTER.format(**told))
    paper = made.paper
    right, top = paper.width - paper.margin, paper.height - paper.margin
    text = PPD.format(**{**vars(paper), "right": right, "top": top})
    (root / "ppd" / f"{made.name}.ppd").write_text(text)


def _hand_over(root: Path) -> None:
    """Give the folder to the user whom a server that was started by root becomes."""
    root.chmod(0o755)
    if os.geteuid() == 0:
        for path in (root, *root.rglob("*")):
            if not path.is_symlink():
                shutil.chown(path, "lp", "lp")
        (root / "cups-files.conf").chmod(0o640)
        shutil.chown(root / "cups-files.conf", "root", "lp")
        backend = root / "bin/backend/kertas"
        for path in (root / "bin", root / "bin/backend", backend):
            shutil.chown(path, "root", "root")


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(process: "subprocess.Popen[bytes]", port: int, root: Path) -> None:
    for _ in range(100):
        if process.poll() is not None:
            break
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    log = root / "error_log"
    told = (root / "said").read_text() + (log.read_text()[-3000:] if log.exists() else "")
    raise AssertionError(f"cupsd did not start: {told}")


def folder() -> Path:
    """Return the parent for server folders: short and open to the user of the server."""
    base = Path("/tmp") / f"kertas-{os.getpid()}"  # noqa: S108  the user lp has to reach it
    shutil.rmtree(base, ignore_errors=True)
    base.mkdir(mode=0o755)
    return base
