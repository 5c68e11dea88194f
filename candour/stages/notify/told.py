"""What a board is told of an incident, as one value: the same for recording it and for changing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    looked_after: str = ""
    care_leaver: str = ""
    register: str = ""
    setting: str = ""
    ethnicity: str = ""
    disability: str = ""


@dataclass(frozen=True, slots=True)
class ToldTo:
    """Somebody who was told of the incident afterwards, and the day."""

    who: str
    on: date


@dataclass(frozen=True, slots=True)
class Told:
    """`title` is the name that the notification goes by; `notifier` who told, `aware_by` who knew first.

    `involved_with` says by an agency's slug with whom it was involved; `facts_said` by a fact of the law what
    was said of it: yes, no, unknown, a number, or a day as 2014-05-19.
    """

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
    area_incident: str = ""
    area_lives: str = ""
    area_placed_by: str = ""
    involved_with: Mapping[str, str] = field(default_factory=dict)
    facts_said: Mapping[str, str] = field(default_factory=dict)
    told_to: tuple[ToldTo, ...] = ()


AREAS = ("area_incident", "area_lives", "area_placed_by")
WORDS = (
    *("title", "notified_on", "notifier", "what_happened", "aware_by", "aware_on", "harm", "wishes"),
    *AREAS,
)
OF_CHILD = ("name", "note", "looked_after", "care_leaver", "register", "setting", "ethnicity", "disability")
"""What a child's row and `ToldChild` both call by one name; `born` is `born_words` there."""
ANSWERED = ("died", "seriously_harmed", "abuse_or_neglect")


def columns_of(told: Told) -> dict[str, object]:
    """The columns of the notification's own row."""
    words: dict[str, object] = {name: getattr(told, name) for name in WORDS}
    words |= {name: Answer(getattr(told, name)).value for name in ANSWERED}
    words |= {name: dict(getattr(told, name)) for name in ("involved_with", "facts_said")}
    words["incident_on"] = told.incident.as_json() if told.incident else None
    words["incident_text"] = told.incident.text[:120] if told.incident else ""
    return words


def columns_of_child(child: ToldChild) -> dict[str, str]:
    """The columns of a child's row."""
    return {**{name: getattr(child, name) for name in OF_CHILD}, "born_words": child.born}


def told_in(notification: Notification) -> Told:
    """What a notification says now."""
    children = notification.children.filter(withdrawn_at=None)
    return Told(
        **{name: getattr(notification, name) for name in WORDS},
        **{name: Answer(getattr(notification, name)) for name in ANSWERED},
        incident=notification.incident,
        agencies=tuple(notification.agencies.all()),
        children=tuple(
            ToldChild(born=one.born_words, **{name: getattr(one, name) for name in OF_CHILD})
            for one in children
        ),
        involved_with=notification.involved_with,
        facts_said=notification.facts_said,
        told_to=tuple(
            ToldTo(one.who, one.told_on) for one in notification.told_of_it.filter(withdrawn_at=None)
        ),
    )
