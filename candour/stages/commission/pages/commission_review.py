"""A review is commissioned from a decision: by which method, on what terms, over what period."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.methods import load_method, method_names
from candour.domain.moments.spoken import spoken_day
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import commission_review
from candour.stages.decide.days import HappenedOn, not_before
from candour.stages.decide.finding import decision_at
from candour.stages.decide.models import Decision
from candour.stages.notify.place import place_of

SHORT_AREA = forms.Textarea(attrs={"rows": 2})


class Form(forms.Form):
    title = forms.CharField(
        label="The name the review goes by",
        help_text="Not the child’s own. For example, Child Alder.",
        max_length=120,
    )
    method = forms.ChoiceField(label="Method", widget=forms.RadioSelect)
    opened_on = HappenedOn(label="Day the review opens")
    period_from = DayField(label="Period looked at: from")
    period_to = DayField(label="Period looked at: to")
    period_why = forms.CharField(label="Why this period", max_length=400, required=False, widget=SHORT_AREA)
    terms = forms.CharField(
        label="Terms of reference",
        help_text="What the review is to find out, and what it leaves to others. One a line.",
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    proportionate_why = forms.CharField(
        label="Why a review of this size and kind is right",
        help_text="For what there is to learn, and for those it touches.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    lines_of_enquiry = forms.CharField(
        label="Lines of enquiry",
        help_text="Questions, one a line. More may come as the review goes on.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *rest: Any, names_of_children: frozenset[str] = frozenset(), **more: Any) -> None:
        super().__init__(*rest, **more)
        self.names_of_children = names_of_children
        methods = [load_method(name) for name in method_names()]
        field: Any = self.fields["method"]
        field.choices = [(one.name, one.title) for one in methods]
        field.choice_hints = {one.name: f"Whose: {one.whose}. {one.not_endorsed}" for one in methods}

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        if self.names_of_children & set(title.casefold().split()):
            raise forms.ValidationError("This holds a child’s own name. Choose another for it to go by.")
        return title

    def clean_lines_of_enquiry(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["lines_of_enquiry"].splitlines() if line.strip()]

    def clean(self) -> Any:
        kept = super().clean()
        first, last = self.cleaned_data.get("period_from"), self.cleaned_data.get("period_to")
        if first and last and last < first:
            self.add_error("period_to", "The period ends before it starts. Change one of the two days.")
        return kept


def _runs_from(decision: Decision) -> str:
    begun = "direction" if decision.direction else "decision"
    day = spoken_day(decision.initiated_on)
    return f"The clock of the law runs from the {begun}, {day}, whatever this day is."


@needs(Can.COMMISSION, find=decision_at, address="notification")
def page(request: HttpRequest, decision: Decision) -> HttpResponse:
    notification = decision.notification
    names = notification.children.filter(withdrawn_at=None).values_list("name", flat=True)
    parts = frozenset(part for name in names for part in name.casefold().split() if len(part) > 2)
    initial = {"title": notification.title, "opened_on": spoken_day(today())}
    form = Form(typed(request), initial=initial, names_of_children=parts)
    form.fields["opened_on"].help_text = _runs_from(decision)
    not_before(form, "opened_on", decision.initiated_on, decision.began_when)
    back = reverse("decide:decision", args=[notification.in_address])
    if request.method == "POST" and form.is_valid():
        review = commission_review(by=request.user, decision=decision, **form.cleaned_data)
        return redirect("commission:setting-up", review.in_address)
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": f"{notification.title}: commission the review",
            "sentence": "The board’s business manager and chair have seats from the start, unless they "
            "stand too near. Others come next. "
            "A commission stands, and the decision with it.",
            "button": "Commission the review",
            "place": place_of(notification, ("Decision", back), "Commission"),
            "back": {"title": "Leave without saving", "href": back},
        },
    )
