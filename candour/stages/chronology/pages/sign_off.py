"""The agency's senior reads what was written on screen, and signs it off or gives it back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.actions.drafts import TWO_PEOPLE, give_back_draft, sign_off_draft
from candour.stages.chronology.models import Draft
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.tasks import read_what_came
from candour.stages.chronology.writing.drafts_at import counts_in_words, draft_to_sign, name_of
from candour.stages.chronology.writing.typed_rows import fates_of, table_of


class Form(VersionedForm):
    why = forms.CharField(
        label="Why you give it back",
        max_length=400,
        widget=forms.Textarea({"rows": 3}),
        help_text="The author reads this.",
        error_messages={"required": "Say what the author should change."},
    )

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        if self.is_bound and not self.gives_back:
            self.fields["why"].required = False

    @property
    def gives_back(self) -> bool:
        return self.data.get("do") == "give-back"


@needs(Can.SIGN_OFF_RETURN)
def page(request: HttpRequest, review: Review, agency: str) -> HttpResponse:
    viewer: Any = request.user
    draft = draft_to_sign(viewer, review, agency)
    form = Form(typed(request), initial={"version": draft.version})
    if request.method == "POST" and form.is_valid():
        try:
            return _decided(viewer, review, draft, form)
        except Changed as changed:
            form.show_clash(changed, {})
            draft.refresh_from_db()
        except Trouble as trouble:
            form.add_error(None, f"{trouble.what} {trouble.do}")
    fates = fates_of(draft.rows)
    returns = ("Returns", reverse("chronology:returns", args=[review.in_address]))
    return render(
        request,
        "stages/chronology/pages/sign_off.html",
        {
            "place": place_in(review, viewer, returns, (f"Sign off {draft.agency}", "")),
            "review": review,
            "draft": draft,
            "form": form,
            "table": table_of(draft.rows, fates),
            "counts": counts_in_words(fates),
            "handed_in_by": name_of(draft.handed_in_by),
            "own": viewer.username in draft.writers,
            "two_people": TWO_PEOPLE,
        },
    )


def _decided(viewer: Any, review: Review, draft: Draft, form: Form) -> HttpResponse:
    version = form.cleaned_data["version"]
    if form.gives_back:
        give_back_draft(by=viewer, draft=draft, version=version, why=form.cleaned_data["why"])
        return redirect("chronology:returns", review.in_address)
    sent = sign_off_draft(by=viewer, draft=draft, version=version, on=today())
    read_what_came.enqueue(sent.pk)
    return redirect("chronology:return", review.in_address, sent.pk)
