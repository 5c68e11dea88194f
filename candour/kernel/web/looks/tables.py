"""Plain tables made fit for phones and screen readers: every cell carries the heading it stands under."""

from __future__ import annotations

import re
from html import unescape

from django.utils.html import escape, strip_tags

STAYS = 3
"""Tables of so many columns or fewer stay tables on a phone; in others each row turns into a list."""

_TAG = re.compile(r"<(/?)(thead|tbody|tfoot|tr|th|td)\b([^>]*)>")
_HEADING = re.compile(r"<th\b([^>]*)>(.*?)</th>", re.DOTALL)
_HEAD = re.compile(r"<thead\b.*?</thead>", re.DOTALL)
_SPAN = re.compile(r'\bcolspan="(\d+)"')


def headings_of(markup: str) -> list[str]:
    """The words of the headings, one a column: a heading over two columns counts for both."""
    head = _HEAD.search(markup)
    columns: list[str] = []
    for attributes, words in _HEADING.findall(head.group() if head else ""):
        columns += [" ".join(unescape(strip_tags(words)).split())] * _width(attributes)
    return columns


def labelled(markup: str) -> str:
    """`markup` (thead, tbody, tfoot) with scope and role given, and `data-label` on every cell of the body.

    Roles are said again because turning rows into lists takes them away in some browsers.
    """
    columns = headings_of(markup)
    in_head, column = False, 0

    def dressed(match: re.Match[str]) -> str:
        nonlocal in_head, column
        closing, name, attributes = match.groups()
        if name in ("thead", "tbody", "tfoot"):
            in_head = name == "thead" and not closing
            return match.group() if closing else f'<{name}{attributes} role="rowgroup">'
        if closing:
            return match.group()
        if name == "tr":
            column = 0
            return f'<tr{attributes} role="row">'
        place, column = column, column + _width(attributes)
        if in_head:
            return f"<{name}{_with(attributes, scope='col', role='columnheader')}>"
        label = columns[place] if place < len(columns) and _width(attributes) == 1 else ""
        role = {"role": "rowheader", "scope": "row"} if name == "th" else {"role": "cell"}
        return f"<{name}{_with(attributes, **role, data_label=label)}>"

    return _TAG.sub(dressed, markup)


def _with(attributes: str, **more: str) -> str:
    for name, value in more.items():
        name = name.replace("_", "-")
        if value and not re.search(rf"\b{name}=", attributes):
            attributes += f' {name}="{escape(value)}"'
    return attributes


def _width(attributes: str) -> int:
    span = _SPAN.search(attributes)
    return int(span[1]) if span else 1
