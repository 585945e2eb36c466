"""For one content in one language: the clips of any text of it that a page shows.

A page shows sentences with their holes filled in ("Angka ke-7 di HP Anda ..."). What was filled in
is found again by the sentence with the holes, so that a page needs to know nothing of speech but
its texts. A sentence that is not in the content, such as the name of an office, is a clip as well:
one that somebody may record.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from jknassist.core.flow.model import Knowledge
from jknassist.core.speech.clip import Clip, Pause, Sound
from jknassist.core.speech.forms import HOLE, digit_groups, sentences, spoken_form
from jknassist.core.speech.language import INDONESIAN, LANGUAGES
from jknassist.core.speech.texts import Text, texts_of
from jknassist.core.speech.vocabulary import words_said

PRIVATE_HOLES = frozenset(
    {"digit", "instead", "first", "second", "start", "typed", "sim", "number", "left"}
)
"""Holes that digits of a person's number are put into."""

PRIVATE_TEXTS = (
    "number_words/",
    "words/number_suggestion",
    "words/number_dropped",
    "words/paper_number",
    "words/number_chosen",
)
"""Texts with such holes; another {number}, such as that of a step, is nobody's."""

AFTER_GROUP = Pause(350)
AFTER_SENTENCE = Pause(250)
AFTER_PART = Pause(150)

_HOLES = re.compile(f"({HOLE})")
_CLOCK = re.compile(r"(\d{1,2})[.:](\d\d)")
_LINKS = re.compile(r"[,:]$")
"""What stands between texts of one line."""

_BARE_NUMBER = re.compile(r"[\d*+ -]{5,}")
"""What may be somebody's number, typed or partly hidden; those of the content are texts of it."""

_NUMBER_BEFORE = re.compile(r"([\d*+][\d*+ -]*?)\s{2,}(\S.*)")
"""A number and, after a gap, what is said of it."""

PRIVATE_FORM = "private_"
"""Beginning of the name of the sentence that tells the same without the digits."""

_EDGES = " ,.;:-"


@dataclass(frozen=True)
class _Template:
    """A sentence with holes: how it is recognised, and what is said around what is in them."""

    pattern: re.Pattern[str]
    pieces: tuple[str, ...]
    private: bool = False
    without_digits: str = ""


