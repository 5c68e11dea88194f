"""Which codes of the review's method its analysis uses, and where: for whoever changes the method."""

from __future__ import annotations

from collections.abc import Iterator

from candour.domain.methods import Existing, Kind, Stage, load_method, steps_begun
from candour.kernel.reviews.models import Review
from candour.stages.analysis.finding_form import FOR_BOARD, HEADLINE
from candour.stages.analysis.models import Episode, Factor, Finding
from candour.stages.commission.methods_over_time import titles_of


def used_by(review: Review) -> Iterator[Existing]:
    """Steps of the analysis once it is begun, groups of factors, categories and questions of findings."""
    begun = Episode.objects.filter(review=review, withdrawn_at=None).count()
    if begun:
        where = f"analysis: {begun} episode{'' if begun == 1 else 's'}"
        yield from steps_begun(load_method(review.method), Stage.ANALYSIS, where)
    yield from _groups(review)
    findings = Finding.objects.filter(review=review, withdrawn_at=None)
    categories, questions = titles_of(review, Kind.CATEGORY), titles_of(review, Kind.QUESTION)
    for one in findings:
        if one.category:
            where = f"finding {one.number}"
            yield Existing(Kind.CATEGORY, one.category, categories.plain(one.category), (where,))
        for code in answered_in(one):
            yield Existing(Kind.QUESTION, code, questions.plain(code), (f"finding {one.number}",))


def answered_in(finding: Finding) -> list[str]:
    """The codes of the questions it answers, in words or by saying that it is not known."""
    answered = [code for code, said in finding.answers.items() if said.get("words") or said.get("not_known")]
    return [HEADLINE, *answered, *([FOR_BOARD] if finding.questions else [])]


def _groups(review: Review) -> Iterator[Existing]:
    titles = titles_of(review, Kind.GROUP)
    factors = Factor.objects.filter(review=review, withdrawn_at=None).exclude(group="")
    counted: dict[str, int] = {}
    for group in factors.values_list("group", flat=True):
        counted[group] = counted.get(group, 0) + 1
    for group, n in counted.items():
        yield Existing(Kind.GROUP, group, titles.plain(group), (f"{n} factor{'' if n == 1 else 's'}",))
