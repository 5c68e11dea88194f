"""Words of one sort are kept together, for one reason: each stays listed, and is undone by itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.place import form_page
from candour.stages.report.actions.words import allow_words
from candour.stages.report.place import place_of, report_at
from candour.stages.report.reads import waiting_words


class Form(forms.Form):
    words = forms.MultipleChoiceField(
        label="Which of them may stay",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose the words that may stay"},
    )
    reason = forms.CharField(label="They may stay, because", max_length=400)

    def __init__(self, *args: Any, words: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["words"].choices = words  # type: ignore[attr-defined]  # a choice field


@needs(Can.WRITE_REPORT, reading="opened_words_to_decide")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_at(request, review)
    back = reverse("report:words", args=[review.in_address])
    sort = request.GET.get("sort", "")
    waiting = [one for one in waiting_words(report) if sort and one.sort == sort]
    if not waiting:
        messages.info(request, "None of that sort waits for a decision.")
        return redirect(back)
    choices = [(one.words, f"{one.words} ({one.where})") for one in waiting]

    def save(words: list[str], reason: str) -> None:
        kept = allow_words(by=request.user, report=report, words=words, reason=reason)
        messages.info(request, f"{len(kept)} may stay: {reason} They are listed below, each to be undone.")

    return form_page(
        request,
        Form(typed(request), words=choices),
        save=save,
        back=back,
        leave="Leave them for now",
        title=f"{len(waiting)} of one sort: {sort}",
        sentence="Look at each. None is chosen beforehand.",
        button="Keep those chosen",
        action=f"?{urlencode({'sort': sort})}",
        place=place_of(review, request.user, ("Words to decide", back), "Several at once"),
    )
