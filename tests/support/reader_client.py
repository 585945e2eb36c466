"""Client of screen_reader.py: sends it commands and checks the accessibility tree."""

import json
import subprocess
import time
from collections.abc import Callable, Iterator
from typing import Any

PATIENCE = 30
"""Seconds until something must be there, on a slow machine; nothing is timed by it."""

PRESSED = {"push button", "radio button"}
ROLES = PRESSED | {"text", "label"}
"""What the keyboard may come to; a label only where a page begins."""

SILENT = {"filler", "panel", "layered pane"}
"""What only holds other things together."""

Node = dict[str, Any]


class Reader:
    """The miniature screen reader and the program it works."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.heard: list[dict[str, str]] = []

    def _ask(self, **order: str) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        while line and not line.startswith("{"):  # the bus talks on the same line
            line = self._process.stdout.readline()
        assert line, "the screen reader has ended"
        told = json.loads(line)
        assert told["runs"], "the program has ended"
        assert "fault" not in told, f"{order}: {told['fault']}"
        return told["answer"]

    def press(self, name: str, role: str = "push button") -> None:
        """Do what can be done to the one thing of a name; what was heard before is forgotten."""
        self.listen()
        self.heard = []
        assert self._ask(do="act", name=name, role=role)

    def type(self, name: str, text: str) -> None:
        """Put a text into the field of a name."""
        self.listen()
        self.heard = []
        assert self._ask(do="type", name=name, text=text)

    def listen(self) -> list[dict[str, str]]:
        """Return all that was heard since something was last done."""
        self.heard += self._ask(do="heard")
        return self.heard

    def theme(self, how: str = "look") -> list[Node]:
        """Return everything that shows, from the window down."""
        found: list[Node] = self._ask(do=how)
        return found

    def wait_until(self, there: Callable[[list[Node]], bool], how: str = "look") -> list[Node]:
        """Return the tree once something is in it."""
        deadline = time.monotonic() + PATIENCE
        while not there(tree := self.theme(how)):
            assert time.monotonic() < deadline, "\n".join(map(str, tree))
            time.sleep(0.05)
        return tree

    def page(self, heading: str) -> list[Node]:
        """Return the tree, with the place of all, once a page of this heading is up.

        A tree is read node by node; one that was read while pages were turned has both of them.
        """
        return self.wait_until(
            lambda tree: (
                [node["name"] for node in tree if is_heading(node)] == [heading]
                and any("focused" in node["states"] for node in tree)
            ),
            "measure",
        )

    def strays(self) -> list[str]:
        """Return what shows within something hidden."""
        found: list[str] = self._ask(do="search")
        return found

    def hears(self, wanted: Callable[[dict[str, str]], bool]) -> None:
        """Wait until something is heard."""
        deadline = time.monotonic() + PATIENCE
        while not any(map(wanted, self.listen())):
            assert time.monotonic() < deadline, self.heard
            time.sleep(0.05)


def is_heading(node: Node) -> bool:
    return node["role"] == "label" and "focusable" in node["states"]


def faults(tree: list[Node], fits: Callable[[str], bool]) -> Iterator[str]:
    """Yield what a screen reader would stumble over on a page."""
    window = tree[0]["box"]
    for node in tree:
        what = f"{node['role']} {node['name']!r}"
        if node["role"] not in SILENT and not within(node["box"], window):
            yield f"{what} shows at {node['box']}, outside {window}"
        if node["description"] and node["description"] == node["name"]:
            yield f"{what}: described by its own name"
        if "focusable" in node["states"]:
            yield from (f"{what}: {fault}" for fault in unclear(node, fits))


def unclear(node: Node, fits: Callable[[str], bool]) -> Iterator[str]:
    """Yield what does not let somebody know what the keyboard has come to."""
    if not node["name"].strip():
        yield "no name"
    if node["role"] not in ROLES:
        yield "a role that says nothing"
    if not fits(node["name"]):
        yield "no words of the content"


def within(place: list[int], window: list[int]) -> bool:
    left, top, width, height = place
    inside = left >= 0 and top >= 0 and left + width <= window[2] and top + height <= window[3]
    return inside and width > 0 and height > 0


def words(tree: list[Node], role: str) -> list[str]:
    return [node["name"] for node in tree if node["role"] == role]


def one(tree: list[Node], role: str, name: str) -> Node:
    (found,) = (n for n in tree if n["role"] == role and n["name"] == name)
    return found


def named(heard: list[dict[str, str]]) -> list[str]:
    return [each["name"] for each in heard if each["kind"] == "focused"]


def said(heard: dict[str, str]) -> str:
    """Return what was announced, or nothing for what was only named."""
    return heard.get("text", "")
