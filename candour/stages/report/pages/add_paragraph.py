"""A paragraph is added to a part: open, until somebody closes it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import add_paragraph
from candour.stages.report.editing.linking import linked
from candour.stages.report.editing.outline import is_usually_closed
from candour.stages.report.editing.paragraph_form import ParagraphForm, keys_beside
from candour.stages.report.one_source import fully_named
from candour.stages.report.pages.editing.saving import tell_links
from candour.stages.report.place import part_at, part_step, place_of

OPEN = "It is open. Close it afterwards where the public may not read it."
USUALLY_CLOSED = (
    "This part is usually closed: you are asked for its reason and its gist as soon as it is saved."
)


@needs(Can.WRITE_REPORT)
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    part = part_at(request, review, nth)
    form = ParagraphForm(typed(request), review=review, initial={"version": 1})
    back = reverse("report:part", args=[review.in_address, part.number])
    if request.method == "POST" and form.is_valid():
        try:
            links = linked(form.said["text"], cast := fully_named(review))
            added = add_paragraph(by=request.user, part=part, **{**form.said, "text": links.text})
        except Trouble as trouble:
            form.add_error("text", f"{trouble.what} {trouble.do}")
        else:
            tell_links(request, links, cast)
            if is_usually_closed(part):
                return redirect("report:audience", review.in_address, added.pk)
            return redirect(back)
    return render(
        request,
        "stages/report/pages/paragraph_form.html",
        {
            "form": form,
            "review": review,
            "title": f"Add a paragraph to part {part.number}",
            "sentence": USUALLY_CLOSED if is_usually_closed(part) else OPEN,
            "button": "Add the paragraph",
            "keys": keys_beside(review),
            "back": {"title": "Leave without saving", "href": back},
            "place": place_of(review, request.user, part_step(part), "Add a paragraph"),
        },
    )