class ClipIndex:
    """Says by which clips a text is spoken."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._language = LANGUAGES.get(knowledge.language, INDONESIAN)
        self._code = knowledge.language
        self._words = knowledge.words
        self.texts = tuple(texts_of(knowledge))
        self._vocabulary = dict(words_said(self._language, self._words))
        self._knowledge = knowledge
        self._texts = {_key(text.shown): text for text in self.texts}
        self._whole = tuple(_template(text).pattern for text in self.texts if text.overridden)

    @cached_property
    def _templates(self) -> tuple[_Template, ...]:
        """The sentences with holes, those with the most words first; most pages ask for none."""
        with_holes = sorted(
            (text for text in self.texts if "{" in text.shown),
            key=lambda text: -len(_HOLES.sub("", text.shown)),
        )
        return tuple(
            _template(text, _without_digits(text, self._knowledge))
            for text in with_holes
            if _has_letters(text)
        )

    def clips(self) -> Iterator[tuple[Text, Clip]]:
        """Yield every clip of a complete pack with the first text it is needed for."""
        seen: set[str] = set()
        for text in (*self.texts, *self._entries()):
            for piece in _pieces(text.spoken):
                clip = self._clip(piece)
                if not piece.startswith("{") and clip.name not in seen:
                    seen.add(clip.name)
                    yield text, clip

    def sounds(self, text: str, *, with_digits: bool = False) -> tuple[Sound, ...]:
        """Return what is to be heard for a text as a page shows it.

        The digits of a number are said only `with_digits`; otherwise where to look for them.
        """
        found: list[Sound] = []
        for sentence in self.sentences(text):
            if sounds := self._sentence(sentence, with_digits=with_digits):
                found += (*sounds, AFTER_SENTENCE)
        return tuple(found[:-1])

    def sentences(self, text: str) -> tuple[str, ...]:
        """Return what of a text is said in one piece; of one with a form of its own that is all."""
        whole = any(pattern.fullmatch(_key(text)) for pattern in self._whole)
        return (text,) if whole else sentences(text)

    def hides_digits(self, text: str) -> bool:
        """Return whether a text has digits of a person's number, which are not said."""
        return self.sounds(text) != self.sounds(text, with_digits=True)

    def number(self, digits: str) -> tuple[Sound, ...]:
        """Return a telephone number digit by digit, in groups."""
        found: list[Sound] = []
        for group in digit_groups(digits):
            found += (*(self._clip(self._vocabulary[digit]) for digit in group), AFTER_GROUP)
        return tuple(found[:-1])

    def _entries(self) -> Iterator[Text]:
        """Yield the vocabulary, and the words around the parts of a time of the day."""
        for shown, spoken in self._vocabulary.items():
            yield Text(f"vocabulary/{shown}", shown, self._code, spoken)
        yield Text("vocabulary/clock", self._words.clock, self._code, self._language.past)

    def _clip(self, spoken: str) -> Clip:
        return Clip(spoken, self._code)

    def _sentence(self, sentence: str, *, with_digits: bool) -> tuple[Sound, ...]:
        key = _key(sentence)
        if found := _NUMBER_BEFORE.fullmatch(key):
            number = (*self.number(found[1]), AFTER_SENTENCE) if with_digits else ()
            return (*number, *self._sentence(found[2], with_digits=with_digits))
        if known := self._composed(key):
            return known
        for template in self._templates:
            if found := template.pattern.fullmatch(key):
                if template.private and not with_digits:
                    return self._hidden(found.groupdict(), template.without_digits)
                return self._filled(template.pieces, found.groupdict(), with_digits=with_digits)
        if _BARE_NUMBER.fullmatch(key) and not with_digits:
            return self._hidden({})
        return self._value(sentence)

    def _composed(self, key: str) -> tuple[Sound, ...]:
        """Return the clips of a text of the content, or of several after a colon."""
        if key in self._texts and "{" not in key:
            return (self._clip(self._texts[key].spoken),)
        return self._listed(key) if ": " in key else ()

    def _hidden(self, values: Mapping[str, str], sentence: str = "") -> tuple[Sound, ...]:
        """Return a sentence that tells the same without the digits, or where to look for them."""
        if sentence:
            return self.sounds(sentence.format(**values), with_digits=True)
        if place := values.get("place"):
            return self.sounds(self._words.speech_place.format(place=place), with_digits=True)
        return self.sounds(self._words.speech_number, with_digits=True)

    def _filled(
        self, pieces: tuple[str, ...], values: Mapping[str, str], *, with_digits: bool
    ) -> tuple[Sound, ...]:
        found: list[Sound] = []
        for piece in pieces:
            if not piece.startswith("{"):
                found.append(self._clip(piece))
            elif piece[1:-1] in PRIVATE_HOLES and len(values[piece[1:-1]]) > 1:
                found += self._value(values[piece[1:-1]])
            else:
                found += self.sounds(values[piece[1:-1]], with_digits=with_digits)
        return tuple(found)

    def _value(self, value: str) -> tuple[Sound, ...]:
        """Return what is said for something that a hole was filled with."""
        if value in self._vocabulary:
            return (self._clip(self._vocabulary[value]),)
        patterned = self._patterned(value) or self._listed(value)
        if patterned:
            return patterned
        spoken = spoken_form(value, self._code)
        return (self._clip(spoken),) if spoken else ()

    def _patterned(self, value: str) -> tuple[Sound, ...]:
        """Return what is said for a time, a number, a sheet number, or known words in a row."""
        if found := _CLOCK.fullmatch(value):
            return self._clock(int(found[1]), int(found[2]))
        if re.fullmatch(r"[\d* -]+", value):
            return self.number(value)
        if re.fullmatch(r"[A-Z\d]+(?:[ -][A-Z\d]+)+", value):
            return self._code_letters(value)
        parts = value.split()
        if len(parts) > 1 and all(
            part in self._vocabulary or part in self._texts for part in parts
        ):
            return tuple(
                sound for part in parts for sound in self._sentence(part, with_digits=True)
            )
        return ()

    def _listed(self, value: str) -> tuple[Sound, ...]:
        """Return the clips of a line that is put together from texts; nothing if one is unknown.

        Such as "Bawa: KTP, kartu HP" or a term with its meaning; the longest text wins.
        """
        words, found = _key(value).split(), list[Sound]()
        while words:
            heads = ((end, _LINKS.sub("", " ".join(words[:end]))) for end in _down(len(words)))
            known = ((end, said) for end, head in heads if (said := self._known(head)))
            end, said = next(known, (0, ""))
            if not end:
                return ()
            found += (self._clip(said), AFTER_PART)
            words = words[end:]
        return tuple(found[:-1])

    def _known(self, text: str) -> str:
        """Return what is said for a whole text, with or without a colon; "" if it is none."""
        texts = (text, f"{text}:")
        return next((self._texts[each].spoken for each in texts if each in self._texts), "")

    def _clock(self, hours: int, minutes: int) -> tuple[Sound, ...]:
        if not minutes:
            return self._value(str(hours))
        values = {"hours": str(hours), "minutes": str(minutes)}
        return self._filled(tuple(_pieces(self._language.past)), values, with_digits=True)

    def _code_letters(self, value: str) -> tuple[Sound, ...]:
        """Return a sheet number letter by letter, with a pause after each group."""
        found: list[Sound] = []
        for group in re.split("[ -]", value):
            found += (*(self._clip(self._vocabulary[sign]) for sign in group), AFTER_GROUP)
        return tuple(found[:-1])


