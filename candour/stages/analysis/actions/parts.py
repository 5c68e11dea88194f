"""The parts of an episode: why it made sense then, which opens the fence, and the appraisal behind it."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.analysis.models import Episode


def write_why_then(*, by: Person, episode: Episode, words: str, version: int | None = None) -> None:
    """Write part 2. The first time, that opens the fence: from then on parts 3 and 4 are shown."""
    if not words.strip():
        raise Trouble("Part 2 has no words yet.", do="Write a sentence or more.")
    with act("wrote_why_then", by=by, on=episode, needs=Can.ANALYSE, version=version):
        if episode.why_then_at is None:
            episode.why_then_at, episode.why_then_by = timezone.now(), by.username
        episode.why_then = words
        episode.save(update_fields=("why_then", "why_then_at", "why_then_by"))


def open_fence(*, by: Person, episode: Episode, why: str) -> None:
    """Open the fence before part 2 is written. It cannot be closed again: what was read was read."""
    if not why.strip():
        raise Trouble("The fence is opened with a reason.", do="Say why it cannot wait for part 2.")
    if episode.is_open:
        raise Trouble("The fence is open already.", do="Go back to the episode.")
    with act("opened_fence", by=by, on=episode, needs=Can.ANALYSE, why=why):
        episode.opened_at, episode.opened_by, episode.opened_why = timezone.now(), by.username, why
        episode.save(update_fields=("opened_at", "opened_by", "opened_why"))


def appraise(*, by: Person, episode: Episode, good: str, less_safe: str, version: int | None = None) -> None:
    """Write part 4. Raises Trouble while the fence is closed: reasons come before the appraisal."""
    if not episode.is_open:
        raise Trouble(
            "Later knowledge is still fenced.",
            do="Write part 2 of the episode, or open the fence with a reason.",
        )
    with act("appraised", by=by, on=episode, needs=Can.ANALYSE, version=version):
        episode.good, episode.less_safe = good, less_safe
        episode.save(update_fields=("good", "less_safe"))
