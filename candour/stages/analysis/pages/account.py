"""The account of an episode: written here, shared with those who were there, and what they said of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.analysis.actions import write_account
from candour.stages.analysis.finding_them import episode_at, may_analyse, name_of, place_of_episode
from candour.stages.analysis.models import AccuracyComment


class Form(VersionedForm):
    what_happened = forms.CharField(
        label="What happened", widget=forms.Textarea(attrs={"rows": 10}), help_text="Without appraisal."
    )


@needs(Can.SEE_ANALYSIS)
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    episode = episode_at(request, review, nth)
    here = reverse("analysis:account", args=[review.in_address, nth])
    writes = may_analyse(request, episode) and episode.stands
    form = Form(typed(request), initial={"what_happened": episode.what_happened, "version": episode.version})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            write_account(by=viewer, episode=episode, words=said["what_happened"], version=said["version"])
        except Changed as changed:
            now: Any = changed.now
            form.show_clash(changed, {"what_happened": now.what_happened})
        else:
            return redirect(here)
    comments = AccuracyComment.objects.visible_to(viewer).filter(episode=episode)
    return render(
        request,
        "stages/analysis/pages/account.html",
        {
            "place": place_of_episode(episode, viewer, ("Account", "")),
            "review": review,
            "episode": episode,
            "form": form,
            "may_write": writes,
            "shared_by": name_of(episode.shared_by),
            "comments": [(one, name_of(one.commented_by)) for one in comments],
            "waiting": comments.filter(ruled_at=None).count(),
        },
    )
