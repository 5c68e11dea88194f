"""Say what the board will do about a finding, and how it will know."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.kernel.people.models import Organisation
from candour.kernel.reviews.models import Review
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.respond.actions import add_action
from candour.stages.respond.finding_them import address_of, finding_at, owners_in, place_of_response
from candour.stages.respond.models import Strength


class Form(forms.Form):
    words = forms.CharField(label="What will be done", widget=forms.Textarea(attrs={"rows": 2}))
    owner = forms.ChoiceField(label="Who owns it")
    owner_role = forms.CharField(label="In which role", max_length=200, help_text="A role, not a name.")
    due_on = DayField(label="Due")
    strength = forms.ChoiceField(label="Strength", choices=Strength.choices, widget=forms.RadioSelect)
    strength_why = forms.CharField(label="Why that strength", max_length=400, required=False)
    will_know = forms.CharField(
        label="How will the board know whether it changed anything?",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    look_again_on = DayField(label="Look for the effect on", required=False)

    def __init__(self, *args: Any, owners: list[Organisation], **rest: Any) -> None:
        super().__init__(*args, **rest)
        owner: Any = self.fields["owner"]
        owner.choices = [("", "Choose"), *((one.pk, one.name) for one in owners)]
        strength: Any = self.fields["strength"]
        strength.choice_hints = {
            "stronger": "works without anybody remembering it",
            "intermediate": "reminds, counts or adds hands",
            "weaker": "relies on people being told",
        }

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        due, again = said.get("due_on"), said.get("look_again_on")
        if due and again and again < due:
            self.add_error("look_again_on", "This day lies before the action is due. Give a later day.")
        return said


@needs(Can.RESPOND)
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    finding = finding_at(review, nth)
    owners = owners_in(review)
    form = Form(typed(request), owners=owners)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        owner = next(one for one in owners if str(one.pk) == said["owner"])
        add_action(by=viewer, finding=finding, **{**said, "owner": owner})
        return redirect(address_of(finding))
    return render(
        request,
        "web/form_page.html",
        {
            "place": place_of_response(finding, viewer, ("Add an action", "")),
            "title": "Add an action",
            "sentence": finding.headline,
            "form": form,
            "button": "Add the action",
            "back": {"title": "Leave without saving", "href": address_of(finding)},
        },
    )
