"""A notification as a list of things in words, so that what an amendment changed can be shown."""

from __future__ import annotations

from datetime import date

from candour.domain.moments.spoken import spoken_day
from candour.stages.notify.law_chosen import law_of
from candour.stages.notify.models import Notification
from candour.stages.notify.told import ANSWERED, WORDS, ToldChild, told_in

TITLES = {
    "title": "The name it goes by",
    "notified_on": "Day the board was told",
    "notifier": "Who told the board",
    "what_happened": "What happened",
    "aware_by": "Who became aware first",
    "aware_on": "Day they became aware",
    "harm": "What the harm is",
    "wishes": "What the family asks for",
    "area_incident": "Area of the incident",
    "area_lives": "Area where the child lives",
    "area_placed_by": "Placed there by",
    "died": "A child died",
    "seriously_harmed": "A child was seriously harmed",
    "abuse_or_neglect": "Abuse or neglect",
}


def in_words(notification: Notification) -> dict[str, str]:
    """Each thing that is told, by its title, in words; what is not said is empty."""
    told = told_in(notification)
    words = {TITLES[name]: _word(getattr(told, name)) for name in (*WORDS, *ANSWERED)}
    law = law_of(notification)
    words["The law"] = law.title if law else ""
    words["When it happened"] = told.incident.text if told.incident else ""
    words["Agencies"] = "; ".join(
        f"{one} ({told.involved_with[one.slug]})" if told.involved_with.get(one.slug) else str(one)
        for one in told.agencies
    )
    words["Children"] = "; ".join(_child(one) for one in told.children)
    words["Who was told"] = "; ".join(f"{one.who}, {spoken_day(one.on)}" for one in told.told_to)
    short = {fact.name: fact.short for fact in law.facts} if law else {}
    return words | {short.get(fact, fact): said for fact, said in told.facts_said.items()}


def changes_between(before: dict[str, str], after: dict[str, str]) -> list[dict[str, str]]:
    """What differs, each as it was and as it is, in order."""
    return [
        {"what": one, "was": before.get(one, ""), "now": after.get(one, "")}
        for one in dict.fromkeys((*before, *after))
        if before.get(one, "") != after.get(one, "")
    ]


def _word(said: object) -> str:
    return spoken_day(said) if isinstance(said, date) else str(said or "")


def _child(child: ToldChild) -> str:
    told = {
        "": child.born,
        "now ": child.note,
        "looked after: ": child.looked_after,
        "care leaver: ": child.care_leaver,
        "register: ": child.register,
        "living in ": child.setting,
        "ethnicity: ": child.ethnicity,
        "disability: ": child.disability,
    }
    return ", ".join([child.name, *(f"{title}{said}" for title, said in told.items() if said)])
