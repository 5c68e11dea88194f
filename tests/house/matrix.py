"""Who may open what: every page asked by everybody of the demonstration, of two reviews, as a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.test import Client
from django.urls import reverse

from candour.kernel.papers.models import Paper
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Extension, Pause, Review, Seat
from candour.kernel.reviews.rooms import InReview
from candour.stages.analysis.models import AccuracyComment, Evidence, Factor
from candour.stages.chronology.models import (
    Account,
    Entry,
    Event,
    Mark,
    NotOneEvent,
    Return,
    SavedView,
    Settlement,
    UnplacedRow,
)
from candour.stages.commission.models import (
    AgencyAsked,
    BudgetLine,
    Declaration,
    DueDayMoved,
    EarlierTerms,
    Hold,
    Letter,
    MarkerEvidence,
    MethodChange,
    Participant,
    Proceeding,
    Readiness,
    ReadinessAnswer,
    Reminder,
    Risk,
    ToldParticipant,
    Used,
    WorkingLine,
)
from candour.stages.decide.models import (
    Challenge,
    Decision,
    Dissent,
    RapidReview,
    Recommendation,
    SafetyAction,
    SummaryAsked,
)
from candour.stages.decide.national_models import Direction
from candour.stages.notify.models import Notification
from candour.stages.report.models import Allowed, CastMember, Checking, Paragraph, Wording
from candour.stages.respond.models import Action
from tests.house.walking import Route, every_route

ASKERS = {
    "signed out": "",
    "business manager": "business.manager",
    "chair": "chair",
    "board member": "northmoor.member",
    "lead reviewer": "lead.reviewer.1",
    "checker": "checker.1",
    "agency author": "agency.author",
    "agency senior": "agency.senior",
    "practitioner": "practitioner",
    "family": "family",
    "national body": "national.body",
    "head of the national body": "national.head",
    "administrator": "administrator",
    "judge": "judge",
    "other manager": "other.manager",
    "stranger": "stranger",
}
"""By the words of the table. The judge and the other manager have seats on the second review only.

