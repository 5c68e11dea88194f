"""Part 4: what was good, and what was less safe, apart from the reasons."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.analysis.actions import appraise
from candour.stages.analysis.finding_them import address_of_episode, episode_at, place_of_episode


class Form(VersionedForm):
    good = forms.CharField(label="What was good", widget=forms.Textarea, required=False)
    less_safe = forms.CharField(label="What was less safe", widget=forms.Textarea, required=False)


@needs(Can.ANALYSE)
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    episode = episode_at(request, review, nth)
    if not episode.is_open:
        return redirect(f"{address_of_episode(episode)}#part-2")
    initial = {"good": episode.good, "less_safe": episode.less_safe, "version": episode.version}
    form = Form(typed(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            appraise(
                by=viewer,
                episode=episode,
                good=said["good"],
                less_safe=said["less_safe"],
                version=said["version"],
            )
        except Changed as changed:
            now: Any = changed.now
            form.show_clash(changed, {"good": now.good, "less_safe": now.less_safe})
        else:
            return redirect(f"{address_of_episode(episode)}#part-4")
    return render(
        request,
        "web/form_page.html",
        {
            "place": place_of_episode(episode, viewer, ("Appraisal", "")),
            "title": "Appraisal of practice",
            "sentence": f"Episode {episode.number}: {episode.title}. Good work stands in the same place.",
            "form": form,
            "button": "Save the appraisal",
            "back": {"title": "Leave without saving", "href": address_of_episode(episode)},
        },
    )
