"""One question: do these two accounts tell of one event?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.accounts.asking import asked_in
from candour.stages.chronology.accounts.differences import Difference, difference_href, differences_of
from candour.stages.chronology.accounts.linked import Whole, whole_of
from candour.stages.chronology.accounts.proposals import Proposals, dresser, link_of
from candour.stages.chronology.accounts.said import last_said
from candour.stages.chronology.actions.apart import leave_open, tell_apart
from candour.stages.chronology.actions.events import confirm_event
from candour.stages.chronology.pages.entry import entry_called
from candour.stages.chronology.returns.place import place_in

YES, NO, NOT_SURE = "yes", "no", "not_sure"


class Form(forms.Form):
    answer = forms.ChoiceField(
        label="Your answer",
        choices=[(YES, "Yes, one event"), (NO, "No"), (NOT_SURE, "Not sure yet")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose yes, no, or not sure yet."},
    )
    why = forms.CharField(label="Why", max_length=400, required=False, help_text="Needed for a no.")

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        field: Any = self.fields["answer"]
        field.choice_hints = {
            YES: "both accounts stay as they are, side by side",
            NO: "the link is not proposed again",
            NOT_SURE: "the link stays in the list, with your name and the day",
        }

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("answer") == NO and not said.get("why", "").strip():
            self.add_error("why", "Say why they are not one event.")
        return said


@needs(Can.SETTLE_CHRONOLOGY, reading="opened_link")
def page(request: HttpRequest, review: Review, key: str, other: str) -> HttpResponse:
    viewer: Any = request.user
    whole = whole_of(review)
    _refuse_missing(whole, key, other)
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            _answer(viewer, review, (key, other), **form.cleaned_data)
        except Trouble as trouble:
            form.add_error(None, f"{trouble.what} {trouble.do}")
        else:
            return redirect(_next(request, review, whole, (key, other)))
    return render(
        request,
        "stages/chronology/pages/link_question.html",
        _said(review, viewer, whole, (key, other)) | {"form": form},
    )


def _refuse_missing(whole: Whole, key: str, other: str) -> None:
    """404 unless both stand in this review, and are two."""
    if key == other or not {key, other} <= {entry.id for entry in whole.chronology.entries}:
        raise Http404


def _answer(viewer: Person, review: Review, keys: tuple[str, str], *, answer: str, why: str) -> None:
    first, second = (entry_called(viewer, review, key) for key in keys)
    if answer == YES:
        confirm_event(by=viewer, review=review, entries=[first, second], why=why)
    elif answer == NO:
        tell_apart(by=viewer, review=review, first=first, second=second, why=why)
    else:
        leave_open(by=viewer, review=review, first=first, second=second, why=why)


def _list_of(review: Review, whole: Whole, keys: tuple[str, str]) -> tuple[Proposals, str, str]:
    """The list in which the pair stands, with its name and address."""
    pair = set(keys)
    if any({one.a, one.b} == pair for one in whole.duplicates):
        address = reverse("chronology:duplicates", args=[review.in_address])
        return Proposals.within_one(review, whole), "Possible duplicates", address
    address = reverse("chronology:links", args=[review.in_address])
    return Proposals.between_agencies(review, whole), "Links proposed", address


def _next(request: HttpRequest, review: Review, whole: Whole, keys: tuple[str, str]) -> str:
    """The question after this one, in the list as it was filtered; at its end, the list."""
    found, _, back = _list_of(review, whole, keys)
    link = found.next_after(*keys, asked_in(request.GET))
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    if link is None:
        return back + query
    return reverse("chronology:link-question", args=[review.in_address, link.a, link.b]) + query


def _said(review: Review, viewer: Person, whole: Whole, keys: tuple[str, str]) -> dict[str, Any]:
    found, title, back = _list_of(review, whole, keys)
    return {
        "review": review,
        "place": place_in(review, viewer, (title, back), ("One event?", "")),
        "print_words": f"Review {review.written_number}, two accounts, for the review team",
        "one": dresser(review, whole)(link_of(whole, *keys)),
        "differences": _between(review, whole, keys),
        "looked_at": found.looked_at,
        "total": len(found.links),
        "back": back,
        "last": last_said(review, viewer),
    }


def _between(review: Review, whole: Whole, keys: tuple[str, str]) -> list[tuple[Difference, str]]:
    here = [one for one in differences_of(review, whole) if {one.first.id, one.second.id} == set(keys)]
    return [(one, difference_href(review, one)) for one in here]
