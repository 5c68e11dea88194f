"""A paragraph is changed; its earlier words stay below, and can be put back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import change_paragraph
from candour.stages.report.editing.linking import linked
from candour.stages.report.editing.paragraph_form import ParagraphForm, keys_beside, saved_words
from candour.stages.report.models import Paragraph
from candour.stages.report.one_source import fully_named
from candour.stages.report.pages.editing.saving import tell_links
from candour.stages.report.place import paragraph_at, part_step, place_of


@needs(Can.WRITE_REPORT, reading="opened_report_paragraph")
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    paragraph = paragraph_at(request, review, pk)
    part = paragraph.part
    form = ParagraphForm(typed(request), review=review, initial=saved_words(paragraph))
    back = reverse("report:part", args=[review.in_address, part.number])
    if request.method == "POST" and form.is_valid() and _saved(request, paragraph, form):
        return redirect(back)
    return render(
        request,
        "stages/report/pages/paragraph_form.html",
        {
            "form": form,
            "review": review,
            "row": paragraph,
            "wordings": list(paragraph.wordings.order_by("-pk")[1:]),
            "title": "Change a paragraph",
            "button": "Save the paragraph",
            "keys": keys_beside(review),
            "back": {"title": "Leave without saving", "href": back},
            "place": place_of(review, request.user, part_step(part), "Change a paragraph"),
        },
    )


def _saved(request: HttpRequest, paragraph: Paragraph, form: ParagraphForm) -> bool:
    version, said = form.cleaned_data["version"], form.said
    links = linked(said["text"], cast := fully_named(paragraph.room))
    try:
        change_paragraph(
            by=request.user, paragraph=paragraph, version=version, **{**said, "text": links.text}
        )
    except Changed as changed:
        form.show_clash(changed, saved_words(Paragraph.objects.get(pk=paragraph.pk)))
    except Trouble as trouble:
        form.add_error("text", f"{trouble.what} {trouble.do}")
    else:
        tell_links(request, links, cast)
        return True
    return False
