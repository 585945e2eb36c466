from jknassist.core.speech.clip import Clip, Pause, seconds_of


def test_a_clip_is_named_after_what_is_said_in_which_language() -> None:
    clip = Clip("satu", "id")
    assert clip.name == Clip("satu", "id").name
    assert len({clip.name, Clip("dua", "id").name, Clip("satu", "en").name}) == 3
    assert clip.name.isalnum()
    assert clip.name == "062841fb93a9cbf6", "a recording made today has its name tomorrow"


def test_a_longer_text_takes_longer() -> None:
    assert Clip("satu", "id").seconds < Clip("satu dua tiga", "id").seconds
    assert seconds_of((Pause(500), Pause(250))) == 0.75
