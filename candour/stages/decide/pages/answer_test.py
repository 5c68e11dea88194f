"""One test of the law: yes, no or unknown, why, and what that rests on. Nothing is chosen beforehand."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.rules import Answer
from candour.kernel.audit.acting import Changed
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import answer_test
from candour.stages.decide.law import Asked, law_on
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification
from candour.stages.notify.place import place_of
from candour.stages.notify.sections.facts import answer_field


class Form(VersionedForm):
    answer = answer_field("Answer")
    reason = forms.CharField(
        label="Reason",
        help_text="For unknown: what is missing, who was asked, and by when.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    rests_on = forms.CharField(
        label="What it rests on",
        help_text="Paper and page. For example: notification, section 4; hospital summary, page 2.",
        max_length=400,
        required=False,
    )


@needs(Can.ANSWER_TESTS, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification, fact: str) -> HttpResponse:
    tests = law_on(notification)
    asked = tests.asking(fact) if tests else None
    if asked is None:
        raise Http404
    form = Form(typed(request), initial=_initial(asked))
    back = reverse("decide:tests", args=[notification.in_address])
    if request.method == "POST" and form.is_valid():
        try:
            _save(request.user, notification, fact, form)
        except Changed as changed:
            now: Any = changed.now
            theirs = {"answer": now.answer, "reason": now.reason, "rests_on": now.rests_on}
            form.show_clash(changed, theirs)
        else:
            return redirect(f"{back}#{fact}")
    return render(
        request,
        "stages/decide/pages/answer_test.html",
        {
            "form": form,
            "asked": asked,
            "title": asked.fact.question,
            "sentence": asked.fact.help,
            "button": "Save the answer",
            "place": place_of(notification, ("Tests", back), asked.fact.short),
            "back": {"title": "Leave without saving", "href": back},
        },
    )


def _initial(asked: Asked) -> dict[str, Any]:
    if asked.row is None:
        return {"version": 0}
    row = asked.row
    return {
        "version": row.version,
        "answer": row.answer,
        "reason": row.reason,
        "rests_on": row.rests_on,
    }


def _save(by: Any, notification: Notification, fact: str, form: Form) -> None:
    said = form.cleaned_data
    answer_test(
        by=by,
        notification=notification,
        fact=fact,
        answer=Answer(said["answer"]),
        reason=said["reason"],
        rests_on=said["rests_on"],
        version=said["version"],
    )
