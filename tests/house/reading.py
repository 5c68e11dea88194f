"""What each person reads of all that they can get at, and which of it is of rows that are not theirs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import Any

from django.test import Client
from django.urls import reverse

from candour.desk.actions import make_calendar
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from tests.house.planted import Planted, read_in

SEARCHED = ("review", "letter")
MANAGERS = {"business.manager", "chair", "other.manager"}
THERE = {"practitioner"}
FOR_OTHERS_TOO: dict[str, set[str]] = {
    # The chronology with other names may go to whoever sees the open report.
    "report.CastMember.pseudonym": MANAGERS,
    # A board's members prepare for a method that its review begins.
    "reviews.Review.title": {"northmoor.member"},
    # Findings are published as they stand, so they are part of the source that is checked.
    "analysis.Finding.headline": {"checker.1"},
    # Accounts are shared with those who were there, who read what they said of them.
    **dict.fromkeys(("analysis.Episode.title", "analysis.Episode.what_happened"), THERE),
    "analysis.AccuracyComment.words": THERE,
}
"""Fields that somebody reads who has no power over their rows."""
NOT_SHOWN = {
    "chronology.FenceOpened": "stands beside the day for which it was opened",
    "chronology.NotOneEvent": "takes a proposed link away",
    "commission.MethodChange": "of a third review",
    "decide.EarlierDecision": "of a case that is not asked for",
    "decide.MoreTimeGiven": "of a case that is not asked for",
    "decide.TestAnswer": "of a case whose law is not asked for",
    "notify.ToldOfIt": "of a case that is not asked for",
    "oversee.TrustedKey": "is kept by command",
    "report.JigsawSigning": "shows who signed and when, and the claim as the program words it",
    "report.Release": "holds in words only the role in which it was ordered",
}
"""Tables whose words no page that is asked here shows, and why."""
SHOWN_TO_ALL = "desk:tour"
"""The demonstration's own story, which no other installation has."""


def as_words(answer: Any) -> str:
    """Of a page or a feed; of a file of zipped parts, those of its parts."""
    content: bytes = b"".join(answer) if answer.streaming else answer.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return " ".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return content.decode("utf-8", "replace")


def refusals_read_by(client: Client, wren: Review) -> str:
    """What is said where a page cannot be given: of a review, of a notification, of nothing that is there."""
    number, notification = wren.in_address, wren.commission.decision.notification.in_address
    refused = (f"/reviews/{number}/conversations/", f"/decisions/{notification}/decide/", "/none/")
    return " ".join(as_words(client.get(address)) for address in refused)


def elsewhere_read_by(client: Client, username: str, reviews: Iterable[Review]) -> str:
    """Besides the pages: what a search finds, the letters of decisions, and their own calendar."""
    answers = [client.get("/search/", {"q": word}) for word in SEARCHED]
    for review in reviews:
        letter = reverse("decide:letter", args=[review.commission.decision.notification.in_address])
        answers.append(client.post(letter, {"to": "", "dissent": "words", "kind": "docx"}))
    if username:
        secret = make_calendar(by=Person.objects.get(username=username))
        answers.append(Client().get(reverse("desk:calendar", args=[secret])))
    return " ".join(map(as_words, answers))


def leaks(username: str, content: str, words: list[Planted]) -> set[str]:
    """Fields of rows that are not theirs, read all the same."""
    person = Person.objects.filter(username=username).first()
    return {
        one.where
        for one in read_in(content, words)
        if username not in FOR_OTHERS_TOO.get(one.where, ()) and not (person and one.is_for(person))
    }
