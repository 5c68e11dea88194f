"""Where accounts differ: questions to settle, open ones first; and how the others were settled, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.accounts.asking import counted_on_page, page_in, without_page
from candour.stages.chronology.accounts.differences import (
    IN_WORDS,
    Difference,
    difference_href,
    differences_of,
    no_longer_found,
)
from candour.stages.chronology.accounts.linked import whole_of
from candour.stages.chronology.accounts.rows import row_maker
from candour.stages.chronology.returns.place import place_in

A_PAGE = 50
OPEN, SETTLED = "open", "settled"


class Form(forms.Form):
    kind = forms.ChoiceField(label="In what", required=False)
    of = forms.ChoiceField(
        label="Between",
        required=False,
        choices=[("", "All accounts"), ("certain", "Accounts of one event"), ("proposed", "Proposed links")],
    )
    show = forms.ChoiceField(
        label="Show", required=False, choices=[("", "All"), (OPEN, "Not settled"), (SETTLED, "Settled")]
    )

    def __init__(self, found: Sequence[Difference], *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        counts = Counter(one.kind for one in found)
        kinds = [(kind, f"{words} ({counts[kind]})") for kind, words in IN_WORDS.items() if counts[kind]]
        field: Any = self.fields["kind"]
        field.choices = [("", "Anything"), *kinds]


@needs(Can.SEE_CHRONOLOGY, reading="opened_differences")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    whole = whole_of(review)
    found = differences_of(review, whole)
    form = Form(found, request.GET)
    asked = [one for one in found if _fits(one, form.cleaned_data if form.is_valid() else {})]
    pages = max(1, -(-len(asked) // A_PAGE))
    at = page_in(request.GET, pages)
    here = asked[(at - 1) * A_PAGE : at * A_PAGE]
    row = row_maker(review, whole.lanes)
    return render(
        request,
        "stages/chronology/pages/differences.html",
        {
            "review": review,
            "place": place_in(
                review,
                viewer,
                ("Chronology", f"/reviews/{review.in_address}/chronology/"),
                ("Differences", ""),
            ),
            "print_words": f"Review {review.written_number}, differences, for the review team",
            "compared": whole.compared,
            "total": len(found),
            "open": sum(one.settled is None for one in found),
            "certain": sum(one.settled is None and one.certain for one in found),
            "caption": counted_on_page((at - 1) * A_PAGE, len(here), len(asked)),
            "rows": [(one, difference_href(review, one), row(one.first), row(one.second)) for one in here],
            "gone": no_longer_found(review, found),
            "filter_form": form,
            "kept": without_page(request.GET),
            "pager": {"at": at, "pages": pages, "before": at - 1, "after": at + 1 if at < pages else 0},
            "may_settle": bool(may(viewer, Can.SETTLE_CHRONOLOGY, review)),
            "may_take_away": bool(may(viewer, Can.TAKE_CHRONOLOGY_AWAY, review)),
        },
    )


def _fits(one: Difference, said: dict[str, str]) -> bool:
    return (
        said.get("kind", "") in {"", one.kind}
        and said.get("of", "") in {"", "certain" if one.certain else "proposed"}
        and said.get("show", "") in {"", SETTLED if one.settled else OPEN}
    )
