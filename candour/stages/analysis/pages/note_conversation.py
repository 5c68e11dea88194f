"""Note a conversation that was held, with what the method wants to hear in one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.methods import load_method
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.analysis.actions import note_conversation
from candour.stages.analysis.conversation_form import Form
from candour.stages.analysis.conversations_kept import (
    address_of_conversation,
    held_back,
    place_of_conversations,
)


@needs(Can.KEEP_CONVERSATIONS)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        noted = note_conversation(by=viewer, review=review, **form.cleaned_data)
        return redirect(address_of_conversation(noted))
    return render(
        request,
        "stages/analysis/pages/note_conversation.html",
        {
            "place": place_of_conversations(review, viewer, ("Note a conversation", "")),
            "title": "Note a conversation",
            "sentence": "The notes are for the lead reviewers and the review team. Nobody else sees them.",
            "form": form,
            "button": "Keep the notes",
            "parts": load_method(review.method).conversation,
            "waiting": held_back(review, viewer, today()),
            "back": {
                "title": "Leave without saving",
                "href": reverse("analysis:conversations", args=[review.in_address]),
            },
        },
    )
