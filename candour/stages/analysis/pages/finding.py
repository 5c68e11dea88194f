"""One finding: the claim, the thread it hangs by, what has moved beneath it, and what the method asks."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from candour.domain.access import Can
from candour.domain.methods import Kind, load_method
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.analysis.finding_form import asked_in_form
from candour.stages.analysis.finding_them import finding_at, may_analyse, place_of_finding
from candour.stages.analysis.models import Finding
from candour.stages.analysis.resting import what_rests_on_finding
from candour.stages.analysis.threads import Standing, picture_of, standing_of
from candour.stages.analysis.uses import answered_in
from candour.stages.commission.methods_over_time import Titles, titles_of


@needs(Can.SEE_ANALYSIS, reading="opened_finding")
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    finding = finding_at(request, review, nth)
    standing = standing_of(finding)
    method = load_method(review.method)
    titles = titles_of(review, Kind.CATEGORY)
    writes = may_analyse(request, finding) and finding.stands
    carries = _carries(standing)
    return render(
        request,
        "stages/analysis/pages/finding.html",
        {
            "place": place_of_finding(finding, viewer),
            "review": review,
            "finding": finding,
            "of": Finding.objects.filter(review=review, withdrawn_at=None).count(),
            "category": titles.of(finding.category) or "not filed yet",
            "standing": standing,
            "carries": carries,
            "picture": mark_safe(picture_of(standing, carries)),
            "ways": [
                (path, standing.by_key.get(path.entry.id) if path.entry else None) for path in standing.paths
            ],
            "moved": [one for one in standing.weighed if one.state != "same"],
            "changed": standing.count("changed"),
            "withdrawn": standing.count("withdrawn"),
            "taken_back": finding.evidence.filter(withdrawn_at__isnull=False).select_related("entry"),
            "asked": [(one, finding.answer(one.code)) for one in asked_in_form(method)],
            "asked_before": _asked_before(finding, titles_of(review, Kind.QUESTION)),
            "may_write": writes,
            "may_take_back": writes and not what_rests_on_finding(finding),
            "answer": getattr(finding, "response", None) if may(viewer, Can.SEE_RESPONSE, review) else None,
            "print_words": f"{review.title}, {review.written_number}, review team only",
        },
    )


def _asked_before(finding: Finding, titles: Titles) -> list[tuple[str, dict[str, Any]]]:
    """Answers to questions that an earlier method of the review put, and this one does not."""
    codes = [code for code in answered_in(finding) if code not in titles.now and finding.answer(code)]
    return [(titles.of(code), finding.answer(code)) for code in codes]


def _carries(standing: Standing) -> str:
    """How many entries of how many agencies carry it, in words."""
    entries, agencies = len(standing.claim.counted), len(standing.claim.agencies)
    if not entries:
        return "No entry carries it yet."
    said = "1 entry" if entries == 1 else f"{entries} entries"
    of = "one agency" if agencies == 1 else f"{agencies} agencies"
    return f"It rests on {said} of {of}."
