"""What stands beside a date: words in brackets, further dates under a word like "recorded" or "rec'd"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from candour.domain.moments.context import Context
from candour.domain.moments.edtf import bounds_of, edges_of, is_edtf, with_doubt
from candour.domain.moments.fair_copy import ASIDE
from candour.domain.moments.found import Code, Found, Problem, Stretch, ambiguous, no_year
from candour.domain.moments.moment import Precision
from candour.domain.moments.month_names import MONTHS, WEEKDAYS
from candour.domain.moments.times import clock_of

Reader = Callable[[str, Context], list[Found]]
"""The grammar itself, handed in: what stands beside a date is read by the same rules."""

LABELS = ("recorded", "received", "reported", "sent", "dated")
EVENT_LABEL = "dated"

_BRACKETS = re.compile(r"(?P<before>[^()\[\]{}]*)[(\[{](?P<aside>[^()\[\]{}]*)[)\]}](?P<after>.*)")
_LABELLED = re.compile(rf"(?:^|[ ,-])(?P<label>{'|'.join(LABELS)})(?=[ ,-]|$)(?: ?,? ?on\b)?")
_SIC = re.compile(r"sic\b[ ,-]*(?P<rest>.*)")
_DOUBTING = re.compile(
    r"[?~¤]|\b(?:not|nt|no|wrong|error|incorrect|mistake|typo|should|actually|or|instead|disputed|disagree"
    r"|conflicting|different|contradict|guess|guessed|unclear|illegible|estimate|may|might|think|doubt"
    r"|sic|amended|corrected|changed|approx|correct|undated|nothing)\w*"
)
_BLANKS = {"dayblank": "day", "monthblank": "month", "yearblank": "year"}


def beside(words: str, context: Context, read: Reader) -> list[Found]:
    """What words with brackets or labels in them say; nothing where they hold neither."""
    bracketed = _BRACKETS.fullmatch(words)
    if bracketed:
        main = " ".join(f"{bracketed['before'].strip(' ,-')} {bracketed['after'].strip()}".split()).strip(
            " ,"
        )
        aside = bracketed["aside"].strip(" ,-")
        if not main:
            return read(aside, context) if aside else []
        if aside.isdigit() and bracketed["after"].strip()[:1] in {"/", ".", "-"}:
            return [*read(main, context), *read(f"{aside}{bracketed['after'].strip()}", context)]
        return _with_aside(main, aside, context, read)
    return list(_labelled(words, context, read)) or list(_blanked(words, context, read))


def _with_aside(main: str, aside: str, context: Context, read: Reader) -> list[Found]:
    if not aside:
        return read(main, context)
    if sic := _SIC.fullmatch(aside):
        return [_as_written(one, sic["rest"]) for one in read(main, context)]
    if _goes_with_the_date(aside):
        return read(f"{main} {aside}", context)
    if main == "undated" and any(map(str.isdigit, aside)):
        return read(f"undated,{aside}", context)
    if aside.isdigit() and len(aside) <= 2 and not re.match(r"[0-9]", main):
        return [*read(f"{aside} {main}", context), *read(main, context)]
    if aside in WEEKDAYS or aside in {"early", "mid", "late"}:
        return read(f"{aside} {main}", context)
    found = read(main, context)
    inside = read(aside, _around(found, context))
    if re.fullmatch(r"[0-9]{4}|'[0-9]{2}", aside) and _all_yearless(found):
        return read(f"{main} {aside}", context)
    return [_beside_another(one, aside, inside) for one in found]


def _goes_with_the_date(aside: str) -> bool:
    """Doubt, a time, a label, a blank or a count is read as though its brackets were not there."""
    marks_only = not aside.strip("?~ ")
    counted = re.fullmatch(r"x ?[0-9]+|[0-9]+ ?x|several|repeating|[0-9]+ times|onward", aside) is not None
    labelled = _LABELLED.match(aside) is not None
    return marks_only or counted or labelled or aside in {*_BLANKS, "undated"} or clock_of(aside) is not None


def _around(found: list[Found], context: Context) -> Context:
    years = {edge.year for one in found if isinstance(one, Stretch) for edge in bounds_of(one.edtf) if edge}
    return Context(year=years.pop()) if len(years) == 1 else Context(year=context.year)


def _all_yearless(found: list[Found]) -> bool:
    return bool(found) and all(isinstance(one, Problem) and one.code is Code.NO_YEAR for one in found)


def _beside_another(found: Found, aside: str, inside: list[Found]) -> Found:
    """An aside that is another date is a question, as is one that casts doubt; any other is flagged."""
    dates = [*_dates_of(inside)]
    if isinstance(found, Problem):
        return replace(found.flagged({ASIDE}), readings=tuple(dict.fromkeys((*found.readings, *dates))))
    if any(edges_of(one) == edges_of(found.edtf) for one in dates):
        return found.flagged({ASIDE})
    if dates:
        return ambiguous("aside", "Another date stands in brackets.", found.edtf, *dates)
    if _DOUBTING.search(aside) or _unread_date(aside):
        return ambiguous("aside", "What stands in brackets casts doubt on the date.", found.edtf)
    return found.flagged({ASIDE})


def _dates_of(inside: list[Found]) -> Iterator[str]:
    for one in inside:
        offered = (one.edtf,) if isinstance(one, Stretch) else one.readings
        yield from (reading for reading in offered if "XXXX" not in reading and is_edtf(reading))


def _unread_date(aside: str) -> bool:
    words = re.findall(r"[a-z]+", aside)
    numbers = re.search(r"[0-9]{4}|[0-9][/.-][0-9]", aside) is not None
    return numbers or any(word in MONTHS for word in words)


def _as_written(found: Found, rest: str) -> Found:
    """ "[sic]" says that the source has it so and that it looks wrong; a year beside it is offered."""
    if isinstance(found, Problem):
        return found
    readings = [found.edtf]
    year = re.search(r"(?<![0-9])[0-9]{4}(?![0-9])", rest)
    if year:
        readings.append(with_doubt(re.sub(r"[0-9]{4}(?=-|$)", year[0], found.edtf), "?"))
    readings.append(with_doubt(found.edtf, "?"))
    return ambiguous("sic", "The source is marked as being so, and may be wrong.", *dict.fromkeys(readings))


def _labelled(words: str, context: Context, read: Reader) -> Iterator[Found]:
    """ "14/7/99 recorded 2/9/99", "rec'd 20/8/99, dated 13/8/99": the event's date, others beside it."""
    marks = list(_LABELLED.finditer(words))
    if not marks:
        return
    parts = [(EVENT_LABEL, words[: marks[0].start()])] if marks[0].start() else []
    ends = [*(mark.start() for mark in marks[1:]), len(words)]
    parts += [(mark["label"], words[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)]
    parts = [(label, text.strip(" ,-")) for label, text in parts if text.strip(" ,-")]
    events = [text for label, text in parts if label == EVENT_LABEL]
    others = [(label, text) for label, text in parts if label != EVENT_LABEL]
    if len(events) == 1:
        also = [(label, read(text, context)) for label, text in others]
        yield from (_with_others(one, also) for one in read(events[0], context))
    elif not events:
        for label, text in others:
            yield from (_only_other(one, label) for one in read(text, context))
    else:
        each = [read(text, context) for text in events]
        yield from (_one_of_many(one) for found in each for one in found if all(each))


def _with_others(found: Found, also: list[tuple[str, list[Found]]]) -> Found:
    """The event's date with the others beside it; one unread or written twice is flagged."""
    flags: set[str] = set()
    kept = {} if isinstance(found, Problem) else dict(found.also)
    for label, read in also:
        only = read[0] if len(read) == 1 else None
        if isinstance(only, Stretch) and kept.get(label, only.edtf) == only.edtf:
            kept[label] = only.edtf
        else:
            flags.add(f"{label}_unread")
    if isinstance(found, Problem):
        return found.flagged(flags)
    return replace(found.flagged(flags), also=tuple(kept.items()))


def _only_other(found: Found, label: str) -> Found:
    if isinstance(found, Problem):
        return found
    return ambiguous("labelled", f"Only the day it was {label} is written.", found.edtf)


def _one_of_many(found: Found) -> Found:
    if isinstance(found, Problem):
        return found
    return ambiguous("labelled", "More than one date is written.", found.edtf)


def _blanked(words: str, context: Context, read: Reader) -> Iterator[Found]:
    """ "01/07/1999 day not known" is July 1999: the first was filled in."""
    match = re.fullmatch(r"(?P<main>.+?)[ ,-]+(?P<blank>dayblank|monthblank|yearblank|undated)", words)
    match = match or re.fullmatch(r"(?P<blank>dayblank|monthblank|yearblank)[ ,-]+(?P<main>.+)", words)
    if match is None:
        return
    for found in read(match["main"], context):
        yield _with_blank(found, match["blank"])


def _with_blank(found: Found, blank: str) -> Found:
    if isinstance(found, Problem):
        return found
    edtf, rule = found.edtf.rstrip("?~%"), f"{_BLANKS.get(blank, 'date')}_not_known"
    whole = re.fullmatch(r"(?P<month>(?P<year>[0-9]{4})-[0-9]{2})-[0-9]{2}", edtf)
    if blank == "yearblank":
        return no_year(rule, edtf.replace(edtf[:4], "XXXX", 1))
    if blank == "monthblank" and whole:
        return replace(found, edtf=f"{whole['year']}-XX-XX", precision=Precision.YEAR, rule=rule)
    if whole and (blank == "dayblank" or whole[0].endswith("-01")):
        return replace(found, edtf=f"{whole['month']}-XX", precision=Precision.MONTH, rule=rule)
    if blank == "undated" and whole:
        return ambiguous(
            rule, "A day is written and said not to be known.", found.edtf, f"{whole['month']}-XX"
        )
    return found.flagged({ASIDE})
