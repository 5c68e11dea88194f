"""A declared conflict no longer holds: the review opens again to the person."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review, Seat
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import lift_conflict
from candour.stages.commission.place import place_in


class Form(forms.Form):
    why = forms.CharField(
        label="Why does it no longer hold?", max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )


@needs(Can.MANAGE_SEATS)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    declared = Seat.objects.current().filter(review=review, conflict_declared_at__isnull=False)
    seat = get_object_or_404(declared.select_related("person"), pk=pk)
    form = Form(typed(request))
    back = reverse("commission:seats", args=[review.in_address])
    if request.method == "POST" and form.is_valid():
        lift_conflict(by=request.user, seat=seat, why=form.cleaned_data["why"])
        return redirect(back)
    return render(
        request,
        "stages/commission/pages/seats/lift_conflict.html",
        {
            "form": form,
            "title": f"Lift the conflict of {seat.person}?",
            "sentence": f"Declared: {seat.conflict_with}",
            "follows": [
                "The review opens to them again, in every seat they have on it.",
                "The record keeps what they declared, and your reason.",
            ],
            "button": "Lift the conflict",
            "place": place_in(review, "Lift a conflict"),
            "back": {"title": "Leave it as it is", "href": back},
        },
    )
