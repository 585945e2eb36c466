"""Offers reading aloud on the first page of a kiosk: by touch, by key, and by a headset.

Without a voice pack for the language that is shown nothing of it is loaded.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from jknassist.content import voice_pack
from jknassist.gui.kiosk.start_page import StartPage


def offer_voice(page: StartPage, voice: str, begin: Callable[[], None]) -> None:
    """Put the switch on the page; `begin` begins a visit that is read aloud from the start.

    The switch waits for the touch that begins the visit. Who presses F2 or plugs in a headset does
    not see the page: that begins the visit at once. `voice` is the pack the office has chosen.
    """
    if voice_pack.find(page.choice.language, voice=voice) is None:
        return
    # Only a machine with a voice needs what follows.
    from jknassist.gui.kiosk.headset_watch import HeadsetWatch  # noqa: PLC0415
    from jknassist.gui.speech.voice_switch import VoiceSwitch  # noqa: PLC0415

    switch = VoiceSwitch(page.context, on=page.choice.aloud)
    changed = page.choice.with_aloud(on=not page.choice.aloud)
    switch.clicked.connect(partial(page.chosen.emit, changed))
    page.add_voice_switch(switch)
    QShortcut(QKeySequence(Qt.Key.Key_F2), page).activated.connect(begin)
    HeadsetWatch(page).plugged_in.connect(begin)
