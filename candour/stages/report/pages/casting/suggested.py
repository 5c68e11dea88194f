"""Who and what the returns name that the cast lacks: each confirmed, joined to somebody, or set aside."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions.cast import add_other_name, take_out_other_name
from candour.stages.report.actions.suggesting import (
    ask_for_cast_reading,
    read_for_cast,
    set_suggestion_aside,
    suggest_again,
)
from candour.stages.report.casting.suggesting import AT_ONCE, reading_of, still_suggested
from candour.stages.report.models import CastMember, Kind, SetAside
from candour.stages.report.place import place_of
from candour.stages.report.tasks import cast_reading_asked_for

SHOWN = 100


class Form(forms.Form):
    decided = forms.ChoiceField(
        label="What is it?",
        choices=[
            ("new", "One of the cast who is not in it yet"),
            ("alias", "Another name of somebody in the cast"),
            ("none", "Not a secret"),
        ],
        widget=forms.RadioSelect,
    )
    kind = forms.ChoiceField(label="If it is new: what", choices=Kind.choices, required=False)
    member = forms.ChoiceField(label="If it is another name: whose", required=False)
    reason = forms.CharField(label="Not a secret, because", required=False, max_length=400)

    def __init__(self, *args: Any, review: Review, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.members = {one.key: one for one in review.cast.all()}
        named = [(key, f"{one.name} ({key})") for key, one in self.members.items()]
        self.fields["member"].choices = [("", "Choose one"), *named]  # type: ignore[attr-defined]  # a choice field

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("decided") == "alias" and not said.get("member"):
            self.add_error("member", "Say whose name it is.")
        if said.get("decided") == "none" and not said.get("reason"):
            self.add_error("reason", "Say why it is no secret.")
        return said


@needs(Can.WRITE_REPORT, reading="opened_cast_suggestions")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    reading = reading_of(review)
    waiting = still_suggested(reading) if reading and reading.read_at else []
    back = reverse("report:cast", args=[review.in_address])
    return render(
        request,
        "stages/report/pages/casting/suggested.html",
        {
            "review": review,
            "reading": reading,
            "waiting": waiting[:SHOWN],
            "many": len(waiting),
            "aside": SetAside.objects.visible_to(request.user).filter(review=review, withdrawn_at=None),
            "joined": _joined(request, review),
            "place": place_of(review, request.user, ("Cast", back), "Suggested"),
            "print_words": f"Suggested for the cast of review {review.written_number}, restricted",
        },
    )


@needs(Can.WRITE_REPORT)
@require_POST
def start(request: HttpRequest, review: Review) -> HttpResponse:
    reading = ask_for_cast_reading(by=request.user, review=review)
    if reading.characters > AT_ONCE:
        cast_reading_asked_for.enqueue(reading.pk)
    else:
        read_for_cast(by=request.user, reading=reading)
    return redirect("report:suggested", review.in_address)


@needs(Can.WRITE_REPORT, reading="opened_cast_suggestions")
def decide(request: HttpRequest, review: Review) -> HttpResponse:
    back = reverse("report:suggested", args=[review.in_address])
    asked, reading = request.GET.get("words", ""), reading_of(review)
    found = still_suggested(reading) if reading else []
    one = next((each for each in found if each["words"] == asked), None)
    if one is None:
        if not asked:
            raise Http404
        messages.info(request, f"“{asked}” waits for no decision any more.")
        return redirect(back)
    form = Form(typed(request), review=review, initial={"kind": one["kind"]})
    if request.method == "POST" and form.is_valid():
        try:
            return _decided(request, review, one, form)
        except Trouble as trouble:
            form.add_error(None, f"{trouble.what} {trouble.do}")
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": f"“{asked}”",
            "sentence": f"It stands in {_where(one)}. Why it is asked: {one['why']}.",
            "button": "Decide",
            "action": f"?{urlencode({'words': asked})}",
            "back": {"title": "Leave it for now", "href": back},
            "place": place_of(review, request.user, ("Suggested", back), "Decide"),
        },
    )


@needs(Can.WRITE_REPORT)
@require_POST
def again(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    seen = SetAside.objects.visible_to(request.user).filter(review=review, withdrawn_at=None)
    suggest_again(by=request.user, aside=get_object_or_404(seen, pk=pk))
    return redirect("report:suggested", review.in_address)


@needs(Can.WRITE_REPORT)
@require_POST
def take_out(request: HttpRequest, review: Review, key: str) -> HttpResponse:
    members = CastMember.objects.visible_to(request.user).filter(review=review)
    member = get_object_or_404(members, key=key)
    take_out_other_name(by=request.user, member=member, words=request.GET.get("words", ""))
    return redirect("report:suggested", review.in_address)


def _decided(request: HttpRequest, review: Review, one: dict[str, Any], form: Form) -> HttpResponseRedirect:
    said, number, words = form.cleaned_data, review.in_address, one["words"]
    if said["decided"] == "new":
        kind = said["kind"] or one["kind"]
        known = {"kind": kind, "name": words, "key": _key(words, one["role"]), "role": "", "relation": ""}
        known["role" if kind == Kind.PROFESSIONAL else "relation"] = one["role"]
        asked = {name: value for name, value in known.items() if value}
        return redirect(f"{reverse('report:add-cast-member', args=[number])}?{urlencode(asked)}")
    back = reverse("report:suggested", args=[number])
    if said["decided"] == "alias":
        add_other_name(by=request.user, member=form.members[said["member"]], words=words)
        return redirect(f"{back}?{urlencode({'joined': said['member'], 'words': words})}")
    set_suggestion_aside(by=request.user, review=review, words=words, reason=said["reason"])
    return redirect(back)


def _joined(request: HttpRequest, review: Review) -> dict[str, str] | None:
    """The name that was joined to somebody a moment ago, to be undone."""
    key, words = request.GET.get("joined", ""), request.GET.get("words", "")
    member = CastMember.objects.visible_to(request.user).filter(review=review, key=key).first()
    if member is None or words not in member.aliases:
        return None
    href = reverse("report:take-out-name", args=[review.in_address, key])
    return {
        "href": f"{href}?{urlencode({'words': words})}",
        "says": f"“{words}” is another name of {member.pseudonym or key} now.",
    }


def _key(words: str, role: str) -> str:
    """A key to begin with: of the role where one is known, so that it tells no name."""
    made = re.sub(r"[^a-z0-9]+", "-", role.casefold()).strip("-")
    return made if made[:1].isalpha() else ""


def _where(one: dict[str, Any]) -> str:
    more = one["times"] - len(one["places"])
    return ", ".join(one["places"]) + (f", {one['times']} times in all" if more > 0 else "")
