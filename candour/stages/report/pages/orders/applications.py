"""An application to withhold: noted, shown, ruled on with reasons, withdrawn; a ruling taken back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.disclosure.grounds import grounds_under
from candour.domain.moments.spoken import spoken_day
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.place import form_page
from candour.stages.report.actions.applications import (
    note_application,
    rule_on_application,
    take_back_ruling_on_application,
    withdraw_application,
)
from candour.stages.report.hearing.place import (
    ParagraphsField,
    address,
    numbers_of,
    paragraph_choices,
    paragraphs_chosen,
    row_at,
)
from candour.stages.report.hearing.reads import rulings_not_kept
from candour.stages.report.hearing.who_rules import rules
from candour.stages.report.models import Application, ApplicationRuling, Ruled
from candour.stages.report.pages.orders.make import WhyForm
from candour.stages.report.place import place_of, report_at
from candour.stages.report.releasing.way_to_release import release_of

OWN = "own"


class Form(forms.Form):
    applicant = forms.CharField(
        label="Who asks?", help_text="For example, the mother, or Fenshire Police.", max_length=200
    )
    ground = forms.ChoiceField(
        label="On which ground?",
        help_text="With where it is from; none is law by standing here. Granted, it stands as the reason.",
        widget=forms.RadioSelect,
    )
    own_ground = forms.CharField(
        label="In their own words, if it is another ground", max_length=200, required=False
    )
    words = forms.CharField(label="What they say for it", widget=forms.Textarea(attrs={"rows": 5}))
    paragraphs = ParagraphsField(label="Which paragraphs?")
    applied_on = DayField(label="Day they asked")

    def __init__(self, *rest: Any, review: Review, **more: Any) -> None:
        super().__init__(*rest, **more)
        offered = [(one.title, f"{one.title} ({one.citation})") for one in grounds_under(review.regime)]
        fields: dict[str, Any] = self.fields
        fields["ground"].choices = [*offered, (OWN, "Another ground")]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        own = said.pop("own_ground", "").strip()
        if said.get("ground") == OWN:
            said["ground"] = own
            if not own:
                self.add_error("own_ground", "Say which ground it is, in their words.")
        elif own:
            self.add_error("own_ground", "Choose “Another ground”, or leave this box empty.")
        return said


class RulingForm(forms.Form):
    outcome = forms.ChoiceField(label="Ruling", choices=Ruled.choices, widget=forms.RadioSelect)
    paragraphs = ParagraphsField(label="Where it is granted in part: which are withheld?", required=False)
    reasons = forms.CharField(label="Reasons", widget=forms.Textarea(attrs={"rows": 5}))
    gist = forms.CharField(
        label="What the open report says instead",
        help_text="One sentence, and no more than this is said there. Leave it empty where you refuse.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


@needs(Can.HEAR, reading="opened_report_for_application")
def note(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    report = report_at(request, review)
    form = Form(typed(request), review=review, initial={"applied_on": spoken_day(today())})
    form.fields["paragraphs"].choices = paragraph_choices(report, viewer)  # type: ignore[attr-defined]

    def save(paragraphs: Any, **said: Any) -> None:
        note_application(by=viewer, report=report, paragraphs=paragraphs_chosen(report, paragraphs), **said)

    return form_page(
        request,
        form,
        save=save,
        back=address("orders", review),
        title="Note an application to withhold",
        sentence="Somebody asks that these words be kept from the public.",
        button="Keep the application",
        place=_place(request, review, "Application"),
    )


@needs(Can.HEAR, reading="opened_application")
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    one = row_at(request, review, Application, pk)
    ruling = one.ruling
    return render(
        request,
        "stages/report/pages/orders/application.html",
        {
            "review": review,
            "one": one,
            "release": release_of(review),
            "ground": next((each for each in grounds_under(review.regime) if each.title == one.ground), None),
            "numbers": numbers_of(one.report, one.paragraphs.all()),
            "ruling": ruling,
            "withheld": numbers_of(one.report, ruling.paragraphs.all()) if ruling else "",
            "not_kept": ruling in rulings_not_kept(one.report),
            "orders": ruling.orders.all() if ruling else [],
            "earlier": one.rulings.exclude(withdrawn_at=None),
            "may_rule": rules(request.user, review),  # type: ignore[arg-type]
            "place": _place(request, review, str(one)),
            "print_words": f"{one}, review {review.written_number}",
        },
    )


@needs(Can.RULE, reading="opened_report_to_rule")
def rule(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    one = row_at(request, review, Application, pk)
    asked = {each.pk for each in one.paragraphs.all()}
    form = RulingForm(typed(request))
    form.fields["paragraphs"].choices = paragraph_choices(  # type: ignore[attr-defined]
        one.report, viewer, lambda paragraph: paragraph.pk in asked
    )

    def save(paragraphs: Any, **said: Any) -> None:
        chosen = paragraphs_chosen(one.report, paragraphs)
        rule_on_application(by=viewer, application=one, paragraphs=chosen, **said)

    return form_page(
        request,
        form,
        save=save,
        back=address("application", review, pk),
        title=f"Rule on {one}",
        sentence="What is withheld is closed at once: the ground is its reason, your words its gist.",
        button="Rule",
        place=_place(request, review, str(one), "Ruling"),
    )


@needs(Can.HEAR)
def withdraw(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    one = row_at(request, review, Application, pk)
    return _reason(
        request,
        review,
        pk,
        lambda why: withdraw_application(by=request.user, application=one, why=why),
        title=f"Withdraw {one}",
        sentence="The applicant no longer asks.",
    )


@needs(Can.RULE)
def take_back(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    ruling = row_at(request, review, ApplicationRuling, pk)
    return _reason(
        request,
        review,
        ruling.application_id,
        lambda why: take_back_ruling_on_application(by=request.user, ruling=ruling, why=why),
        title=f"Take back the ruling on {ruling.application}",
        sentence="What was closed stays closed until somebody opens it.",
    )


def _reason(request: HttpRequest, review: Review, pk: int, save: Any, **shown: str) -> HttpResponse:
    return form_page(
        request,
        WhyForm(typed(request)),
        save=save,
        back=address("application", review, pk),
        template="web/confirm.html",
        follows=["It stays readable with your reason."],
        button="Do it",
        place=_place(request, review, shown["title"]),
        **shown,
    )


def _place(request: HttpRequest, review: Review, *steps: str) -> Any:
    viewer: Any = request.user
    return place_of(review, viewer, ("Orders", address("orders", review)), *steps)
