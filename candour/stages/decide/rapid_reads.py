"""Where the rapid review of a notification stands, for the page and for the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.rules import Document, PaperStage, Regime
from candour.stages.decide.law import regime_of
from candour.stages.decide.models import RapidReview, SafetyAction, SummaryAsked
from candour.stages.notify.models import Notification


@dataclass(frozen=True, slots=True)
class Rapid:
    """`papers` are what the law asks for before the decision; the rest is what there is."""

    papers: tuple[Document, ...]
    summaries: tuple[SummaryAsked, ...]
    actions: tuple[SafetyAction, ...]
    concluded: RapidReview | None

    @property
    def waiting(self) -> tuple[SummaryAsked, ...]:
        """Summaries that were asked for and are not here."""
        asked = (one for one in self.summaries if one.withdrawn_at is None)
        return tuple(one for one in asked if one.received_at is None)

    def late(self, today: date) -> int:
        return sum(one.due_on < today for one in self.waiting)


def papers_before_decision(regime: Regime | None) -> tuple[Document, ...]:
    """The papers that the law asks for before it is decided; a rapid review is held where there are any."""
    return tuple(one for one in regime.documents if one.stage is PaperStage.DECIDE) if regime else ()


def rapid_of(notification: Notification) -> Rapid | None:
    """None where the law asks for no rapid review and none was begun."""
    papers = papers_before_decision(regime_of(notification))
    found = Rapid(
        papers,
        tuple(notification.summaries.select_related("agency")),
        tuple(notification.safety_actions.all()),
        notification.rapid_reviews.filter(withdrawn_at=None).first(),
    )
    begun = found.summaries or found.actions or found.concluded
    return found if papers or begun else None


def signed_off_after_decision(concluded: RapidReview) -> bool:
    """Whether the decision did not rest on the sign-off, because it came later."""
    decision = getattr(concluded.notification, "decision", None)
    at = concluded.signed_off_at
    return decision is not None and at is not None and at > decision.decided_at
