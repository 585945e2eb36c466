"""Any error in a step makes that step of the self-test fail."""

import threading

from PySide6.QtCore import QTimer, qWarning

from jknassist.gui.devtools.self_test_runner import (
    SelfTestRunner,
    settle,
)


def test_what_fails_in_a_slot_in_a_thread_and_in_qt_fails_the_step(runner: SelfTestRunner) -> None:
    def in_a_slot() -> None:
        clock = QTimer(singleShot=True)
        clock.timeout.connect(lambda: 1 / 0)
        clock.start(0)
        settle()

    def in_a_thread() -> None:
        thread = threading.Thread(target=[].pop)
        thread.start()
        thread.join()

    with runner.watching():
        assert not runner.step("slot", in_a_slot)
        assert not runner.step("thread", in_a_thread)
        assert not runner.step("qt", lambda: qWarning("torn"))
        assert runner.step("sound", lambda: None)
    assert runner.failed == ("slot", "thread", "qt")
    slot, thread, qt, _sound = (result.faults for result in runner.results)
    assert slot[0].startswith("ZeroDivisionError (test_self_test_runner.py:")
    assert thread[0].startswith("IndexError (threading.py:")
    assert qt == ("Qt: torn",)
