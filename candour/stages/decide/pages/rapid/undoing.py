"""The undos of a rapid review, each a button of its own."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.web.guard import needs
from candour.stages.decide import actions
from candour.stages.decide.models import RapidReview, SafetyAction, SummaryAsked
from candour.stages.decide.pages.rapid.forms import back_to, row_of
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification


def _undo(can: Can, rows: Any, act: Any, called: str) -> Any:
    """A page that opens by its button only: it acts on the row and goes back to the rapid review."""

    @needs(can, find=notification_at, address="notification")
    @require_POST
    def page(request: HttpRequest, notification: Notification, pk: int) -> HttpResponse:
        act(by=request.user, **{called: row_of(request, notification, rows, pk)})
        return redirect(back_to(notification))

    return page


withdrawal_of_summary = _undo(
    Can.ANSWER_TESTS, SummaryAsked, actions.take_back_withdrawal_of_summary, "asked"
)
made_safe = _undo(Can.ANSWER_TESTS, SafetyAction, actions.take_back_made_safe, "action")
safety_action = _undo(Can.ANSWER_TESTS, SafetyAction, actions.withdraw_safety_action, "action")
conclusion = _undo(Can.ANSWER_TESTS, RapidReview, actions.take_back_rapid_review, "concluded")
sign_off = _undo(Can.DECIDE, RapidReview, actions.take_back_sign_off, "concluded")
