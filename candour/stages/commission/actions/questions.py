"""A board's people answer what to be ready for; evidence stands under quality markers. No score."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.questionnaires import load_questionnaire
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.commission.models import MarkerEvidence, Readiness, ReadinessAnswer


def answer_readiness(*, by: Person, readiness: Readiness, question: str, words: str) -> ReadinessAnswer:
    """Answer one question for the board. Answers of others, and earlier ones, stay beside it."""
    with act("answered_readiness", by=by, on=readiness, needs=Can.PREPARE, why=question) as doing:
        load_questionnaire("readiness").prompt(question)
        answered = {"answered_at": timezone.now(), "answered_by": by.username}
        answer = ReadinessAnswer.objects.create(
            readiness=readiness, question=question, words=words, **answered
        )
        doing.made(answer)
    return answer


def withdraw_readiness_answer(*, by: Person, answer: ReadinessAnswer) -> ReadinessAnswer:
    """The answer holds no more. It stays, struck through."""
    with act("withdrew_readiness_answer", by=by, on=answer, needs=Can.PREPARE):
        answer.withdrawn_at, answer.withdrawn_by = timezone.now(), by.username
        answer.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return answer


def write_marker_evidence(*, by: Person, review: Review, marker: str, words: str) -> MarkerEvidence:
    """Write evidence under a quality marker."""
    with act("wrote_marker_evidence", by=by, on=review, needs=Can.KEEP_PLAN, why=marker) as doing:
        load_questionnaire("quality-markers").prompt(marker)
        written = {"written_at": timezone.now(), "written_by": by.username}
        evidence = MarkerEvidence.objects.create(review=review, marker=marker, words=words, **written)
        doing.made(evidence)
    return evidence


def withdraw_marker_evidence(*, by: Person, evidence: MarkerEvidence) -> MarkerEvidence:
    """It holds no more. It stays, struck through."""
    with act("withdrew_marker_evidence", by=by, on=evidence, needs=Can.KEEP_PLAN):
        evidence.withdrawn_at, evidence.withdrawn_by = timezone.now(), by.username
        evidence.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return evidence


def put_marker_evidence_back(*, by: Person, evidence: MarkerEvidence) -> MarkerEvidence:
    """It holds after all."""
    with act("put_marker_evidence_back", by=by, on=evidence, needs=Can.KEEP_PLAN):
        evidence.withdrawn_at, evidence.withdrawn_by = None, ""
        evidence.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return evidence


def put_readiness_answer_back(*, by: Person, answer: ReadinessAnswer) -> ReadinessAnswer:
    """The answer holds after all."""
    with act("put_readiness_answer_back", by=by, on=answer, needs=Can.PREPARE):
        answer.withdrawn_at, answer.withdrawn_by = None, ""
        answer.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return answer
