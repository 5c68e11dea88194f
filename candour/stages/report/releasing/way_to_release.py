"""Where a draft stands between its check and its release, and every reason why it cannot be released yet."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from django.db.models import QuerySet

from candour.domain.access import Can, Verdict, decide
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review, Seat
from candour.stages.report.deciding.joining_up import jigsaw_signed
from candour.stages.report.hearing.reads import why_not_heard
from candour.stages.report.models import Check, Checking, Draft, Release, Report, Result, Says
from candour.stages.report.releasing.finished_files import DOCX, FINDINGS, HTML, OF_OLD, PDF, title_of

CHECKERS = 2


@dataclass(frozen=True, slots=True)
class Way:
    """A draft with its last check and the verdicts that stand."""

    draft: Draft
    checks: tuple[Check, ...]
    checkings: tuple[Checking, ...]
    newer: Draft | None
    release: Release | None
    refused: tuple[str, ...] = ()
    """Why the check that was asked for cannot be made: whoever asked may no longer."""

    @property
    def is_clean(self) -> bool:
        return {one.file for one in self.checks} >= self._expected and all(
            one.result == Result.CLEAN and one.sha256 for one in self.checks
        )

    @property
    def _expected(self) -> set[str]:
        told = [FINDINGS] if self.draft.frozen["told"] else []
        return {*(self.draft.files or OF_OLD), *told}

    @property
    def leaks(self) -> int:
        return sum(len(one.found) for one in self.checks if one.result == Result.LEAK)

    @property
    def cannot(self) -> int:
        return sum(one.result == Result.CANNOT_CHECK for one in self.checks)

    @property
    def is_running(self) -> bool:
        """Asked for, and not answered yet."""
        return _is_awaited(self.draft, self.checks) and not self.refused

    @property
    def html_sha256(self) -> str:
        return self._sha256(HTML)

    @property
    def pdf_sha256(self) -> str:
        return self._sha256(PDF)

    @property
    def hashes(self) -> dict[str, str]:
        """Name -> SHA-256 of every file that was read back, as the draft names them; the findings last."""
        made = {one.file: one.sha256 for one in self.checks}
        return {file: made[file] for file in dict.fromkeys((*self.draft.files, *made)) if file in made}

    @property
    def seal(self) -> str:
        """One mark for the draft and its finished files: a page sends it back with what is said of them."""
        return hashlib.sha256(json.dumps([self.draft.pk, sorted(self.hashes.items())]).encode()).hexdigest()

    @property
    def yes(self) -> tuple[Checking, ...]:
        return tuple(one for one in self._of_these_files if one.verdict == Says.YES)

    @property
    def subject_to_change(self) -> tuple[Checking, ...]:
        """These count as not yet: the change is made in a new draft, or they are taken back."""
        return tuple(one for one in self._of_these_files if one.verdict == Says.CHANGE)

    @property
    def no(self) -> tuple[Checking, ...]:
        return tuple(one for one in self._of_these_files if one.verdict == Says.NO)

    @property
    def wanting(self) -> list[str]:
        """A line for each checker that has not spoken."""
        spoken = len(self.yes) + len(self.subject_to_change) + len(self.no)
        return [f"Checker {nth}: waits" for nth in range(spoken + 1, CHECKERS + 1)]

    @property
    def _of_these_files(self) -> tuple[Checking, ...]:
        return tuple(one for one in self.checkings if self._is_of_these(one))

    def _is_of_these(self, one: Checking) -> bool:
        if one.hashes:
            return dict(one.hashes) == self.hashes
        return (one.html_sha256, one.pdf_sha256) == (self.html_sha256, self.pdf_sha256)

    def may_release(self) -> Verdict:
        """Allowed, or every reason why not. There is no way past this."""
        said_yes = {one.checker_id for one in self.yes if one.checker.username not in self.draft.authors}
        missing = CHECKERS - len(said_yes)
        return decide(
            None if self.is_clean else "The check of the finished files is not clean.",
            None
            if missing <= 0
            else f"{'Two checkers have' if missing == CHECKERS else 'One checker has'} not said yes yet.",
            f"{self.no[0].checker} said no." if self.no else None,
            f"{self.subject_to_change[0].checker} wants a change first." if self.subject_to_change else None,
            f"{self.newer} is newer." if self.newer else None,
            "It is released already." if self.release else None,
            None
            if not self.is_clean or jigsaw_signed(self.draft)
            else "Nobody has signed for what joins up in it.",
            *why_not_heard(self.draft.report, drafted_at=self.draft.drafted_at),
        )

    @property
    def open_files(self) -> list[tuple[str, str]]:
        """Name and title of each format of the whole open report, where there are clean ones."""
        return [(one, title_of(one)) for one in (HTML, PDF, DOCX) if self.is_clean and one in self.hashes]

    def _sha256(self, file: str) -> str:
        return next((one.sha256 for one in self.checks if one.file == file), "")


def way_of(draft: Draft) -> Way:
    checks = list(draft.checks.all())
    last = max((one.run for one in checks), default=0)
    of_last_run = tuple(one for one in checks if one.run == last)
    release = draft.releases.filter(withdrawn_at=None).first()
    return Way(
        draft=draft,
        checks=of_last_run,
        checkings=tuple(_checkings_of(draft, released=release is not None)),
        newer=Draft.objects.filter(report=draft.report_id, number__gt=draft.number).first(),
        release=release,
        refused=_refusal(draft) if _is_awaited(draft, of_last_run) else (),
    )


def _checkings_of(draft: Draft, *, released: bool) -> QuerySet[Checking]:
    """Until the release, the yes of whoever has declared a conflict does not count; their no does."""
    standing = draft.checkings.filter(withdrawn_at=None).select_related("checker")
    if released:
        return standing
    near = Seat.objects.filter(review=draft.report.review_id, conflict_declared_at__isnull=False)
    return standing.exclude(verdict=Says.YES, checker__in=near.values("person"))


def _is_awaited(draft: Draft, checks: tuple[Check, ...]) -> bool:
    asked = draft.check_asked_at
    return asked is not None and not any(one.made_at >= asked for one in checks)


def _refusal(draft: Draft) -> tuple[str, ...]:
    """A check is made in the name of whoever asked for it: a seat that ended since ends that too."""
    asker = Person.objects.get(username=draft.check_asked_by)
    verdict = may(asker, Can.WRITE_REPORT, draft)
    return () if verdict else (f"{asker} asked for it and may no longer.", *verdict.reasons)


def newest_way(report: Report) -> Way | None:
    draft = report.drafts.first()
    return way_of(draft) if draft else None


def refuse_others(way: Way, shown: str | None) -> None:
    """Raises Trouble where the files are no longer those of `shown`, the seal of what was read, if given."""
    if shown is not None and shown != way.seal:
        raise Trouble(
            "Another draft or other files are there since you opened the page. Nothing was signed.",
            do="Read those that are shown now.",
        )


def may_check(checker: Person, way: Way) -> Verdict:
    """Whether this person can be a checker of this draft; every reason why not."""
    spoken = any(one.checker_id == checker.pk for one in way.checkings)
    return decide(
        "You wrote part of this draft, so you cannot check it."
        if checker.username in way.draft.authors
        else None,
        None
        if way.is_clean
        else "The check of the finished files is not clean, so there is nothing to read yet.",
        "You have said already what you found." if spoken else None,
        f"{way.newer} is newer: read that one." if way.newer else None,
    )


def release_of(review: Review) -> Release | None:
    """The release that stands: not withdrawn, and no other was ordered in its place."""
    standing = Release.objects.filter(withdrawn_at=None, corrected_by=None)
    return standing.filter(report__review=review).first()


def last_of_another_draft(draft: Draft) -> Release | None:
    """The release that this draft would take the place of: the last one, if it was of another draft."""
    last = draft.report.releases.select_related("draft").first()
    return last if last is not None and last.draft_id != draft.pk else None
