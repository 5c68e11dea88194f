"""A bundle as the template reads it: words in letters that the typeface has, and where the frames stand."""

from __future__ import annotations

import re
from typing import Any

from candour.files.hearing.contents import Bundle, Grid, NotTaken, Pages, Paper, Passage, Picture, Written
from candour.files.reports.glyphs import shown

FRAME = {"side": 15, "head": 14, "foot": 20, "strip": 17}
"""Millimetres; on a closed bundle the head is higher, for its band."""
_BAND = 8
_LONG = re.compile(r"\S{28,}")
_PIECE = 14
_SHORT = 90
_WIDE_FROM = 5
"""Columns from which a table is set across the page."""
_INVENTED = "Everything in this bundle is invented: no real child, family, agency or person is meant."
_CLOSED = (
    "This bundle is for the reader named on each page. It holds real names and closed words: it is not to be "
    "copied or shown to anybody else, and goes back to whoever gave it."
)


def frame_of(bundle: Bundle) -> dict[str, int]:
    return {**FRAME, "head": FRAME["head"] + (_BAND if bundle.closed else 0)}


def shape_of(bundle: Bundle) -> tuple[dict[str, Any], dict[str, bytes]]:
    """(what the template reads, the pictures it reads by name)."""
    nth, tabs, pictures = 0, [], dict[str, bytes]()
    for letter, tab in enumerate(bundle.tabs, 1):
        title, papers, is_first = f"Tab {letter}. {shown(tab.title)}", [], True
        for paper in tab.papers:
            nth += 1
            is_in = not isinstance(paper.body, NotTaken)
            papers.append(_paper(paper, nth, title if is_in and is_first else "", pictures))
            is_first = is_first and not is_in
        tabs.append({"title": title, "papers": papers})
    return {**_about(bundle), "frame": frame_of(bundle), "tabs": tabs}, pictures


def _about(bundle: Bundle) -> dict[str, Any]:
    kind = "Closed bundle" if bundle.closed else "Open bundle"
    facts = [
        ("Hearing", bundle.heard),
        ("Review", bundle.number),
        ("For", bundle.called),
        ("Kind", f"{kind.partition(' ')[0]}{': not for the public' if bundle.closed else ''}"),
        ("Copy", bundle.mark if bundle.closed else ""),
        ("Papers", _counted(bundle)),
    ]
    return {
        "heading": "Bundle for a hearing",
        "kind": kind,
        "number": shown(bundle.number),
        "title": shown(bundle.title),
        "facts": [(name, shown(words)) for name, words in facts if words],
        "foot": shown(f"{kind} · {bundle.number}"),
        "closed": bundle.closed,
        "closed-says": _CLOSED,
        "mark": shown(bundle.mark),
        "invented": _INVENTED if bundle.invented else "",
    }


def _counted(bundle: Bundle) -> str:
    out = sum(isinstance(paper.body, NotTaken) for paper in bundle.papers)
    there = len(bundle.papers) - out
    said = f"{there} in the bundle"
    return f"{said}, {out} named in the index and not in it" if out else said


def _paper(paper: Paper, nth: int, tab: str, pictures: dict[str, bytes]) -> dict[str, Any]:
    body, title = paper.body, _breakable(paper.title)
    told: dict[str, Any] = {
        "nth": nth,
        "tab": tab,
        "title": title,
        "short": title if len(title) <= _SHORT else f"{title[:_SHORT].rstrip()} …",
        "says": _breakable(paper.says),
        "why": _why_not(body) if isinstance(body, NotTaken) else "",
        "left_out": [shown(one) for one in body.left_out] if isinstance(body, Pages) else [],
        "faults": _faults(body) if isinstance(body, Pages) else [],
        "kind": "none",
    }
    if isinstance(body, Written):
        return told | _written(body)
    if isinstance(body, Picture):
        name = f"picture-{nth}.{body.kind}"
        pictures[name] = body.content
        return told | {"kind": "picture", "file": name}
    if isinstance(body, Pages):
        sheets = [{"wide": one.is_wide and not one.fault, "fault": shown(one.fault)} for one in body.sheets]
        return told | {"kind": "sheets", "sheets": sheets}
    return told


def _why_not(body: NotTaken) -> str:
    return f"Not in the bundle: {shown(body.why)}.{' See the original.' if body.see_original else ''}"


def _faults(body: Pages) -> list[str]:
    lost = [str(n) for n, one in enumerate(body.sheets, 1) if one.fault]
    if not lost:
        return []
    some = f"{', '.join(lost[:-1])} and {lost[-1]}" if len(lost) > 1 else lost[0]
    return [f"Its page{'s' * (len(lost) > 1)} {some} could not be taken in. See the original."]


def _written(body: Written) -> dict[str, Any]:
    blocks = [_passage(one) if isinstance(one, Passage) else _grid(one) for one in body.blocks]
    widest = max((len(one.columns) for one in body.blocks if isinstance(one, Grid)), default=0)
    wide = widest >= _WIDE_FROM
    return {"kind": "written", "lead": _breakable(body.lead), "wide": wide, "blocks": blocks}


def _passage(one: Passage) -> dict[str, Any]:
    return {"kind": "passage", "number": shown(one.number), "words": _breakable(one.words)}


def _grid(one: Grid) -> dict[str, Any]:
    return {
        "kind": "grid",
        "called": shown(one.called),
        "columns": [_breakable(cell) for cell in one.columns],
        "shares": _shares(one),
        "rows": [[_breakable(cell) for cell in row] for row in one.rows],
    }


def _shares(one: Grid) -> list[int]:
    """How much of the width each column gets: long cells more, and none too little."""
    if len(one.columns) == 2:
        return [1, 3]
    longest = [max(map(len, cell.split()), default=0) for cell in one.columns]
    means = [sum(len(row[n]) for row in one.rows) // max(1, len(one.rows)) for n in range(len(one.columns))]
    return [max(10, 2 * word, min(100, mean)) for word, mean in zip(longest, means, strict=True)]


def _breakable(words: str) -> str:
    """A very long word may break, as no cell is wide enough for it."""
    return _LONG.sub(lambda found: _broken(found.group()), shown(words))


def _broken(word: str) -> str:
    return "\u200b".join(word[at : at + _PIECE] for at in range(0, len(word), _PIECE))
