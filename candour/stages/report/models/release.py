"""From the source to the public: drafts, what the check found, two checkers, the release."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain.access import Can
from candour.files.open_text.checking import Verdict
from candour.kernel.reviews.rooms import InReview, done_by_somebody
from candour.stages.report.models.source import Report


class Says(models.TextChoices):
    """What a checker may say: approved, approved once a change is made, rejected. Only yes lets it pass."""

    YES = "yes", "Yes"
    CHANGE = "change", "Subject to a change"
    NO = "no", "No"


class Result(models.TextChoices):
    """The words of the check (candour.files.open_text)."""

    CLEAN = str(Verdict.CLEAN), "Clean"
    LEAK = str(Verdict.LEAK), "Leak"
    CANNOT_CHECK = str(Verdict.CANNOT), "Cannot check"


class Draft(InReview):
    """The source as it stood when it was put forward. It never changes: what is checked is what is released.

    `frozen` holds closed words and real names: pages for whoever may not see the source show its open view.
    """

    SEEN_WITH: ClassVar[Can] = Can.SEE_OPEN_DRAFT
    ROOM: ClassVar[str] = "report__review"

    report = models.ForeignKey(Report, models.PROTECT, related_name="drafts")
    number = models.PositiveSmallIntegerField()
    frozen = models.JSONField()
    """{source, person, relation, household, allow, findings, told}: the shape of `frozen.Frozen`."""
    sha256 = models.CharField(max_length=64)
    files = models.JSONField(default=list)
    """The open files to be made of it, by name. Empty in drafts of old: the web page and the PDF alone."""
    authors = models.JSONField(default=list)
    """Usernames of whoever wrote any of it: none of them can be its checker."""
    drafted_at = models.DateTimeField()
    drafted_by = models.CharField(max_length=60)
    check_asked_at = models.DateTimeField(null=True, blank=True)
    check_asked_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_draft_a_number", fields=("report", "number")),
            models.CheckConstraint(
                name="check_asked_by_somebody", condition=done_by_somebody("check_asked_at", "check_asked_by")
            ),
        )
        ordering = ("-number",)

    def __str__(self) -> str:
        return f"Draft {self.number}"


class Check(InReview):
    """What the check made of one finished file of a draft. `found` says what and where, never the words."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_OPEN_DRAFT
    ROOM: ClassVar[str] = "draft__report__review"

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="checks")
    run = models.PositiveSmallIntegerField()
    file = models.CharField(max_length=60)
    result = models.CharField(max_length=12, choices=Result)
    found = models.JSONField(default=list)
    """[{what, where, paragraph, key}]; the last two null where they are not known."""
    sha256 = models.CharField(max_length=64, blank=True)
    """Under which the finished bytes lie on the shelf; none is kept unless every file of the run is clean."""
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=60)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="a_file_is_checked_once_a_run", fields=("draft", "run", "file")),
            models.CheckConstraint(
                name="nothing_is_kept_that_is_not_clean", condition=Q(sha256="") | Q(result="clean")
            ),
        )
        ordering = ("-run", "file")

    def __str__(self) -> str:
        return f"{self.file}: {self.get_result_display()}"


class Checking(InReview):
    """What one checker says of the files that were read, by their hashes."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_OPEN_DRAFT
    ROOM: ClassVar[str] = "draft__report__review"

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="checkings")
    checker = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=10, choices=Says)
    words = models.TextField()
    wanted = models.TextField(blank=True)
    """The change that is wanted: until it is made, this counts as not yet."""
    html_sha256 = models.CharField(max_length=64)
    pdf_sha256 = models.CharField(max_length=64)
    hashes = models.JSONField(default=dict)
    """Name -> SHA-256 of every file that was read. Empty in rows of old, which read the two above."""
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="a_checker_speaks_once_a_draft",
                fields=("draft", "checker"),
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(name="a_checker_says_what_was_done", condition=~Q(words="")),
            models.CheckConstraint(
                name="a_wanted_change_is_said",
                condition=(Q(verdict="change") & ~Q(wanted="")) | (~Q(verdict="change") & Q(wanted="")),
            ),
            models.CheckConstraint(
                name="checking_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.checker}: {self.verdict}"


class Release(InReview):
    """The order that makes a checked draft public: these very bytes, and no others."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_PROGRESS
    ROOM: ClassVar[str] = "report__review"

    report = models.ForeignKey(Report, models.PROTECT, related_name="releases")
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="releases")
    number = models.PositiveSmallIntegerField()
    html_sha256 = models.CharField(max_length=64)
    pdf_sha256 = models.CharField(max_length=64)
    hashes = models.JSONField(default=dict)
    """Name -> SHA-256 of every file ordered to be released. Empty in rows of old: the two above."""
    released_on = models.DateField()
    released_at = models.DateTimeField()
    released_by = models.CharField(max_length=60)
    ordered_as = models.CharField(max_length=60, blank=True)
    """In which role: Board chair, or Judge."""
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    """The release that this one takes the place of."""
    corrected = models.CharField(max_length=400, blank=True)
    """What was corrected. Everybody reads it in the reading room."""
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_release_a_number", fields=("report", "number")),
            models.UniqueConstraint(
                name="a_draft_is_released_once", fields=("draft",), condition=Q(withdrawn_at=None)
            ),
            models.CheckConstraint(
                name="a_correction_says_what_was_corrected",
                condition=Q(corrects=None, corrected="") | (Q(corrects__isnull=False) & ~Q(corrected="")),
            ),
            models.CheckConstraint(
                name="release_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("-number",)

    @property
    def files(self) -> dict[str, str]:
        """Name -> SHA-256, whenever it was released, in the order in which they are shown."""
        made = self.hashes or {"report.html": self.html_sha256, "report.pdf": self.pdf_sha256}
        return {file: made[file] for file in dict.fromkeys((*self.draft.files, *made)) if file in made}

    @property
    def correction(self) -> Release | None:
        """The release that took its place, withdrawn since or not."""
        return Release.objects.filter(corrects=self).first()

    def __str__(self) -> str:
        return f"Release {self.number}"
