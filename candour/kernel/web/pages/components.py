"""Every component on one page, for those who make pages: in a demonstration only, and all of it invented."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.moments import read
from candour.domain.moments.spoken import spoken
from candour.domain.timeline.agency_kinds import Kind
from candour.kernel.web.dates_in_forms import MomentField
from candour.kernel.web.guard import public
from candour.kernel.web.looks.states import STATES

AGENCIES = (
    ("Northmoor children’s services", Kind.CHILDRENS_SOCIAL_CARE, 1),
    ("Fenshire Police", Kind.POLICE, 1),
    ("Millbrook Hospital", Kind.HOSPITAL, 1),
    ("Eastmarsh children’s services", Kind.CHILDRENS_SOCIAL_CARE, 2),
    ("Hollin Nursery", Kind.SCHOOL, 1),
    ("Alder Street Surgery", Kind.GP_AND_COMMUNITY_HEALTH, 1),
    ("Fenshire Homes", Kind.HOUSING, 3),
)
STEPS = (
    {"title": "Notify", "small": "14 April", "state": "done", "href": "#notify"},
    {"title": "Decide", "small": "12 May, must review", "state": "done", "href": "#decide"},
    {"title": "Commission", "small": "19 May", "state": "done"},
    {"title": "Chronology", "small": "5 of 7 returns in", "state": "now", "href": "#chronology"},
    {"title": "Analysis", "small": "starts when returns are in", "state": "later"},
    {"title": "Report", "state": "later"},
    {"title": "Respond", "state": "later"},
    {"title": "Learn", "state": "later"},
)
PEOPLE = (
    ("Chair", "Independent chair, Northmoor"),
    ("Lead reviewers", "Lead Reviewer 1, Lead Reviewer 2", "No conflict found with any agency asked"),
    ("Review team", "6 of 7 seats filled"),
)
HELD_ROW = (
    ("As written", "“Tues 5/3”, under the heading “2014”"),
    ("Words", "Call from neighbour. Child crying at night. No reply at door."),
    ("Place", "table 2, row 17. Rows round it: 28 February 2014 and 9 March 2014"),
)
WRITTEN = ("14/7/99", "c. 21 June 1999", "3 to 5 May 2009", "before April 1999", "4 or 5 August 1999", "5/3")


class Form(forms.Form):
    """One field of each kind."""

    reading = forms.ChoiceField(
        label="What date is meant?",
        choices=[
            ("tue", "Tuesday 4 March 2014"),
            ("wed", "Wednesday 5 March 2014"),
            ("ask", "Ask the agency"),
        ],
        widget=forms.RadioSelect,
    )
    another = MomentField(label="Another date", required=False)
    why = forms.CharField(label="Why", help_text="What the reading rests on, in a sentence.")
    words = forms.CharField(label="Words", widget=forms.Textarea, required=False)
    kind = forms.ChoiceField(label="Read as", choices=[("date", "date"), ("time", "time")])
    grounds = forms.MultipleChoiceField(
        label="Grounds",
        choices=[("log", "Agrees with the call log"), ("rows", "Agrees with the rows round it")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    file = forms.FileField(label="The return", required=False)
    told = forms.BooleanField(label="The agency has been told", required=False)

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        reading: Any = self.fields["reading"]
        reading.choice_hints = {"tue": "keeps the weekday", "wed": "keeps the date"}


@public
def page(request: HttpRequest) -> HttpResponse:
    if not settings.DEMONSTRATION:
        raise Http404
    form = Form({"another": "31/2/14"}) if "mistakes" in request.GET else Form()
    shown = {
        "place": [("Reviews", "/reviews/"), ("Child Wren", "")],
        "states": list(STATES),
        "agencies": AGENCIES,
        "steps": STEPS,
        "people": PEOPLE,
        "held_row": HELD_ROW,
        "dates": [(words, spoken(read(words))) for words in WRITTEN],
        "began": date(2014, 4, 14),
        "done": date(2014, 5, 12),
        "due": date(2014, 5, 14),
        "far": date(2014, 11, 12),
        "today": date(2014, 6, 4),
        "form": form,
    }
    return render(request, "kernel/web/pages/components.html", shown)
