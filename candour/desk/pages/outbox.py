"""E-mail to you, as it went out or would have gone: that something waits, and never what."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render

from candour.desk.actions import try_message_again
from candour.kernel.outbox.models import Message
from candour.kernel.outbox.sending import subject_and_words
from candour.kernel.web.guard import signed_in

SHOWN = 100


@signed_in
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """A message that was given up is to be sent after all: one's own, or anybody's for an administrator."""
    viewer: Any = request.user
    message = get_object_or_404(Message.objects.visible_to(viewer), pk=pk)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try_message_again(by=viewer, message=message)
    return redirect("desk:outbox")


@signed_in
def page(request: HttpRequest) -> HttpResponse:
    viewer: Any = request.user
    messages = Message.objects.visible_to(viewer).select_related("person")
    newest = messages.first()
    subject, words = subject_and_words(newest) if newest else ("", "")
    return render(
        request,
        "desk/pages/outbox.html",
        {
            "rows": messages[:SHOWN],
            "of": messages.count(),
            "subject": subject,
            "words": words,
            "sends_mail": settings.SENDS_MAIL,
        },
    )
