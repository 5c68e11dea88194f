"""The cast of the demonstration: who a visitor can look round as, and where each begins."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CastMember:
    """One of the buttons of the front page."""

    key: str
    username: str
    title: str
    says: str
    first: str
    begins: str
    """The page this person's first task is on."""


WREN, HERON = "/reviews/2014-003/", "/reviews/2014-005/"

CAST = (
    CastMember(
        "business-manager",
        "business.manager",
        "Business manager",
        "keeps a review moving",
        "See what waits, and for whom",
        "/tasks/",
    ),
    CastMember(
        "lead-reviewer",
        "lead.reviewer.1",
        "Lead reviewer",
        "works out why it made sense",
        "Read a key practice episode",
        f"{WREN}episodes/",
    ),
    CastMember(
        "chair", "chair", "Board chair", "decides, and gives reasons", "Decide a notification", "/decisions/"
    ),
    CastMember(
        "judge",
        "judge",
        "Judge",
        "leads a review, open and closed",
        "Read one source, two reports",
        f"{HERON}report/",
    ),
    CastMember(
        "agency-author",
        "agency.author",
        "Agency author",
        "sends one agency's account",
        "Fix held rows",
        f"{WREN}returns/",
    ),
    CastMember(
        "agency-senior",
        "agency.senior",
        "Agency senior",
        "signs that account off before it counts",
        "Sign off a return",
        "/tasks/",
    ),
    CastMember(
        "practitioner",
        "practitioner",
        "Practitioner",
        "was there, and checks the account",
        "Read and comment",
        "/tasks/",
    ),
    CastMember(
        "family",
        "family",
        "Family",
        "hears what happens, and when",
        "See where the review is",
        f"{WREN}progress/",
    ),
    CastMember(
        "national-body",
        "national.body",
        "National body",
        "reads decisions not to review",
        "Question a decision",
        "/decisions/",
    ),
    CastMember(
        "national-head",
        "national.head",
        "Head of the national body",
        "directs a review, where the law lets it",
        "Read what waits, and what was directed",
        "/oversight/decisions/",
    ),
)
BY_KEY = {one.key: one for one in CAST}
