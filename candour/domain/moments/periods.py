"""Rules for months and years: July 1999, 7/99, 1999, the 1990s, 2004-2005."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from candour.domain.moments.almanac import plausible
from candour.domain.moments.found import Code, Found, Problem, Stretch, a_month, ambiguous
from candour.domain.moments.moment import Precision
from candour.domain.moments.units import GAP, MONTH, YEAR, Unit, month_of, unit_rule, years_of
from candour.domain.moments.written_edtf import SEASON_OR_YEARS

_IN = r"(?:in |on |dated )?"
_YEAR = rf"(?P<year>{YEAR})"
PAIR = r"(?P<year>[0-9]{4}|'?[0-9]{2}) ?(?P<joined>[/-]) ?(?P<next>[0-9]{4}|'?[0-9]{1,2})"


def period(
    rule: str, written: str | None, stretch: Callable[[int], Found], yearless: str = "XXXX", month: int = 0
) -> Unit:
    """A unit that is one stretch in each year."""
    years, two_digits = years_of(written)
    return Unit(rule, lambda year, _: [stretch(year)], yearless, years, month, flags=two_digits)


def months(year: int, first: int, last: int, rule: str) -> Stretch:
    """From a month of a year to a later month; 13 is January of the next year."""
    starts, ends = (f"{year + (one - 1) // 12}-{(one - 1) % 12 + 1:02}" for one in (first, last))
    return Stretch(f"{starts}/{ends}", Precision.INTERVAL, rule, starts=starts, ends=ends)


def whole_year(year: int, rule: str) -> Stretch:
    return Stretch(str(year), Precision.YEAR, rule)


@unit_rule(rf"{_IN}(?P<month>{MONTH}){GAP}(?P<year>[0-9]{{4}}|'[0-9]{{2}}|[0-9]{{2}})")
def month_year(match: re.Match[str]) -> Iterator[Unit]:
    """ "July 30" can be no year of ours, and is a day; "July 09" may be both."""
    if match["year"] in {"30", "31"}:
        return
    month = month_of(match["month"])
    yield period(
        "month_year",
        match["year"],
        lambda year: a_month(year, month, "month_year"),
        f"XXXX-{month:02}",
        month,
    )


@unit_rule(
    rf"{_IN}(?P<b>[0-9]{{1,2}}) ?[/.-] ?(?P<year>[0-9]{{4}})",
    r"(?P<b>[0-9]{1,2})[/-](?P<year>'[0-9]{2}|[0-9]{2})",
    r"(?P<year>[0-9]{4}) ?/ ?(?P<b>[0-9])",
)
def month_number_year(match: re.Match[str]) -> Iterator[Unit]:
    month = int(match["b"])
    if match[0].endswith("/52"):
        why = "It may be a month of 1952, or so many weeks as doctors write them."
        yield period(
            "month_number_year",
            match["year"],
            lambda y: ambiguous("month_number_year", why, f"{y}-{month:02}"),
        )
    elif 1 <= month <= 12:
        yield period(
            "month_number_year",
            match["year"],
            lambda year: a_month(year, month, "month_number_year"),
            f"XXXX-{month:02}",
            month,
        )


@unit_rule(rf"(?P<year>[0-9]{{4}}){GAP}(?P<month>{MONTH})")
def year_month(match: re.Match[str]) -> Iterator[Unit]:
    month = month_of(match["month"])
    yield period(
        "year_month",
        match["year"],
        lambda year: a_month(year, month, "year_month"),
        f"XXXX-{month:02}",
        month,
    )


@unit_rule(rf"{_IN}(?P<month>{MONTH})")
def month_alone(match: re.Match[str]) -> Iterator[Unit]:
    month = month_of(match["month"])
    yield period(
        "month_alone", None, lambda year: a_month(year, month, "month_alone"), f"XXXX-{month:02}", month
    )


@unit_rule(rf"{_IN}(?:year )?(?P<year>[0-9]{{4}}|'[0-9]{{2}})", r"in (?P<year>[5-9][0-9])")
def year_alone(match: re.Match[str]) -> Iterator[Unit]:
    if len(match["year"]) != 4 or 1500 <= int(match["year"]) <= 2500:
        yield period("year_alone", match["year"], lambda year: whole_year(year, "year_alone"))


@unit_rule(r"(?P<year>[0-9]{2})")
def two_digits_alone(match: re.Match[str]) -> Iterator[Unit]:
    """A number too large for a day is perhaps a year."""
    if int(match["year"]) > 31:
        why = "A number alone may be a year or something else."
        yield period(
            "two_digits_alone", match["year"], lambda year: ambiguous("two_digits_alone", why, str(year))
        )


@unit_rule(r"(?P<decade>[0-9]{3})[x?]", r"(?P<decade>[0-9]{3})0 s", r"'?(?P<short>[0-9])0 s")
def decade(match: re.Match[str]) -> Iterator[Unit]:
    parts = match.groupdict()
    century = "20" if (parts.get("short") or "9") in "012" else "19"
    tens = parts.get("decade") or century + parts["short"]
    stretch = Stretch(
        f"{tens}X", Precision.INTERVAL, "decade", starts=f"{tens}0", ends=f"{tens}9", flags=frozenset()
    )
    if 190 <= int(tens) <= 209:
        yield Unit("decade", lambda _, __: [stretch], "XXXX", (int(tens) * 10,))


@unit_rule(PAIR)
def year_pair(match: re.Match[str]) -> Iterator[Unit]:
    """ "2004-2005" is two years; "1999/00" may be two years, a school year or a financial year: held.

    "1999-07" is a month, as ISO 8601 writes it; "2004-05" to "2004-09" may also be years, and are held.
    """
    first, joined, second = match["year"], match["joined"], match["next"]
    years, flags = years_of(first)
    month = int(second) if len(first) == 4 and second.isdigit() and len(second) == 2 else 0
    for year in years:
        last = second_year(year, second)
        found: list[Found] = []
        if not plausible(year) or (len(first) == 2 and (int(first) <= 31 or len(second) == 1)):
            continue
        if 1 <= month <= 12:
            found.append(a_month(year, month, "year_dash_month"))
        found += _as_years(year, last, joined, len(first) == 4 and len(second) == 4) if last else []
        if SEASON_OR_YEARS.fullmatch(match[0]):
            why, edtf = "It may be a stretch of years, or a season as EDTF writes it.", f"{year}-{second}"
            found.append(ambiguous("year_pair", why, edtf, f"{year}/20{second}"))
        if not found and len(first) == 4 and len(second) == 2:
            why = f"{match[0]} is neither a month nor two years."
            found.append(Problem(Code.IMPOSSIBLE_DATE, why, "year_pair", (first,)))
        if found:
            yield Unit("year_pair", always(found), "XXXX", (year,), flags=flags)


def always(found: Iterable[Found]) -> Callable[[int, int], Iterable[Found]]:
    kept = list(found)
    return lambda _, __: kept


def second_year(year: int, written: str) -> int | None:
    """The year after or soon after the first that the second number may mean, by its last digits."""
    digits = written.lstrip("'")
    if len(digits) == 4:
        return int(digits) if int(digits) > year else None
    size = 10 ** len(digits)
    later = year + (int(digits) - year) % size
    return later if year < later <= year + 5 else None


def _as_years(year: int, last: int, joined: str, in_full: bool) -> Iterator[Found]:
    both = Stretch(f"{year}/{last}", Precision.INTERVAL, "year_pair", starts=str(year), ends=str(last))
    follows = last == year + 1
    if in_full and joined == "-":
        yield both
    elif in_full and not follows:
        yield ambiguous("year_pair", "It may be a stretch or two years.", both.edtf, f"{{{year},{last}}}")
    elif follows:
        why = "It may be two calendar years, a school year or a financial year."
        school, money = months(year, 9, 19, "year_pair"), months(year, 4, 15, "year_pair")
        yield ambiguous("year_pair", why, both.edtf, school.edtf, money.edtf)
    elif joined == "-":
        yield ambiguous("year_pair", "It may be a stretch of years.", both.edtf)
