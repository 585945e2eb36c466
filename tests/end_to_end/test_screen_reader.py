"""A blind member with a screen reader, from the first question to the ending, by AT-SPI alone."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from jknassist.content.loader import knowledge_of, translation_of
from jknassist.core.flow.model import Knowledge, Outcome, Step
from jknassist.core.phone.parse import grouped
from jknassist.gui.qt.announcements import joined_sentences
from jknassist.gui.widgets.answer_list import shortcut_key
from tests.conftest import ROOT
from tests.support.journeys import JOURNEYS, SPACE
from tests.support.reader_client import (
    PATIENCE,
    Node,
    Reader,
    faults,
    is_heading,
    named,
    one,
    said,
    words,
)
from tests.support.sentences import in_words_of

pytestmark = pytest.mark.window

READER = ROOT / "tests" / "support" / "screen_reader.py"
SYSTEM_PYTHON = "/usr/bin/python3"
WANTED = (
    SYSTEM_PYTHON,
    "/usr/bin/Xvfb",
    "/usr/bin/openbox",
    "/usr/bin/dbus-run-session",
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/python3/dist-packages/pyatspi",
)

AT_MOST = 300
"""Seconds after which a whole journey is given up."""

JOURNEY = next(journey for journey in JOURNEYS if SPACE in journey.keys)


@pytest.fixture
def reader(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Reader]:
    """Start the program and the screen reader in a D-Bus session of their own."""
    skip_without_the_tools()
    display: Mapping[str, str] = request.getfixturevalue("display")
    home, runtime = tmp_path / "home", tmp_path / "run"
    home.mkdir()
    runtime.mkdir(mode=0o700)
    environment = {
        **display,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    command = ["dbus-run-session", "--", SYSTEM_PYTHON, str(READER)]
    with (tmp_path / "errors").open("w+") as errors:
        process = subprocess.Popen(
            [*command, sys.executable, "-m", "jknassist"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        giving_up = threading.Timer(AT_MOST, process.kill)
        giving_up.start()
        yield Reader(process)
        giving_up.cancel()
        process.communicate(timeout=PATIENCE)
        errors.seek(0)
        assert "Traceback" not in errors.read()


def skip_without_the_tools() -> None:
    """Skip on a machine that has no screen readers of this kind; where CI runs, that is a fault."""
    missing = [path for path in WANTED if not Path(path).exists()]
    if missing and os.environ.get("CI") == "true" and sys.platform == "linux":
        pytest.fail("not on this machine: " + ", ".join(missing))
    if missing:
        pytest.skip("not on this machine: " + ", ".join(missing))


CHOSEN = "Nomor yang Anda pilih: 0813-****-901, 12 angka."
"""What the ending says of the number that was offered and taken."""


class Member:
    """Somebody who cannot see the screen, and what they expect of each page."""

    def __init__(self, reader: Reader, knowledge: Knowledge) -> None:
        self.reader = reader
        self.knowledge = knowledge
        self.words = knowledge.words
        # The way to another language is named in that language.
        english = translation_of("en", None, knowledge).words.language_name
        self._fits = in_words_of(knowledge, english)

    def arrives(self, *sentences: str) -> list[Node]:
        """Come to a page without a fault that is named by what it is about, in whole sentences."""
        heading = joined_sentences(*sentences)
        self.reader.hears(lambda heard: heard["kind"] == "focused" and heard["name"] == heading)
        tree = self.reader.page(heading)
        # The heading is made of sentences of the content, as it was just found to be.
        faulty = faults([node for node in tree if not is_heading(node)], self._fits)
        assert list(faulty) == []
        return tree

    def answers(self, place: Step, key: str) -> Step:
        """Choose the answer of a key and go on; return the question that follows."""
        tree = self.reader.theme()
        assert words(tree, "radio button") == [answer.text for answer in place.answers]
        for answer in place.answers:
            assert one(tree, "radio button", answer.text)["description"] == answer.hint
        chosen = next(a for at, a in enumerate(place.answers, 1) if shortcut_key(a, at) == key)
        self.reader.press(chosen.text, "radio button")
        tree = self.reader.theme()
        ticked = [n["name"] for n in tree if "checked" in n["states"]]
        assert ticked == [chosen.text]
        self.reader.press(self.words.next)
        follows = self.knowledge.places[chosen.goes_to]
        assert not isinstance(follows, Outcome)
        self.arrives(follows.title, follows.text, follows.hint)
        return follows

    def hears_the_count(self, number: int) -> None:
        """Hear the how-manieth question it is, and nothing of what is not on the page."""
        count = self.words.step_count.format(number=number)
        self.reader.hears(lambda heard: count in said(heard))
        heading, *others = named(self.reader.heard)
        assert set(others) <= {self.words.number_label}, heading

    def types(self, place: Step, number: str) -> None:
        """Type a number; the field has the keyboard, and says what the page is about."""
        label = self.words.number_label
        field = one(self.reader.theme(), "text", label)
        assert "focused" in field["states"]
        about = joined_sentences(place.title, place.text, place.hint, self.words.number_privacy)
        assert field["description"] == about
        self.reader.type(label, number)
        self.reader.wait_until(lambda tree: one(tree, "text", label)["text"] == number)

    def is_offered(self, number: str, finding: str) -> None:
        """Go on, be told what is odd, and take the number that is offered instead."""
        self.reader.press(self.words.next)
        offer = self.words.number_suggestion.format(number=grouped(number))
        self.reader.hears(lambda heard: heard["name"] == offer)
        tree = self.reader.wait_until(lambda tree: offer in words(tree, "radio button"), "measure")
        assert list(faults([n for n in tree if not is_heading(n)], self._fits)) == []
        assert "focused" in one(tree, "radio button", offer)["states"]
        assert finding in one(tree, "radio button", offer)["description"]
        self.reader.press(offer, "radio button")
        self.reader.hears(lambda heard: said(heard) == self.words.number_used)

    def limit_of(self, ending: Outcome) -> tuple[str, ...]:
        """Return when to stop and when to come back, as it stands below the advice."""
        limit = self.knowledge.limit_by_id.get(ending.limit)
        return (limit.stop, limit.come_back) if limit else ()

    def reads(self, ending: Outcome, chosen: str = "") -> None:
        """Go on to an ending and read the cause, what to do and whom to call, in this order.

        `chosen` is what it says of a number that was taken for the one that was typed.
        """
        self.reader.press(self.words.next)
        todo = (
            f"{self.words.actions_title}:",
            *numbered(tuple(action.text for action in ending.actions)),
            *self.limit_of(ending),
        )
        tree = self.arrives(ending.title, ending.cause, chosen, *todo)
        self.reader.hears(lambda heard: self.words.outcome_label in said(heard))
        assert len(named(self.reader.heard)) == 1
        told = (ending.cause, *(action.text for action in ending.actions))
        contacts = [self.knowledge.contact_by_id[each] for each in ending.contacts[:3]]
        called = [text for contact in contacts for text in (contact.label, contact.shown)]
        labels = words(tree, "label")
        read = [text for text in labels if text in {*told, *called}]
        assert read == [*told, *called][: len(read)], "what has no room stands on the next part"
        assert read[len(told) :][:2] == called[:2], "the first contact is there at once"

    def copies(self, ending: Outcome) -> None:
        """Copy each contact of this screen page; its button says what it copies, and did."""
        tree = self.reader.theme()
        shown = [node["name"] for node in tree if node["role"] == "push button"]
        contacts = [self.knowledge.contact_by_id[each] for each in ending.contacts[:3]]
        here = [each for each in contacts if f"{self.words.copy}: {each.label}" in shown]
        assert here, "the first contact can be copied at once"
        for contact in here:
            copy = f"{self.words.copy}: {contact.label}"
            assert contact.shown in one(tree, "push button", copy)["description"]
            self.reader.press(copy)
            self.reader.hears(lambda heard: said(heard) == joined_sentences(self.words.copied))


def numbered(points: tuple[str, ...]) -> list[str]:
    return [f"{place}. {point}" for place, point in enumerate(points, 1)]


def test_a_blind_member_is_led_from_the_first_question_to_the_ending(reader: Reader) -> None:
    knowledge = knowledge_of(None)
    member, place = Member(reader, knowledge), knowledge.steps[0]
    ending = knowledge.places[JOURNEY.outcome]
    assert isinstance(ending, Outcome)
    reader.wait_until(bool)
    member.arrives(place.title, place.text, place.hint)
    *keys, mistyped, _ = JOURNEY.keys
    for number, key in enumerate(keys, 2):
        place = member.answers(place, key)
        member.hears_the_count(number)
    member.types(place, mistyped)
    member.is_offered(mistyped.replace("88", "8"), "angka 8 tertulis dua kali")
    member.reads(ending, CHOSEN)
    member.copies(ending)
    assert reader.strays() == []
    assert not any(mistyped in str(node) for node in reader.theme())
