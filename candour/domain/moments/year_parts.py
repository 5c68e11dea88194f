"""Rules for what the year is divided into: seasons, quarters, terms, school, financial and tax years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from candour.domain.moments.almanac import plausible
from candour.domain.moments.edtf import SEASON_MONTHS
from candour.domain.moments.found import Found, Stretch, ambiguous
from candour.domain.moments.moment import Precision
from candour.domain.moments.periods import PAIR, always, months, period, second_year
from candour.domain.moments.units import YEAR, Unit, unit_rule, years_of

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
TERMS = {"autumn": (9, 12), "spring": (1, 4), "summer": (4, 7)}
"""First and last month of the three terms of a school year in England and Wales."""

_IN = r"(?:in |on |dated )?"
_YEAR = rf"(?P<year>{YEAR})"


@unit_rule(
    rf"{_IN}(?P<season>spring|summer|autumn)(?:[ ,/-]+{_YEAR})?",
    r"(?P<year>[0-9]{4})[ ,/-]+(?P<season>spring|summer|autumn)",
)
def season(match: re.Match[str]) -> Iterator[Unit]:
    code = SEASONS[match["season"]]
    first, last = SEASON_MONTHS[code]

    def stretch(year: int) -> Stretch:
        starts, ends = f"{year}-{first:02}", f"{year}-{last:02}"
        return Stretch(f"{year}-{code}", Precision.SEASON, "season", starts=starts, ends=ends)

    yield period("season", match["year"], stretch, f"XXXX-{code}")


@unit_rule(rf"{_IN}winter(?:[ ,/-]+{_YEAR})?", r"(?P<year>[0-9]{4})[ ,/-]+winter")
def winter(match: re.Match[str]) -> Iterator[Unit]:
    """A winter lies in two years, and its name says only one of them."""

    def stretch(year: int) -> Found:
        why = f"The winter of {year} may be the one that began in it or the one that ended in it."
        before, after = months(year - 1, 12, 14, "winter"), months(year, 12, 14, "winter")
        return ambiguous("winter", why, f"{year}-24", before.edtf, after.edtf)

    yield period("winter", match["year"], stretch, "XXXX-24")


@unit_rule(rf"{_IN}winter(?: of)? {PAIR}")
def winter_of_two_years(match: re.Match[str]) -> Iterator[Unit]:
    yield from _of_two_years("winter_of_two_years", match, 12, 14, Precision.SEASON)


def _of_two_years(
    rule: str, match: re.Match[str], first: int, last: int, precision: Precision = Precision.INTERVAL
) -> Iterator[Unit]:
    """From a month of the first year of a pair to one of the second, where one year follows the other."""
    years, flags = years_of(match["year"])
    for year in years:
        if plausible(year) and second_year(year, match["next"]) == year + 1:
            stretch = months(year, first, last, rule)
            found = Stretch(stretch.edtf, precision, rule, starts=stretch.starts, ends=stretch.ends)
            yield Unit(rule, always([found]), "XXXX", (year,), flags=flags)


@unit_rule(
    rf"(?:in )?finyear[ ,]*{PAIR}",
    rf"(?:in )?{PAIR}[ ,]*finyear",
    r"(?P<year>[0-9]{4})[/-](?P<next>[0-9]{2}) finyear",
)
def financial_year(match: re.Match[str]) -> Iterator[Unit]:
    yield from _of_two_years("financial_year", match, 4, 15)


@unit_rule(
    rf"(?:in )?schoolyear[ ,]*{PAIR}",
    rf"(?:in )?{PAIR}[ ,]*schoolyear",
    rf"(?:y|year|reception|nursery)(?: year)?(?: [0-9]{{1,2}})?,? \(? ?{PAIR} ?\)?",
)
def school_year(match: re.Match[str]) -> Iterator[Unit]:
    yield from _of_two_years("school_year", match, 9, 19)


@unit_rule(rf"(?:in )?(?P<kind>finyear|schoolyear)[ ,]*{_YEAR}")
def year_of_one_number(match: re.Match[str]) -> Iterator[Unit]:
    """ "FY 2000" is counted by the year it begins in by some, by the one it ends in by others."""
    first, last = (4, 15) if match["kind"] == "finyear" else (9, 19)

    def stretch(year: int) -> Found:
        why = f"It may begin in {year} or end in it."
        ways = (months(one, first, last, "year_of_one_number").edtf for one in (year - 1, year))
        return ambiguous("year_of_one_number", why, *ways)

    yield period("year_of_one_number", match["year"], stretch)


@unit_rule(rf"(?:in )?taxyear[ ,]*{PAIR}")
def tax_year(match: re.Match[str]) -> Iterator[Unit]:
    years, flags = years_of(match["year"])
    for year in years:
        if plausible(year) and second_year(year, match["next"]) == year + 1:
            edtf = f"{year}-04-06/{year + 1}-04-05"
            found = Stretch(edtf, Precision.INTERVAL, "tax_year", starts=edtf[:10], ends=edtf[11:])
            yield Unit("tax_year", always([found]), "XXXX", (year,), flags=flags)


@unit_rule(
    rf"(?:in )?quarter ?(?P<n>[1-4])(?:[ ,/-]+{_YEAR})?",
    rf"(?:in )?(?P<n>[1-4])th quarter(?:[ ,]+{_YEAR})?",
    r"(?P<year>[0-9]{4})[ ,/-]*quarter ?(?P<n>[1-4])",
)
def quarter(match: re.Match[str]) -> Iterator[Unit]:
    first = 3 * int(match["n"]) - 2
    yield period("quarter", match["year"], lambda year: months(year, first, first + 2, "quarter"))


@unit_rule(rf"(?:in )?quarter ?(?P<n>[1-4])[ ,]+{PAIR}")
def quarter_of_two_years(match: re.Match[str]) -> Iterator[Unit]:
    """Of a financial year, most likely; or of the first of two calendar years: held."""
    first = 3 * int(match["n"]) - 2
    years, flags = years_of(match["year"])
    for year in years:
        why = "It may be a quarter of a financial year or of a calendar year."
        ways = (months(year, one, one + 2, "quarter_of_two_years").edtf for one in (first + 3, first))
        found = [ambiguous("quarter_of_two_years", why, *ways)]
        if plausible(year) and second_year(year, match["next"]) == year + 1:
            yield Unit("quarter_of_two_years", always(found), "XXXX", (year,), flags=flags)


@unit_rule(
    rf"{_IN}(?P<term>autumn|spring|summer) term(?:[ ,]+{_YEAR})?",
    rf"{_IN}(?P<term>autumn|spring|summer)[ ,]+{_YEAR} term",
)
def term(match: re.Match[str]) -> Iterator[Unit]:
    first, last = TERMS[match["term"]]
    yield period("term", match["year"], lambda year: months(year, first, last, "term"))


@unit_rule(rf"{_IN}(?P<term>autumn|spring|summer) term[ ,]+{PAIR}")
def term_of_school_year(match: re.Match[str]) -> Iterator[Unit]:
    first, last = TERMS[match["term"]]
    ahead = 0 if match["term"] == "autumn" else 12
    yield from _of_two_years("term_of_school_year", match, first + ahead, last + ahead)
