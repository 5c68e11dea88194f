"""Why two accounts are proposed as one event, or as one row twice, in words."""

from __future__ import annotations

from candour.domain.chronology.accounts import NO_CLOCK, Accounts
from candour.domain.chronology.comparison import Comparison

WORDS_SHOWN = 4
HARDLY_TELLS = 0.5
"""Words that weigh less stand in more than half of the accounts; said only where no other is shared."""
CLOSE_MINUTES = 30
"""Clock times as close as this are said; those further apart are a question, in the conflicts."""


def reason(accounts: Accounts, compared: Comparison, a: int, b: int) -> str:
    """What the two have in common, the earlier account first."""
    said = (
        say_when(accounts, a, b),
        _say_told(accounts, compared, a, b),
        say_words(accounts, a, b),
        _say_kinds(accounts, a, b),
        _say_names(accounts, compared, a, b),
    )
    return "; ".join(one for one in said if one)


def say_when(accounts: Accounts, a: int, b: int) -> str:
    first, last, clock = accounts.first, accounts.last, accounts.clock
    if apart := max(first[b] - last[a], first[a] - last[b], 0):
        return f"{apart} day{'s' if apart > 1 else ''} apart"
    if last[a] > first[a] or last[b] > first[b]:
        return "dates overlap"
    close = NO_CLOCK not in (clock[a], clock[b]) and abs(clock[a] - clock[b]) <= CLOSE_MINUTES
    return "same day, about the same time" if close else "same day"


def say_words(accounts: Accounts, a: int, b: int) -> str:
    """The rarest words both use, as the first account writes them."""
    shared = accounts.shared(a, b)
    telling = [one for one in shared if accounts.word_weight[one] >= HARDLY_TELLS]
    words = accounts.spelt(a, (telling or shared)[:WORDS_SHOWN])
    return "both say " + ", ".join(f"“{word}”" for word in words) if words else ""


def _say_told(accounts: Accounts, compared: Comparison, a: int, b: int) -> str:
    there, back = compared.told(a, b), compared.told(b, a)
    first, second = accounts.entries[a].agency, accounts.entries[b].agency
    if there and back:
        return f"{first} and {second} each name the other as told"
    if there or back:
        teller, told = (first, second) if there else (second, first)
        return f"{teller} names {told} as told"
    return ""


def _say_kinds(accounts: Accounts, a: int, b: int) -> str:
    both = accounts.kinds[a] & accounts.kinds[b]
    shared = sorted(kind for bit, kind in enumerate(accounts.kind_names) if both >> bit & 1)
    return f"both tell of {' and '.join(shared)}" if shared else ""


def _say_names(accounts: Accounts, compared: Comparison, a: int, b: int) -> str:
    first, second = accounts.entries[a].agency, accounts.entries[b].agency
    if compared.naming(a, b):
        return f"{first} mentions {second}"
    return f"{second} mentions {first}" if compared.naming(b, a) else ""
