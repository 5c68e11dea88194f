"""Does the figure before a month count something (a paragraph, a child, a row's number), and is no day?

"Note 1. February 2014", "Child 3, May 2012", paragraph 12 that begins "February 2014", a table of counts by
month. Asked only of what has been read as one of the register's days, so it may look at all that is around.
"""

from __future__ import annotations

import re

from candour.domain.leaks.date_words import MONTHS

_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_LABEL = re.compile(
    r"\b(?:child|adult|sibling|brother|sister|mother|father|parent|carer|person|witness|family|worker|officer"
    r"|nurse|doctor|gp|practitioner|manager|teacher|police|board|body|agency|team|school|hospital|street|address"
    r"|place|home|house|flat|number|no|nos|note|footnote|paragraph|para|paras|section|sections|part|page|pages|pp?"
    r"|chapter|appendix|annex|figure|fig|table|chart|box|question|finding|recommendation|action|issue|volume|vol"
    r"|version|edition|step|stage|phase|level|point|item|line|row|entry|reference|ref|regulation|article|rule"
    r"|schedule|aged|age)s?\.? ?"
    r"(?:\d{1,3}(?:, ?| and | or | to | ?[-–&] ?))*$"
)
"""What is numbered, before its number or several of them."""
_OTHER_CELL = re.compile(r"[\n\t]")
_APART = re.compile(r"[^\w\s/\-–—‐‑−∕⁄'’_|]|[\n\t]")
"""What nobody sets between the day and the month of a date that a label numbers."""
_ROW = rf"(?<![a-z])(?:{_NAMES})[ ,.]*(?:(?:19|20)\d\d)?(?:[\s|]+[\d.,%]{{1,7}}(?=[\s|]))*[\s|]+"
_ROWS = re.compile(rf"(?P<day>\d[\s|]+)?(?:{_ROW})+$")
"""A month and its counts, over and over. What begins with a figure is a list of days instead."""
_MARGIN = re.compile(
    rf"(?:^|[\n\t])[ ]*(\d{{1,3}})(?=[.)]?\s+(?:({_NAMES})(?![a-z])[ ,.]*((?:19|20)\d\d)?|([^\d\s]))?)"
)
"""A figure at the beginning of a line or a cell, and the month and year that it may stand before."""
_BEGINS_LINE = re.compile(r"(?:^|[\n\t]) *$")
_YEARS_BEFORE = re.compile(r"(?<!\d)(?:19|20)\d\d[\s|]+$")
_COUNTS_AFTER = re.compile(rf"(?:[\s|]+[\d.,%]{{1,7}}(?=[\s|]|\Z))+ *(?:[\n\t|]|\Z|(?:{_NAMES})\b)", re.I)
_CELL_GAP = re.compile(r" *[\n\t]\s*(?=\d)")
_FIGURE = re.compile(r"\d[\d.,%]*")
_NOUGHT_BEFORE = re.compile(r"(?<![\d.,])0\d")
_HEADED_DAYS = re.compile(r"\bday\W+month\W+year\b|\bdd\W+mm\W+yy|\bd\.?o\.?b\b|\bborn\b|\bbirths?\b")
_FIGURES_ABOVE = re.compile(r"(?<![^\n\t])(?: *\d[\d.,%]{0,8} *[\n\t]\s*){1,3}\Z")
_FIGURES_BELOW = re.compile(r"(?: *[\n\t]\s*\d[\d.,%]{0,8} *(?=[\n\t]|\Z)){1,3}")
_PLAIN_WORDS = frozenset("may march mar set out ago mars mart mag jan mai".split())
_JOINED = re.compile(r"[a-z]")
_BEFORE, _AROUND, _NEIGHBOURS = 400, 6_000, 4


def counts_something(text: str, figure: tuple[int, int], month: tuple[int, int], year: int) -> bool:
    """`figure`, `month`: where they stand, the figure first; `year`: where it begins. `text` has its case."""
    gap = text[figure[1] : month[0]]
    low = text[max(figure[0] - _BEFORE, 0) : figure[0]].lower()
    if _APART.search(gap) and _LABEL.search(low):
        return True
    if text[month[0] : month[1]] in _PLAIN_WORDS and _JOINED.search(text[month[1] : year]):
        return True  # "Child 3 may in 2012", "12 set out in 2014"
    if not text[figure[0]].isdigit():
        return bool(_APART.search(gap)) and "\n" not in gap  # "the first (May 2012)"
    if _OTHER_CELL.search(gap) and (rows := _ROWS.search(low)) and not rows["day"]:
        return True
    return is_in_margin(text, figure)


def heads_counts(text: str, year: tuple[int, int], month: int, end: int) -> bool:
    """ "2012, 2013" at the head of two columns, and below them "March, 14, 9": a figure for each year."""
    if not _OTHER_CELL.search(text[year[1] : month]):
        return False
    years = _YEARS_BEFORE.search(text[max(year[0] - 60, 0) : year[0]])
    return years is not None and _COUNTS_AFTER.match(text, end) is not None


def counts_lines(first: str, gap: str, middle: str, gap_too: str, last: str) -> bool:
    """11, 12, 13, each on a line of its own, are the numbers of paragraphs in a margin."""
    alone = all("\n" in between and not between.strip() for between in (gap, gap_too))
    return alone and int(middle) == int(first) + 1 and int(last) == int(middle) + 1


def is_among_counts(match: re.Match[str]) -> bool:
    """12, 13, 13 in a row or a column of figures, two more beside: counts of a table, and no 12/13/13.

    No count has a nought before it ("04, 03, 09"), and none stands below "Day, Month, Year" or "Born".
    """
    text, begin = match.string, match.start()
    if not _CELL_GAP.match(text, match.start(4)) or _HEADED_DAYS.search(text, max(begin - _BEFORE, 0), begin):
        return False
    above = _FIGURES_ABOVE.search(text, max(begin - 40, 0), begin)
    below = _FIGURES_BELOW.match(text, match.end())
    beside = [one.group() for one in (above, below) if one is not None]
    if any(map(_NOUGHT_BEFORE.search, (match.group(), *beside))):
        return False
    return sum(len(_FIGURE.findall(one)) for one in beside) > 1


def is_in_margin(text: str, figure: tuple[int, int]) -> bool:
    """The margin counts 10, 11, 12, 13, before words or before other months: a list of days does not."""
    if text[figure[0]] == "0" or not _BEGINS_LINE.search(text[max(figure[0] - 20, 0) : figure[0]]):
        return False
    low = text.lower()
    begin, end = max(figure[0] - _AROUND, 0), figure[1] + _AROUND
    own, beside = None, list[re.Match[str]]()
    for one in _MARGIN.finditer(low, begin, end):
        if one.start(1) == figure[0]:
            own = one
        else:
            beside.append(one)
    if own is None:
        return False
    apart = {int(one[1]) - int(own[1]) for one in beside if _stands_apart(one, own)}
    return len(apart) > 1 and not apart.isdisjoint((-1, 1))


def _stands_apart(one: re.Match[str], own: re.Match[str]) -> bool:
    """Counted before or after its neighbour, and not before the same month."""
    away = int(one[1]) - int(own[1])
    if not 0 < abs(away) <= _NEIGHBOURS or (away > 0) != (one.start() > own.start()):
        return False
    return bool(one[4]) if not one[2] else (one[2], one[3]) != (own[2], own[3])
