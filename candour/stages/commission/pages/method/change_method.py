"""Change the method: choose another, read what that means for what exists, then say why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.domain.methods import Existing, Kind, Method, load_method, method_names
from candour.domain.moments.spoken import spoken_day
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import change_method
from candour.stages.commission.methods_over_time import changed_now, changes_of_method
from candour.stages.commission.place import address, form_page, place_in

KINDS = {
    Kind.STEP: "Step",
    Kind.ROLE: "Role",
    Kind.GROUP: "Group of factors",
    Kind.CATEGORY: "Category of findings",
    Kind.QUESTION: "Question of a finding",
    Kind.PART: "Part of the report",
    Kind.RULE: "Rule",
}


class Form(forms.Form):
    changed_on = DayField(label="Day from which the other method is followed")
    reason = forms.CharField(
        label="Why is the method changed?", max_length=400, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean_changed_on(self) -> date:
        day: date = self.cleaned_data["changed_on"]
        if day > today():
            raise forms.ValidationError("This day is still to come. Give today or an earlier day.")
        return day


@needs(Can.SET_TERMS)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    others = [load_method(name) for name in method_names() if name != review.method]
    chosen = next((one for one in others if one.name == request.GET.get("to")), None)
    form = Form(typed(request) if chosen else None, initial={"changed_on": spoken_day(today())})
    name = chosen.name if chosen else ""
    return form_page(
        request,
        form,
        save=lambda **said: change_method(by=viewer, review=review, method=name, **said),
        back=address("setting-up", review),
        template="stages/commission/pages/method/change_method.html",
        review=review,
        method=load_method(review.method),
        others=others,
        chosen=chosen,
        lists=lists_of(review, chosen) if chosen else [],
        changes=changes_of_method(review),
        title=f"{review.title}: change the method",
        button="Change the method",
        place=place_in(review, "Change the method"),
    )


def lists_of(review: Review, method: Method) -> list[tuple[str, str, list[dict[str, str]]]]:
    """The three lists, each under its heading, with words for where it is empty."""
    found = changed_now(review, method)
    return [
        ("No longer fits", "Everything there is fits the other method.", _rows(found.unfit)),
        ("Is carried over", "Nothing is carried over.", _rows(found.carried)),
        ("Is newly asked", "The other method asks nothing new.", _rows(found.asked)),
    ]


def _rows(existing: Iterable[Existing]) -> list[dict[str, str]]:
    return [{"kind": KINDS[one.kind], "title": one.title, "where": ", ".join(one.where)} for one in existing]
