"""The clocks of a review, as its regime's pack sets them: what runs, is done, is late or stands still."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from candour.domain.deadlines import (
    Calendar,
    Event,
    Stops,
    in_words,
    load_calendar,
    skipped_in_words,
    state,
)
from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import Clock, Deadline, EndedBy, StoppedClock, load_regime
from candour.kernel.reviews.models import Extension, Pause, Review
from candour.stages.commission.law_clocks import timetable_of
from candour.stages.decide.clocks import FROM, NO_SIGN_OFF, TAGS, days_of_ends
from candour.stages.learn.reads import publication_of
from candour.stages.report.releasing.way_to_release import release_of


@dataclass(frozen=True, slots=True)
class ClockShown:
    """One clock: in words first, then its day, then its bar. `tag` is a state word of the components.

    `counted` says from what, `skipped` which days did not count, `given` the day the law gave where
    there is more time now, and why.
    """

    clock: Clock
    tag: str
    words: str
    due_words: str
    start: date
    due: date | None
    done: date | None = None
    paused_since: date | None = None
    skipped: str = ""
    given: str = ""
    exception: str = ""
    latest: date | None = None
    """The last day to which it may be given more time, where the law says one."""

    @property
    def title(self) -> str:
        return self.clock.title

    @property
    def citation(self) -> str:
        return self.clock.citation

    @property
    def verified(self) -> bool:
        return self.clock.verified

    @property
    def counted(self) -> str:
        return f"{self.clock.length_in_words} from {FROM[self.clock.starts]}, {spoken_day(self.start)}"

    @property
    def runs(self) -> bool:
        return self.done is None and self.paused_since is None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Publication or learning that waits now, whether or not a clock of the law heeds it."""

    pause: Pause
    title: str
    words: str
    says: str


def clocks_of(review: Review, today: date) -> list[ClockShown]:
    """Those that have started, by day due; what stands still comes last. None before it is commissioned."""
    if getattr(review, "commission", None) is None:
        return []
    calendar = load_calendar(load_regime(review.regime).nation)
    done = _done(review)
    release = release_of(review)
    found = timetable_of(review, {str(Event.REPORT_FINAL): release.released_on if release else None})
    running = [_shown(one, done.get(one.clock.name), today, calendar) for one in found.deadlines]
    return running + [_stopped(one, done.get(one.clock.name)) for one in found.stopped]


def waiting_in(pauses: Sequence[Pause]) -> list[Waiting]:
    """What is paused without an end, each beside what is not."""
    lasting = {Stops(one.stops): one for one in pauses if one.ended_at is None and one.withdrawn_at is None}
    return [_waiting(one, lasting) for one in Stops if one in lasting]


def pauses_of(review: Review) -> list[Pause]:
    """All that were declared, those taken back too."""
    return list(review.pauses.all())


def more_time_in(review: Review) -> list[Extension]:
    """More time given to its clocks, in the order in which it was given; what was taken back too."""
    return list(review.extensions.all())


def _waiting(stops: Stops, lasting: dict[Stops, Pause]) -> Waiting:
    pause = lasting[stops]
    other = Stops.LEARNING if stops is Stops.PUBLICATION else Stops.PUBLICATION
    too = f"{other.capitalize()} is {'paused too' if other in lasting else 'not paused'}."
    words = f"Paused since {spoken_day(pause.first_day)}"
    return Waiting(pause, stops.capitalize(), words, f"{pause.why.rstrip('.')}. {too}")


def _done(review: Review) -> dict[str, date]:
    """The clocks that ended with what they were for, and when."""
    release, publication = release_of(review), publication_of(review)
    ends = {
        **days_of_ends(review.commission.decision.notification),
        EndedBy.REPORT: release.released_on if release else None,
        EndedBy.PUBLICATION: publication.published_on if publication else None,
    }
    clocks = load_regime(review.regime).clocks
    return {one.name: day for one in clocks if (day := ends[one.ends]) is not None}


def _shown(one: Deadline, done: date | None, today: date, calendar: Calendar) -> ClockShown:
    due = one.day
    if done:
        tag, words = "done", f"Done {spoken_day(done)}"
    elif one.clock.ends is EndedBy.RAPID_REVIEW:
        tag, words = "unknown", NO_SIGN_OFF
    else:
        tag, words = TAGS[state(due, today, calendar)], in_words(due, today, calendar)
    return ClockShown(
        clock=one.clock,
        tag=tag,
        words=words,
        due_words=f"{'Was due' if done or due < today else 'Due'} {spoken_day(due)}",
        start=one.start,
        due=due,
        done=done,
        skipped=skipped_in_words(one.due.skipped),
        given=_given(one),
        exception=one.exception.says if one.exception else "",
        latest=one.latest,
    )


def _given(one: Deadline) -> str:
    if not one.extended:
        return ""
    return f"The law's day is {spoken_day(one.due.day)}. More time was given: {one.extended[-1].why}"


def _stopped(one: StoppedClock, done: date | None) -> ClockShown:
    if done:
        return ClockShown(one.clock, "done", f"Done {spoken_day(done)}", "", one.start, None, done)
    left = f"{one.stopped.left:,} day{'' if one.stopped.left == 1 else 's'} were left"
    return ClockShown(
        clock=one.clock,
        tag="paused",
        words=one.stopped.in_words,
        due_words=f"No date while paused: {left}",
        start=one.start,
        due=None,
        paused_since=one.stopped.since,
        skipped=skipped_in_words(one.stopped.skipped),
    )
