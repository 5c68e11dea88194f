"""A decision that was reopened, as it stood, with what was said to it; and the undo of the reopening."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.web.guard import needs
from candour.stages.decide.actions import take_back_reopening
from candour.stages.decide.law import law_on
from candour.stages.decide.models import Decision
from candour.stages.decide.pages.decision import of_the_law
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification
from candour.stages.notify.place import place_of


def _reopened(request: HttpRequest, notification: Notification, pk: int) -> Decision:
    seen = Decision.objects.visible_to(request.user).filter(notification=notification, stands_for=None)
    found: Decision = get_object_or_404(seen, pk=pk)
    return found


@needs(Can.SEE_NOTIFICATIONS, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification, pk: int) -> HttpResponse:
    decision = _reopened(request, notification, pk)
    return render(
        request,
        "stages/decide/pages/reopened.html",
        {
            "notification": notification,
            "decision": decision,
            **of_the_law(decision, law_on(notification)),
            "challenges": decision.challenges.all(),
            "place": place_of(notification, "Reopened decision"),
            "print_words": f"{notification.written}, reopened decision",
        },
    )


@needs(Can.DECIDE, find=notification_at, address="notification")
@require_POST
def undo(request: HttpRequest, notification: Notification, pk: int) -> HttpResponse:
    take_back_reopening(by=request.user, decision=_reopened(request, notification, pk))
    return redirect("decide:decision", notification.in_address)
