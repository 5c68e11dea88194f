"""Every comment on the report; one is settled with a reason, or waits again."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import reopen_comment, settle_comment
from candour.stages.report.editing.reads import comments_on
from candour.stages.report.models import Comment
from candour.stages.report.pages.editing.saving import saved
from candour.stages.report.place import part_step, place_of, report_at


class Form(forms.Form):
    why = forms.CharField(label="What became of it", max_length=400, widget=forms.Textarea(attrs={"rows": 3}))


def comment_at(request: HttpRequest, review: Review, pk: int) -> Comment:
    seen = Comment.objects.visible_to(request.user).filter(paragraph__part__report__review=review)
    found: Comment = get_object_or_404(seen.select_related("paragraph__part__report__review"), pk=pk)
    return found


@needs(Can.SEE_SOURCE, reading="opened_report_comments")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    comments = comments_on(report_at(request, review))
    return render(
        request,
        "stages/report/pages/editing/comments.html",
        {
            "review": review,
            "comments": comments,
            "waiting": comments.filter(settled_at=None).count(),
            "place": place_of(review, request.user, "Comments"),
            "print_words": f"Comments on the report, review {review.written_number}, restricted",
        },
    )


@needs(Can.WRITE_REPORT, reading="opened_report_paragraph")
def settle(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    comment = comment_at(request, review, pk)
    form = Form(typed(request))
    back = reverse("report:paragraph", args=[review.in_address, comment.paragraph_id])
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        if saved(form, lambda: settle_comment(by=request.user, comment=comment, why=why), field="why"):
            return redirect(back)
    return render(
        request,
        "stages/report/pages/audience.html",
        {
            "form": form,
            "text": comment.words,
            "title": "Settle a comment",
            "sentence": "It stays with its paragraph, struck through, with what became of it.",
            "button": "Settle it",
            "back": {"title": "Leave it waiting", "href": back},
            "place": place_of(review, request.user, part_step(comment.paragraph.part), "Settle a comment"),
        },
    )


@needs(Can.SEE_SOURCE)
@require_POST
def reopen(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    comment = comment_at(request, review, pk)
    reopen_comment(by=request.user, comment=comment)
    return redirect("report:paragraph", review.in_address, comment.paragraph_id)
