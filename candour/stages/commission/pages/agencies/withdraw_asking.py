"""An agency need not send an account after all."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import withdraw_asking
from candour.stages.commission.models import AgencyAsked
from candour.stages.commission.place import place_in


class Form(forms.Form):
    why = forms.CharField(label="Why?", max_length=400, widget=forms.Textarea(attrs={"rows": 2}))


@needs(Can.ASK_AGENCIES)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    seen = AgencyAsked.objects.visible_to(request.user).filter(review=review, withdrawn_at=None)
    asked = get_object_or_404(seen, pk=pk)
    form = Form(typed(request))
    back = reverse("commission:agencies", args=[review.in_address])
    if request.method == "POST" and form.is_valid():
        withdraw_asking(by=request.user, asked=asked, why=form.cleaned_data["why"])
        return redirect(back)
    return render(
        request,
        "stages/commission/pages/agencies/withdraw_asking.html",
        {
            "form": form,
            "title": f"Withdraw the asking of {asked.agency}?",
            "sentence": "No account of theirs is waited for any more.",
            "follows": ["That it was asked stays visible, with your reason.", "It can be asked again."],
            "button": "Withdraw the asking",
            "place": place_in(review, "Withdraw an asking"),
            "back": {"title": "Leave it as it is", "href": back},
        },
    )
