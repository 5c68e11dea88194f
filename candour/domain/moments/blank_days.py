"""Rules for dates with a part left blank: --/07/1999, xx/xx/1999, ?? July 1999, 14/??/99."""

from __future__ import annotations

import re
from collections.abc import Iterator

from candour.domain.moments.almanac import days_in
from candour.domain.moments.edtf import is_edtf
from candour.domain.moments.found import Code, Found, Problem, Stretch, ambiguous
from candour.domain.moments.moment import Precision
from candour.domain.moments.units import GAP, MONTH, YEAR, Unit, month_of, unit_rule, years_of

_YEAR = rf"(?P<year>{YEAR})"
_BLANK = r"(?:xx?|dd|mm|\?\??|--?|__?_?|\* ?\*?|00?|nothing|undated|n/k|\.\.+|…)"
_BLANK_NAME = r"(?:xx|dd|\?\?|--|___?|00?|nothing)"
_NOUGHT = re.compile(r"00?[/. -]")
SYSTEM_YEAR = 1900


@unit_rule(rf"(?P<tens>[1-3])\?[/.-](?P<b>[0-9]{{1,2}})[/.-]{_YEAR}")
def day_half_read(match: re.Match[str]) -> Iterator[Unit]:
    """ "1?/07/1999" may be a doubtful first or any day from the tenth: held."""
    years, two_digits = years_of(match["year"])
    tens, month = int(match["tens"]), int(match["b"])
    if not 1 <= month <= 12:
        return

    def fix(year: int, month: int) -> list[Found]:
        edtf = f"{year}-{month:02}"
        days = [f"{edtf}-0{tens}?", f"{edtf}-{tens}0/{edtf}-{min(10 * tens + 9, days_in(year, month))}"]
        why = "The second figure of the day is missing or in doubt."
        return [ambiguous("day_half_read", why, *filter(is_edtf, days))]

    yield Unit("day_half_read", fix, f"XXXX-{month:02}", years, month, flags=two_digits)


@unit_rule(
    rf"(?:{_BLANK_NAME}|x|_)[ ./]*(?P<month>{MONTH}){GAP}{_YEAR}",
    rf"{_BLANK_NAME}-(?P<month>{MONTH}){GAP}{_YEAR}",
    rf"{_BLANK}[/.-](?P<b>[0-9]{{1,2}})[/. -]{_YEAR}",
)
def day_blank(match: re.Match[str]) -> Iterator[Unit]:
    years, two_digits = years_of(match["year"])
    parts = match.groupdict()
    month = int(parts["b"]) if parts.get("b") else month_of(parts["month"])
    if not 1 <= month <= 12:
        return

    nought = _NOUGHT.match(match[0]) is not None and month == 1 and match["year"] in {"1900", "00"}

    def fix(year: int, month: int) -> list[Found]:
        edtf = f"{year}-{month:02}"
        if nought:
            why = "0 January 1900 is what a spreadsheet shows for an empty cell."
            readings = ("XXXX", edtf) if year != SYSTEM_YEAR else ("XXXX",)
            return [Problem(Code.NO_DATE, why, "day_blank", readings)]
        return [Stretch(f"{edtf}-XX", Precision.MONTH, "day_blank", starts=edtf, ends=edtf)]

    yield Unit("day_blank", fix, f"XXXX-{month:02}", years, month, flags=two_digits)


@unit_rule(rf"{_BLANK}[/. -]{_BLANK}[/. -]{_YEAR}")
def day_and_month_blank(match: re.Match[str]) -> Iterator[Unit]:
    years, two_digits = years_of(match["year"])

    def fix(year: int, _: int) -> list[Found]:
        return [
            Stretch(f"{year}-XX-XX", Precision.YEAR, "day_and_month_blank", starts=str(year), ends=str(year))
        ]

    yield Unit("day_and_month_blank", fix, "XXXX", years, flags=two_digits)


@unit_rule(rf"(?P<day>[0-9]{{1,2}})[/. -]{_BLANK}[/. -]{_YEAR}")
def month_blank(match: re.Match[str]) -> Iterator[Unit]:
    years, two_digits = years_of(match["year"])
    day = int(match["day"])
    if not 1 <= day <= 31:
        return

    def fix(year: int, _: int) -> list[Found]:
        return [ambiguous("month_blank", "The month is blank.", f"{year}-XX-{day:02}", str(year))]

    yield Unit("month_blank", fix, "XXXX", years, flags=two_digits)
