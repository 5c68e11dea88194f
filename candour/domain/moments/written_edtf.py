"""Dates already written in EDTF, as one chosen from a held date's readings, are taken at their word."""

from __future__ import annotations

import re

from candour.domain.moments.almanac import plausible
from candour.domain.moments.edtf import bounds_of, is_edtf
from candour.domain.moments.found import Stretch
from candour.domain.moments.moment import Precision

_MEANT_SO = re.compile(
    r"\.\.|[0-9X]{4}-XX|-XX|[0-9]X|[0-9][~%]|^[\[{]|T[0-9]{2}:[0-9]{2}|^[0-9]{4}-2[1-4]$|^/[0-9]{4}|^[0-9-]{7,}[?~%]?/"
)
SEASON_OR_YEARS = re.compile(r"20[0-9]{2}-2[1-4]")
_WITHOUT_SECONDS = re.compile(r"T[0-9]{2}:[0-9]{2}(?!:)")
_EDTF = re.compile(r"[\[{]?[0-9X./][0-9X.,/~?%:T-]*[\]}]?")


def written_edtf(text: str) -> Stretch | None:
    """None for what is no EDTF or may as well be something else: "2004-05", "1999"."""
    text = text.strip().strip("\ufeff\u200b")
    return stretch_of(text) if _MEANT_SO.search(text) and not _years_or_season(text) else None


def _years_or_season(text: str) -> bool:
    """ "2019-21" is spring 2019 in EDTF, and 2019 to 2021 to most people; `year_pair` asks which."""
    return SEASON_OR_YEARS.fullmatch(text) is not None and int(text[2:4]) < int(text[5:])


def stretch_of(text: str) -> Stretch | None:
    """None for what is no EDTF of a time that anybody in a review lived in."""
    if not _EDTF.fullmatch(text) or not is_edtf(text):
        return None
    first, last = bounds_of(text)
    if (first is None and last is None) or not all(plausible(one.year) for one in (first, last) if one):
        return None
    if "T00:00" in text:
        return None
    text = _WITHOUT_SECONDS.sub(r"\g<0>:00", text)
    return Stretch(text, _precision(text), "edtf")


def _precision(edtf: str) -> Precision:
    if edtf[0] in "[{":
        return Precision.SET
    if "/" in edtf:
        return Precision.INTERVAL
    bare = edtf.rstrip("?~%").replace("-XX", "")
    if "T" in bare:
        return Precision.MINUTE
    if len(bare) == 7:
        return Precision.SEASON if int(bare[5:]) > 12 else Precision.MONTH
    if len(bare) == 4:
        return Precision.INTERVAL if "X" in bare else Precision.YEAR
    return Precision.DAY
