"""What a board is told of an incident, as one value: the same for recording it and for changing it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.moments import Moment
from candour.domain.rules import Answer
from candour.kernel.people.models import Organisation
from candour.stages.notify.models import Notification


@dataclass(frozen=True, slots=True)
class ToldChild:
    """A child by their own name; `born` as it was told, such as "9 October 2011" or "aged about three"."""

    name: str
    born: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """`title` is the name that the notification goes by; `notifier` who told, `aware_by` who knew first."""

    title: str
    notified_on: date
    notifier: str = ""
    what_happened: str = ""
    incident: Moment | None = None
    aware_by: str = ""
    aware_on: date | None = None
    died: Answer = Answer.UNKNOWN
    seriously_harmed: Answer = Answer.UNKNOWN
    abuse_or_neglect: Answer = Answer.UNKNOWN
    harm: str = ""
    wishes: str = ""
    agencies: tuple[Organisation, ...] = ()
    children: tuple[ToldChild, ...] = ()


WORDS = ("title", "notified_on", "notifier", "what_happened", "aware_by", "aware_on", "harm", "wishes")
ANSWERED = ("died", "seriously_harmed", "abuse_or_neglect")


def columns_of(told: Told) -> dict[str, object]:
    """The columns of the notification's own row."""
    words: dict[str, object] = {name: getattr(told, name) for name in WORDS}
    words |= {name: Answer(getattr(told, name)).value for name in ANSWERED}
    words["incident_on"] = told.incident.as_json() if told.incident else None
    words["incident_text"] = told.incident.text[:120] if told.incident else ""
    return words


def told_in(notification: Notification) -> Told:
    """What a notification says now."""
    children = notification.children.filter(withdrawn_at=None)
    return Told(
        **{name: getattr(notification, name) for name in WORDS},
        **{name: Answer(getattr(notification, name)) for name in ANSWERED},
        incident=notification.incident,
        agencies=tuple(notification.agencies.all()),
        children=tuple(ToldChild(one.name, one.born_words, one.note) for one in children),
    )
