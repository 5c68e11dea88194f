"""One test of the law: yes, no or unknown, why, and what that rests on. Nothing is chosen beforehand."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.rules import Answer, FactAsked, FactKind
from candour.kernel.audit.acting import Changed
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import answer_test
from candour.stages.decide.law import Asked, law_on
from candour.stages.decide.models import SummaryAsked
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification
from candour.stages.notify.place import place_of
from candour.stages.notify.said import is_typed
from candour.stages.notify.sections.facts import answer_field


class Form(VersionedForm):
    """Yes, no or unknown; or a number or a day where the law asks for one, left empty while it is unknown."""

    answer = answer_field("Answer")
    reason = forms.CharField(
        label="Reason",
        help_text="For unknown: what is missing, who was asked, and by when.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    rests_on = forms.CharField(
        label="What it rests on",
        help_text="Paper and page. For example: notification, section 4; hospital summary, page 2.",
        max_length=400,
        required=False,
    )
    summaries = forms.ModelMultipleChoiceField(
        label="Summaries of agencies that it rests on",
        queryset=SummaryAsked.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *rest: Any, notification: Notification, fact: FactAsked, **more: Any) -> None:
        super().__init__(*rest, **more)
        if is_typed(fact):
            self.fields["answer"] = _typed_field(fact)
        summaries: Any = self.fields["summaries"]
        summaries.queryset = notification.summaries.filter(withdrawn_at=None, received_at__isnull=False)
        if not summaries.queryset.exists():
            del self.fields["summaries"]

    def given(self) -> dict[str, Any]:
        """The answer, as the action takes it."""
        said = self.cleaned_data["answer"]
        if isinstance(said, str) and said in set(Answer):
            return {"answer": Answer(said)}
        return {"value": "" if said is None else said.isoformat() if isinstance(said, date) else str(said)}


def _typed_field(fact: FactAsked) -> forms.Field:
    empty = "Leave it empty while it is unknown."
    if fact.kind is FactKind.DATE:
        return DayField(label="The day", help_text=empty, required=False)
    return forms.IntegerField(
        label=f"How many {fact.unit}" if fact.unit else "The number",
        help_text=empty,
        required=False,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
    )


@needs(Can.ANSWER_TESTS, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification, fact: str) -> HttpResponse:
    tests = law_on(notification)
    asked = tests.asking(fact) if tests else None
    if asked is None:
        raise Http404
    form = Form(typed(request), notification=notification, fact=asked.fact, initial=_initial(asked))
    back = reverse("decide:tests", args=[notification.in_address])
    if request.method == "POST" and form.is_valid():
        try:
            _save(request.user, notification, fact, form)
        except Changed as changed:
            now: Any = changed.now
            theirs = {"answer": now.value or now.answer, "reason": now.reason, "rests_on": now.rests_on}
            form.show_clash(changed, theirs)
        else:
            return redirect(f"{back}#{fact}")
    return render(
        request,
        "stages/decide/pages/answer_test.html",
        {
            "form": form,
            "asked": asked,
            "title": asked.fact.question,
            "sentence": asked.fact.help,
            "button": "Save the answer",
            "place": place_of(notification, ("Tests", back), asked.fact.short),
            "back": {"title": "Leave without saving", "href": back},
        },
    )


def _initial(asked: Asked) -> dict[str, Any]:
    if asked.row is None:
        return {"version": 0}
    row = asked.row
    day = asked.fact.kind is FactKind.DATE
    return {
        "version": row.version,
        "answer": asked.given if day else row.value or ("" if is_typed(asked.fact) else row.answer),
        "summaries": [one.pk for one in row.summaries.all()],
        "reason": row.reason,
        "rests_on": row.rests_on,
    }


def _save(by: Any, notification: Notification, fact: str, form: Form) -> None:
    said = form.cleaned_data
    answer_test(
        by=by,
        notification=notification,
        fact=fact,
        **form.given(),
        reason=said["reason"],
        rests_on=said["rests_on"],
        summaries=said.get("summaries", ()),
        version=said["version"],
    )
