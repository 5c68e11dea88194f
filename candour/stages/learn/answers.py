"""The findings of a review, and what the board answered, as a bundle holds them."""

from __future__ import annotations

from candour.domain.methods import load_method
from candour.files.bundles import Answer, Finding
from candour.kernel.reviews.models import Review
from candour.stages.analysis.models import Finding as WrittenFinding
from candour.stages.respond import reads


def findings_of(review: Review) -> tuple[Finding, ...]:
    """Those that stand, each under its category's title in the review's method."""
    titles = {one.code: one.title for one in load_method(review.method).finding_categories}
    standing = WrittenFinding.objects.filter(review=review, withdrawn_at=None)
    return tuple(
        Finding(
            number=one.number,
            headline=one.headline,
            category=titles.get(one.category, one.category),
            questions=tuple(one.questions),
        )
        for one in standing
    )


def answers_of(review: Review) -> tuple[Answer, ...]:
    """What the board has answered so far."""
    return tuple(reads.answers_of(review))
