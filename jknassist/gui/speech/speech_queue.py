"""Plays clips of texts one after the other and tells which one is heard now."""

from array import array
from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from jknassist.system.sound.player import FIRST_LEVEL, LEVELS, NoSoundError, Player

LOOK_EVERY = 40
"""Milliseconds, only while something is heard."""

REST_AFTER = 3000
"""Milliseconds of silence after which the device is closed: an open one wakes the processor."""


class SpeechQueue(QObject):
    """One voice: what is said now takes the place of what was said before.

    `begun` carries the index of the text that is heard from now on, `waiting` comes after one that
    waits, `ended` after the last one or a stop, `failed` where there is no sound device, and
    `device_changed` where one was pulled out: the text is said once more by another.
    """

    begun = Signal(int)
    waiting = Signal()
    ended = Signal()
    failed = Signal()
    device_changed = Signal()

    def __init__(
        self, player: Player, sound_of: Callable[[str], "array[int]"], level: int = FIRST_LEVEL
    ) -> None:
        super().__init__()
        self._player = player
        self._sound_of = sound_of
        self._texts: tuple[str, ...] = ()
        self._waits: frozenset[int] = frozenset()
        self._index = 0
        self._paused = False
        self._waiting = False
        self._first_level = self.level = level
        player.set_volume(self.level)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_AFTER)
        self._rest.timeout.connect(player.rest)

    @property
    def is_speaking(self) -> bool:
        """Whether there is something left to be said, also during a pause."""
        return bool(self._texts)

    @property
    def is_sounding(self) -> bool:
        """Whether something is heard now; a pause and waiting are silent."""
        return self.is_speaking and not self._paused and not self._waiting

    @property
    def is_waiting(self) -> bool:
        """Whether it waits to be asked for the next text."""
        return self._waiting

    @property
    def is_paused(self) -> bool:
        """Whether it waits to be told to go on."""
        return self._paused

    def say(self, texts: Sequence[str], waits: Collection[int] = ()) -> None:
        """Say texts from now on; after those whose indexes are in `waits` go on only when asked."""
        self._texts, self._index, self._paused, self._waiting = tuple(texts), -1, False, False
        self._waits = frozenset(waits)
        self._next()

    def go_on(self) -> None:
        """Say the text that was waited with."""
        if self._waiting:
            self._waiting = False
            self._next()

    def stop(self) -> None:
        """Be silent."""
        self._player.stop()
        if self._texts:
            self._finish()

    def pause(self) -> None:
        """Wait in the middle of what is said, or go on there."""
        if self._waiting:
            return
        self._paused = self.is_speaking and not self._paused
        if self._paused:
            self._player.pause()
            self._be_silent()
        elif self.is_speaking:
            self._begin(self._player.resume)

    def change_level(self, step: int) -> bool:
        """Be louder or softer by steps; return whether that was possible."""
        level = min(max(self.level + step, 1), LEVELS)
        changed, self.level = level != self.level, level
        self._player.set_volume(level)
        return changed

    def close(self) -> None:
        """Be silent, as loud as at first, and let go of the device."""
        self.stop()
        self._rest.stop()
        self._player.close()
        self.level = self._first_level
        self._player.set_volume(self.level)

    def _look(self) -> None:
        if self._player.is_lost:
            self._reopen()
        elif not self._player.is_playing:
            self._after_text()

    def _after_text(self) -> None:
        """Begin the next text, or wait to be asked for it."""
        if self._index in self._waits and self._index + 1 < len(self._texts):
            self._waiting = True
            self._be_silent()
            self.waiting.emit()
        else:
            self._next()

    def _reopen(self) -> None:
        """Say the text once more by whatever device there is now."""
        self._player.close()
        self.device_changed.emit()
        self._index -= 1
        self._next()

    def _next(self) -> None:
        """Begin the next text that can be heard; end after the last one."""
        while self._index + 1 < len(self._texts):
            self._index += 1
            sound = self._sound_of(self._texts[self._index])
            if not sound:
                continue
            if self._begin(partial(self._player.play, sound)):
                self.begun.emit(self._index)
            return
        self._finish()

    def _begin(self, sound: Callable[[], None]) -> bool:
        """Let the player begin; return whether it can."""
        self._rest.stop()
        try:
            sound()
        except NoSoundError:
            self._finish()
            self.failed.emit()
            return False
        self._timer.start()
        return True

    def _be_silent(self) -> None:
        self._timer.stop()
        self._rest.start()

    def _finish(self) -> None:
        self._be_silent()
        self._texts, self._paused, self._waiting = (), False, False
        self.ended.emit()
