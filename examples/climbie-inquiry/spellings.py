"""How an agency spells a day, a month, and a quotation mark."""

from __future__ import annotations

import re
from datetime import date, datetime

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def spelt_day(day: date, like: str) -> str:
    """A day in the manner of `like`, which is how the agency writes 18 June 1999."""
    month = MONTHS[day.month - 1]
    return {
        "18.6.99": f"{day.day}.{day.month}.{day:%y}",
        "18/6/99": f"{day.day}/{day.month}/{day:%y}",
        "18/06/99": f"{day:%d/%m/%y}",
        "18/06/1999": f"{day:%d/%m/%Y}",
        "18 June 99": f"{day.day} {month} {day:%y}",
        "18 June 1999": f"{day.day} {month} {day:%Y}",
        "18 Jun 99": f"{day.day} {month[:3]} {day:%y}",
        "18 Jun 1999": f"{day.day} {month[:3]} {day:%Y}",
        "Jun-99": f"{month[:3]}-{day:%y}",
    }[like]


def day_in_words(edtf: str, like: str) -> str:
    """An EDTF day or month of the source, as the agency would have written it; "" stays ""."""
    if not edtf:
        return ""
    if edtf.endswith("~"):
        return f"about {day_in_words(edtf[:-1], like)}"
    if len(edtf) == len("1999-04"):
        return month_in_words(edtf) if like != "Jun-99" else spelt_day(date.fromisoformat(f"{edtf}-01"), like)
    return spelt_day(date.fromisoformat(edtf), like)


def month_in_words(edtf: str) -> str:
    """The one month that all of an EDTF date or interval lies in, as a heading: "July 1999".

    Raises ValueError where it lies in several: such a row cannot stand under a month heading.
    """
    months = {end[:7] for end in edtf.split("/")}
    if len(months) != 1:
        raise ValueError(f"{edtf} is not within one month")
    year, month = months.pop().split("-")
    return f"{MONTHS[int(month) - 1]} {year}"


def true_date(words: str) -> date | None:
    """The day, where the words are no more than a plain dd/mm/yyyy; a spreadsheet makes that a date."""
    if not re.fullmatch(r"\d\d/\d\d/\d{4}", words):
        return None
    return datetime.strptime(words, "%d/%m/%Y").date()


def curled(words: str) -> str:
    """Straight single quotes as a word processor curls them."""
    return re.sub(r"(^|[\s(])'", "\\1‘", words).replace("'", "’")
