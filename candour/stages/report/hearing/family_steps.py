"""Where a review is, for the family, in plain words: the steps of its method, and the way of its report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from candour.domain.methods import Stage, load_method
from candour.domain.moments.spoken import spoken_day
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.analysis.reads import standing as analysis_standing
from candour.stages.chronology.reads import standing as chronology_standing
from candour.stages.commission.reads import standing as commission_standing
from candour.stages.report.hearing.later_steps import Publishing, later_standings, publishing_of
from candour.stages.report.hearing.reads import open_replies
from candour.stages.report.hearing.who_rules import ruling_title
from candour.stages.report.models import ExtractKind, Report
from candour.stages.report.releasing.way_to_release import CHECKERS, newest_way, release_of

BEFORE = {
    Stage.COMMISSION: commission_standing,
    Stage.CHRONOLOGY: chronology_standing,
    Stage.ANALYSIS: analysis_standing,
}
DONE, NOW, LATER = "done", "now", "later"


@dataclass(frozen=True, slots=True)
class Step:
    """One step and where it stands: done, now or later."""

    title: str
    says: str
    state: str


def steps_for(review: Review, today: date) -> list[Step]:
    """The steps of the review's method in its order; those of one stage stand where the stage stands."""
    done = _stages_done(review, today)
    found, now = [], None
    for step in load_method(review.method).steps:
        if step.stage in done:
            state = DONE
        else:
            now = now or step.stage
            state = NOW if step.stage is now else LATER
        found.append(Step(step.title, step.says, state))
    return found


def report_steps_for(review: Review) -> list[Step]:
    """From the first draft to the day on which everybody can read it. Nothing of what it says."""
    report = Report.objects.filter(review=review).first()
    publishing = publishing_of(review)
    if publishing.published_on or release_of(review) is not None:
        states = dict.fromkeys(("written", "checked", "answered", "ordered"), DONE)
        states["published"] = DONE if publishing.published_on else NOW
    else:
        states = _before_release(report)
    return list(_in_words(report, review, states, publishing))


def _before_release(report: Report | None) -> dict[str, str]:
    way = newest_way(report) if report else None
    checked = way is not None and way.is_clean and len(way.yes) >= CHECKERS
    waiting = bool(report and open_replies(report))
    return {
        "written": DONE if way else NOW if report else LATER,
        "checked": DONE if checked else NOW if way else LATER,
        "answered": NOW if waiting else DONE,
        "ordered": NOW if checked and not waiting else LATER,
        "published": LATER,
    }


def _in_words(
    report: Report | None, review: Review, states: dict[str, str], publishing: Publishing
) -> Iterator[Step]:
    yield Step("It is written", "What happened, why, and what follows from it.", states["written"])
    yield Step(
        "It is checked",
        "Two people who wrote none of it read it, so that it is right to publish and gives nobody away.",
        states["checked"],
    )
    if report and report.extracts.filter(kind=ExtractKind.REPLY, withdrawn_at=None).exists():
        yield Step(
            "Those it criticises may answer",
            "They read the words about them before anybody else does, and what they say is weighed.",
            states["answered"],
        )
    who = ruling_title(review)
    orders = f"The {who[:1].lower()}{who[1:]} orders that it may be published."
    yield Step("It is allowed to go out", orders, states["ordered"])
    yield Step("It is published", _publishing_in_words(publishing), states["published"])


def _publishing_in_words(publishing: Publishing) -> str:
    if publishing.published_on:
        return f"Since {spoken_day(publishing.published_on)} everybody can read it."
    first = " You hear before everybody else." if publishing.family_first else ""
    if publishing.planned:
        return f"Not before {publishing.planned}.{first}"
    return f"The day is not set yet.{first}"


def _stages_done(review: Review, today: date) -> set[Stage]:
    """Each stage after the one before it. The release ends all that come before it."""
    nobody = Person(username="", is_active=False)  # who may see nothing: no page is linked, no row is read
    later = later_standings()
    done: set[Stage] = set()
    if release_of(review) is not None:
        done = {*BEFORE, Stage.REPORT}
    for stage in Stage:
        if stage in done or stage in (Stage.NOTIFY, Stage.DECIDE):  # a review is there: both are over
            continue
        standing = BEFORE.get(stage) or later.get(stage)
        if standing is None or standing(review, nobody, today).state != "done":
            break
        done.add(stage)
    return done