def _down(count: int) -> range:
    return range(count, 0, -1)


def _key(sentence: str) -> str:
    """Return by what a sentence is recognised: a page may set a full stop or leave it out."""
    return sentence.strip().rstrip(".").rstrip()


def _has_letters(text: Text) -> bool:
    return any(letter.isalpha() for letter in _HOLES.sub("", text.shown))


def _without_digits(text: Text, knowledge: Knowledge) -> str:
    """Return the sentence that is said instead of a private one; empty where there is none."""
    _, _, name = text.id.partition("/")
    if text.id.startswith("words/"):
        return str(getattr(knowledge.words, f"speech_{name}", ""))
    return str(getattr(knowledge.number_words, PRIVATE_FORM + name.split(".")[0], ""))


def _template(text: Text, without_digits: str = "") -> _Template:
    seen: set[str] = set()
    pattern = ""
    for part in _HOLES.split(_key(text.shown)):
        if not part.startswith("{"):
            pattern += re.escape(part)
        elif part in seen:
            pattern += f"(?P={part[1:-1]})"
        else:
            seen.add(part)
            pattern += f"(?P<{part[1:-1]}>.+?)"
    private = text.id.startswith(PRIVATE_TEXTS) and any(h[1:-1] in PRIVATE_HOLES for h in seen)
    pieces = tuple(_pieces(text.spoken))
    return _Template(re.compile(pattern), pieces, private, without_digits if private else "")


def _pieces(spoken: str) -> Iterator[str]:
    """Yield the holes of a spoken form and what stands between them, where that is words."""
    if "{" not in spoken:
        yield spoken
        return
    for part in _HOLES.split(spoken):
        if part.startswith("{"):
            yield part
        elif any(map(str.isalnum, part)):
            yield part.strip(_EDGES)
