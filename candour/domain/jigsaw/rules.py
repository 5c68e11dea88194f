"""Which facts of an open view join up? Every rule is asked; what it found is in the order of the report."""

from __future__ import annotations

from collections.abc import Iterable

from candour.domain.disclosure import Audience, View
from candour.domain.identity import Cast
from candour.domain.jigsaw.days_joined import birthdays, in_the_press, intervals
from candour.domain.jigsaw.joins import Join, PublicEvent
from candour.domain.jigsaw.sayings import sentences_of
from candour.domain.jigsaw.told_apart import (
    backgrounds,
    families,
    only_ones,
    rare_illnesses,
    trades,
    words_in_the_press,
)


def joins_in(view: View, cast: Cast, *, public: Iterable[PublicEvent] = ()) -> tuple[Join, ...]:
    """Of the open report alone; a closed view raises ValueError. `public`: what anybody can look up.

    Never all that could join up: see `CLAIM`.
    """
    if view.audience is not Audience.OPEN:
        raise ValueError("joins are looked for in the open report")
    events = tuple(public)
    sentences = sentences_of(view)
    people = [one.pseudonym for one in cast.people if one.kind.is_human and one.pseudonym]
    places = [one.pseudonym for one in cast.people if one.is_public]
    found = [
        *birthdays(sentences, people),
        *intervals(sentences),
        *in_the_press(sentences, events),
        *words_in_the_press(sentences, events),
        *families(sentences),
        *rare_illnesses(sentences),
        *backgrounds(sentences, places),
        *trades(sentences),
        *only_ones(sentences),
    ]
    once = dict.fromkeys(found)
    return tuple(sorted(once, key=lambda join: min(fact.paragraph for fact in join.facts)))
