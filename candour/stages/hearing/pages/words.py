"""Words of an open bundle's papers that nobody decided on, with their places; and those that may stay."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.place import form_page
from candour.stages.hearing.actions import ask_about_paper_word_again, keep_paper_words
from candour.stages.hearing.models import Bundle, KeptWord
from candour.stages.hearing.place import address, place_among, row_at, step_of
from candour.stages.hearing.waiting import WaitingPaper, last_asked, waiting_in

AT_ONCE = 50
_MOST_KEPT = 200


class Form(forms.Form):
    words = forms.MultipleChoiceField(
        label="Which of them may stay",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose the words that may stay"},
    )
    reason = forms.CharField(
        label="They may stay, because",
        help_text="It stays with these words in this paper, for later bundles too.",
        max_length=400,
    )

    def __init__(self, *rest: Any, paper: WaitingPaper, **more: Any) -> None:
        super().__init__(*rest, **more)
        field: Any = self.fields["words"]
        shown = [one for one in paper.words if not one.never][:AT_ONCE]
        field.choices = [(one.words, one.words) for one in shown]
        field.choice_hints = {one.words: one.told for one in shown}


@needs(Can.WRITE_REPORT, reading="opened_bundle_words")
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    bundle = row_at(request, review, Bundle, pk)
    papers = waiting_in(bundle)
    kept = KeptWord.objects.visible_to(viewer).filter(report=bundle.report, withdrawn_at=None)
    return render(
        request,
        "stages/hearing/pages/words.html",
        {
            "review": review,
            "bundle": bundle,
            "papers": papers,
            "waiting": sum(len(one.words) for one in papers),
            "at_once": AT_ONCE,
            "copy": last_asked(bundle),
            "kept": kept.order_by("-kept_at", "paper", "words")[:_MOST_KEPT],
            "kept_in_all": kept.count(),
            "place": place_among(review, viewer, step_of(bundle), "Words to decide"),
            "print_words": f"Words to decide, {bundle}, review {review.written_number}, restricted",
        },
    )


@needs(Can.WRITE_REPORT, reading="opened_bundle_words")
def keep(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    """Those of one paper, for one reason."""
    viewer: Any = request.user
    bundle = row_at(request, review, Bundle, pk)
    back, asked = address("words", review, bundle.pk), request.GET.get("paper", "")
    paper = next((one for one in waiting_in(bundle) if one.sha256 == asked), None)
    copy = last_asked(bundle)
    if paper is None or copy is None or not paper.open_words:
        messages.info(request, "Nothing of that paper waits for a decision that can be kept.")
        return redirect(back)

    def save(words: list[str], reason: str) -> None:
        said = {"sha256": asked, "words": words, "reason": reason}
        kept = keep_paper_words(by=viewer, making=copy, **said)
        messages.info(request, f"{len(kept)} may stay: {reason} They are listed below, each to be undone.")

    return form_page(
        request,
        Form(typed(request), paper=paper),
        save=save,
        back=back,
        leave="Leave them for now",
        title=f"Which words may stay in “{paper.title}”?",
        sentence="Look at each where it stands: with what stands around it, it must give nobody away.",
        button="Keep those chosen",
        action=f"?{urlencode({'paper': asked})}",
        place=place_among(review, viewer, step_of(bundle), ("Words to decide", back), "Keep"),
    )


@needs(Can.WRITE_REPORT)
@require_POST
def again(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    kept = row_at(request, review, KeptWord, pk)
    if kept.withdrawn_at is None:
        ask_about_paper_word_again(by=viewer, kept=kept)
    bundle = Bundle.objects.visible_to(viewer).filter(report=kept.report, pk=_number(request)).first()
    return redirect(address("words", review, bundle.pk) if bundle else address("bundles", review))


def _number(request: HttpRequest) -> int:
    said = request.POST.get("bundle", "")
    return int(said) if said.isdecimal() and len(said) < 10 else 0
