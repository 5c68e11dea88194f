"""One of the cast is changed: all but the key, by which the text refers to it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import change_cast_member
from candour.stages.report.casting.form import CastForm, saved_words
from candour.stages.report.models import CastMember
from candour.stages.report.place import place_of


@needs(Can.WRITE_REPORT, reading="opened_cast_member")
def page(request: HttpRequest, review: Review, key: str) -> HttpResponse:
    members = CastMember.objects.visible_to(request.user).filter(review=review)
    member = get_object_or_404(members, key=key)
    form = CastForm(typed(request), asks=member.kind, holds=member, initial=saved_words(member))
    form.fields["key"].widget.attrs["readonly"] = True
    back = reverse("report:cast", args=[review.in_address])
    if request.method == "POST" and form.is_valid() and _saved(request, member, form):
        return redirect(back)
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": f"{member.pseudonym or member.key} in the cast",
            "button": "Save",
            "back": {"title": "Leave without saving", "href": back},
            "place": place_of(review, request.user, ("Cast", back), member.key),
        },
    )


def _saved(request: HttpRequest, member: CastMember, form: CastForm) -> bool:
    version = form.cleaned_data["version"]
    try:
        change_cast_member(by=request.user, member=member, version=version, **form.said)
    except Changed as changed:
        form.show_clash(changed, saved_words(changed.now))  # type: ignore[arg-type]  # the member
    except Trouble as trouble:
        form.add_error(None, f"{trouble.what} {trouble.do}")
    else:
        return True
    return False
