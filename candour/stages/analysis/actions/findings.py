"""Findings written, changed, withdrawn, or taken back while nothing rests on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Max
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.analysis.models import Episode, Factor, Finding
from candour.stages.analysis.resting import what_rests_on_finding

MISTAKE = "Written by mistake, and taken back before anything rested on it."
_FIELDS = ("headline", "category", "answers", "against", "questions", "conversations")


def write_finding(
    *,
    by: Person,
    review: Review,
    headline: str,
    category: str = "",
    answers: Mapping[str, Mapping[str, Any]] | None = None,
    against: str = "",
    questions: Iterable[str] = (),
    conversations: Iterable[int] = (),
    factors: Iterable[Factor] = (),
    episodes: Iterable[Episode] = (),
) -> Finding:
    """Write a finding. `answers`, by code of the method's questions: {words, source, not_known ..}."""
    contributed, shown = [*factors], [*episodes]
    _check(headline, review, contributed, shown)
    with act("wrote_finding", by=by, on=review, needs=Can.ANALYSE) as doing:
        Review.objects.select_for_update().get(pk=review.pk)
        last = Finding.objects.filter(review=review).aggregate(last=Max("number"))["last"] or 0
        finding = doing.made(
            Finding.objects.create(
                review=review,
                number=last + 1,
                headline=headline,
                category=category,
                answers={code: dict(answer) for code, answer in (answers or {}).items()},
                against=against,
                questions=list(questions),
                conversations=list(conversations),
                written_at=timezone.now(),
                written_by=by.username,
            )
        )
        finding.factors.set(contributed)
        finding.episodes.set(shown)
    return finding


def change_finding(
    *,
    by: Person,
    finding: Finding,
    headline: str,
    category: str,
    answers: Mapping[str, Mapping[str, Any]],
    against: str,
    questions: Iterable[str],
    factors: Iterable[Factor],
    episodes: Iterable[Episode],
    version: int | None = None,
) -> None:
    """Change a finding. An answer to a question that is not named here stays as it was."""
    contributed, shown = [*factors], [*episodes]
    _check(headline, finding.review, contributed, shown)
    with act("changed_finding", by=by, on=finding, needs=Can.ANALYSE, version=version):
        finding.headline, finding.category, finding.against = headline, category, against
        finding.answers = {**finding.answers, **{code: dict(one) for code, one in answers.items()}}
        finding.questions = list(questions)
        finding.save(update_fields=_FIELDS)
        finding.factors.set(contributed)
        finding.episodes.set(shown)


def withdraw_finding(*, by: Person, finding: Finding, why: str) -> None:
    if not why.strip():
        raise Trouble("A finding is withdrawn with a reason.", do="Say why in a sentence.")
    with act("withdrew_finding", by=by, on=finding, needs=Can.ANALYSE, why=why):
        finding.save(update_fields=finding.mark_withdrawn(by, why))


def take_back_finding(*, by: Person, finding: Finding) -> None:
    """Undo the writing. Raises Trouble where entries carry it, or the board has answered it."""
    if resting := what_rests_on_finding(finding):
        raise Trouble(
            f"Something hangs on this finding: {', '.join(resting)}.", do="Withdraw it with a reason instead."
        )
    with act("took_back_finding", by=by, on=finding, needs=Can.ANALYSE):
        finding.save(update_fields=finding.mark_withdrawn(by, MISTAKE))


def _check(headline: str, review: Review, factors: list[Factor], episodes: list[Episode]) -> None:
    if not headline.strip():
        raise Trouble("A finding has a headline.", do="Say what the system does, in a sentence or two.")
    if any(one.review_id != review.pk for one in (*factors, *episodes)):
        raise Trouble("Something of another review was chosen.", do="Choose from this review's own.")
