"""The order that makes a checked draft public, and its withdrawal."""

from __future__ import annotations

from datetime import date

from django.db.models import Max
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.access.roles import ROLES
from candour.domain.disclosure import Undecided
from candour.domain.moments.spoken import spoken_day
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.papers.shelf import read_bytes
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.report.deciding.nets import undecided_beside
from candour.stages.report.models import Draft, Release, Report
from candour.stages.report.one_source import allowed_of, with_cast_of_today
from candour.stages.report.releasing.finished_files import findings_file, inspect
from candour.stages.report.releasing.frozen import Frozen, thawed
from candour.stages.report.releasing.way_to_release import (
    Way,
    last_of_another_draft,
    refuse_others,
    way_of,
)


def release_report(
    *, by: Person, draft: Draft, released_on: date, corrected: str = "", shown: str | None = None
) -> Release:
    """Release the very bytes that were checked and read. `corrected`: what is new since an earlier release.

    `shown`: the seal of the files that stood on the page; Trouble where they are others now.

    Raises Trouble without a clean check, without the yes of two people who wrote none of it, without a word
    on what was corrected, where the files on the shelf, read back once more by the cast as it stands today,
    are no longer clean, or where a word of it that was allowed waits for a decision again.
    """
    with act("released_report", by=by, on=draft, needs=Can.ORDER_RELEASE) as doing:
        Report.objects.select_for_update().get(pk=draft.report_id)  # no newer draft comes between
        way = way_of(Draft.objects.select_for_update().get(pk=draft.pk))
        refuse_others(way, shown)
        _refuse_checker(way, by)
        if not (allowed := way.may_release()):
            raise Trouble(
                f"{draft} cannot be released. {' '.join(allowed.reasons)}", do="See what it waits for."
            )
        _check_once_more(way)
        last = draft.report.releases.aggregate(last=Max("number"))["last"] or 0
        corrects = last_of_another_draft(draft)
        _refuse_unsaid(corrects, corrected)
        release = Release.objects.create(
            report=draft.report,
            draft=draft,
            number=last + 1,
            html_sha256=way.html_sha256,
            pdf_sha256=way.pdf_sha256,
            hashes=way.hashes,
            released_on=released_on,
            released_at=timezone.now(),
            released_by=by.username,
            ordered_as=_role_of(by, draft.report.review),
            corrects=corrects,
            corrected=corrected.strip(),
        )
        doing.made(release)
    return release


def withdraw_release(*, by: Person, release: Release, why: str) -> Release:
    """Take the order back. What was sent to the reading room is withdrawn there by an act of its own."""
    with act("withdrew_release", by=by, on=release, needs=Can.ORDER_RELEASE, why=why):
        if release.withdrawn_at is not None:
            raise Trouble("This release was withdrawn already.", do="Nothing more is needed.")
        release.withdrawn_at, release.withdrawn_by = timezone.now(), by.username
        release.withdrawn_why = why
        release.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return release


def _refuse_checker(way: Way, by: Person) -> None:
    if by.pk in {one.checker_id for one in way.yes}:
        raise Trouble(
            "You said yes to this draft as one of its checkers.",
            do="Somebody else orders the release: the two checkers and whoever orders it are three people.",
        )


def _refuse_unsaid(corrects: Release | None, corrected: str) -> None:
    if corrects is not None and not corrected.strip():
        raise Trouble(
            f"The report was released before, on {spoken_day(corrects.released_on)}.",
            do="Say in a sentence what was corrected since: everybody reads it beside the new one.",
        )
    if corrects is None and corrected.strip():
        raise Trouble("Nothing was released before, so nothing is corrected.", do="Leave that box empty.")


def _role_of(person: Person, review: Review) -> str:
    """The seat by which it is ordered."""
    seats = review.seats.filter(person=person, ended_at=None).values_list("role", flat=True)
    ordering = [ROLES[one] for one in sorted(seats) if Can.ORDER_RELEASE in ROLES[one].powers]
    return ordering[0].title if ordering else ""


def _check_once_more(way: Way) -> None:
    """`read_bytes` refuses bytes that are not those of their hash."""
    frozen = thawed(way.draft.frozen)
    files = {file: read_bytes(sha256) for file, sha256 in way.hashes.items()} | findings_file(frozen)
    today = with_cast_of_today(frozen, way.draft.report.review)
    for one in (frozen, today) if today != frozen else (frozen,):
        if not inspect(one, files).is_clean:
            raise Trouble(
                f"{way.draft} is no longer clean by the cast as it stands today. Nothing was released.",
                do="Make a new draft and check it.",
            )
    if waiting := {one.words for one in _undecided_today(today, way.draft.report)}:
        many = "word of it waits" if len(waiting) == 1 else "words of it wait"
        raise Trouble(
            f"{len(waiting)} {many} for a decision.",
            do="Decide on each on the page Words to decide, or make a new draft.",
        )


def _undecided_today(today: Frozen, report: Report) -> tuple[Undecided, ...]:
    """In the words of the draft, by what is allowed now: somebody may have asked about one again."""
    told = [(f"finding {one.number}", (one.headline, *one.questions)) for one in today.told]
    return undecided_beside(today.source, told, today.cast, allow=allowed_of(report))
