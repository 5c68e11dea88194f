"""A board records that it was told of a serious incident."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.people.models import Organisation
from candour.kernel.web.guard import board_at, needs
from candour.kernel.web.idling import typed
from candour.stages.notify.actions import notify
from candour.stages.notify.form import ChildrenForm, Form, name_in_title
from candour.stages.notify.place import place_of


@needs(Can.NOTIFY, find=board_at, address="board")
def page(request: HttpRequest, board: Organisation) -> HttpResponse:
    form = Form(typed(request), board=board, initial={"version": 1})
    children = ChildrenForm(typed(request), prefix="children")
    filled = request.method == "POST" and all([form.is_valid(), children.is_valid()])
    if filled and not name_in_title(form, children):
        told = form.told(children.told())
        notification = notify(by=request.user, board=board, told=told)
        return redirect("notify:notification", notification.in_address)
    return render(
        request,
        "stages/notify/pages/notification_form.html",
        {
            "form": form,
            "children": children,
            "forms": [form, children],
            "title": "Record a notification",
            "sentence": f"{board} was told of a serious incident. Saving gives it the next number.",
            "button": "Record the notification",
            "place": place_of(None, "New"),
            "back": {"title": "Leave without saving", "href": reverse("decide:decisions")},
        },
    )
