"""An open copy on its way: what joins up is signed for, it is ordered, and given; each can be taken back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.domain.jigsaw import CLAIM
from candour.domain.moments.spoken import spoken_day
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.place import form_page
from candour.stages.hearing.actions import (
    give_bundle,
    order_bundle,
    sign_bundle_joins,
    take_back_bundle_signature,
)
from candour.stages.hearing.joining_up import joins_kept
from candour.stages.hearing.models import BundleSignature, Making
from candour.stages.hearing.place import address, place_among, row_at, step_of
from candour.stages.hearing.signing import changed_since, way_of_copy
from candour.stages.report.deciding.joining_up import rulings_of

_STAYS = "stays-"


class JoinsForm(forms.Form):
    words = forms.CharField(
        label="What you looked at",
        help_text="For example: read every page beside what the press wrote.",
        max_length=400,
    )

    def __init__(self, *rest: Any, joins: list[tuple[Any, dict[str, Any]]], **more: Any) -> None:
        super().__init__(*rest, **more)
        for join, told in joins:
            said = "; ".join(f"{one['where']}: “{one['words']}”" for one in told["facts"])
            self.fields[f"{_STAYS}{join.key}"] = forms.CharField(
                label=f"{said[:1].upper()}{said[1:]}. It may stay, because",
                help_text=f"{join.why} {join.instead}",
                max_length=400,
            )
        self.order_fields([*(f"{_STAYS}{join.key}" for join, _ in joins), "words"])


class OrderForm(forms.Form):
    shown = forms.CharField(widget=forms.HiddenInput)
    words = forms.CharField(label="For what it is given out", max_length=400)
    ordered_on = DayField(label="Day of the order")


class GiveForm(forms.Form):
    to = forms.CharField(label="To whom was it given, and how?", max_length=400)
    given_on = DayField(label="Day it was given")


@needs(Can.WRITE_REPORT, reading="opened_bundle_joins")
def joins(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    making = row_at(request, review, Making, pk)
    ruled = rulings_of(making.bundle.report)
    found = list(zip(joins_kept(making.joins), making.joins, strict=True))
    waiting = [(join, told) for join, told in found if join.key not in ruled]
    stay = [(join, told, ruled[join.key]) for join, told in found if join.key in ruled]

    def save(words: str, **said: str) -> None:
        stays = {name.removeprefix(_STAYS): why for name, why in said.items()}
        sign_bundle_joins(by=viewer, making=making, stays=stays, words=words, signed_on=today())

    many = f"{len(waiting) or 'None'} to decide on, {len(stay)} ruled on in the report. " if found else ""
    return form_page(
        request,
        JoinsForm(typed(request), joins=waiting),
        save=save,
        back=_own(making),
        leave="Leave it for now",
        template="stages/hearing/pages/joins.html",
        review=review,
        making=making,
        ruled=stay,
        signed=way_of_copy(making).joins,
        title=f"What joins up in copy {making.number}",
        sentence=f"{many}{CLAIM}",
        button="I have looked at what joins up",
        place=place_among(review, viewer, step_of(making.bundle), "What joins up"),
    )


@needs(Can.ORDER_RELEASE)
def order(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    making = row_at(request, review, Making, pk)
    allowed = way_of_copy(making).may_order(viewer)
    if not allowed and request.method != "POST":
        messages.info(request, f"It cannot be ordered yet. {' '.join(allowed.reasons)}")
        return redirect(_own(making))
    first = {"shown": making.sha256, "ordered_on": spoken_day(today())}
    return form_page(
        request,
        OrderForm(typed(request), initial=first),
        save=lambda **said: order_bundle(by=viewer, making=making, **said),
        back=_own(making),
        title=f"Order that copy {making.number} is given out?",
        sentence=f"To {making.bundle.called}. It is read back once more, and the order is bound to these "
        f"bytes: SHA-256 {making.sha256}.",
        button="Order it",
        place=place_among(review, viewer, step_of(making.bundle), "Order"),
    )


@needs(Can.WRITE_REPORT)
def give(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    making = row_at(request, review, Making, pk)
    first = {"to": making.bundle.called, "given_on": spoken_day(today())}
    since = " ".join(changed_since(making, viewer))
    return form_page(
        request,
        GiveForm(typed(request), initial=first),
        save=lambda to, given_on: give_bundle(by=viewer, making=making, to=to, given_on=given_on),
        back=_own(making),
        title=f"Note that copy {making.number} was given",
        sentence=f"Since the order: {since} Ask whoever rules before it goes out."
        if since
        else "Fetch the PDF, give it, and note here to whom.",
        button="Note it",
        place=place_among(review, viewer, step_of(making.bundle), "Given"),
    )


@needs(Can.SEE_SOURCE)
@require_POST
def take_back(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    signature = row_at(request, review, BundleSignature, pk)
    try:
        take_back_bundle_signature(by=viewer, signature=signature)
    except Trouble as trouble:
        messages.info(request, f"{trouble.what} {trouble.do}")
    if may(viewer, Can.WRITE_REPORT, review):
        return redirect(_own(signature.making))
    return redirect(address("check", review, signature.making_id))


def _own(making: Making) -> str:
    return address("bundle", making.bundle.report.review, making.bundle_id)
