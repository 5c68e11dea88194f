"""The episodes, factors and findings that addresses name, for whoever may know of them; and their places."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.analysis.models import AccuracyComment, Episode, Evidence, Factor, Finding
from candour.stages.chronology.returns.place import Place, place_in


def episode_at(request: HttpRequest, review: Review, nth: int) -> Episode:
    seen = Episode.objects.visible_to(request.user).filter(review=review)
    found: Episode = get_object_or_404(seen.select_related("review", "agency"), number=nth)
    return found


def factor_at(request: HttpRequest, review: Review, pk: int) -> Factor:
    seen = Factor.objects.visible_to(request.user).filter(review=review)
    found: Factor = get_object_or_404(seen.select_related("review"), pk=pk)
    return found


def finding_at(request: HttpRequest, review: Review, nth: int) -> Finding:
    seen = Finding.objects.visible_to(request.user).filter(review=review)
    found: Finding = get_object_or_404(seen.select_related("review"), number=nth)
    return found


def evidence_at(request: HttpRequest, finding: Finding, pk: int) -> Evidence:
    seen = Evidence.objects.visible_to(request.user).filter(finding=finding)
    found: Evidence = get_object_or_404(seen.select_related("finding__review", "entry"), pk=pk)
    return found


def comment_at(request: HttpRequest, episode: Episode, pk: int) -> AccuracyComment:
    seen = AccuracyComment.objects.visible_to(request.user).filter(episode=episode)
    found: AccuracyComment = get_object_or_404(seen.select_related("episode__review"), pk=pk)
    return found


def may_analyse(request: HttpRequest, thing: Any) -> bool:
    person: Any = request.user
    return bool(may(person, Can.ANALYSE, thing))


def place_of_episodes(review: Review, viewer: Person, *steps: tuple[str, str]) -> Place:
    address = reverse("analysis:episodes", args=[review.in_address])
    return place_in(review, viewer, ("Episodes", address if steps else ""), *steps)


def place_of_episode(episode: Episode, viewer: Person, *steps: tuple[str, str]) -> Place:
    own = (f"Episode {episode.number}", address_of_episode(episode) if steps else "")
    return place_of_episodes(episode.review, viewer, own, *steps)


def place_of_findings(review: Review, viewer: Person, *steps: tuple[str, str]) -> Place:
    address = reverse("analysis:findings", args=[review.in_address])
    return place_in(review, viewer, ("Findings", address if steps else ""), *steps)


def place_of_finding(finding: Finding, viewer: Person, *steps: tuple[str, str]) -> Place:
    own = (f"Finding {finding.number}", address_of_finding(finding) if steps else "")
    return place_of_findings(finding.review, viewer, own, *steps)


def address_of_episode(episode: Episode) -> str:
    return reverse("analysis:episode", args=[episode.review.in_address, episode.number])


def address_of_finding(finding: Finding) -> str:
    return reverse("analysis:finding", args=[finding.review.in_address, finding.number])


def name_of(username: str) -> str:
    """How somebody is shown, from the name that stands beside what they did."""
    person = Person.objects.filter(username=username).first()
    return person.name if person else username
