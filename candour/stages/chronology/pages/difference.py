"""One question: what is to be made of a difference between two accounts?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.accounts.differences import Difference, differences_of, ways_for
from candour.stages.chronology.accounts.linked import Whole, whole_of
from candour.stages.chronology.accounts.rows import row_maker
from candour.stages.chronology.accounts.said import event_href
from candour.stages.chronology.actions.settlements import settle_difference
from candour.stages.chronology.pages.entry import entry_called
from candour.stages.chronology.returns.place import place_in


class Form(forms.Form):
    way = forms.ChoiceField(
        label="What do you make of it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it is settled."},
    )
    why = forms.CharField(
        label="Why",
        max_length=400,
        widget=forms.Textarea,
        help_text="What it rests on. The report may quote it.",
        error_messages={"required": "Say why: a difference is settled with a reason."},
    )

    def __init__(self, one: Difference, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        field: Any = self.fields["way"]
        offered = ways_for(one)
        field.choices = [(way, words) for way, words, _ in offered]
        field.choice_hints = {way: hint for way, _, hint in offered if hint}


@needs(Can.SEE_CHRONOLOGY, reading="opened_difference")
def page(request: HttpRequest, review: Review, key: str, other: str, in_what: str) -> HttpResponse:
    viewer: Any = request.user
    whole = whole_of(review, patience=None)
    found = differences_of(review, whole)
    one = _asked(found, key, other, in_what)
    may_settle = bool(may(viewer, Can.SETTLE_CHRONOLOGY, review))
    form = Form(one, typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            _settle(viewer, review, one, form.cleaned_data)
        except Trouble as trouble:
            form.add_error(None, f"{trouble.what} {trouble.do}")
        else:
            return redirect(request.path)
    row = row_maker(review, whole.lanes)
    differences = reverse("chronology:differences", args=[review.in_address])
    return render(
        request,
        "stages/chronology/pages/difference.html",
        {
            "review": review,
            "place": place_in(review, viewer, ("Differences", differences), (one.in_words, "")),
            "print_words": f"Review {review.written_number}, one difference, for the review team",
            "one": one,
            "first": row(one.first),
            "second": row(one.second),
            "event_href": _event_of(review, whole, one),
            "form": form,
            "may_settle": may_settle,
            "left": sum(each.settled is None for each in found),
        },
    )


def _settle(viewer: Person, review: Review, one: Difference, said: dict[str, Any]) -> None:
    first, second = (entry_called(viewer, review, each.id) for each in (one.first, one.second))
    says = one.says_first, one.says_second
    settle_difference(by=viewer, review=review, kind=one.kind, first=first, second=second, says=says, **said)


def _asked(found: list[Difference], key: str, other: str, kind: str) -> Difference:
    """404 where the two entries do not differ in this, or are not of this review."""
    pair = kind, frozenset((key, other))
    one = next((each for each in found if each.pair == pair), None)
    if one is None:
        raise Http404
    return one


def _event_of(review: Review, whole: Whole, one: Difference) -> str:
    event = whole.spoken.event_of.get(one.first.id)
    return event_href(review, event) if event and one.certain and one.second.id in event.entries else ""
