"""Turns the guides for offices into pages that a plain Windows opens: HTML, one file each.

Only the marks that our guides use: headings, paragraphs, lists, tables, fenced code, pictures,
links, bold, italic and code. A page carries its pictures and asks for nothing from outside.
"""

from __future__ import annotations

import base64
import html
import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

KINDS = {".png": "image/png", ".svg": "image/svg+xml"}
STYLE = """
body { font: 17px/1.5 "Segoe UI", sans-serif; max-width: 46rem; margin: 2rem auto; }
body { padding: 0 1rem; }
code, pre { font: 15px/1.4 Consolas, monospace; background: #f2f3f8; }
pre { padding: .7rem; overflow-x: auto; }
table { border-collapse: collapse; } td, th { border: 1px solid #889; padding: .3rem .6rem; }
td, th { text-align: left; vertical-align: top; } img { max-width: 100%; }
h1, h2, h3 { color: #27348b; line-height: 1.25; }
@media print { body { font-size: 11pt; margin: 0; } a { color: inherit; } }
"""
PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title}</title><style>{style}</style></head>
<body>
{body}
</body>
</html>
"""
FENCE = "```"
ITEM = re.compile(r"(\s*)(?:[-*]|(\d+)\.) +(.*)")
HEADING = re.compile(r"(#{1,4}) +(.*)")
RULE = re.compile(r"^\|[\s:|-]+\|$")
INLINE = re.compile(
    r"`(?P<code>[^`]+)`|!\[(?P<alt>[^\]]*)\]\((?P<image>[^)]+)\)"
    r"|\[(?P<text>[^\]]+)\]\((?P<link>[^)]+)\)|\*\*(?P<bold>.+?)\*\*|\*(?P<italic>[^*]+)\*"
)


def page(source: Path, shipped: Iterable[str], *, language: str = "id") -> str:
    """Return a guide as a page; links lead on to the guides that are shipped with it."""
    text = source.read_text(encoding="utf-8")
    title = next((m[2] for line in text.splitlines() if (m := HEADING.match(line))), source.stem)
    body = "\n".join(Guide(source.parent, frozenset(shipped)).blocks(text.splitlines()))
    return PAGE.format(language=language, title=html.escape(title), style=STYLE, body=body)


class Guide:
    """A guide on the way to HTML: where its pictures lie, and which guides are there to link to."""

    def __init__(self, folder: Path, shipped: frozenset[str]) -> None:
        self._folder = folder
        self._shipped = shipped

    def blocks(self, lines: list[str]) -> Iterator[str]:
        """Yield the HTML of the blocks of some lines."""
        for fenced, block in _blocks(lines):
            yield f"<pre>{html.escape(chr(10).join(block))}</pre>" if fenced else self._block(block)

    def _block(self, lines: list[str]) -> str:
        if heading := HEADING.match(lines[0]):
            level, text = len(heading[1]), heading[2]
            return f'<h{level} id="{anchor(text)}">{self._inline(text)}</h{level}>'
        if lines[0].startswith("|"):
            return self._table(lines)
        if ITEM.match(lines[0]):
            return self._list(lines)
        return f"<p>{self._inline(' '.join(line.strip() for line in lines))}</p>"

    def _table(self, lines: list[str]) -> str:
        rows: list[str] = []
        for line in lines:
            if not RULE.match(line):
                kind = "td" if rows else "th"
                cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
                row = "".join(f"<{kind}>{self._inline(c.strip())}</{kind}>" for c in cells)
                rows.append(f"<tr>{row}</tr>")
        return "<table>" + "\n".join(rows) + "</table>"

    def _list(self, lines: list[str]) -> str:
        """Return a list; what is indented belongs to the item above it, also a list in a list."""
        items: list[list[str]] = []
        first = ITEM.match(lines[0])
        depth = len(first[1]) if first else 0
        for line in lines:
            found = ITEM.match(line)
            if found and len(found[1]) <= depth:
                items.append([found[3]])
            else:
                items[-1].append(line)
        kind = "ol" if first and first[2] else "ul"
        return f"<{kind}>" + "\n".join(f"<li>{self._item(i)}</li>" for i in items) + f"</{kind}>"

    def _item(self, lines: list[str]) -> str:
        within = next((n for n, line in enumerate(lines[1:], 1) if ITEM.match(line)), len(lines))
        text = self._inline(" ".join(line.strip() for line in lines[:within]))
        return text + (self._list(lines[within:]) if lines[within:] else "")

    def _inline(self, text: str) -> str:
        parts, end = [], 0
        for found in INLINE.finditer(text):
            parts.append(html.escape(text[end : found.start()]))
            parts.append(self._mark(found))
            end = found.end()
        return "".join([*parts, html.escape(text[end:])])

    def _mark(self, found: re.Match[str]) -> str:
        if found["code"]:
            name = found["code"]
            shown = name.removesuffix(".md") + ".html" if name in self._shipped else name
            return f"<code>{html.escape(shown)}</code>"
        if found["image"]:
            return self._picture(found["image"], found["alt"])
        if found["link"]:
            return self._link(found["link"], self._inline(found["text"]))
        tag = "strong" if found["bold"] else "em"
        return f"<{tag}>{self._inline(found['bold'] or found['italic'])}</{tag}>"

    def _picture(self, name: str, description: str) -> str:
        file = self._folder / name
        data = base64.b64encode(file.read_bytes()).decode()
        source = f"data:{KINDS[file.suffix]};base64,{data}"
        return f'<img src="{source}" alt="{html.escape(description)}">'

    def _link(self, target: str, text: str) -> str:
        name, _, place = target.partition("#")
        if not name or name.startswith("http"):
            return f'<a href="{html.escape(target)}">{text}</a>'
        if name not in self._shipped:
            return text
        address = name.removesuffix(".md") + ".html" + (f"#{place}" if place else "")
        return f'<a href="{html.escape(address)}">{text}</a>'


def anchor(heading: str) -> str:
    """Return the name by which links in our guides call a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _blocks(lines: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """Yield blocks of lines and whether they are code between fences."""
    for fenced, group in groupby(_told_apart(lines), key=lambda pair: pair[0]):
        block = [line for _, line in group]
        if fenced is None:
            continue
        if fenced:
            yield True, block
        else:
            for filled, part in groupby(block, key=lambda line: bool(line.strip())):
                if filled:
                    yield from ((False, piece) for piece in _pieces(list(part)))


def _told_apart(lines: list[str]) -> Iterator[tuple[bool | None, str]]:
    """Yield each line with whether it is code; None for a fence."""
    inside = False
    for line in lines:
        if line.lstrip().startswith(FENCE):
            inside = not inside
            yield None, line
        else:
            yield inside, line


def _pieces(lines: list[str]) -> Iterator[list[str]]:
    """Divide lines without an empty one between them where another kind begins."""
    piece: list[str] = []
    for line in lines:
        alone = bool(HEADING.match(line))
        begins = ITEM.match(line) and piece and not ITEM.match(piece[0])
        if piece and (alone or begins):
            yield piece
            piece = []
        piece.append(line)
        if alone:
            yield piece
            piece = []
    if piece:
        yield piece
