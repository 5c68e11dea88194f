"""What every form page of a rapid review has in common: where it stands and where it goes back to."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from candour.stages.notify.law_chosen import law_of
from candour.stages.notify.models import Notification
from candour.stages.notify.place import place_of
from candour.stages.notify.subject_words import said_of_subject


def back_to(notification: Notification) -> str:
    return reverse("decide:rapid-review", args=[notification.in_address])


def row_of(request: HttpRequest, notification: Notification, rows: Any, pk: int, **standing: Any) -> Any:
    """A row of this notification that the viewer may see, or 404."""
    seen = rows.objects.visible_to(request.user).filter(notification=notification, **standing)
    return get_object_or_404(seen, pk=pk)


def form_page(
    request: HttpRequest, notification: Notification, form: Any, title: str, sentence: str, button: str
) -> HttpResponse:
    back, law = back_to(notification), law_of(notification)
    for field in form.fields.values():
        field.help_text = said_of_subject(field.help_text, law)
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": title,
            "sentence": said_of_subject(sentence, law),
            "button": button,
            "place": place_of(notification, ("Rapid review", back), title),
            "back": {"title": "Leave without saving", "href": back},
        },
    )
