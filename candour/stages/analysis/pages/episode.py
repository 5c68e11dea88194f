"""One episode in five parts, the view from the tunnel first; what is fenced only once it is open."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe

from candour.domain.access import Can
from candour.domain.language import load_phrases
from candour.domain.methods import Kind, load_method
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.analysis.actions import write_why_then
from candour.stages.analysis.finding_them import (
    address_of_episode,
    episode_at,
    may_analyse,
    name_of,
    place_of_episode,
)
from candour.stages.analysis.marked_words import each_once, marked
from candour.stages.analysis.models import Episode
from candour.stages.analysis.resting import what_rests_on_episode
from candour.stages.analysis.tunnel import Tunnel
from candour.stages.commission.methods_over_time import titles_of

CHECK = "check"


class Form(VersionedForm):
    why_then = forms.CharField(
        label="What they saw, held and faced, and why this was the sensible thing",
        widget=forms.Textarea(attrs={"rows": 8}),
    )


@needs(Can.SEE_ANALYSIS, reading="opened_episode")
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    episode = episode_at(request, review, nth)
    form = Form(typed(request), initial={"why_then": episode.why_then, "version": episode.version})
    checks = request.POST.get("do") == CHECK
    if request.method == "POST" and form.is_valid() and not checks:
        said = form.cleaned_data
        try:
            write_why_then(by=viewer, episode=episode, words=said["why_then"], version=said["version"])
        except Changed as changed:
            now: Any = changed.now
            form.show_clash(changed, {"why_then": now.why_then})
        else:
            return redirect(f"{address_of_episode(episode)}#part-2")
    tunnel = Tunnel(episode)
    writes = may_analyse(request, episode) and episode.stands
    checked = marked(str(form["why_then"].value() or ""))
    return render(
        request,
        "stages/analysis/pages/episode.html",
        {
            "place": place_of_episode(episode, viewer),
            "review": review,
            "episode": episode,
            "of": Episode.objects.filter(review=review, withdrawn_at=None).count(),
            "tunnel": tunnel,
            "lane": tunnel.lanes.get(tunnel.agency),
            "picture": mark_safe(tunnel.picture),
            "form": form,
            "may_write": writes,
            "checked": checked if checks else None,
            "why_then": marked(episode.why_then),
            "questions": each_once(checked.marks),
            "factors": _factors(episode),
            "may_take_back": writes and not what_rests_on_episode(episode),
            **_asked(review, form),
            **_who_did(episode),
            "print_words": f"{review.title}, {review.written_number}, review team only",
            **_behind_the_fence(episode, tunnel),
        },
    )


def _asked(review: Review, form: Form) -> dict[str, Any]:
    """What the review's method asks in part 2, which is also over its box."""
    part_2 = load_method(review.method).before_appraisal
    form.fields["why_then"].label = part_2.asks
    return {"part_2": part_2, "says": load_phrases().says}


def _who_did(episode: Episode) -> dict[str, str]:
    return {name: name_of(getattr(episode, name)) for name in ("marked_by", "opened_by", "why_then_by")}


def _behind_the_fence(episode: Episode, tunnel: Tunnel) -> dict[str, Any]:
    """Nothing of it reaches the template, and so the browser, while the fence is closed."""
    if not episode.is_open:
        return {}
    good, less_safe = marked(episode.good), marked(episode.less_safe)
    return {
        "elsewhere": tunnel.elsewhere,
        "elsewhere_chosen": [one for one in tunnel.elsewhere if one.chosen],
        "elsewhere_rest": [one for one in tunnel.elsewhere if not one.chosen],
        "later": tunnel.later,
        "good": good,
        "less_safe": less_safe,
        "appraisal_questions": each_once([*good.marks, *less_safe.marks]),
    }


def _factors(episode: Episode) -> list[dict[str, Any]]:
    groups = titles_of(episode.review, Kind.GROUP)
    return [
        {
            "group": groups.of(one.group),
            "factor": one,
            "seen_in": _in_words([each.number for each in one.episodes.all()]),
        }
        for one in episode.factors.prefetch_related("episodes")
    ]


def _in_words(numbers: list[int]) -> str:
    """episode 4; episodes 2, 4 and 6."""
    *first, last = map(str, numbers)
    return f"episodes {', '.join(first)} and {last}" if first else f"episode {last}"
