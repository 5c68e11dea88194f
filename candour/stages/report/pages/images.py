"""Images that somebody looked at, because no program can: the list, one more, and one taken back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.place import form_page
from candour.stages.report.actions.images import sign_for_image, take_back_image
from candour.stages.report.hearing.place import address, row_at
from candour.stages.report.models import SeenImage
from candour.stages.report.place import place_of


class Form(forms.Form):
    sha256 = forms.CharField(
        label="SHA-256 of the image",
        help_text="As candour check-open prints it: “an image, which no person has looked at (sha256 …)”.",
        max_length=80,
    )
    where = forms.CharField(
        label="Where is it?", help_text="The file, and the place in it, such as page 3.", max_length=200
    )
    shows = forms.CharField(
        label="What is to be seen on it, and why does it give nobody away?",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen_on = DayField(label="Day you looked at it")

    def clean_seen_on(self) -> Any:
        if (day := self.cleaned_data["seen_on"]) > today():
            raise forms.ValidationError("That day is not over yet. Give the day you looked at it.")
        return day


@needs(Can.SEE_SOURCE, reading="opened_seen_images")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    images = SeenImage.objects.visible_to(viewer).filter(review=review)
    return render(
        request,
        "stages/report/pages/images.html",
        {
            "review": review,
            "images": images,
            "standing": sum(one.withdrawn_at is None for one in images),
            "place": place_of(review, viewer, "Images"),
            "print_words": f"Images that somebody looked at, review {review.written_number}, restricted",
        },
    )


@needs(Can.SEE_SOURCE)
def sign(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    back = address("images", review)
    return form_page(
        request,
        Form(typed(request), initial={"seen_on": spoken_day(today())}),
        save=lambda **said: sign_for_image(by=viewer, review=review, **said),
        back=back,
        title="Sign for an image",
        sentence="You looked at it yourself, and it gives nobody away. Your name and the day go with it.",
        button="Sign for it",
        place=place_of(review, viewer, ("Images", back), "Sign for one"),
    )


@needs(Can.SEE_SOURCE)
@require_POST
def take_back(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    image = row_at(request, review, SeenImage, pk)
    if image.withdrawn_at is None:
        take_back_image(by=request.user, image=image)
    return redirect("report:images", review.in_address)
