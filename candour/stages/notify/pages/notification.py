"""One notification, section by section: what is still to be said, what was changed, what was done."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.rules import Answer
from candour.kernel.access import may
from candour.kernel.web.guard import needs
from candour.stages.notify.finding import notification_at
from candour.stages.notify.law_chosen import law_of
from candour.stages.notify.models import Amendment, Notification
from candour.stages.notify.place import place_of
from candour.stages.notify.said import said_in_words
from candour.stages.notify.sections import still_to_say
from candour.stages.notify.sections.facts import WITHOUT_LAW
from candour.stages.notify.subject_words import said_of_subject


@needs(Can.SEE_NOTIFICATIONS, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification) -> HttpResponse:
    changes = bool(may(request.user, Can.NOTIFY, notification))
    decision = getattr(notification, "decision", None)
    stands = notification.withdrawn_at is None
    return render(
        request,
        "stages/notify/pages/notification.html",
        {
            "notification": notification,
            "place": place_of(notification),
            "law": law_of(notification),
            "children": _children(notification),
            "agencies": [
                (one, notification.involved_with.get(one.slug, "")) for one in _agencies(notification)
            ],
            "facts": _facts(notification),
            "told_to": notification.told_of_it.filter(withdrawn_at=None),
            "amendments": _amendments(notification),
            "who": _who(notification),
            "still": still_to_say(notification) if changes and stands else [],
            "decision": decision,
            "may_change": changes and stands,
            "may_withdraw": changes and stands and decision is None,
            "may_take_back": changes and not stands,
            "print_words": f"{notification.written}, board only",
        },
    )


def _who(notification: Notification) -> dict[str, str]:
    """What whom it is about is called, one and several."""
    law = law_of(notification)
    return {word: said_of_subject(word, law) for word in ("child", "children")}


def _amendments(notification: Notification) -> list[tuple[Amendment, list[dict[str, str]]]]:
    law = law_of(notification)
    return [
        (one, [{**change, "what": said_of_subject(change["what"], law)} for change in one.changed])
        for one in notification.amendments.all()
    ]


def _agencies(notification: Notification) -> Any:
    return notification.agencies.all()


def _facts(notification: Notification) -> list[dict[str, str]]:
    """What was said of each fact that the law asks: a tag for yes, no and unknown, words for the rest."""
    law = law_of(notification)
    if law is None:
        return [
            {"question": question, "tag": str(getattr(notification, name)), "words": ""}
            for name, question in WITHOUT_LAW.items()
        ]
    rows = []
    for fact in law.facts:
        said = said_in_words(notification, fact)
        is_answer = said in set(Answer)
        rows.append(
            {"question": fact.question, "tag": said if is_answer else "", "words": "" if is_answer else said}
        )
    return [one for one in rows if one["tag"] or one["words"]]


def _children(notification: Notification) -> list[dict[str, Any]]:
    """Each with its place, by which its own page is found, and what is known beside name and birth."""
    rows, nth = [], 0
    for child in notification.children.all():
        nth += child.withdrawn_at is None
        told = {
            "Looked after": child.get_looked_after_display(),
            "Care leaver": child.get_care_leaver_display(),
            "Plan or register": child.register,
            "Lived": child.setting,
            "Ethnicity": child.ethnicity,
            "Disability": child.disability,
        }
        known = [f"{title}: {said}" for title, said in told.items() if said]
        rows.append({"child": child, "known": known, "section": f"child-{nth}"})
    return rows
