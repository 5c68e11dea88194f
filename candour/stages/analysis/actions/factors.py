"""What contributed: factors added, changed, withdrawn, or taken back while no finding rests on them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.methods import load_method
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.analysis.models import Episode, Factor

MISTAKE = "Added by mistake, and taken back before anything rested on it."


def add_factor(*, by: Person, review: Review, group: str, words: str, episodes: Iterable[Episode]) -> Factor:
    """Say what contributed. `group` is a code of the review's method; it is seen in one episode or more."""
    seen_in = _checked(review, group, words, episodes)
    with act("added_factor", by=by, on=review, needs=Can.ANALYSE) as doing:
        factor = doing.made(
            Factor.objects.create(
                review=review, group=group, words=words, added_at=timezone.now(), added_by=by.username
            )
        )
        factor.episodes.set(seen_in)
    return factor


def change_factor(
    *,
    by: Person,
    factor: Factor,
    group: str,
    words: str,
    episodes: Iterable[Episode],
    version: int | None = None,
) -> None:
    seen_in = _checked(factor.review, group, words, episodes, kept=factor.group)
    with act("changed_factor", by=by, on=factor, needs=Can.ANALYSE, version=version):
        factor.group, factor.words = group, words
        factor.save(update_fields=("group", "words"))
        factor.episodes.set(seen_in)


def withdraw_factor(*, by: Person, factor: Factor, why: str) -> None:
    if not why.strip():
        raise Trouble("A factor is withdrawn with a reason.", do="Say why in a sentence.")
    with act("withdrew_factor", by=by, on=factor, needs=Can.ANALYSE, why=why):
        factor.save(update_fields=factor.mark_withdrawn(by, why))


def take_back_factor(*, by: Person, factor: Factor) -> None:
    """Undo the adding. Raises Trouble where a finding rests on it."""
    if factor.findings.filter(withdrawn_at=None).exists():
        raise Trouble("A finding rests on this factor.", do="Withdraw it with a reason instead.")
    with act("took_back_factor", by=by, on=factor, needs=Can.ANALYSE):
        factor.save(update_fields=factor.mark_withdrawn(by, MISTAKE))


def _checked(
    review: Review, group: str, words: str, episodes: Iterable[Episode], kept: str = ""
) -> list[Episode]:
    """The episodes. `kept` is the group it has, which an earlier method of the review may have given."""
    groups = load_method(review.method).factor_groups
    seen_in = list(episodes)
    if groups and group not in {kept, *(one.code for one in groups)}:
        raise Trouble(f"“{group}” is no group of factors of this method.", do="Choose one of its groups.")
    if not words.strip() or not seen_in:
        raise Trouble("A factor has words, and is seen in an episode.", do="Say what, and choose where.")
    if any(one.review_id != review.pk for one in seen_in):
        raise Trouble("An episode of another review was chosen.", do="Choose from this review's episodes.")
    return seen_in
