"""A bundle, the papers chosen for it in their order, and each time it was made."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, done_by_somebody


class Audience(models.TextChoices):
    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"


class Kind(models.TextChoices):
    """What a paper of a bundle is."""

    REPORT = "report", "The report"
    CHRONOLOGY = "chronology", "The chronology"
    FILE = "file", "A file that was sent"
    EXTRACT = "extract", "An extract with its answer"
    ORDER = "order", "An order"
    LETTER = "letter", "A letter"


class State(models.TextChoices):
    WAITING = "waiting", "Being made"
    MADE = "made", "Made"
    REFUSED = "refused", "Not made"


class Bundle(InReview):
    """Papers for one hearing and one reader. It holds all kinds of papers of a review, closed ones too."""

    SEEN_WITH: ClassVar[Can] = Can.WRITE_REPORT
    ROOM: ClassVar[str] = "report__review"

    report = models.ForeignKey("report.Report", models.PROTECT, related_name="bundles")
    number = models.PositiveSmallIntegerField()
    audience = models.CharField(max_length=6, choices=Audience)
    heard = models.CharField(max_length=120)
    """What the hearing is: "Directions", or "Hearing on point 3"."""
    heard_on = models.DateField()
    called = models.CharField(max_length=200)
    """For whom, as it stands on the cover and in the mark."""
    begun_at = models.DateTimeField()
    begun_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_bundle_a_number", fields=("report", "number")),
            models.CheckConstraint(name="bundle_is_for_somebody", condition=~Q(called="") & ~Q(heard="")),
            models.CheckConstraint(
                name="bundle_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("-number",)

    @property
    def is_closed(self) -> bool:
        return self.audience == Audience.CLOSED

    def __str__(self) -> str:
        return f"Bundle {self.number}"


class BundlePaper(InReview):
    """One paper of a bundle, in a tab. Tabs stand in the order of their first papers."""

    SEEN_WITH: ClassVar[Can] = Can.WRITE_REPORT
    ROOM: ClassVar[str] = "bundle__report__review"
    was_withdrawn = False
    """Whether what it is was withdrawn where it belongs, after it was chosen: `choosing.tabs_of` says so."""

    bundle = models.ForeignKey(Bundle, models.PROTECT, related_name="papers")
    tab = models.CharField(max_length=120)
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind)
    called = models.CharField(max_length=200)
    """As the index names it."""
    paper = models.ForeignKey("papers.Paper", models.PROTECT, null=True, blank=True, related_name="+")
    extract = models.ForeignKey("report.Extract", models.PROTECT, null=True, blank=True, related_name="+")
    order = models.ForeignKey("report.ReadingOrder", models.PROTECT, null=True, blank=True, related_name="+")
    letter = models.ForeignKey("commission.Letter", models.PROTECT, null=True, blank=True, related_name="+")
    chosen_at = models.DateTimeField()
    chosen_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="bundle_paper_is_what_its_kind_says",
                condition=Q(
                    kind__in=("report", "chronology"), paper=None, extract=None, order=None, letter=None
                )
                | Q(kind="file", paper__isnull=False, extract=None, order=None, letter=None)
                | Q(kind="extract", paper=None, extract__isnull=False, order=None, letter=None)
                | Q(kind="order", paper=None, extract=None, order__isnull=False, letter=None)
                | Q(kind="letter", paper=None, extract=None, order=None, letter__isnull=False),
            ),
            models.CheckConstraint(name="bundle_paper_is_named", condition=~Q(called="") & ~Q(tab="")),
            models.CheckConstraint(
                name="bundle_paper_taken_out_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.called


class Making(InReview):
    """One copy of a bundle as it was made: its bytes by hash, its index, or why there is none."""

    SEEN_WITH: ClassVar[Can] = Can.WRITE_REPORT
    ROOM: ClassVar[str] = "bundle__report__review"

    bundle = models.ForeignKey(Bundle, models.PROTECT, related_name="makings")
    number = models.PositiveSmallIntegerField()
    mark = models.CharField(max_length=400, blank=True)
    """What stands on each page of a closed one."""
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    made_of = models.CharField(max_length=64, blank=True)
    """SHA-256 of the list of all that it is made of, on the shelf: the same list gives the same bytes."""
    sha256 = models.CharField(max_length=64, blank=True)
    """Under which the bundle lies on the papers shelf."""
    pages = models.PositiveIntegerField(default=0)
    index = models.JSONField(default=list, blank=True)
    """[{tab, title, first, last, why, left_out}]: the lines of its index."""
    found = models.JSONField(default=list, blank=True)
    """[{what, where}]: why it was not made, in words that hold nothing secret."""
    asked = models.JSONField(default=list, blank=True)
    """[{sha256, paper, words, why, key, many, places: [{where, around}]}]: what nobody had decided on."""
    joins = models.JSONField(default=list, blank=True)
    """[{kind, why, instead, facts: [{paragraph, words, where}]}]: what joins up in an open one."""
    copy = models.OneToOneField(
        "report.ClosedCopy", models.PROTECT, null=True, blank=True, related_name="bundle_making"
    )
    """Its line among the closed copies, where its return or end is noted."""
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_making_a_number", fields=("bundle", "number")),
            models.CheckConstraint(
                name="a_bundle_is_made_or_says_why_not",
                condition=Q(state="waiting", sha256="", ended_at=None)
                | (Q(state="made") & ~Q(sha256="") & ~Q(made_of=""))
                | (Q(state="refused", sha256="") & ~Q(found=[])),
            ),
            models.CheckConstraint(
                name="making_ended_by_somebody", condition=done_by_somebody("ended_at", "ended_by")
            ),
        )
        ordering = ("-number",)

    def __str__(self) -> str:
        return f"{self.bundle}, copy {self.number}"


class KeptWord(InReview):
    """Words of one paper that may stand in open bundles of this review, and why: by the hash of the paper.

    A paper that changes is another paper. The report's own words are never decided by these.
    """

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE
    ROOM: ClassVar[str] = "report__review"

    report = models.ForeignKey("report.Report", models.PROTECT, related_name="words_kept_in_papers")
    sha256 = models.CharField(max_length=64)
    """Of the file, or of the words where we set them."""
    paper = models.CharField(max_length=200)
    """As it was called when this was decided."""
    words = models.CharField(max_length=200)
    reason = models.CharField(max_length=400)
    kept_at = models.DateTimeField()
    kept_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="words_are_kept_once_a_paper",
                fields=("report", "sha256", "words"),
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="words_of_a_paper_are_kept_for_a_reason", condition=~Q(reason="") & ~Q(words="")
            ),
            models.CheckConstraint(
                name="kept_word_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("paper", "words", "pk")

    def __str__(self) -> str:
        return self.words


class Signs(models.TextChoices):
    """What somebody signs of an open copy. The order of these is the order of the way."""

    JOINS = "joins", "Looked at what joins up"
    YES = "yes", "Yes"
    NO = "no", "No"
    ORDER = "order", "Ordered"
    GIVEN = "given", "Given"


class BundleSignature(InReview):
    """What one person signs of one open copy, for these very bytes."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE
    ROOM: ClassVar[str] = "making__bundle__report__review"

    making = models.ForeignKey(Making, models.PROTECT, related_name="signatures")
    signs = models.CharField(max_length=6, choices=Signs)
    sha256 = models.CharField(max_length=64)
    words = models.CharField(max_length=400)
    """What was looked at, why, or to whom it was given."""
    rulings = models.JSONField(default=list, blank=True)
    """[{key, words, why}]: joins that stay, where the report has no ruling on them."""
    seen = models.CharField(max_length=64, blank=True)
    """A hash of the joins that were looked at."""
    signed_on = models.DateField()
    signed_at = models.DateTimeField()
    signed_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="joins_order_and_giving_are_signed_once_a_copy",
                fields=("making", "signs"),
                condition=Q(withdrawn_at=None, signs__in=("joins", "order", "given")),
            ),
            models.UniqueConstraint(
                name="a_checker_of_a_bundle_speaks_once_a_copy",
                fields=("making", "signed_by"),
                condition=Q(withdrawn_at=None, signs__in=("yes", "no")),
            ),
            models.CheckConstraint(
                name="a_bundle_is_signed_for_by_its_bytes", condition=~Q(sha256="") & ~Q(words="")
            ),
            models.CheckConstraint(
                name="bundle_signature_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.get_signs_display()}, {self.signed_on:%Y-%m-%d}"
