"""The one place at which a window gets its voice; without a voice pack nothing is loaded."""

from functools import partial
from typing import TYPE_CHECKING

from jknassist.content import voice_pack

if TYPE_CHECKING:
    from jknassist.core.flow.model import Knowledge
    from jknassist.gui.main_window import MainWindow
    from jknassist.gui.speech.controller import SpeechController


def attach(window: "MainWindow", *contents: "Knowledge") -> "SpeechController | None":
    """Add the loudspeaker to a window where one of its languages has a voice pack."""
    if not any(voice_pack.find(knowledge.language) for knowledge in contents):
        return None
    # Only a machine with a voice needs what follows.
    from jknassist.gui.speech.controller import SpeechController  # noqa: PLC0415
    from jknassist.system.sound.device import DevicePlayer  # noqa: PLC0415

    return SpeechController(window, partial(voice_pack.find), DevicePlayer())
