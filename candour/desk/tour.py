"""The ten stops of the tour, under the four questions that the field argues about."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from candour.desk.cast import CAST, WREN


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop: a page of the demonstration, seen as one of its cast, and what to look at there."""

    question: str
    title: str
    look: str
    seen_as: str
    """A username of the demonstration."""
    address: str


DECIDES, METHOD, OPEN, NUMBERS = (
    "Who decides?",
    "By which method?",
    "Open or closed?",
    "What do the numbers say?",
)

STOPS = (
    Stop(
        DECIDES,
        "A serious incident arrives",
        "A notification starts a clock. Two days are kept apart: when it happened, and when somebody became "
        "aware.",
        "business.manager",
        "/decisions/N-2014-022/",
    ),
    Stop(
        DECIDES,
        "The tests, and a dissent",
        "Each test of the law is answered yes, no or unknown, with what it rests on. The outcome follows. "
        "The member who disagreed is heard in their own words.",
        "chair",
        "/decisions/N-2014-022/tests/",
    ),
    Stop(
        DECIDES,
        "A decision not to review, questioned",
        "Until 2013 nobody read such a decision. Since then a national body may question it. It cannot order "
        "a review: no law in force gave anybody that power.",
        "national.body",
        "/decisions/N-2014-031/decision/",
    ),
    Stop(
        METHOD,
        "Returns become one chronology",
        "Seven agencies sent what they had, each in its own form. Every row is placed, held for a person, or "
        "refused with a reason; none is lost.",
        "business.manager",
        f"{WREN}chronology/",
    ),
    Stop(
        METHOD,
        "Who knew what, and when",
        "The same rows, as known to one agency on one day. What was learnt later is fenced off.",
        "lead.reviewer.1",
        f"{WREN}known/?agency=Eastmarsh+children%27s+services&on=11+February+2014",
    ),
    Stop(
        METHOD,
        "From an episode to a finding",
        "Not who was at fault, but why it made sense then, and what that shows of the system. Each claim "
        "leads back to the rows it rests on.",
        "lead.reviewer.1",
        f"{WREN}findings/1/",
    ),
    Stop(
        OPEN,
        "One source, two reports",
        "A closed paragraph stays closed; the open report says that it is there, and what it concerns.",
        "lead.reviewer.1",
        f"{WREN}report/parts/4/?as=both",
    ),
    Stop(
        OPEN,
        "The check before release",
        "The finished files are read back by other code: one name found, and nothing is kept. Two people "
        "who did not write it must agree.",
        "checker.1",
        f"{WREN}report/check/",
    ),
    Stop(
        NUMBERS,
        "Counts, and what they cannot say",
        "Reviews fell from 115 to 69 in a year. Some of that can be told from the counts; why cannot.",
        "national.body",
        "/oversight/",
    ),
    Stop(
        NUMBERS,
        "The board answers in public",
        "The finding and the board's answer stand side by side. An action done is not yet an effect seen.",
        "business.manager",
        f"{WREN}responses/",
    ),
)


@dataclass(frozen=True, slots=True)
class Band:
    """What stands over a page while it is a stop of the tour."""

    number: int
    stop: Stop
    name: str

    @property
    def cast_key(self) -> str | None:
        """The button by which a visitor goes on as this person, where they are one of the cast."""
        return next((one.key for one in CAST if one.username == self.stop.seen_as), None)

    @property
    def of(self) -> int:
        return len(STOPS)

    @property
    def before(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def after(self) -> int | None:
        return self.number + 1 if self.number < len(STOPS) else None


def stops_by_question() -> list[tuple[str, list[tuple[int, Stop]]]]:
    numbered = list(enumerate(STOPS, start=1))
    return [
        (question, list(stops)) for question, stops in groupby(numbered, key=lambda pair: pair[1].question)
    ]
