"""The plan is kept: its day and hour, a telling, a mark that somebody heard, the notice that was sent."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.returns.place import Place, place_in
from candour.stages.commission.place import form_page
from candour.stages.learn import actions
from candour.stages.learn.before import notice_of, plan_of
from candour.stages.learn.models import NoticeSent, PublicationPlan, Telling

publishes = needs(Can.PUBLISH)


class HourField(forms.TimeField):
    def __init__(self, **rest: Any) -> None:
        super().__init__(
            input_formats=["%H:%M", "%H.%M"],
            error_messages={"invalid": "Write the hour as 10:00."},
            widget=forms.TextInput(attrs={"size": 6}),
            **rest,
        )


class PlanForm(VersionedForm):
    day = DayField(label="Day of publication")
    hour = HourField(
        label="Hour", help_text="Nothing goes to the reading room before it. For example, 10:00."
    )
    statement = forms.CharField(
        label="What is said to those who ask",
        help_text="And who may say it. It stands here alone; nobody is sent it.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class TellingForm(forms.Form):
    who = forms.CharField(
        label="Who hears", help_text="For example, the child’s grandmother.", max_length=200
    )
    is_family = forms.BooleanField(label="They are of the family, who hear first", required=False)
    how = forms.CharField(
        label="How, and from whom", help_text="For example, a visit by the lead reviewer.", max_length=200
    )
    day = DayField(label="Day")
    hour = HourField(label="Hour")


class ToldForm(forms.Form):
    told_on = DayField(label="Day on which they heard")


class NoticeForm(forms.Form):
    to = forms.CharField(label="To whom it was sent", max_length=200)
    sent_on = DayField(label="Day on which it was sent")
    how = forms.CharField(label="How", help_text="For example, the law’s own address for it.", max_length=200)
    agreed = forms.CharField(
        label="Who agreed to a shorter time, if somebody did",
        help_text="Their name and words. Then the law’s time need not have run.",
        required=False,
        max_length=400,
    )


class Why(forms.Form):
    why = forms.CharField(label="Why?", max_length=400)


def _back(review: Review) -> str:
    return reverse("learn:plan", args=[review.in_address])


def _about(request: HttpRequest, review: Review, step: str) -> dict[str, Any]:
    place: Place = place_in(review, request.user, ("Publication plan", _back(review)), (step, ""))
    return {"place": place, "back": _back(review)}


def _at(day: date, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))


def _initial(plan: PublicationPlan) -> dict[str, Any]:
    at = timezone.localtime(plan.not_before)
    day = spoken_day(at.date())
    return {"version": plan.version, "day": day, "hour": f"{at:%H:%M}", "statement": plan.statement}


@publishes
def keep(request: HttpRequest, review: Review) -> HttpResponse:
    plan = plan_of(review)

    def save(day: date, hour: time, **said: Any) -> None:
        actions.plan_publication(by=request.user, review=review, not_before=_at(day, hour), **said)

    return form_page(
        request,
        PlanForm(typed(request), initial=_initial(plan) if plan else {"version": 0, "hour": "10:00"}),
        save=save,
        theirs=_initial,
        title="The day and hour of publication",
        sentence="Nothing goes to the reading room before them.",
        button="Keep the day and hour",
        **_about(request, review, "Day and hour"),
    )


@publishes
def add(request: HttpRequest, review: Review) -> HttpResponse:
    plan = get_object_or_404(PublicationPlan.objects.visible_to(request.user), review=review)

    def save(day: date, hour: time, **said: Any) -> None:
        actions.add_telling(by=request.user, plan=plan, planned_for=_at(day, hour), **said)

    return form_page(
        request,
        TellingForm(typed(request)),
        save=save,
        title="Who hears before the day?",
        sentence="Nobody should learn from the news what was found about their family or their work.",
        button="Put them in the plan",
        **_about(request, review, "Who hears"),
    )


@publishes
def told(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    telling = _telling(request, review, pk, told_at=None)
    return form_page(
        request,
        ToldForm(typed(request), initial={"told_on": spoken_day(today())}),
        save=lambda told_on: actions.mark_told(by=request.user, telling=telling, told_on=told_on),
        title=f"{telling}: they have heard",
        sentence=telling.how,
        button="Mark that they have heard",
        **_about(request, review, "Heard"),
    )


@publishes
@require_POST
def not_told(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    actions.take_back_told(by=request.user, telling=_telling(request, review, pk, told_at__isnull=False))
    return redirect("learn:plan", review.in_address)


@publishes
def take_out(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    telling = _telling(request, review, pk, told_at=None)
    return form_page(
        request,
        Why(typed(request)),
        save=lambda why: actions.withdraw_telling(by=request.user, telling=telling, why=why),
        template="web/confirm.html",
        leave="Leave them in",
        title=f"Take {telling} out of the plan?",
        sentence="They are then not told before the day.",
        follows=["The line stays, struck through, with your reason."],
        button="Take them out",
        **_about(request, review, "Take out"),
    )


@publishes
def notice(request: HttpRequest, review: Review) -> HttpResponse:
    asked = notice_of(review)
    return form_page(
        request,
        NoticeForm(typed(request), initial={"to": asked.rule.to if asked else ""}),
        save=lambda **said: actions.record_notice(by=request.user, review=review, **said),
        title="The report was sent before publication",
        sentence=f"{asked.rule_in_words} {asked.standing}" if asked else "This law asks for no notice.",
        button="Note that it was sent",
        **_about(request, review, "Notice"),
    )


@publishes
def withdraw_notice(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    seen = NoticeSent.objects.visible_to(request.user).filter(review=review, withdrawn_at=None)
    sent = get_object_or_404(seen, pk=pk)
    return form_page(
        request,
        Why(typed(request)),
        save=lambda why: actions.withdraw_notice(by=request.user, notice=sent, why=why),
        template="web/confirm.html",
        leave="Leave it as it is",
        title="It was not sent, or not then?",
        sentence="Publication waits for the notice again.",
        follows=["The line stays, struck through, with your reason."],
        button="Withdraw the line",
        **_about(request, review, "Notice"),
    )


def _telling(request: HttpRequest, review: Review, pk: int, **standing: Any) -> Telling:
    seen = Telling.objects.visible_to(request.user).filter(plan__review=review, withdrawn_at=None)
    found: Telling = get_object_or_404(seen, pk=pk, **standing)
    return found
