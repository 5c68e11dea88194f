"""The dates a person may choose for a held row, in words: each as far as it goes, none chosen beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from candour.domain.moments import Context, Fate, Moment, Precision, from_edtf, read
from candour.domain.moments.spoken import spoken, spoken_day
from candour.domain.returns.fields import Field
from candour.stages.chronology.models import Entry, UnplacedRow
from candour.stages.chronology.returns.cell_order import as_they_stood

CODES = {
    "no_date": "no date is written",
    "unreadable_date": "the date cannot be read",
    "ambiguous_date": "more than one date is possible",
    "weekday_disagrees": "weekday disagrees",
    "impossible_date": "no such day",
    "no_year": "no year given",
    "relative_without_anchor": "after what is not said",
    "ends_before_it_starts": "ends before it starts",
    "no_words": "no words under event",
    "no_period": "no involvement, and over which time is not said",
    "no_columns": "no heading row",
    "above_headings": "above the headings",
}
_NO_YEAR = re.compile(r"^XXXX-")
_QUESTION = re.compile(r"\?$")


@dataclass(frozen=True, slots=True)
class Choice:
    """One date a row could have: what is stored, how it is said, and what speaks for it."""

    edtf: str
    words: str
    hint: str = ""


def code_words(code: str) -> str:
    return CODES.get(code, code.replace("_", " "))


def choices_for(row: UnplacedRow, around: Sequence[Entry | None]) -> list[Choice]:
    """Readings in order of time, and "one of these" where they are days: the likeliest is not marked."""
    readings = list(dict.fromkeys(_readings(row, around)))
    found = sorted(
        filter(None, (_choice(row, edtf) for edtf in readings)), key=lambda one: one.edtf.strip("[")
    )
    near = row.readings[0][:4] if row.code == "weekday_disagrees" else ""
    days = sorted(one.edtf for one in found if _is_day(one.edtf) and one.edtf.startswith(near))
    if len(days) > 1:
        either = f"[{','.join(days)}]"
        if either not in readings:
            found.append(Choice(either, f"One of these, not known which: {spoken(from_edtf(either))}"))
    return found


def _readings(row: UnplacedRow, around: Sequence[Entry | None]) -> Iterator[str]:
    """As found; where only the year is missing, with the years of the rows round it."""
    for edtf in row.readings:
        if not edtf.startswith("XXXX"):
            # The mark says that two things disagree; whoever chooses one has settled that.
            yield _QUESTION.sub("", edtf) if row.code == "weekday_disagrees" else edtf
        elif _NO_YEAR.match(edtf):
            yield from (_in_year(row, edtf, year) for year in years_of(around))


def _in_year(row: UnplacedRow, edtf: str, year: int) -> str:
    """The row's own words read as of that year, which may say more than the reading: early November."""
    moment = dated(date_as_written(row, row.in_return.headings), year=year)
    return moment.edtf if moment is not None and moment.edtf else f"{year}{edtf[4:]}"


def years_of(around: Sequence[Entry | None]) -> list[int]:
    whens = [one.told.when for one in around if one is not None]
    edges = [edge for when in whens for edge in (when.earliest, when.latest) if edge is not None]
    return sorted({edge.year for edge in edges})


def _choice(row: UnplacedRow, edtf: str) -> Choice | None:
    try:
        moment = from_edtf(edtf)
    except ValueError:
        return None
    words = _with_weekday(moment) if row.code == "weekday_disagrees" else spoken(moment)
    return Choice(edtf, words[:1].upper() + words[1:], _hint(row, edtf))


def _with_weekday(moment: Moment) -> str:
    if moment.precision is Precision.DAY and moment.earliest is not None and moment.doubt is None:
        return spoken_day(moment.earliest.date(), weekday=True)
    return spoken(moment)


def _hint(row: UnplacedRow, edtf: str) -> str:
    """The domain's order of the readings of a weekday that disagrees: the date kept stands first."""
    if row.code == "weekday_disagrees":
        kept = _QUESTION.sub("", row.readings[0])
        if edtf == kept:
            return "keeps the date"
        return "keeps the weekday" if edtf[:4] == kept[:4] else "keeps both, in another year"
    if row.code == "no_year":
        return "the year of a row beside it"
    if row.code == "no_date":
        return "the date of the row above"
    return ""


def _is_day(edtf: str) -> bool:
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", edtf) is not None


def date_as_written(row: UnplacedRow, headings: Sequence[dict]) -> str:
    """The words of the row's date cell; nothing where its table has no date column."""
    return row.cells.get(_heading_of(row, headings, Field.DATE), "")


def words_of(row: UnplacedRow, headings: Sequence[dict]) -> str:
    """What the row tells: its event, or every cell but the date."""
    date_heading = _heading_of(row, headings, Field.DATE)
    event = row.cells.get(_heading_of(row, headings, Field.EVENT), "")
    cells = as_they_stood(row.cells, headings, row.part)
    return event or "; ".join(value for key, value in cells.items() if key != date_heading)


def _heading_of(row: UnplacedRow, headings: Sequence[dict], field: Field) -> str:
    of_part = [one for one in headings if one["part"] == row.part] or list(headings)
    found = (one["heading"] for each in of_part for one in each["columns"] if one["field"] == str(field))
    return next(found, "")


def dated(words: str, *, year: int | None = None) -> Moment | None:
    """A date typed by a person, or None where it cannot be placed. The cell's own words stay as its text."""
    moment = read(words, Context(year=year) if year else Context())
    return moment if moment.fate is Fate.PLACED else None


def chosen(edtf: str) -> Moment:
    return replace(from_edtf(edtf), rule="chosen by a person")
