"""Reading aloud in one window: the loudspeaker, its keys, and what is spoken when.

Made only where there is a voice pack. While it is off nothing of a page is looked at, no key is
watched and no library is loaded. It is off for each new visitor.
"""

from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget
from shiboken6 import isValid

from jknassist.content.voice_pack import VoicePack
from jknassist.core.typing_compat import override
from jknassist.gui.main_window import MainWindow
from jknassist.gui.pages.page import Page
from jknassist.gui.panels.panel import Panel
from jknassist.gui.qt.announcements import add_listener, remove_listener
from jknassist.gui.qt.deferred import call_later
from jknassist.gui.speech.answer_speech_button import AnswerSpeechButton
from jknassist.gui.speech.answer_speech_buttons import AnswerSpeechButtons
from jknassist.gui.speech.page_turns import PageTurns
from jknassist.gui.speech.part import Part
from jknassist.gui.speech.speech_button import SpeechButton
from jknassist.gui.widgets.answer_card import AnswerCard
from jknassist.gui.widgets.answer_list import AnswerList
from jknassist.gui.widgets.top_bar import LOW
from jknassist.system.sound.player import FIRST_LEVEL, LEVELS, Player

if TYPE_CHECKING:
    # Not needed until somebody wants to hear something: speech that is off costs nothing.
    from jknassist.content.spoken_clips import SpokenClips
    from jknassist.gui.speech.marker import Marker
    from jknassist.gui.speech.playback_bar import PlaybackBar
    from jknassist.gui.speech.speech_queue import SpeechQueue

FindPack = Callable[[str], VoicePack | None]

KEY = Qt.Key.Key_F2
SETTLE = 60
"""Milliseconds after a page change until it is read: the focus has moved by then."""

STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}

NO_END = frozenset({KEY, Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt})


def step_from(card: AnswerCard, key: int) -> bool:
    """Go to the next answer as they are read, also across columns; return whether there was one.

    By themselves the arrows go where the next card lies, which nobody knows who cannot see it.
    """
    around = card.parentWidget()
    cards = list(around.cards) if isinstance(around, AnswerList) else []
    index = cards.index(card) + STEPS.get(Qt.Key(key), 0) if card in cards else -1
    if key not in STEPS or not 0 <= index < len(cards):
        return False
    cards[index].setFocus(Qt.FocusReason.TabFocusReason)
    return True


