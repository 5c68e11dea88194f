"""Which thing each page is about: the addresses of every page, for either review of the demonstration."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus

from django.db.models import Model
from django.urls import reverse

from candour.kernel.outbox.models import Message
from candour.kernel.papers.models import Paper
from candour.kernel.reviews.models import Extension, Pause, Review, Seat
from candour.kernel.reviews.rooms import InReview
from candour.stages.analysis.models import AccuracyComment, Conversation, Episode, Evidence, Factor
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
    BoardLog,
    Challenge,
    Decision,
    Dissent,
    LogAnswer,
    MoreTimeGiven,
    RapidReview,
    Recommendation,
    SafetyAction,
    SummaryAsked,
)
from candour.stages.decide.national_models import Direction
from candour.stages.notify.models import Notification
from candour.stages.report.models import Allowed, CastMember, Checking, Paragraph, Wording
from candour.stages.respond.models import Action
from tests.house.bundled import OF_BUNDLES, OF_OPEN_ONES
from tests.house.edited import OF_EDITING, ONLY_OF_KIND
from tests.house.heard import OF_HEARING
from tests.house.related import (
    OF_PUBLISHING,
    STANDING_TELLINGS,
    join_that_is_there,
    words_that_wait,
)
from tests.house.walking import Route, every_route

NO_ADDRESS = {
    "desk:join": "needs a link that an administrator gave",
    "desk:calendar": "needs a secret address that its owner made",
    "report:family-page": "needs a link that one of the family was given",
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
    "commission:put-telling-back": ToldParticipant,
    "commission:withdraw-telling": ToldParticipant,
    **{
        f"commission:{page}": Letter
        for page in (
            "letter-docx",
            "mark-letter-sent",
            "take-back-sending",
            "withdraw-letter",
            "put-letter-back",
        )
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
    "decide:take-back-more-time": MoreTimeGiven,
    **{
        f"decide:{page}": BoardLog
        for page in (
            *("log", "log-columns", "log-question", "log-original", "take-in-log", "take-back-log"),
            *("withdraw-log", "take-back-log-answer"),
        )
    },
    "decide:withdraw-safety-action": SafetyAction,
    "decide:withdraw-summary": SummaryAsked,
    "decide:write-summary": SummaryAsked,
    "decide:withdraw-dissent": Dissent,
    **OF_BUNDLES,
    **OF_EDITING,
    **OF_HEARING,
    **OF_PUBLISHING,
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
    "edition": "summary",
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
    "what": "relation",
    "slug": "northmoor-safeguarding-children-board",
}
STANDS: dict[str, Any] = {"ended_at": None, "withdrawn_at": None}
CORRECTED = {Return: {"corrects__isnull": False}}
ONLY: dict[str, dict[type[Model], dict[str, Any]]] = {
    "analysis:check-account": {Episode: {"comments__isnull": False}},
    "analysis:rule-on-comment": {Episode: {"comments__isnull": False}},
    "chronology:answer-all": CORRECTED,
    "chronology:held-rows-sent": {**CORRECTED, Paper: {"name": "held.xlsx"}},
    "chronology:return": {Return: {"unplaced__isnull": False}},
    "chronology:return-changes": CORRECTED,
    **{f"commission:{page}": {Proceeding: STANDS} for page in ("change-proceeding", "end-proceeding")},
    "commission:hold-back": {Proceeding: STANDS},
    "commission:lift-hold": {Hold: {"lifted_at": None, "withdrawn_at": None}},
    "commission:lift-conflict": {Seat: {"conflict_declared_at__isnull": False}},
    "desk:end-pause": {Pause: STANDS},
    **ONLY_OF_KIND,
    **OF_OPEN_ONES,
    **STANDING_TELLINGS,
    "decide:reopened": {Decision: {"reopened_at__isnull": False}},
    "decide:take-back-reopening": {Decision: {"reopened_at__isnull": False}},
}
"""Which rows of a table a page is about, where it is not about every one."""
NUMBERED: dict[str, type[Model]] = {
    **{f"analysis:{page}": Episode for page in ("check-account", "rule-on-comment")},
    **{
        f"analysis:{page}": Conversation
        for page in (
            *("conversation", "correct-conversation", "withdraw-conversation", "put-conversation-back"),
        )
    },
}
"""Pages about a thing by its number that is not about the first one."""
CASES = {
    "decide:direct": "Child Dunnock",
    "decide:own-review": "Child Fieldfare",
    "decide:more-time": "Child Linnet",
    "decide:rapid-review": "Child Teasel",
}
"""Pages that a law gives, asked for both reviews of one case under such a law."""
OWN_WORDS = {("decide:more-time", "clock"): "decide", ("report:add-under", "kind"): "note"}
"""Words of an address that are others on one page."""
OF_AGENCY = "agency={agency}&on=1+May+2014"
ASKED = {
    "chronology:download-known": OF_AGENCY,
    "chronology:download-tunnel": OF_AGENCY,
    "decide:log-question": "ask=law&about=eng.scr.wt2010%7Cew.dardr",
}
"""What stands in an address after the question mark, where a page is nothing without it."""
ASKED_OF_REVIEW = {
    "report:decide-suggestion": ("words", words_that_wait),
    "report:rule-on-join": ("join", join_that_is_there),
}
"""The same, where each review has its own."""
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
            return self._case(CASES[route.name]) if route.name in CASES else self.notification
        if name == "nth" and route.name in NUMBERED:
            return self._first(NUMBERED[route.name], route, "number")
        if name in {"key", "other"}:
            return self._key(route.name, name)
        if name == "answer":
            return self._first(LogAnswer, route)
        if route.name == "desk:try-message-again":
            return Message.objects.filter(person__username="chair").order_by("pk")[0].pk
        if name == "paper_pk":
            return self._first(Paper, route)
        if name in {"pk", "row_pk"}:
            stage = route.name.partition(":")[0]
            model = UnplacedRow if name == "row_pk" else OF_ROUTE.get(route.name) or OF_STAGE[stage]
            return self._first(model, route)
        return OWN_WORDS.get((route.name, name), WORDS[name])

    def _row_of_board(self, route: Route) -> Any:
        """For a page about one thing of a notification: the first such thing at the review's board."""
        if set(arguments_of(route)) != {"pk", "notification"}:
            return None
        model: Any = OF_ROUTE[route.name]
        wanted = {model.ROOM: self.review.board, **_only(model, route)}
        return model._default_manager.filter(**wanted).order_by("pk").first()

    def _first(self, model: Any, route: Route, field: str = "pk") -> int:
        """The first such row of the review, or of its board; where it has none, one that never was."""
        room = self.review if issubclass(model, InReview | Seat | Pause | Extension) else self.review.board
        where = {getattr(model, "ROOM", "review"): room, **_only(model, route)}
        found = model._default_manager.filter(**where).first()
        return getattr(found, field) if found else NEVER

    def _case(self, title: str) -> str:
        return Notification.objects.get(title__startswith=title).in_address

    def asked(self, route: Route) -> str:
        """What follows the question mark."""
        if route.name in ASKED_OF_REVIEW:
            name, value = ASKED_OF_REVIEW[route.name]
            return f"?{name}={quote_plus(value(self.review))}"
        agency = Return.objects.filter(review=self.review).values_list("agency__name", flat=True).first()
        query = ASKED.get(route.name, "").format(agency=quote_plus(agency or ""))
        return f"?{query}" if query else ""

    def _key(self, route: str, name: str) -> str:
        if route == "desk:look-round":
            return "chair"
        if route == "chronology:difference":
            settled = Settlement.objects.filter(review=self.review, kind=WORDS["in_what"]).first()
            return getattr(settled, "first" if name == "key" else "second").key if settled else "none"
        model: Any = CastMember if route.startswith("report:") else Entry
        found = model._default_manager.filter(review=self.review)[1 if name == "other" else 0 :].first()
        return found.key if found else "none"


def _only(model: type[Model], route: Route) -> dict[str, Any]:
    return ONLY.get(route.name, {}).get(model, {})


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
            of_first, of_second = (
                reverse(route.name, kwargs=one.filled(route)) + one.asked(route) for one in (first, second)
            )
            yield route, of_first, of_second, crossed
