"""One answer for all held rows that ask the same question: their new dates first, then the deed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.domain.moments import Moment
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.actions import place_rows
from candour.stages.chronology.models import Return, UnplacedRow
from candour.stages.chronology.reads import held_rows_of
from candour.stages.chronology.returns.held_words import code_words, date_as_written, words_of
from candour.stages.chronology.returns.place import place_of_return, return_at
from candour.stages.chronology.returns.together import (
    NO_YEAR,
    Group,
    common_choices,
    group_with,
    with_choice,
    with_year,
)


class YearForm(forms.Form):
    how = forms.IntegerField(
        label="Which year are they from?",
        min_value=1900,
        max_value=2100,
        error_messages={"required": "Give the year, such as 2014.", "invalid": "Give the year in figures."},
    )
    why = forms.CharField(label="Why", max_length=400, required=False)


class ChoiceForm(forms.Form):
    how = forms.ChoiceField(
        label="What is meant?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is meant."},
    )
    why = forms.CharField(label="Why", max_length=400, required=False)

    def __init__(self, group: Group, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        field: Any = self.fields["how"]
        offered = common_choices(group)
        field.choices = [(str(nth), one.hint or f"As {one.words}") for nth, one in enumerate(offered)]
        field.choice_hints = {str(nth): f"the first: {one.words}" for nth, one in enumerate(offered)}


@needs(Can.FIX_HELD_ROWS)
def page(request: HttpRequest, review: Review, pk: int, row_pk: int) -> HttpResponse:
    viewer: Any = request.user
    sent = return_at(request, review, pk)
    held = held_rows_of(sent)
    row = next((one for one in held if one.pk == row_pk), None)
    if row is None:
        raise Http404
    group = group_with(row, held)
    by_year = group.first.code == NO_YEAR
    typed_words = request.POST if request.method == "POST" else request.GET if "how" in request.GET else None
    form: Any = YearForm(typed_words) if by_year else ChoiceForm(group, typed_words)
    answers = answers_by(form, group, sent, by_year=by_year) if form.is_bound and form.is_valid() else {}
    if request.method == "POST" and answers:
        if why := form.cleaned_data["why"].strip():
            place_rows(by=viewer, return_=sent, answers=answers, why=why)
            return redirect("chronology:return", review.in_address, pk)
        form.add_error("why", "Say why: it stays with each entry.")
    form.fields["why"].required = True  # from here on: seeing the dates needs no reason, placing does
    return render(
        request,
        "stages/chronology/pages/answer_all.html",
        {
            "place": place_of_return(sent, viewer, ("Answer for all", "")),
            "sent": sent,
            "review": review,
            "form": form,
            "group": group,
            "code": code_words(group.first.code),
            "answered": bool(answers),
            "rows": [_line(one, sent, answers.get(one)) for one in group.rows],
            "left": len(group.rows) - len(answers),
            "placed": len(answers),
        },
    )


def answers_by(form: Any, group: Group, sent: Return, *, by_year: bool) -> dict[UnplacedRow, Moment]:
    how = form.cleaned_data["how"]
    return with_year(group, how, sent.headings) if by_year else with_choice(group, int(how))


def _line(row: UnplacedRow, sent: Return, when: Moment | None) -> tuple[UnplacedRow, str, str, Moment | None]:
    return row, date_as_written(row, sent.headings), words_of(row, sent.headings), when
