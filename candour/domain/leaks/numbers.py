"""How a number may be written: the same letters and digits, and for a telephone its forms by country code."""

from __future__ import annotations

from candour.domain.leaks.folding import fold

_UK_CODES = ("0044", "44", "0")
_SUBSCRIBER = range(9, 11)


def number_spellings(number: str) -> list[str]:
    """The squashed spellings of one number of the register, its own first."""
    letters = squashed(number)
    spellings = [letters]
    if letters.isdigit() and (subscriber := _subscriber(letters)):
        spellings += [code + subscriber for code in (*_UK_CODES, "440", "00440")] + [subscriber]
    return list(dict.fromkeys(spellings))


def squashed(text: str) -> str:
    """Folded letters and digits only, in lower case."""
    return "".join(letter for letter in fold(text) if letter.isalnum()).lower()


def _subscriber(digits: str) -> str | None:
    """A UK telephone without its leading 0 or +44; None when the digits are no telephone."""
    for code in _UK_CODES:
        rest = digits.removeprefix(code).lstrip("0") if digits.startswith(code) else ""
        if len(rest) in _SUBSCRIBER and rest[0] in "12378":
            return rest
    return None
