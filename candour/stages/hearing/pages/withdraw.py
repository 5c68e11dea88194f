"""A bundle is withdrawn with its reason, and can stand again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.place import form_page
from candour.stages.hearing.actions import put_bundle_back, withdraw_bundle
from candour.stages.hearing.models import Bundle
from candour.stages.hearing.place import address, place_among, row_at, step_of


class Form(forms.Form):
    why = forms.CharField(label="Why?", max_length=400)


@needs(Can.WRITE_REPORT)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    bundle = row_at(request, review, Bundle, pk)
    return form_page(
        request,
        Form(typed(request)),
        save=lambda why: withdraw_bundle(by=viewer, bundle=bundle, why=why),
        back=address("bundle", review, bundle.pk),
        title=f"Withdraw {str(bundle).lower()}",
        sentence="Nobody can fetch a copy of it any more. Ask for those back that were given out.",
        button="Withdraw the bundle",
        place=place_among(review, viewer, step_of(bundle), "Withdraw"),
    )


@needs(Can.WRITE_REPORT)
@require_POST
def put_back(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    put_bundle_back(by=viewer, bundle=row_at(request, review, Bundle, pk))
    return redirect("hearing:bundle", review.in_address, pk)
