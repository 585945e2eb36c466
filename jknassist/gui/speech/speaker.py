"""Speaks texts one after the other and tells which one is heard now."""

from array import array
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from jknassist.system.sound.player import LEVELS, NoSoundError, Player

LOOK_EVERY = 40
"""Milliseconds, only while something is heard."""

FIRST_LEVEL = LEVELS - 1


class Speaker(QObject):
    """One voice: what is said now takes the place of what was said before.

    `begun` carries the place of the text that is heard from now on, `ended` comes after the last
    one or a stop, `failed` where there is no sound device.
    """

    begun = Signal(int)
    ended = Signal()
    failed = Signal()

    def __init__(self, player: Player, sound_of: Callable[[str], "array[int]"]) -> None:
        super().__init__()
        self._player = player
        self._sound_of = sound_of
        self._texts: tuple[str, ...] = ()
        self._place = 0
        self._paused = False
        self.level = FIRST_LEVEL
        player.set_volume(self.level)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    @property
    def is_speaking(self) -> bool:
        """Whether there is something left to be said, also during a pause."""
        return bool(self._texts)

    @property
    def is_paused(self) -> bool:
        """Whether it waits to be told to go on."""
        return self._paused

    def say(self, texts: Sequence[str]) -> None:
        """Say texts from now on."""
        self._texts, self._place, self._paused = tuple(texts), -1, False
        self._next()

    def stop(self) -> None:
        """Be silent."""
        self._player.stop()
        if self._texts:
            self._finish()

    def pause(self) -> None:
        """Wait in the middle of what is said, or go on there."""
        self._paused = self.is_speaking and not self._paused
        if self._paused:
            self._player.pause()
            self._timer.stop()
        elif self.is_speaking:
            self._player.resume()
            self._timer.start()

    def change_level(self, step: int) -> bool:
        """Be louder or softer by steps; return whether that was possible."""
        level = min(max(self.level + step, 1), LEVELS)
        changed, self.level = level != self.level, level
        self._player.set_volume(level)
        return changed

    def close(self) -> None:
        """Be silent, as loud as at first, and let go of the device."""
        self.stop()
        self._player.close()
        self.level = FIRST_LEVEL
        self._player.set_volume(self.level)

    def _look(self) -> None:
        if self._player.is_lost:
            self._reopen()
        elif not self._player.is_playing:
            self._next()

    def _reopen(self) -> None:
        """Say the text once more by whatever device there is now."""
        self._player.close()
        self._place -= 1
        self._next()

    def _next(self) -> None:
        """Begin the next text that can be heard; end after the last one."""
        while self._place + 1 < len(self._texts):
            self._place += 1
            sound = self._sound_of(self._texts[self._place])
            if not sound:
                continue
            try:
                self._player.play(sound)
            except NoSoundError:
                self._finish()
                self.failed.emit()
                return
            self._timer.start()
            self.begun.emit(self._place)
            return
        self._finish()

    def _finish(self) -> None:
        self._timer.stop()
        self._texts, self._paused = (), False
        self.ended.emit()
