from dataclasses import replace

from jknassist.core.flow.model import SpokenText
from jknassist.core.parsing.lint.speech import lint_speech
from tests.support.small_knowledge import small_knowledge

SMALL = small_knowledge()


def test_a_spoken_form_belongs_to_a_text_of_the_file() -> None:
    lost = SpokenText(id="lain", text="tidak ada", spoken="tidak ada")
    found = SpokenText(id="nama", text=SMALL.name, spoken="nama {lain}")
    issues = list(lint_speech(replace(SMALL, spoken=(lost, found))))
    assert [(issue.path, issue.warning) for issue in issues] == [
        (("spoken", 0, "text"), True),
        (("spoken", 1, "spoken"), False),
    ]


def test_a_sound_form_is_not_complained_about() -> None:
    assert list(lint_speech(SMALL)) == []
    sound = SpokenText(id="nama", text=SMALL.name, spoken="bantuan")
    assert list(lint_speech(replace(SMALL, spoken=(sound,)))) == []
