"""The kiosk part of the self-test: visit, paper, PIN, staff panel, exit."""

from pathlib import Path

from jknassist.gui.devtools.self_test_kiosk import try_kiosk
from jknassist.gui.devtools.self_test_runner import SelfTestRunner
from tests.support.self_test_content import small_shipped


def test_every_step_of_the_kiosk_goes_well(runner: SelfTestRunner, tmp_path: Path) -> None:
    try_kiosk(runner, small_shipped(), tmp_path)
    assert runner.failed == ()
    assert [result.name for result in runner.results][-1] == "kios: keluar"
