"""Any error in a step makes that step of the self-test fail."""

import threading

from PySide6.QtCore import QTimer, qWarning

from jknassist.gui.devtools.self_test_trial import (
    Trial,
    settle,
)


def test_what_fails_in_a_slot_in_a_thread_and_in_qt_fails_the_step(trial: Trial) -> None:
    def in_a_slot() -> None:
        clock = QTimer(singleShot=True)
        clock.timeout.connect(lambda: 1 / 0)
        clock.start(0)
        settle()

    def in_a_thread() -> None:
        thread = threading.Thread(target=[].pop)
        thread.start()
        thread.join()

    with trial.watching():
        assert not trial.step("slot", in_a_slot)
        assert not trial.step("thread", in_a_thread)
        assert not trial.step("qt", lambda: qWarning("torn"))
        assert trial.step("sound", lambda: None)
    assert trial.failed == ("slot", "thread", "qt")
    slot, thread, qt, _sound = (result.faults for result in trial.results)
    assert slot[0].startswith("ZeroDivisionError (test_self_test_trial.py:")
    assert thread[0].startswith("IndexError (threading.py:")
    assert qt == ("Qt: torn",)
