"""A board records that it was told of a serious incident. The rest is said section by section."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.people.models import Organisation
from candour.kernel.web.guard import board_at, needs
from candour.kernel.web.idling import typed
from candour.stages.notify.actions import notify
from candour.stages.notify.place import place_of
from candour.stages.notify.sections.incident import NewIncident


@needs(Can.NOTIFY, find=board_at, address="board")
def page(request: HttpRequest, board: Organisation) -> HttpResponse:
    form = NewIncident(typed(request), board=board)
    if request.method == "POST" and form.is_valid():
        notification = notify(by=request.user, board=board, told=form.told(), regime=form.chosen_law)
        return redirect("notify:notification", notification.in_address)
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": "Record a notification",
            "sentence": f"{board} was told of a serious incident. Saving gives it the next number; "
            "whom it is about, areas and agencies come next.",
            "button": "Record the notification",
            "place": place_of(None, "New"),
            "back": {"title": "Leave without saving", "href": reverse("decide:decisions")},
        },
    )
