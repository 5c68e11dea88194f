"""Papers chosen for a bundle: which of those that there are, and under which tab."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.place import form_page
from candour.stages.hearing.actions import put_into_bundle
from candour.stages.hearing.choosing import choices_for, tabs_of
from candour.stages.hearing.models import Bundle
from candour.stages.hearing.place import address, place_among, row_at, step_of


class Form(forms.Form):
    papers = forms.MultipleChoiceField(
        label="Which papers?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one paper"},
    )
    tab = forms.CharField(label="Under which tab?", max_length=120)

    def __init__(self, *rest: Any, bundle: Bundle, **more: Any) -> None:
        super().__init__(*rest, **more)
        fields: Any = self.fields
        self.there = {one.key: one for one in choices_for(bundle)}
        fields["papers"].choices = [(key, one.title) for key, one in self.there.items()]
        tabs = [tab for tab, _ in tabs_of(bundle)]
        fields["tab"].help_text = (
            f"One that there is ({', '.join(tabs)}), or the name of a new one."
            if tabs
            else "A name for the first tab, such as: What agencies sent."
        )

    def clean_papers(self) -> list[Any]:
        return [self.there[key] for key in self.cleaned_data["papers"]]


@needs(Can.WRITE_REPORT)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    bundle = row_at(request, review, Bundle, pk)
    return form_page(
        request,
        Form(typed(request), bundle=bundle),
        save=lambda papers, tab: put_into_bundle(by=viewer, bundle=bundle, chosen=papers, tab=tab),
        back=address("bundle", review, bundle.pk),
        title=f"Choose papers for {str(bundle).lower()}",
        sentence="They stand in the order in which they are chosen, and can be moved afterwards.",
        button="Put them into the bundle",
        place=place_among(review, viewer, step_of(bundle), "Choose papers"),
    )
