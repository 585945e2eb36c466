"""Entry point of the command line: parses the arguments and runs one command."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jknassist.cli import console, site_commands
from jknassist.content import loader, override
from jknassist.content.loader import ContentError
from jknassist.core.flow.model import Knowledge
from jknassist.core.site import Site
from jknassist.gui.qt import garbage_collection
from jknassist.system.exit_codes import FINE, FOUND
from jknassist.system.standard_streams import complain, flush_all, mute

if TYPE_CHECKING:
    from jknassist.gui.context import LoadedContent


def main(words: Sequence[str] | None = None) -> int:
    """Run the command; return the exit code: 0 success, 1 something found, 2 wrong usage."""
    console.speak_utf8()
    typed = tuple(sys.argv[1:] if words is None else words)
    try:
        asked = _parser().parse_args(typed) if typed else _plain_start()
    except SystemExit:
        flush_all()
        raise
    asked.words = typed
    code = FINE
    try:
        code = asked.run(asked)
        if sys.stdout is not None:
            sys.stdout.flush()
    except ContentError as error:
        complain(error.faults)
        return FOUND
    except BrokenPipeError:
        # Closed pipe, as with `| head`: not an error.
        mute(sys.stdout)
    except OSError as error:
        if error.errno not in console.NO_ROOM:
            raise
        return console.give_up(error)
    return code


def _plain_start() -> argparse.Namespace:
    """Return the namespace of a start without arguments, as from a menu.

    This saves building the parser with all its commands.
    """
    return argparse.Namespace(
        knowledge=None,
        lang=None,
        kiosk=False,
        site=None,
        kiosk_part=None,
        notice_seconds=site_commands.NOTICE_FOR,
        run=_wizard,
    )


def _parser() -> argparse.ArgumentParser:
    from jknassist.cli.parser import make_parser

    return make_parser(_wizard, _preview, _self_test)


def _wizard(asked: argparse.Namespace) -> int:
    if asked.kiosk_part == site_commands.NOTICE:
        return site_commands.show_notice(asked.notice_seconds)
    if asked.kiosk and asked.kiosk_part is None:
        # The supervisor reads no content file, so no file can prevent it from restarting the kiosk.
        return site_commands.supervise(asked.words)
    settings = site_commands.read_settings(asked.site)
    if asked.kiosk_part == site_commands.WINDOW:
        return _kiosk(asked, settings)
    if settings.is_kiosk or _was_kiosk(settings):
        return site_commands.supervise(asked.words)
    complain(settings.faults)
    return _laptop(asked, settings.site)


def _was_kiosk(settings: site_commands.Settings) -> bool:
    """Return whether this account has run the file as a kiosk, if it is no valid one now."""
    from jknassist.system import paths

    folder = paths.own_state_folder()
    if folder is None or not os.access(folder / site_commands.COPY, os.F_OK):
        return False  # as on a laptop, which need not load what reads a copy
    from jknassist.cli import settings_copy

    return settings_copy.was_kiosk(settings, folder)


@garbage_collection.only_on_request()
def _kiosk(asked: argparse.Namespace, settings: site_commands.Settings) -> int:
    from jknassist.cli import settings_copy
    from jknassist.system import paths

    copied = settings_copy.with_copy(settings, paths.own_state_folder())
    return site_commands.run_kiosk(copied, lambda site: _load_by_language(asked, site))


@garbage_collection.only_on_request()
def _laptop(asked: argparse.Namespace, site: Site) -> int:
    # Qt is imported lazily: no other command needs a window.
    from jknassist.gui.volunteer import launch

    return launch.run(partial(_load, asked, site))


def _load(asked: argparse.Namespace, site: Site) -> "LoadedContent | tuple[str, ...]":
    """Return the content for the window, or the diagnostics as lines if it is invalid."""
    try:
        loaded = _load_content(asked.knowledge, _languages(asked, site), own=True)
    except ContentError as error:
        complain(error.faults)
        return error.faults
    with_office = site_commands.with_own_office(loaded, site)
    return site_commands.with_voice(site_commands.with_statistics(with_office, site), site)


def _languages(asked: argparse.Namespace, site: Site) -> tuple[str, ...]:
    """Return the configured language codes, the initial one first."""
    return tuple(dict.fromkeys((asked.lang or site.languages[0], *site.languages)))


def _load_content(
    name: str | None, languages: Sequence[str] = (), *, own: bool = False
) -> "LoadedContent":
    """Return the content for the window; local content overrides the shipped one if valid."""
    shipped = loader.knowledge_of(name)
    found = override.ContentOverride() if name else override.find(shipped, own=own)
    knowledge = found.knowledge or shipped
    origin = name or found.name or None
    read = loader.read_trusted if found.name else loader.read
    (first, *others), missing = loader.in_languages(origin, languages, knowledge, read)
    for error in missing:
        complain(error.faults)
    complain(found.notices)
    notices = (*found.notices, *(error.faults[0] for error in missing))
    shown = _with_resources(first)
    return replace(shown, others=tuple(others), origin=origin or "", notices=notices)


def _with_resources(knowledge: Knowledge) -> "LoadedContent":
    from jknassist.gui.context import LoadedContent

    return LoadedContent(
        knowledge=knowledge,
        plan=loader.plan_on_demand(),
        style=loader.style(),
        picture=loader.picture,
    )


def _load_or_fall_back(name: str | None, languages: Sequence[str]) -> "LoadedContent":
    """Return the content for a kiosk: a named file that is broken costs nobody the help."""
    try:
        return _load_content(name, languages)
    except ContentError as error:
        if not name:
            raise
        complain(error.faults)
        loaded = _load_content(None, languages)
        notice = override.replacement_notice(name, error.diagnostics, loaded.origin)
        return replace(loaded, notices=(notice, *loaded.notices))


def _load_by_language(asked: argparse.Namespace, site: Site) -> dict[str, "LoadedContent"]:
    """Return the content by configured language, the initial one first; raise ContentError."""
    loaded = _load_or_fall_back(asked.knowledge, _languages(asked, site))
    # Everything is loaded up front: a kiosk starts once a day, and visitors must not wait.
    plan = loaded.plan() if callable(loaded.plan) else loaded.plan
    return {
        one.language: replace(loaded, knowledge=one, others=(), plan=plan)
        for one in (loaded.knowledge, *loaded.others)
    }


@garbage_collection.only_on_request()
def _preview(asked: argparse.Namespace) -> int:
    from jknassist.gui.devtools import preview

    def load() -> preview.Draft:
        try:
            return preview.Draft(loaded=_with_resources(loader.draft_of(asked.file)))
        except ContentError as error:
            return preview.Draft(faults=error.faults)

    return preview.run(asked.file, load)


@garbage_collection.only_on_request()
def _self_test(asked: argparse.Namespace) -> int:
    from jknassist.gui import context
    from jknassist.gui.devtools import self_test

    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
        # Without a display Qt would abort; the flow and printing can still be tested offscreen.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    loaded = context.LoadedContent(
        knowledge=loader.knowledge_of(asked.knowledge),
        plan=loader.shipped_plan(),
        style=loader.style(),
        picture=loader.picture,
    )
    languages = (loaded.knowledge.language, *loader.OVERLAYS)
    (_, *others), missing = loader.in_languages(
        asked.knowledge, languages, loaded.knowledge, loader.read
    )
    for error in missing:
        complain(error.faults)
    loaded = replace(loaded, others=tuple(others))
    return self_test.run(loaded, Path(asked.report) if asked.report else None)
