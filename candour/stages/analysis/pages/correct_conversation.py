"""Correct the notes of a conversation, or say when they were checked back. The earlier words stay."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.analysis.actions import correct_conversation
from candour.stages.analysis.conversation_form import Correction
from candour.stages.analysis.conversations_kept import (
    address_of_conversation,
    conversation_at,
    place_of_conversation,
)
from candour.stages.analysis.models import Conversation


@needs(Can.KEEP_CONVERSATIONS, reading="opened_conversation")
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    one = conversation_at(request, review, nth)
    form = Correction(typed(request), held_on=one.held_on, initial=_initial_of(one))
    if request.method == "POST" and form.is_valid():
        try:
            correct_conversation(by=viewer, conversation=one, **form.cleaned_data)
        except Changed as changed:
            now: Any = changed.now
            form.show_clash(changed, {"notes": now.notes})
        else:
            return redirect(address_of_conversation(one))
    return render(
        request,
        "web/form_page.html",
        {
            "place": place_of_conversation(one, viewer, ("Correct the notes", "")),
            "title": "Correct the notes",
            "sentence": f"{one}, with {one.with_whom}. The words before stay beside the new ones.",
            "form": form,
            "button": "Save the notes",
            "back": {"title": "Leave without saving", "href": address_of_conversation(one)},
        },
    )


def _initial_of(one: Conversation) -> dict[str, Any]:
    return {"notes": one.notes, "checked_back_on": one.checked_back_on, "version": one.version}
