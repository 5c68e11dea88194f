"""One word is decided on: it is one of the cast, or it may stay, for a reason; or it waits."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import allow_word, link_word
from candour.stages.report.deciding.remembered import reason_before
from candour.stages.report.deciding.words_to_decide import Word
from candour.stages.report.editing.chips import Shown, pieces
from candour.stages.report.models import Report
from candour.stages.report.one_source import fully_named, numbered_parts
from candour.stages.report.place import place_of, report_at
from candour.stages.report.reads import waiting_words


class Form(forms.Form):
    decided = forms.ChoiceField(
        label="What is it?",
        choices=[("cast", "One of the cast: put a reference in its place"), ("harmless", "It may stay")],
        widget=forms.RadioSelect,
    )
    member = forms.ChoiceField(label="Which of the cast", required=False)
    reason = forms.CharField(label="It may stay, because", required=False, max_length=400)

    def __init__(self, *args: Any, review: Review, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.members = {one.key: one for one in review.cast.all()}
        named = [(key, f"{one.pseudonym or 'no pseudonym yet'} ({key})") for key, one in self.members.items()]
        self.fields["member"].choices = [("", "Choose one"), *named]  # type: ignore[attr-defined]  # a choice field

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("decided") == "cast" and not said.get("member"):
            self.add_error("member", "Say which of the cast it is. Whoever is missing there is added first.")
        if said.get("decided") == "harmless" and not said.get("reason"):
            self.add_error("reason", "Say why it gives nobody away.")
        return said


@needs(Can.WRITE_REPORT, reading="opened_word_to_decide")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_at(request, review)
    back = reverse("report:words", args=[review.in_address])
    asked = request.GET.get("words", "")
    word = next((one for one in waiting_words(report) if one.words == asked), None)
    if word is None:
        if not asked:
            raise Http404
        messages.info(request, f"“{asked}” waits for no decision any more.")
        return redirect(back)
    kind = request.GET.get("is", "")
    first = {"decided": kind, "member": word.key or "", "reason": reason_before(report, word.words)}
    form = Form(typed(request), review=review, initial=first)
    if request.method == "POST" and form.is_valid() and _decided(request, report, word, form):
        return redirect(back)
    return render(
        request,
        "stages/report/pages/word.html",
        {
            "form": form,
            "review": review,
            "word": word,
            "texts": _texts(report, word),
            "title": f"“{word.words}”",
            "sentence": f"{word.asks} It stands in {word.where}.{_elsewhere(word)}",
            "button": "Decide",
            "action": f"?{urlencode({'words': word.words})}",
            "back": {"title": "Leave it for now", "href": back},
            "place": place_of(review, request.user, ("Words to decide", back), word.words),
        },
    )


def _elsewhere(word: Word) -> str:
    in_findings = any(place.startswith("finding ") for place in word.places)
    return " A finding becomes public as it is typed: it is changed in the analysis." if in_findings else ""


def _decided(request: HttpRequest, report: Report, word: Word, form: Form) -> bool:
    said = form.cleaned_data
    try:
        if said["decided"] == "harmless":
            allow_word(by=request.user, report=report, words=word.words, reason=said["reason"])
            messages.info(
                request, f"“{word.words}” may stay: {said['reason']} It is listed below, to be undone."
            )
        else:
            member = form.members[said["member"]]
            changed = link_word(by=request.user, report=report, words=word.words, member=member)
            where = f"{len(changed)} paragraph{'' if len(changed) == 1 else 's'}"
            messages.info(
                request,
                f"“{word.words}” is now [[{member.key}]] in {where}. Earlier words can be put back there.",
            )
    except Trouble as trouble:
        form.add_error(None, f"{trouble.what} {trouble.do}")
        return False
    return True


def _texts(report: Report, word: Word) -> list[tuple[int, list[Shown]]]:
    """The first few paragraphs it stands in, as the public would read them."""
    cast = fully_named(report.review)
    numbered = [pair for part in numbered_parts(report) for pair in part.paragraphs]
    texts = [
        (number, pieces(row.gist if row.is_closed else row.text, cast, [word.words]))
        for number, row in numbered
        if number in word.paragraphs
    ]
    return texts[:3]
