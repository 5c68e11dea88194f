"""The author hands a draft in: the agency's senior reads it next."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.actions.drafts import hand_in_draft
from candour.stages.chronology.models import DraftState
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.writing.drafts_at import counts_in_words, draft_to_write, seniors_of
from candour.stages.chronology.writing.typed_rows import fates_of


class Form(VersionedForm):
    """Nothing but the version that was looked at."""


@needs(Can.SEND_RETURN)
def page(request: HttpRequest, review: Review, agency: str) -> HttpResponse:
    viewer: Any = request.user
    draft = draft_to_write(viewer, review, agency)
    form = Form(typed(request), initial={"version": draft.version})
    here = reverse("chronology:write-return", args=[review.in_address, agency])
    if request.method != "POST" and draft.state == DraftState.HANDED_IN:
        return redirect(here)
    if request.method == "POST" and form.is_valid():
        try:
            hand_in_draft(by=viewer, draft=draft, version=form.cleaned_data["version"])
            return redirect(here)
        except Changed as changed:
            form.show_clash(changed, {})
        except Trouble as trouble:
            form.add_error(None, f"{trouble.what} {trouble.do}")
    seniors = [one.person.name for one in seniors_of(review, draft.agency, draft)]
    who = " or ".join(seniors)
    signs = f"{who} reads it and signs it off: two people, not one."
    nobody = "Nobody has the seat of agency senior yet. It waits until the business manager gives that seat."
    return render(
        request,
        "web/confirm.html",
        {
            "place": place_in(review, viewer, (str(draft.agency), here), ("Hand in", "")),
            "title": f"Hand in the return of {draft.agency}",
            "sentence": f"{counts_in_words(fates_of(draft.rows))}.",
            "follows": [
                signs if who else nobody,
                "Until then it counts for nothing, and you may take it back.",
                "Rows that are held become held rows of the return: a person places them later.",
            ],
            "form": form,
            "button": "Hand in for sign-off",
            "back": {"title": "Go on writing", "href": here},
        },
    )