The stranger can sign in and has neither a seat nor a post: the demonstration has none, so the test makes one.
"""

NO_ADDRESS = {
    "desk:join": "needs a link that an administrator gave",
    "desk:calendar": "needs a secret address that its owner made",
}
"""Pages that no sample address can be made for, and why."""

OF_ROUTE: dict[str, type[Model]] = {
    "analysis:rule-on-comment": AccuracyComment,
    "analysis:take-back-evidence": Evidence,
    "analysis:change-factor": Factor,
    "analysis:withdraw-factor": Factor,
    "analysis:take-back-factor": Factor,
    "chronology:add-account": Event,
    "chronology:event": Event,
    "chronology:name-event": Event,
    "chronology:put-event-back": Event,
    "chronology:undo-event": Event,
    "chronology:withdraw-event": Event,
    "chronology:part-account": Account,
    "chronology:put-account-back": Account,
    "chronology:undo-account": Account,
    "chronology:undo-settlement": Settlement,
    "chronology:undo-telling-apart": NotOneEvent,
    "chronology:withdraw-mark": Mark,
    "chronology:put-mark-back": Mark,
    "chronology:withdraw-view": SavedView,
    "chronology:put-view-back": SavedView,
    "commission:end-seat": Seat,
    "commission:take-back-end-of-seat": Seat,
    "commission:lift-conflict": Seat,
    "commission:withdraw-asking": AgencyAsked,
    "commission:take-back-withdrawal": AgencyAsked,
    "commission:remind-agency": AgencyAsked,
    **{f"commission:{page}": AgencyAsked for page in ("note-reminder", "move-due-day")},
    "commission:take-back-reminder": Reminder,
    "commission:take-back-move": DueDayMoved,
    "commission:take-back-change-of-method": MethodChange,
    "commission:take-back-change-of-terms": EarlierTerms,
    "commission:declare-independence": Seat,
    "commission:weigh-earlier-review": Declaration,
    "commission:withdraw-working-line": WorkingLine,
    "commission:put-working-line-back": WorkingLine,
    **{
        f"commission:{page}": Participant
        for page in (
            *("participant", "change-participant", "note-reply", "note-telling", "write-letter"),
            *("withdraw-participant", "put-participant-back"),
        )
    },
    "commission:withdraw-telling": ToldParticipant,
    **{
        f"commission:{page}": Letter
        for page in ("letter-docx", "mark-letter-sent", "take-back-sending", "withdraw-letter")
    },
    **{
        f"commission:{page}": Proceeding
        for page in (
            *("change-proceeding", "hold-back", "end-proceeding", "take-back-end-of-proceeding"),
            *("withdraw-proceeding", "put-proceeding-back"),
        )
    },
    **{f"commission:{page}": Hold for page in ("lift-hold", "take-back-lifting", "withdraw-hold")},
    **{
        f"commission:{page}": BudgetLine
        for page in ("change-line", "note-use", "withdraw-line", "put-line-back")
    },
    "commission:take-back-use": Used,
    **{
        f"commission:{page}": Risk
        for page in ("change-risk", "close-risk", "open-risk-again", "withdraw-risk", "put-risk-back")
    },
    **{f"commission:{page}": MarkerEvidence for page in ("withdraw-evidence", "put-evidence-back")},
    "commission:answer-readiness": Readiness,
    **{
        f"commission:{page}": ReadinessAnswer
        for page in ("withdraw-readiness-answer", "put-readiness-answer-back")
    },
    "desk:end-pause": Pause,
    "desk:take-back-pause": Pause,
    "desk:go-on-pausing": Pause,
    "desk:take-back-extension": Extension,
    "decide:reply": Challenge,
    "decide:take-back-challenge": Challenge,
    "decide:take-back-reply": Challenge,
    "decide:reply-to-direction": Direction,
    "decide:take-back-direction": Direction,
    "decide:take-back-reply-to-direction": Direction,
    "decide:made-safe": SafetyAction,
    "decide:reopened": Decision,
    "decide:sign-off-rapid-review": RapidReview,
    "decide:take-back-made-safe": SafetyAction,
    "decide:take-back-rapid-review": RapidReview,
    "decide:take-back-recommendation": Recommendation,
    "decide:take-back-reopening": Decision,
    "decide:take-back-sign-off": RapidReview,
    "decide:take-back-withdrawal-of-summary": SummaryAsked,
    "decide:withdraw-safety-action": SafetyAction,
    "decide:withdraw-summary": SummaryAsked,
    "decide:write-summary": SummaryAsked,
    "decide:withdraw-dissent": Dissent,
    "report:ask-again": Allowed,
    "report:put-back-wording": Wording,
    "report:take-back-checking": Checking,
}
ROOMS = {"number", "notification"}
NEVER = 10**9
WORDS = {
    "nth": 1,
    "template": "family-first",
    "marker": "commissioning",
    "question": "media_plan",
    "draft": 1,
    "kind": "csv",
    "in_what": "date",
    "fact": "died",
    "section": "areas",
    "stops": "learning",
    "clock": "finish",
    "subject": "accessibility",
    "law": "eng.scr.wt2013",
    "method": "learning-together",
    "agency": "fenshire-police",
    "board": "northmoor-safeguarding-children-board",
    "name": "report.html",
    "username": "chair",
    "slug": "northmoor-safeguarding-children-board",
}
INTRODUCTION = """# Who may open what