class SpeechController(QObject):
    """Adds the loudspeaker to a window and reads its pages; `heard` tells that it spoke."""

    heard = Signal()

    def __init__(
        self, window: MainWindow, find_pack: FindPack, player: Player, level: int = FIRST_LEVEL
    ) -> None:
        super().__init__(window)
        self._window = window
        self._find_pack = find_pack
        self._player = player
        self._first_level = level
        self._queue: SpeechQueue | None = None
        self._language = ""
        self._parts: tuple[Part, ...] = ()
        self._last: tuple[Part, ...] = ()
        self._go_on: set[str] = set()
        self._again = 0
        self._broken = False
        self._listening = False
        self._clips: SpokenClips | None = None
        self._says_digits = False
        self._page_changes = 0
        self._screen_pages = PageTurns(self)
        self._screen_pages.turned.connect(self._follow_turn)
        self._answers = AnswerSpeechButtons(self)
        self._answers.pressed.connect(self.read_answer)
        self.is_on = False
        self.button: SpeechButton | None = None
        self.playback_bar: PlaybackBar | None = None
        self.marker: Marker | None = None
        key = QShortcut(QKeySequence(KEY), window)
        key.activated.connect(self.press_key)
        window.place_shown.connect(self._settle)
        window.panel_changed.connect(self._settle)
        window.view_replaced.connect(self._settle)
        window.leaving.connect(self.turn_off)
        window.destroyed.connect(player.close)
        window.destroyed.connect(partial(remove_listener, self._follow_change))
        self._offer()

    @property
    def is_speaking(self) -> bool:
        """Whether something is being said, or waits to be."""
        return self._queue is not None and self._queue.is_speaking

    @property
    def is_sounding(self) -> bool:
        """Whether something is heard now."""
        return self._queue is not None and self._queue.is_sounding

    def toggle(self) -> None:
        """Read this page and all that follow, or stop that."""
        if self.is_on:
            self.turn_off()
        else:
            self.turn_on()

    def turn_on(self, *, by_key: bool = False) -> None:
        """Read this page and all that follow."""
        if not self._has_voice() or self._make_queue() is None:
            return
        self.is_on = True
        self._listen()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        add_listener(self._follow_change)
        self._put_strip()
        self._screen_pages.watch(self._shown().area)
        self._read_page(self._window.context.words.speech_keys if by_key else "")
        if self.button is not None:
            self.button.show_state(on=True)
        self._begin_at_heading()

    def _listen(self) -> None:
        """Watch presses and keys, which end what is being said."""
        if self.marker is None:
            from jknassist.gui.speech.marker import Marker

            self.marker = Marker(self._window, self._window.theme.palette)
        app = QApplication.instance()
        if not self._listening and isinstance(app, QApplication):
            self._listening = True
            app.installEventFilter(self)

    def _let_go(self) -> None:
        """Be silent, and watch nothing any more."""
        app = QApplication.instance()
        if self._listening and isinstance(app, QApplication):
            self._listening = False
            app.removeEventFilter(self)
        if self._queue is not None:
            self._queue.close()

    def read_answer(self, card: AnswerCard) -> None:
        """Read one answer with its hint without choosing it; stop where it is being read."""
        if self.is_speaking and self._last and self._last[-1].widget is card:
            self.silence()
        elif self._has_voice() and self._make_queue() is not None:
            self._listen()
            self._say(self._parts_of(card))
            if not self.is_speaking:
                self._answers.remove_one(self._window.view, card)

    def say_texts(self, *texts: str) -> None:
        """Say texts that lie over the page, if pages are being read."""
        if self.is_on:
            self._say([Part(text, self._window) for text in texts])

    def turn_off(self) -> None:
        """Stop, as it was before anybody asked for it."""
        if not self.is_on:
            self._let_go()
            return
        self.is_on = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._follow_focus)
        remove_listener(self._follow_change)
        self._screen_pages.watch(None)
        self._says_digits = False
        self._let_go()
        if self.playback_bar is not None:
            self.playback_bar.hide()
        if self.button is not None:
            self.button.show_state(on=False)

    def _begin_at_heading(self) -> None:
        """Let the next Tab lead to the first answer, whatever was pressed to turn it on."""
        heading = getattr(self._shown(), "heading", None)
        if isinstance(heading, QWidget):
            heading.setFocus()

    def press_key(self) -> None:
        """Turn it on by its key, or repeat."""
        if self.is_on:
            self.repeat()
        else:
            self.turn_on(by_key=True)

    def repeat(self) -> None:
        """Read the page again; twice in a row only the last thing that was said."""
        self._again += 1
        if self._again > 1 and self._last:
            self._say(self._last[-1:])
        else:
            self._read_page()

    def pause(self) -> None:
        """Wait, or go on: also with the next thing to do."""
        if self._queue is None:
            return
        if self._queue.is_waiting:
            self._queue.go_on()
        else:
            self._queue.pause()
        if self.playback_bar is not None:
            self.playback_bar.show_pause(paused=self._queue.is_paused)

    def _show_waiting(self) -> None:
        self.heard.emit()
        if self.playback_bar is not None:
            self.playback_bar.show_pause(paused=False, waiting=True)

    def change_level(self, step: int) -> None:
        """Be louder or softer; between two texts the new level is said."""
        if self._queue is None or self.playback_bar is None:
            return
        self._queue.change_level(step)
        if not self._queue.is_speaking:
            words = self._window.context.words
            told = words.speech_level.format(level=self._queue.level, most=LEVELS)
            self._say(
                (Part(told, self.playback_bar.louder if step > 0 else self.playback_bar.softer),)
            )

    def _offer(self) -> None:
        """Show the loudspeaker in the top bar where there is a voice for the language."""
        context, has_voice = self._window.context, self._has_voice()
        if self.button is None or not self._window.top_bar.isAncestorOf(self.button):
            self.button = made = SpeechButton(context)
            made.clicked.connect(self.toggle)
            self._window.top_bar.add_first(made)
            if self.is_on:
                self._put_strip()  # in the other language, below the other bar
        self.button.setVisible(has_voice)
        self.button.show_state(on=self.is_on)
        if has_voice:
            self._answers.add_to(self._window.view.page)
        else:
            self._answers.remove_from(self._window)
            self.turn_off()

    def _has_voice(self) -> bool:
        """Return whether pages in the language that is shown can be heard."""
        language = self._window.context.knowledge.language
        return not self._broken and self._find_pack(language) is not None

    def _settle(self) -> None:
        """Follow a change of the page or panel, or of the language."""
        self.silence()
        self._offer()
        self._again = 0
        self._says_digits = False
        self._page_changes += 1
        if self.is_on:
            self._screen_pages.watch(self._shown().area)
            call_later(self, self._read_page, SETTLE)

    def _follow_turn(self) -> None:
        """Read the screen page that a person has turned to; while it speaks, speech turns them."""
        if not self.is_speaking:
            call_later(self, partial(self._say_screen_page, self._page_changes), SETTLE)

    def _say_screen_page(self, turns: int) -> None:
        if not self.is_on or self.is_speaking or turns != self._page_changes:
            return
        from jknassist.gui.speech.page_parts import parts_of_page

        page = self._shown()
        inside, shows = page.area.inside, page.area.shows
        parts = parts_of_page(page, self._window.context.words)
        self._say([one for one in parts if inside.isAncestorOf(one.widget) and shows(one.widget)])

    def _parts_of(self, widget: QWidget) -> tuple[Part, ...]:
        from jknassist.gui.speech.page_parts import parts_of_widget

        return parts_of_widget(widget, self._window.context.words.speech_chosen)

    def _make_queue(self) -> "SpeechQueue | None":
        """Return the voice for the language of the page; None where there is none."""
        knowledge = self._window.context.knowledge
        if self._queue is not None and self._language == knowledge.language:
            return self._queue
        pack = self._find_pack(knowledge.language)
        if pack is None:
            return None
        self._language = knowledge.language
        from jknassist.content.spoken_clips import SpokenClips
        from jknassist.core.speech.clip_index import ClipIndex
        from jknassist.gui.speech.speech_queue import SpeechQueue

        self._clips = SpokenClips(ClipIndex(knowledge), pack)
        self._queue = queue = SpeechQueue(self._player, self._sound_of, self._first_level)
        queue.setParent(self)
        queue.begun.connect(self._show_part)
        queue.waiting.connect(self._show_waiting)
        queue.ended.connect(self._end)
        queue.failed.connect(self._fail)
        queue.device_changed.connect(self._forbid_digits)
        return queue

    def _sound_of(self, text: str) -> "array[int]":
        if self._clips is None:
            return array("h")
        return self._clips.of(text, with_digits=self._says_digits, goes_on=text in self._go_on)

    def _forbid_digits(self) -> None:
        """Keep the digits private again: it may be no headset any more that they are heard by."""
        self._says_digits = False

    def _put_strip(self) -> None:
        if self.playback_bar is not None:
            self.playback_bar.deleteLater()
        context = self._window.context
        from jknassist.gui.speech.playback_bar import PlaybackBar

        self.playback_bar = bar = PlaybackBar(context.words, self._window.theme)
        bar.again_wanted.connect(self.repeat)
        bar.pause_wanted.connect(self.pause)
        bar.softer_wanted.connect(partial(self.change_level, -1))
        bar.louder_wanted.connect(partial(self.change_level, 1))
        bar.asked.connect(self._ask_about_digits)
        bar.digits_wanted.connect(self.say_digits)
        column = self._window.layout()
        if isinstance(column, QBoxLayout):
            column.insertWidget(column.indexOf(self._window.top_bar) + 1, bar)
        # A low window has no room for it: there the loudspeaker ends and F2 repeats.
        bar.setVisible(self._window.height() >= LOW)
        # Beside it the page is laid out anew, and with it what is framed.
        call_later(self, self._frame, SETTLE)

    def _shown(self) -> Page | Panel:
        return self._window.panel or self._window.view.page

    def _read_page(self, first: str = "") -> None:
        if not self.is_on:
            return
        from jknassist.gui.speech.page_parts import parts_of_page

        parts = parts_of_page(self._shown(), self._window.context.words)
        told = (Part(first, parts[0].widget),) if first and parts else ()
        self._offer_digits(parts)
        self._say((*told, *parts))
        if parts and not self.is_speaking and self.button is not None:
            # Not one clip of this page can be heard.
            self.turn_off()
            self.button.hide()

    def _follow_change(self, about: QWidget, sentences: Sequence[str]) -> None:
        """Say what has changed on the page, unless another page comes: that is read anyway."""
        if self._window.isAncestorOf(about):
            later = partial(self._say_change, about, sentences, self._page_changes)
            call_later(self, later, SETTLE)

    def _say_change(self, about: QWidget, sentences: Sequence[str], turns: int) -> None:
        if not self.is_on or turns != self._page_changes or not isValid(about):
            return
        if about is getattr(self._shown(), "heading", None):
            # Another heading is another page in all but name, such as that of a printed paper.
            self._read_page()
        elif about.isVisible():
            from jknassist.gui.speech.page_parts import parts_of_change

            parts = parts_of_change(self._shown(), about, sentences)
            self._offer_digits(parts)
            self._say(parts)

    def _offer_digits(self, parts: Sequence[Part]) -> None:
        """Offer to say the digits where some are not said."""
        if self.playback_bar is not None and self._clips is not None:
            hides = self._clips.hides_digits(part.text for part in parts)
            self.playback_bar.offer_digits(offered=hides and not self._says_digits)

    def _ask_about_digits(self) -> None:
        if self.playback_bar is not None:
            words = self._window.context.words
            self._say((Part(words.speech_aloud_ask, self.playback_bar.question),))

    def say_digits(self) -> None:
        """Read the page once more with the digits of the number, until another page comes."""
        self._says_digits = True
        self._read_page()

    def _say(self, parts: Sequence[Part]) -> None:
        queue = self._make_queue()
        if queue is not None:
            self._parts = self._last = tuple(
                piece for part in parts for piece in self._sentences_of(part)
            )
            self._go_on = {a.text for a, b in pairwise(self._parts) if a.widget is b.widget}
            waits = [index for index, part in enumerate(self._parts) if part.waits]
            queue.say([part.text for part in self._parts], waits)
            if self.playback_bar is not None:
                self.playback_bar.show_pause(paused=False)

    def _sentences_of(self, part: Part) -> Iterator[Part]:
        """Yield what is said of a part in one piece; it waits only after the last sentence."""
        sentences = self._clips.sentences(part.text) if self._clips else ()
        for sentence in sentences[:-1]:
            yield Part(sentence, part.widget)
        for sentence in sentences[-1:]:
            yield Part(sentence, part.widget, waits=part.waits)

    def silence(self) -> None:
        """End what is being said."""
        if self._queue is not None:
            self._queue.stop()

    def _show_part(self, index: int) -> None:
        """Frame what is heard now; where it is on another screen page, turn to it."""
        part = self._parts[index]
        if not isValid(part.widget):
            return
        self._last = self._parts[: index + 1]
        self.heard.emit()
        area = self._shown().area
        if area.inside.isAncestorOf(part.widget):
            area.show_widget(part.widget)
        self._frame()

    def _frame(self) -> None:
        """Frame what is being said."""
        if self.marker is None or not self.is_speaking or not self._last:
            return
        widget = self._last[-1].widget
        if isValid(widget):
            self.marker.put_around(widget, self._window.theme.palette, self._last[-1].text)
            self._answers.show_sounding(self._window.view, widget)

    def _end(self) -> None:
        self.heard.emit()
        if self.marker is not None:
            self.marker.hide()
        self._answers.show_sounding(self._window.view, None)
        if not self.is_on:
            self._let_go()

    def _fail(self) -> None:
        """Go on without a voice: the page works, the loudspeaker is gone."""
        self._broken = True
        self.turn_off()
        self._offer()

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Say what the focus came to by a key; the heading begins a page, which is read anyway."""
        shown = self._shown()
        if now is None or not self._window.isAncestorOf(now) or now is getattr(shown, "heading", 0):
            return
        if self._key_pressed:
            self._say(self._parts_of(now))

    _key_pressed = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End the speech at any press or key but those of the voice itself."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            self._key_pressed = True
            if self._goes_on(event.key()):
                return True
            if event.key() not in NO_END and not self._is_ours(QApplication.focusWidget()):
                self.silence()
            return isinstance(watched, AnswerCard) and step_from(watched, event.key())
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            self._key_pressed = False
            if not self._is_ours(watched):
                self.silence()
                self._again = 0
        elif kind == QEvent.Type.MouseButtonRelease and isinstance(watched, AnswerCard):
            call_later(self, partial(self._say_choice, watched), SETTLE)
        return False

    def _goes_on(self, key: int) -> bool:
        """Say the next thing to do where one waits and the key asks for it."""
        waiting = self._queue is not None and self._queue.is_waiting
        if waiting and STEPS.get(Qt.Key(key)) == 1:
            self.pause()
            return True
        return False

    def _say_choice(self, card: AnswerCard) -> None:
        if self.is_on and isValid(card) and card.isChecked() and not self.is_speaking:
            self._say(self._parts_of(card))

    def _is_ours(self, widget: QObject | None) -> bool:
        if isinstance(widget, AnswerSpeechButton):
            return True
        own = (self.playback_bar, self.button)
        return isinstance(widget, QWidget) and any(
            one is not None and (widget is one or one.isAncestorOf(widget)) for one in own
        )
