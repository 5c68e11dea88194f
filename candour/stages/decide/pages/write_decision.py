"""The chair writes the decision: what, why, and whether publication weighed in it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import Outcome
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import decide
from candour.stages.decide.law import Tests, law_on
from candour.stages.decide.models import DecisionOutcome
from candour.stages.decide.tree_picture import lowered
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification
from candour.stages.notify.place import place_of

UNKNOWN = "unknown_"
AREA = forms.Textarea(attrs={"rows": 6})
SHORT_AREA = forms.Textarea(attrs={"rows": 2})


class Form(forms.Form):
    outcome = forms.ChoiceField(label="Decision", choices=DecisionOutcome.choices, widget=forms.RadioSelect)
    reasons = forms.CharField(
        label="Reasons", help_text="For the family and the national body too: plainly.", widget=AREA
    )
    against_why = forms.CharField(
        label="If there is no review: why, although the tests say that there must be one?",
        required=False,
        widget=SHORT_AREA,
    )
    weighed = forms.ChoiceField(
        label="Did publication weigh in this?",
        help_text="That a review is published is no test of the law. Say so if it weighed.",
        choices=[("no", "No"), ("yes", "Yes")],
        widget=forms.RadioSelect,
    )
    publication_weighed = forms.CharField(
        label="If yes: how it weighed", max_length=400, required=False, widget=SHORT_AREA
    )
    kept_elsewhere = forms.CharField(
        label="If the review is held outside Candour: where its papers are",
        required=False,
        max_length=200,
    )
    instead = forms.CharField(
        label="If there is no review: what is done instead",
        help_text="For example, a learning event.",
        max_length=200,
        required=False,
    )
    decided_on = DayField(label="Day of the decision")

    def __init__(self, *rest: Any, tests: Tests | None, **more: Any) -> None:
        super().__init__(*rest, **more)
        self.must = tests is not None and tests.evaluation.outcome is Outcome.MUST
        if not self.must:
            del self.fields["against_why"]
        for fact in tests.missing if tests else ():
            self.fields[f"{UNKNOWN}{fact.name}"] = forms.CharField(
                label=f"Unknown: {lowered(fact.short)}. Why decide without this answer?", widget=SHORT_AREA
            )

    def clean(self) -> Any:
        kept = super().clean()
        said = self.cleaned_data
        none = said.get("outcome") == DecisionOutcome.NO_REVIEW
        if self.must and none and not said.get("against_why"):
            self.add_error("against_why", "The tests say that there must be a review. Say why there is none.")
        if said.get("weighed") == "yes" and not said.get("publication_weighed"):
            self.add_error("publication_weighed", "Say how publication weighed, or answer no.")
        return kept

    def written(self) -> dict[str, Any]:
        """What `decide` takes."""
        said = self.cleaned_data
        none = said["outcome"] == DecisionOutcome.NO_REVIEW
        unknown = {name: said[name] for name in said if name.startswith(UNKNOWN)}
        return {
            "outcome": said["outcome"],
            "reasons": said["reasons"],
            "decided_on": said["decided_on"],
            "against_why": said.get("against_why", "") if none else "",
            "unknown_reasons": {name.removeprefix(UNKNOWN): why for name, why in unknown.items()},
            "publication_weighed": said["publication_weighed"] if said["weighed"] == "yes" else "",
            "instead": said["instead"] if none else "",
            "kept_elsewhere": "" if none else said["kept_elsewhere"],
        }


@needs(Can.DECIDE, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification) -> HttpResponse:
    address = reverse("decide:decision", args=[notification.in_address])
    if getattr(notification, "decision", None) is not None:
        return redirect(address)
    tests = law_on(notification)
    form = Form(typed(request), tests=tests, initial={"decided_on": spoken_day(today())})
    back = reverse("decide:tests", args=[notification.in_address])
    if request.method == "POST" and form.is_valid():
        decide(by=request.user, notification=notification, **form.written())
        return redirect(address)
    return render(
        request,
        "stages/decide/pages/write_decision.html",
        {
            "form": form,
            "unknown": [form[name] for name in form.fields if name.startswith(UNKNOWN)],
            "tests": tests,
            "title": f"{notification.title}: write the decision",
            "sentence": tests.evaluation.sentence if tests else "No pack holds the law of that day.",
            "button": "Decide",
            "place": place_of(notification, ("Tests", back), "Decision"),
            "back": {"title": "Go back to the tests", "href": back},
        },
    )
