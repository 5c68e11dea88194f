"""Those who decide write the decision: what, why, and whether publication weighed in it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import decide
from candour.stages.decide.days import not_before, opened_on
from candour.stages.decide.decision_form import LAW, TEST, UNKNOWN, WEIGHED, Form
from candour.stages.decide.law import law_on
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification
from candour.stages.notify.place import place_of


@needs(Can.DECIDE, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification) -> HttpResponse:
    address = reverse("decide:decision", args=[notification.in_address])
    if getattr(notification, "decision", None) is not None:
        return redirect(address)
    tests = law_on(notification)
    form = Form(typed(request), tests=tests, initial={"decided_on": spoken_day(today())})
    not_before(form, "decided_on", *opened_on(notification))
    back = reverse("decide:tests", args=[notification.in_address])
    if request.method == "POST" and form.is_valid():
        decide(by=request.user, notification=notification, **form.written())
        return redirect(address)
    return render(
        request,
        "stages/decide/pages/write_decision.html",
        {
            "form": form,
            "unknown": form.fields_of(UNKNOWN),
            "answered_no": form.fields_of(TEST),
            "to_the_law": form.fields_of(LAW),
            "weighed": form.fields_of(WEIGHED),
            "partners": form.partner_rows(),
            "tests": tests,
            "title": f"{notification.title}: write the decision",
            "sentence": tests.evaluation.sentence if tests else "No pack holds the law of that day.",
            "button": "Decide",
            "place": place_of(notification, ("Tests", back), "Decision"),
            "back": {"title": "Go back to the tests", "href": back},
        },
    )
