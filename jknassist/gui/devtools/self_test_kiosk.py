"""Kiosk part of the self-test: visit, printing, PIN and staff panel."""

import secrets
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from jknassist.core.pin import SALT_BYTES, hashed
from jknassist.core.site import Mode, Site
from jknassist.gui.context import LoadedContent
from jknassist.gui.devtools.self_test_runner import (
    FailedError,
    SelfTestRunner,
    delete_window,
    settle,
    wait_until,
)

SIZE = (1280, 800)
PIN = "480215"
NO_PRINTER = "(uji diri, tidak mencetak)"
"""Printer of the test settings; it does not exist, so that nothing is printed."""

QUEUE = 6.0
HOUR = 3_600_000
"""Idle timeout in milliseconds; a step on a slow machine takes longer than the usual one."""


class Kiosk:
    """A kiosk in an ordinary window with its own state folder."""

    def __init__(self, loaded: LoadedContent, state: Path) -> None:
        from jknassist.gui.error_log import ErrorLog
        from jknassist.gui.kiosk.config import KioskConfig, Timeouts
        from jknassist.gui.kiosk.input_filter import InputFilter
        from jknassist.gui.kiosk.window import KioskWindow

        site = Site(
            mode=Mode.KIOSK,
            printer=NO_PRINTER,
            staff_pin=hashed(PIN, secrets.token_bytes(SALT_BYTES)),
        )
        self.left: list[bool] = []
        self.log = ErrorLog(state, "kiosk.log")
        config = KioskConfig(
            by_language={loaded.knowledge.language: loaded},
            site=site,
            site_name="site.yaml",
            site_found=True,
            faults=(),
            state=state,
            timeouts=Timeouts(idle=HOUR, outcome=HOUR, privacy=HOUR),
        )
        self.window = KioskWindow(config, self.log, InputFilter(0))
        self.window.left_by_staff.connect(lambda: self.left.append(True))
        self.window.resize(*SIZE)
        self.window.show()

    def close(self) -> None:
        """Destroy the window and close the log."""
        delete_window(self.window)


def try_kiosk(runner: SelfTestRunner, loaded: LoadedContent, folder: Path) -> None:
    """Run the steps of a visitor, then those of the staff."""
    opened: list[Kiosk] = []

    def begin() -> QWidget:
        opened.append(Kiosk(loaded, folder / "kios"))
        return opened[0].window

    if not runner.step("kios: layar pertama", begin):
        return
    kiosk = opened[0]
    runner.step("kios: pengunjung", partial(_visit, kiosk))
    runner.step("kios: cari dengan kata", partial(_find, kiosk))
    runner.step("kios: kertas pengunjung", partial(_paper, kiosk, loaded.knowledge.outcomes[-1].id))
    runner.step("kios: PIN petugas", partial(_door, kiosk))
    runner.step("kios: halaman petugas", partial(_staff, kiosk))
    runner.step("kios: keluar", partial(_leave, kiosk))
    kiosk.close()


def _visit(kiosk: Kiosk) -> QWidget:
    kiosk.window.begin_visit()
    if kiosk.window.visit is None:
        raise FailedError("kunjungan tidak mulai")
    return kiosk.window


def _find(kiosk: Kiosk) -> QWidget:
    from jknassist.gui.kiosk.finder_panel import FinderPanel

    visit = kiosk.window.visit
    if visit is None:
        raise FailedError("kunjungan tidak mulai")
    visit.show_finder()
    if not isinstance(visit.main_window.panel, FinderPanel):
        raise FailedError("tidak terbuka: FinderPanel")
    return kiosk.window


def _paper(kiosk: Kiosk, outcome: str) -> QWidget:
    from jknassist.gui.kiosk.print_panel import KioskPrintPanel

    visit = kiosk.window.visit
    if visit is None:
        raise FailedError("kunjungan tidak mulai")
    visit.main_window.view.jump_to(outcome)
    visit.main_window.show_print()
    panel = visit.main_window.panel
    if not isinstance(panel, KioskPrintPanel):
        raise FailedError("tidak terbuka: KioskPrintPanel")
    failed = visit.context.words.print_kiosk_failed
    wait_until(lambda: panel.heading.text() == failed, "jawaban antrean cetak", QUEUE)
    return kiosk.window


def _door(kiosk: Kiosk) -> QWidget:
    from jknassist.gui.kiosk.pin_panel import PinPanel

    kiosk.window.show_pin_panel()
    page = kiosk.window.page
    if not isinstance(page, PinPanel):
        raise FailedError("tidak terbuka: PinPanel")
    for digit in PIN:
        page.type_on(digit)
    return kiosk.window


def _staff(kiosk: Kiosk) -> QWidget:
    from jknassist.gui.kiosk.pin_panel import PinPanel
    from jknassist.gui.kiosk.staff_panel import StaffPanel

    panel = kiosk.window.page
    if isinstance(panel, PinPanel):
        panel.try_pin()
    page = kiosk.window.page
    if not isinstance(page, StaffPanel):
        raise FailedError("PIN yang benar tidak membuka")
    settle()
    return kiosk.window


def _leave(kiosk: Kiosk) -> None:
    from jknassist.gui.kiosk.staff_panel import StaffPanel

    page = kiosk.window.page
    if not isinstance(page, StaffPanel):
        raise FailedError("halaman petugas tidak terbuka")
    page.leave.click()
    if not kiosk.left:
        raise FailedError("Keluar tidak mengakhiri kios")
