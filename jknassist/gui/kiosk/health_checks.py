"""Health checks of the staff page: one row each, with a sentence and a result."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jknassist.core.flow.formatting import decimal, format_count, long_date
from jknassist.core.flow.model import Knowledge
from jknassist.core.site import Site
from jknassist.core.words import InterfaceWords
from jknassist.gui.error_log import ErrorLog
from jknassist.gui.kiosk.config import KioskConfig
from jknassist.gui.printing.spooler.base import Printer, fit_for_kiosk

if TYPE_CHECKING:
    # Imported in the background, when the staff page is shown.
    from jknassist.content.voice_state import VoiceState

OLD_DAYS = 180
"""Days after which content counts as old."""

MOST_NAMED = 3


@dataclass(frozen=True, kw_only=True)
class Check:
    """One row; `good` is None while the result is not known yet."""

    label: str
    text: str
    good: bool | None = None


def checks(
    config: KioskConfig,
    knowledge: Knowledge,
    log: ErrorLog,
    screen: tuple[int, int],
    today: date,
) -> Iterator[Check]:
    """Yield all checks with an immediate result; printer and paper are checked later."""
    words = knowledge.words
    yield _screen(knowledge, config.site, screen)
    yield _content(knowledge, config, today)
    yield _settings_file(words, config)
    yield _pin(words, config)
    writable = log.probe()
    kept = words.staff_log_good.format(count=format_count(log.count(), knowledge.language))
    yield Check(
        label=words.staff_log,
        text=kept if writable else words.staff_log_bad,
        good=writable,
    )
    yield _settings(words, config)


def printer_check(words: InterfaceWords, wanted: str, found: tuple[Printer, ...]) -> Check:
    """Check that the configured printer, or any that makes paper, is available."""
    fit = [printer.name for printer in fit_for_kiosk(found)]
    if wanted and wanted not in fit:
        return Check(
            label=words.staff_printer,
            text=words.staff_printer_missing.format(name=wanted),
            good=False,
        )
    if not fit:
        return Check(label=words.staff_printer, text=words.staff_printer_none, good=False)
    names = ", ".join([wanted] if wanted else fit[:MOST_NAMED])
    text = words.staff_printer_found.format(names=names)
    return Check(label=words.staff_printer, text=text, good=True)


def voice_check(words: InterfaceWords, state: "VoiceState | None") -> Check:
    """Say why pages cannot be heard, or that they can; a machine need not have a voice.

    Without a state the sound device has not answered.
    """
    if state is None:
        return Check(label=words.staff_voice, text=words.staff_voice_no_device, good=False)
    if not state.has_pack:
        return Check(label=words.staff_voice, text=words.staff_voice_none, good=True)
    if not state.has_device:
        return Check(label=words.staff_voice, text=words.staff_voice_no_device, good=False)
    if state.is_complete:
        text = words.staff_voice_good.format(count=state.wanted)
        return Check(label=words.staff_voice, text=text, good=True)
    text = words.staff_voice_faulty.format(
        missing=state.missing, broken=state.broken, count=state.wanted
    )
    return Check(label=words.staff_voice, text=text, good=False)


def _screen(knowledge: Knowledge, site: Site, screen: tuple[int, int]) -> Check:
    words = knowledge.words
    size = f"{screen[0]} x {screen[1]}"
    if site.inches is None:
        text = words.staff_screen_unmeasured.format(size=size)
    else:
        inches = decimal(site.screen_diagonal, knowledge.language)
        text = words.staff_screen_measured.format(size=size, inches=inches)
    return Check(label=words.staff_screen, text=text, good=site.inches is not None)


def _content(knowledge: Knowledge, config: KioskConfig, today: date) -> Check:
    """Report which content is in use, and why an override is not."""
    words = knowledge.words
    old = (today - knowledge.released).days > OLD_DAYS
    sentence = words.staff_content_old if old else words.staff_content_from
    text = sentence.format(
        edition=knowledge.edition,
        date=long_date(knowledge.released, words),
        origin=config.origin or words.staff_content_shipped,
    )
    text = "\n".join((text, *config.notices))
    return Check(label=words.staff_content, text=text, good=not old and not config.notices)


def _settings_file(words: InterfaceWords, config: KioskConfig) -> Check:
    if config.faults:
        text = words.staff_site_bad.format(count=len(config.faults), first=config.faults[0])
    elif config.site_found:
        text = words.staff_site_good.format(name=config.site_name)
    else:
        text = words.staff_site_none.format(name=config.site_name)
    good = config.site_found and not config.faults
    return Check(label=words.staff_site, text=text, good=good)


def _pin(words: InterfaceWords, config: KioskConfig) -> Check:
    if config.site.staff_pin:
        text = words.staff_pin_set
    else:
        text = words.staff_pin_lost if config.pin_is_lost else words.staff_pin_none
    return Check(label=words.staff_pin, text=text, good=bool(config.site.staff_pin))


def _settings(words: InterfaceWords, config: KioskConfig) -> Check:
    office = config.site.office
    languages = (one.knowledge.words.language_name for one in config.by_language.values())
    text = words.staff_settings_row.format(
        office=office.name if office else words.staff_no_office,
        seconds=config.site.idle_seconds,
        languages=", ".join(languages),
    )
    return Check(label=words.staff_settings, text=text, good=office is not None)
