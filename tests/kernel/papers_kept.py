"""A paper kept by an act of its own, for tests of papers alone."""

from __future__ import annotations

from candour.domain.access import Can
from candour.kernel.audit.acting import act
from candour.kernel.papers.keeping import kept
from candour.kernel.papers.models import Paper
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review


def keep_paper(
    *, by: Person, review: Review, agency: Organisation | None, name: str, content: bytes, needs: Can
) -> Paper:
    with act("kept_paper", by=by, on=Paper(review=review, agency=agency), needs=needs, why=name) as doing:
        paper = doing.made(kept(by=by, review=review, agency=agency, name=name, content=content))
    return paper
