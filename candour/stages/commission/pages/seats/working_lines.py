"""Where people work and to whom they answer there, as a board keeps it: what conflicts are checked by."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.people.models import Organisation, OrganisationKind, Person
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import board_at, needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import (
    put_working_line_back,
    record_working_line,
    withdraw_working_line,
)
from candour.stages.commission.buttons import Reason
from candour.stages.commission.models import WorkingLine
from candour.stages.commission.place import form_page

of_board = needs(Can.COMMISSION, find=board_at, address="board")


class Form(forms.Form):
    person = forms.ModelChoiceField(
        label="Person", queryset=Person.objects.none(), empty_label="Choose a person"
    )
    agency = forms.ModelChoiceField(
        label="Agency",
        queryset=Organisation.objects.filter(kind=OrganisationKind.AGENCY),
        empty_label="Choose an agency",
    )
    post = forms.CharField(label="As what", max_length=120, required=False)
    answers_to = forms.ModelChoiceField(
        label="Answers to",
        help_text="The person directly above. The whole line is checked, up and down.",
        queryset=Person.objects.none(),
        required=False,
        empty_label="Nobody here",
    )
    from_on = DayField(label="Since", required=False)
    to_on = DayField(label="Until", required=False)

    def __init__(self, *rest: Any, viewer: Person, **more: Any) -> None:
        super().__init__(*rest, **more)
        for name in ("person", "answers_to"):
            field: Any = self.fields[name]
            field.queryset = Person.objects.visible_to(viewer).filter(is_active=True).order_by("name")


@of_board
def page(request: HttpRequest, board: Organisation) -> HttpResponse:
    lines = _seen(request, board).select_related("person", "agency", "answers_to")
    return render(
        request,
        "stages/commission/pages/seats/working_lines.html",
        {
            "board": board,
            "lines": lines.filter(withdrawn_at=None),
            "withdrawn": lines.exclude(withdrawn_at=None),
            "place": [("Where people work", "")],
        },
    )


@of_board
def record(request: HttpRequest, board: Organisation) -> HttpResponse:
    viewer: Any = request.user
    back = reverse("commission:working-lines", args=[board.slug])
    return form_page(
        request,
        Form(typed(request), viewer=viewer),
        save=lambda **said: record_working_line(by=viewer, board=board, **said),
        back=back,
        title="Where somebody works",
        sentence="Seats in which this is a conflict of interest close at once.",
        button="Keep this",
        place=[("Where people work", back), ("Add", "")],
    )


@of_board
def withdraw(request: HttpRequest, board: Organisation, pk: int) -> HttpResponse:
    viewer: Any = request.user
    line = get_object_or_404(_seen(request, board).filter(withdrawn_at=None), pk=pk)
    back = reverse("commission:working-lines", args=[board.slug])
    return form_page(
        request,
        Reason(typed(request)),
        save=lambda why: withdraw_working_line(by=viewer, line=line, why=why),
        back=back,
        template="web/confirm.html",
        leave="Leave it as it is",
        title=f"Withdraw: {line.person} at {line.agency}?",
        sentence="It was not so.",
        follows=["A conflict that it caused is lifted apart, seat by seat.", "You can undo this."],
        button="Withdraw it",
        place=[("Where people work", back), ("Withdraw", "")],
    )


@of_board
@require_POST
def put_back(request: HttpRequest, board: Organisation, pk: int) -> HttpResponse:
    line = get_object_or_404(_seen(request, board).exclude(withdrawn_at=None), pk=pk)
    put_working_line_back(by=request.user, line=line)
    return redirect("commission:working-lines", board.slug)


def _seen(request: HttpRequest, board: Organisation) -> Any:
    return WorkingLine.objects.visible_to(request.user).filter(board=board)
