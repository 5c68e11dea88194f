"""A file that is nowhere in the review yet is brought into a bundle: a statement, a plan, a photograph."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.corrections.uploading import OneFileForm
from candour.stages.commission.place import form_page
from candour.stages.hearing.actions import bring_into_bundle
from candour.stages.hearing.models import Bundle
from candour.stages.hearing.place import address, place_among, row_at, step_of


class Form(OneFileForm):
    help_text = "A PDF, a picture (PNG or JPEG), or a table as agencies send them."
    called = forms.CharField(label="How does the index name it?", max_length=200)
    tab = forms.CharField(label="Under which tab?", max_length=120)


@needs(Can.WRITE_REPORT)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    bundle = row_at(request, review, Bundle, pk)

    def save(file: Any, called: str, tab: str) -> None:
        said = {"called": called, "tab": tab}
        bring_into_bundle(by=viewer, bundle=bundle, name=file.name, content=file.read(), **said)

    return form_page(
        request,
        Form(typed(request), request.FILES or None),
        save=save,
        back=address("bundle", review, bundle.pk),
        title=f"Bring a file into {str(bundle).lower()}",
        sentence="It is kept as it came. In the bundle a PDF is its pages alone, without scripts and forms.",
        button="Put it into the bundle",
        place=place_among(review, viewer, step_of(bundle), "Bring a file"),
    )
