"""Episodes marked on the chronology, changed, withdrawn, or taken back while nothing rests on them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Max
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review
from candour.stages.analysis.models import Episode
from candour.stages.analysis.resting import what_rests_on_episode
from candour.stages.chronology.models import Entry

MISTAKE = "Marked by mistake, and taken back before anything rested on it."
_FIELDS = ("title", "starts_on", "ends_on", "agency", "seen_on", "seen_when", "absence", "conversations")


def mark_episode(
    *,
    by: Person,
    review: Review,
    title: str,
    starts_on: date,
    ends_on: date,
    agency: Organisation,
    seen_on: date,
    seen_when: str = "",
    entries: Iterable[Entry] = (),
    absence: str = "",
    conversations: Iterable[int] = (),
) -> Episode:
    """Mark an episode: whose view it is, up to the end of which day, and the entries chosen for it."""
    chosen = _of_review(review, entries)
    _check_days(starts_on, seen_on, ends_on)
    with act("marked_episode", by=by, on=review, needs=Can.ANALYSE) as doing:
        Review.objects.select_for_update().get(pk=review.pk)
        last = Episode.objects.filter(review=review).aggregate(last=Max("number"))["last"] or 0
        episode = doing.made(
            Episode.objects.create(
                review=review,
                number=last + 1,
                title=title,
                starts_on=starts_on,
                ends_on=ends_on,
                agency=agency,
                seen_on=seen_on,
                seen_when=seen_when,
                absence=absence,
                conversations=list(conversations),
                marked_at=timezone.now(),
                marked_by=by.username,
            )
        )
        episode.entries.set(chosen)
    return episode


def change_episode(
    *,
    by: Person,
    episode: Episode,
    title: str,
    starts_on: date,
    ends_on: date,
    agency: Organisation,
    seen_on: date,
    seen_when: str = "",
    entries: Iterable[Entry] = (),
    absence: str = "",
    conversations: Iterable[int] | None = None,
    version: int | None = None,
) -> None:
    """Change what was marked. Entries that are no longer named are no longer chosen."""
    chosen = _of_review(episode.review, entries)
    _check_days(starts_on, seen_on, ends_on)
    with act("changed_episode", by=by, on=episode, needs=Can.ANALYSE, version=version):
        episode.title, episode.agency, episode.absence = title, agency, absence
        episode.starts_on, episode.ends_on = starts_on, ends_on
        episode.seen_on, episode.seen_when = seen_on, seen_when
        if conversations is not None:
            episode.conversations = list(conversations)
        episode.save(update_fields=_FIELDS)
        episode.entries.set(chosen)


def withdraw_episode(*, by: Person, episode: Episode, why: str) -> None:
    """The episode stays, marked, and no longer carries what rests on it."""
    if not why.strip():
        raise Trouble("An episode is withdrawn with a reason.", do="Say why in a sentence.")
    with act("withdrew_episode", by=by, on=episode, needs=Can.ANALYSE, why=why):
        episode.save(update_fields=episode.mark_withdrawn(by, why))


def take_back_episode(*, by: Person, episode: Episode) -> None:
    """Undo the marking. Raises Trouble where something rests on the episode already."""
    if resting := what_rests_on_episode(episode):
        raise Trouble(
            f"Something rests on this episode: {', '.join(resting)}.",
            do="Withdraw it with a reason, so that what rests on it says so.",
        )
    with act("took_back_episode", by=by, on=episode, needs=Can.ANALYSE):
        episode.save(update_fields=episode.mark_withdrawn(by, MISTAKE))


def _of_review(review: Review, entries: Iterable[Entry]) -> list[Entry]:
    chosen = list(entries)
    if any(one.review_id != review.pk for one in chosen):
        raise Trouble("An entry of another review was chosen.", do="Choose from this review's chronology.")
    return chosen


def _check_days(starts_on: date, seen_on: date, ends_on: date) -> None:
    if not starts_on <= seen_on <= ends_on:
        raise Trouble(
            "The day of the view lies outside the episode.",
            do="Give a first day, a day of the view and a last day, in that order.",
        )