Written by `make matrix` from the demonstration itself, and held fresh by a test on both databases. Each cell
says what a person gets at a page of the review of Child Wren, and after the stroke at the same page of the
review of Child Heron, where other people have seats; one word where both are the same. A page about one thing
of a notification is asked of the first such thing at either board. A page that opens by
its button only counts as opening. Under one review's address no page shows the other's things, whoever asks:
the test asks that of every page too.
"""
ONLY: dict[str, dict[str, Any]] = {
    "decide:reopened": {"reopened_at__isnull": False},
    "decide:take-back-reopening": {"reopened_at__isnull": False},
}
"""Which rows of a table a page is about, where it is not about every one."""
OF_STAGE: dict[str, type[Model]] = {"chronology": Return, "report": Paragraph, "respond": Action}


@dataclass(frozen=True)
class Sample:
    """One review's things, by which the addresses of its pages are filled in."""

    review: Review
    notification: str

    def filled(self, route: Route, other: Sample | None = None) -> dict[str, Any]:
        """The arguments of an address; with `other`, the things under the review are that one's."""
        below = other or self
        if (row := self._row_of_board(route)) is not None:
            return {"pk": row.pk, "notification": _notification_of(row).in_address}
        return {name: (self if name in ROOMS else below).one(route, name) for name in arguments_of(route)}

    def one(self, route: Route, name: str) -> Any:
        if route.name == "desk:tour":
            return 1
        if name == "number":
            return self.review.in_address
        if name == "notification":
            return self.notification
        if name in {"key", "other"}:
            return self._key(route.name, name)
        if name == "paper_pk":
            return self._first(Paper)
        if name in {"pk", "row_pk"}:
            stage = route.name.partition(":")[0]
            model = UnplacedRow if name == "row_pk" else OF_ROUTE.get(route.name) or OF_STAGE[stage]
            return self._first(model)
        return WORDS[name]

    def _row_of_board(self, route: Route) -> Any:
        """For a page about one thing of a notification: the first such thing at the review's board."""
        if set(arguments_of(route)) != {"pk", "notification"}:
            return None
        model: Any = OF_ROUTE[route.name]
        wanted = {model.ROOM: self.review.board, **ONLY.get(route.name, {})}
        return model._default_manager.filter(**wanted).order_by("pk").first()

    def _first(self, model: Any) -> int:
        """The first such row of the review, or of its notification; where it has none, one that never was."""
        if issubclass(model, InReview):
            found = model._default_manager.filter(**{model.ROOM: self.review}).first()
        else:
            found = model._default_manager.filter(**{model.ROOM: self.review.board}).first()
        return found.pk if found else NEVER

    def _key(self, route: str, name: str) -> str:
        if route == "desk:look-round":
            return "chair"
        if route == "chronology:difference":
            settled = Settlement.objects.filter(review=self.review, kind=WORDS["in_what"]).first()
            return getattr(settled, "first" if name == "key" else "second").key if settled else "none"
        model: Any = CastMember if route == "report:cast-member" else Entry
        found = model._default_manager.filter(review=self.review)[1 if name == "other" else 0 :].first()
        return found.key if found else "none"


def _notification_of(row: Any) -> Notification:
    """Along the path by which the table says whose it is."""
    for step in row.ROOM.removesuffix("__board").split("__"):
        row = getattr(row, step)
    return row  # type: ignore[no-any-return]


def arguments_of(route: Route) -> list[str]:
    return re.findall(r"<(?:\w+:)?(\w+)>", route.pattern)


def addresses(first: Sample, second: Sample) -> Iterator[tuple[Route, str, str, str | None]]:
    """Each page's address for one review, for the other, and with the other's things under the first."""
    for route in every_route():
        if route.name not in NO_ADDRESS:
            names = set(arguments_of(route))
            below = "number" in names and names & {"pk", "row_pk"}
            crossed = reverse(route.name, kwargs=first.filled(route, second)) if below else None
            of_first, of_second = (reverse(route.name, kwargs=one.filled(route)) for one in (first, second))
            yield route, of_first, of_second, crossed


def client_of(username: str) -> Client:
    client = Client(raise_request_exception=True)
    if username:
        person = Person.objects.get(username=username)
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def asked(client: Client, address: str) -> str:
    """What somebody gets: `opens` (405: by its button only), `sign in`, 403 or 404."""
    response = client.get(address)
    if response.status_code == 302 and response["Location"].startswith("/account/sign-in/"):
        return "sign in"
    return {200: "opens", 302: "opens", 405: "opens"}.get(response.status_code, str(response.status_code))


def as_table(rows: dict[str, list[str]]) -> str:
    """The page of docs/reference: one line a page, one column a person."""
    head = "| page | " + " | ".join(ASKERS) + " |"
    lines = [f"| {name} | " + " | ".join(answers) + " |" for name, answers in rows.items()]
    return "\n".join([INTRODUCTION, head, "|---" * (len(ASKERS) + 1) + "|", *lines, ""])
