"""What was told is put right or added to; whoever saves second sees both."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.audit.acting import Changed
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.notify.actions import amend_notification
from candour.stages.notify.finding import notification_at
from candour.stages.notify.form import ChildrenForm, Form, clash_of, initial_of, name_in_title
from candour.stages.notify.models import Notification
from candour.stages.notify.place import place_of
from candour.stages.notify.told import told_in


@needs(Can.NOTIFY, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification) -> HttpResponse:
    told = told_in(notification)
    initial = {**initial_of(told), "version": notification.version}
    form = Form(typed(request), board=notification.board, initial=initial)
    rows: list[dict[str, Any]] = [
        {"name": child.name, "born": child.born, "note": child.note} for child in told.children
    ]
    children = ChildrenForm(typed(request), prefix="children", initial=rows)
    filled = request.method == "POST" and all([form.is_valid(), children.is_valid()])
    address = reverse("notify:notification", args=[notification.in_address])
    if filled and not name_in_title(form, children):
        try:
            amend_notification(
                by=request.user,
                notification=notification,
                told=form.told(children.told()),
                version=form.cleaned_data["version"],
            )
        except Changed as changed:
            form.show_clash(changed, dict(clash_of(told_in(changed.now))))
        else:
            return redirect(address)
    return render(
        request,
        "stages/notify/pages/notification_form.html",
        {
            "form": form,
            "children": children,
            "forms": [form, children],
            "title": f"{notification.title}: change what was told",
            "sentence": "The record keeps that it was changed, by whom and when.",
            "button": "Save what was told",
            "place": place_of(notification, "Change"),
            "back": {"title": "Leave without saving", "href": address},
        },
    )
