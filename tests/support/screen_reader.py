"""A minimal AT-SPI client: operates a program through its accessibility tree alone.

Runs under the Python of the system, which knows pyatspi, in a D-Bus session of its own. Tests write
one order a line on standard input, as JSON, and get one line back; no key and no mouse is moved.
Arguments: the command that starts the program; without one, others start it in the same session.

Orders: `theme` gives all that shows, from the window down, `measure` with the place of each in its
window, `see` with the place on the screen, and `search` what shows within something hidden; `act`
does the one thing that something called `name` with a `role` can do; `type` puts `text` into the
field called `name`; `heard` gives what was named or announced since it was last asked.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # type: ignore[import-not-found]  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

STATES = ("enabled", "focusable", "focused", "checked", "editable")
DOES = ("Press", "Toggle")
"""What can be done to a button and to a radio button."""

ROLES = {20: "filler", 29: "label", 30: "layered pane", 39: "panel"}
ROLES |= {43: "push button", 44: "radio button", 61: "text"}
"""What the tests call a role, by its number in the protocol. Its name is the library's own, and
changes: a "push button" is called "button" since at-spi2-core 2.53."""

PROGRAM = "jknassist"

# pyatspi is bound to a bus when it is imported, and the bus must be there by then.
atspi: Any = None


def accessibility_bus() -> str:
    """Return the address of the bus that screen readers are on; asking for it starts it."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    asked = ("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None)
    kind = GLib.VariantType("(s)")
    answer = session.call_sync(*asked, kind, Gio.DBusCallFlags.NONE, -1, None)
    address: str = answer.unpack()[0]
    return address


class Listener:
    """Keeps what a screen reader would say: what gets the keyboard, and what is announced."""

    def __init__(self) -> None:
        self.heard: list[dict[str, str]] = []
        for kind in ("object:state-changed:focused", "object:announcement"):
            atspi.Registry.registerEventListener(self.hear, kind)

    def hear(self, event: Any) -> None:
        """Take an event of the program, unless what it is about is gone again."""
        try:
            self._keep(event)
        except (LookupError, RuntimeError, GLib.Error):
            return

    def _keep(self, event: Any) -> None:
        source = event.source
        if "announcement" in event.type:
            self.heard.append({"kind": "announced", "text": event.any_data, "name": source.name})
        elif event.detail1:
            told = {"role": role_of(source), "description": source.description}
            self.heard.append({"kind": "focused", "name": source.name, **told})


def application() -> Any:
    """Return the program, or None before it is there."""
    desktop = atspi.Registry.getDesktop(0)
    found = [one for one in desktop if one is not None and one.name == PROGRAM]
    if found:
        # What can change is asked for anew each time: nothing of it is taken from memory.
        found[0].set_cache_mask(Atspi.Cache.ROLE | Atspi.Cache.INTERFACES)
    return found[0] if found else None


def seen(top: Any) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Yield everything below and including a node that shows, each with what it tells of itself."""
    states = top.getState()
    if states.contains(atspi.STATE_SHOWING):
        yield top, describe(top, states)
        for child in top:
            if child is not None:
                yield from seen(child)


def strays(top: Any, *, within: bool = False) -> Iterator[Any]:
    """Yield what shows within something that is hidden."""
    shows = top.getState().contains(atspi.STATE_SHOWING)
    if shows and within:
        yield top
    for child in top:
        if child is not None:
            yield from strays(child, within=within or not shows)


def role_of(node: Any) -> str:
    """Return what a node is, by the same name whatever the version of the library."""
    return ROLES.get(int(node.getRole())) or str(node.getRoleName())


def describe(node: Any, states: Any) -> dict[str, Any]:
    """Return what a node tells of itself."""
    has = [each for each in STATES if states.contains(getattr(atspi, f"STATE_{each.upper()}"))]
    role = role_of(node)
    text = node.queryText().getText(0, -1) if role == "text" or "editable" in has else ""
    told = {"role": role, "name": node.name, "states": has, "text": text}
    return {**told, "description": node.description}


def box(node: Any, within: int) -> list[int]:
    """Return left, top, width and height of a node within its window or the screen."""
    try:
        place = node.queryComponent().getExtents(within)
    except NotImplementedError:  # a cell of a table that is not laid out yet
        return [0, 0, 0, 0]
    return [place.x, place.y, place.width, place.height]


def placed(top: Any, within: int) -> list[dict[str, Any]]:
    """Return everything below a window that shows, with its place; the window comes first."""
    return [{**told, "box": box(node, within)} for node, told in seen(top)]


def the_one(name: str, role: str) -> Any:
    """Return the one thing of a name and role that shows; ValueError where there is not one."""
    found = [
        node for node, told in seen(application()) if told["name"] == name and told["role"] == role
    ]
    if len(found) != 1:
        raise ValueError(f"{len(found)} times {role} {name!r}")
    return found[0]


def act(name: str, role: str) -> bool:
    """Do what can be done to something."""
    actions = the_one(name, role).queryAction()
    offered = [actions.getName(place) for place in range(actions.nActions)]
    doing = next(place for place, what in enumerate(offered) if what in DOES)
    done: bool = actions.doAction(doing)
    return done


def answer(order: dict[str, str], listener: Listener) -> object:
    """Carry out one order."""
    top = application()
    match order["do"]:
        case "look":
            found: object = [told for _, told in seen(top)] if top else []
        case "measure":
            found = placed(top[0], atspi.WINDOW_COORDS)
        case "see":
            found = on_the_screen(top)
        case "search":
            found = [f"{role_of(node)} {node.name!r}" for node in strays(top)]
        case "act":
            found = act(order["name"], order["role"])
        case "type":
            field = the_one(order["name"], "text").queryEditableText()
            found = field.setTextContents(order["text"])
        case _:
            found, listener.heard = listener.heard, []
    return found


def on_the_screen(top: Any) -> list[dict[str, Any]]:
    """Return everything that shows in any window, with its place on the screen.

    Nothing where something went away meanwhile: whoever asks looks again.
    """
    try:
        windows = [one for one in top or () if one is not None]
        return [told for one in windows for told in placed(one, atspi.DESKTOP_COORDS)]
    except (LookupError, RuntimeError, GLib.Error):
        return []


def main(command: list[str]) -> None:
    """Start the program and carry out orders until there are no more."""
    global atspi  # noqa: PLW0603  it can only be imported once the bus is there
    os.environ["AT_SPI_BUS_ADDRESS"] = accessibility_bus()
    atspi = importlib.import_module("pyatspi")
    listener = Listener()
    program = subprocess.Popen(command, stdout=sys.stderr) if command else None
    loop = GLib.MainLoop()

    def obey(*_: object) -> bool:
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        try:
            told = {"answer": answer(json.loads(line), listener)}
        except Exception as fault:  # noqa: BLE001  the test is to hear of it, whatever it is
            told = {"fault": f"{type(fault).__name__}: {fault}"}
        sys.stdout.write(
            json.dumps({**told, "runs": program is None or program.poll() is None}) + "\n"
        )
        sys.stdout.flush()
        return True

    GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, obey)
    loop.run()
    if program is not None:
        program.terminate()
        program.wait()


if __name__ == "__main__":
    main(sys.argv[1:])
