"""The one place at which a window gets its voice; without a voice pack nothing is loaded."""

from functools import partial
from typing import TYPE_CHECKING

from jknassist.content import voice_pack
from jknassist.gui.context import DEFAULT_VOICE, Voice

if TYPE_CHECKING:
    from jknassist.core.flow.model import Knowledge
    from jknassist.core.site import Site
    from jknassist.gui.main_window import MainWindow
    from jknassist.gui.speech.controller import SpeechController


def voice_of(site: "Site") -> Voice:
    """Return what the settings of an office say of reading aloud."""
    return Voice(site.voice, site.volume)


def attach(
    window: "MainWindow", *contents: "Knowledge", voice: Voice = DEFAULT_VOICE
) -> "SpeechController | None":
    """Add the loudspeaker to a window where one of its languages has a voice pack."""
    find_pack = partial(voice_pack.find, voice=voice.name)
    if not any(find_pack(knowledge.language) for knowledge in contents):
        return None
    # Only a machine with a voice needs what follows.
    from jknassist.gui.speech.controller import SpeechController  # noqa: PLC0415
    from jknassist.system.sound.device import DevicePlayer  # noqa: PLC0415

    return SpeechController(window, find_pack, DevicePlayer(), voice.volume)
