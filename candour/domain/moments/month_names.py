"""Names of months and weekdays: English as people shorten and misspell them, and other languages' months."""

from __future__ import annotations

from functools import lru_cache

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_LONG_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_SHORT_MONTHS = {
    **{"janu": 1, "febr": 2, "mrch": 3, "aprl": 4, "jne": 6, "jly": 7, "augt": 8, "agst": 8},
    **{"sept": 9, "spt": 9, "septem": 9, "octo": 10, "octr": 10, "novr": 11, "novem": 11, "decr": 12},
    **{"decem": 12},
}
_LONG_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_WEEKDAYS = {
    **{"mond": 0, "tues": 1, "weds": 2, "wednes": 2, "wedn": 2, "thur": 3, "thurs": 3},
    **{"frid": 4, "satur": 5},
}

# Twelve names a line, January first; other spellings and cases of one month stand beside it after "|".
_FOREIGN = """
Welsh: ionawr chwefror|chwefrol mawrth|fawrth ebrill mai|fai mehefin|fehefin gorffennaf|orffennaf awst
 medi|fedi hydref tachwedd|dachwedd rhagfyr|ragfyr
Irish: eanair feabhra marta aibrean bealtaine|bhealtaine meitheamh|mheitheamh iuil lunasa - - samhain nollaig
French: janvier|janv fevrier|fevr|fev mars avril|avr mai juin juillet|juil aout septembre octobre novembre
 decembre
German: januar|janner|jaenner februar marz|maerz april mai juni juli august september oktober|okt november
 dezember|dez
Dutch: januari februari maart|mrt april mei juni juli augustus september oktober november december
Spanish: enero febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre noviembre
 diciembre|dic
Italian: gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
Portuguese: janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
Romanian: ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
Polish: styczen|stycznia luty|lutego marzec|marca kwiecien|kwietnia maj|maja czerwiec|czerwca lipiec|lipca
 sierpien|sierpnia wrzesien|wrzesnia pazdziernik|pazdziernika listopad|listopada grudzien|grudnia
Lithuanian: sausis|sausio vasaris|vasario kovas|kovo balandis|balandzio geguze|geguzes birzelis|birzelio
 liepa|liepos rugpjutis|rugpjucio rugsejis|rugsejo spalis|spalio lapkritis|lapkricio gruodis|gruodzio
Turkish: ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik
"""
"""Polish listopad is November, as in Czech; Croatian uses the same word for October and is not read here."""


def _foreign_months() -> dict[str, int]:
    found: dict[str, int] = {}
    for language in " ".join(_FOREIGN.split("\n")).split(": ")[1:]:
        for month, spellings in enumerate(language.split()[:12], start=1):
            found |= dict.fromkeys(spellings.split("|"), month)
    found.pop("-")
    return found


ENGLISH_MONTHS: dict[str, int] = (
    {name: n for n, name in enumerate(MONTHS, start=1)}
    | {name: n for n, name in enumerate(_LONG_MONTHS, start=1)}
    | _SHORT_MONTHS
)
FOREIGN_MONTHS: dict[str, int] = {
    name: n for name, n in _foreign_months().items() if name not in ENGLISH_MONTHS
}
WEEKDAY_NAMES: dict[str, int] = (
    {name: n for n, name in enumerate(WEEKDAYS)}
    | {name: n for n, name in enumerate(_LONG_WEEKDAYS)}
    | {name + "s": n for n, name in enumerate(_LONG_WEEKDAYS)}
    | _SHORT_WEEKDAYS
)

# "June" and "July" are one letter from each other and from names of people: only these slips are mended.
_MENDED_MONTHS = {
    **dict.fromkeys(("jully", "juley", "juyl", "jluy", "julyy", "juily", "julty"), 7),
    **dict.fromkeys(("juen", "jnue", "juun", "juine", "junne", "jume"), 6),
    **{"febuary": 2, "feburary": 2, "febuery": 2, "janurary": 1, "janaury": 1, "septmber": 9, "setp": 9},
    **{"agust": 8, "auguest": 8, "ocotber": 10, "novemeber": 11, "decemeber": 12, "apirl": 4},
}
_NOT_MISSPELT = {
    "marsh",
    "match",
    "larch",
    "parch",
    "starch",
    "mach",
    "merch",
    "macho",
    "augusta",
    "decembers",
}
_MENDABLE_MONTHS = tuple(name for name in _LONG_MONTHS if len(name) >= 5)
_MENDED_WEEKDAYS = {"wensday": 2, "wendsday": 2, "wedsday": 2, "wensdy": 2, "thuesday": 1, "firday": 4}
_MENDABLE_WEEKDAYS = tuple(name for name in _LONG_WEEKDAYS if len(name) >= 7)


@lru_cache(maxsize=4096)
def misspelt_month(word: str) -> int | None:
    """The month one slip away from the word (a letter wrong, missing, doubled or swapped), if only one is."""
    if word in _MENDED_MONTHS:
        return _MENDED_MONTHS[word]
    if len(word) < 4 or word in _NOT_MISSPELT:
        return None
    near = [_LONG_MONTHS.index(name) + 1 for name in _MENDABLE_MONTHS if one_slip_apart(word, name)]
    return near[0] if len(near) == 1 else None


@lru_cache(maxsize=4096)
def perhaps_months(word: str) -> tuple[int, ...]:
    """Every month the word may be a slip for, to be offered and never assumed: "Juy" may be June or July."""
    names = (*zip(_LONG_MONTHS, range(1, 13), strict=True), *zip(MONTHS, range(1, 13), strict=True))
    return tuple(dict.fromkeys(n for name, n in names if len(word) >= 3 and one_slip_apart(word, name)))


@lru_cache(maxsize=4096)
def misspelt_weekday(word: str) -> int | None:
    if word in _MENDED_WEEKDAYS:
        return _MENDED_WEEKDAYS[word]
    if len(word) < 6:
        return None
    near = [_LONG_WEEKDAYS.index(name) for name in _MENDABLE_WEEKDAYS if one_slip_apart(word, name)]
    return near[0] if len(near) == 1 else None


def one_slip_apart(word: str, name: str) -> bool:
    """True when one letter is wrong, missing, one too many, or two neighbours are swapped."""
    if word == name or abs(len(word) - len(name)) > 1:
        return False
    at = next(
        (n for n, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name))
    )
    rest, left = word[at:], name[at:]
    swapped = rest[:2] == left[1::-1] and rest[2:] == left[2:]
    return rest[1:] == left[1:] or rest[1:] == left or rest == left[1:] or swapped
