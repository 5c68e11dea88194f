"""One section of what was told is said, put right or added to; whoever saves second sees both."""

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
from candour.stages.notify.models import Notification
from candour.stages.notify.place import place_of
from candour.stages.notify.sections import Section, section_at


@needs(Can.NOTIFY, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification, section: str) -> HttpResponse:
    form = section_at(notification, section, typed(request))
    address = reverse("notify:notification", args=[notification.in_address])
    if request.method == "POST" and form.is_valid() and (form.rows is None or form.rows.is_valid()):
        try:
            _save(request.user, notification, form)
        except Changed as changed:
            form.show_clash(changed, _theirs(changed, section))
        else:
            return redirect(f"{address}#{section}")
    return render(
        request,
        "stages/notify/pages/section.html",
        {
            "form": form,
            "rows": form.rows,
            "forms": [form, form.rows] if form.rows is not None else [form],
            "title": f"{notification.title}: {_title(form)}",
            "sentence": form.of_its_subject(form.SENTENCE),
            "button": "Save",
            "place": place_of(notification, form.of_its_subject(form.TITLE)),
            "back": {"title": "Leave without saving", "href": address},
        },
    )


def _save(by: Any, notification: Notification, form: Section) -> None:
    amend_notification(
        by=by,
        notification=notification,
        told=form.told_now(),
        version=form.cleaned_data["version"],
        regime=form.regime,
    )


def _theirs(changed: Changed, section: str) -> dict[str, Any]:
    """The section as the other saved it, without what forms keep as numbers."""
    now: Any = changed.now
    return {name: said for name, said in section_at(now, section).initial.items() if name != "agencies"}


def _title(form: Section) -> str:
    nth = getattr(form, "nth", None)
    title = form.of_its_subject(form.TITLE) if nth is None else form.told.children[nth].name
    return title if nth is not None else f"{title[:1].lower()}{title[1:]}"
