"""What agencies sent: returns as they came, entries, rows without a place, what names and columns mean."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain.access import Can
from candour.domain.chronology import entry as told_by_agencies
from candour.domain.moments import Fate
from candour.kernel.people.postholders import OfBoard
from candour.kernel.reviews.rooms import InReview, done_by_somebody


class ReturnState(models.TextChoices):
    WAITING = "waiting", "Being read"
    READ = "read", "Read"
    UNREADABLE = "unreadable", "Cannot be read"


READ_AGAIN = "The file was read again, and the row has another fate."
TAKEN_BACK = "The place that a person gave the row was taken back."
NO_LONGER_PLACED = (READ_AGAIN, TAKEN_BACK)
"""Why a reading withdrew an entry: its row has another fate. What a person withdrew keeps its place."""


class Return(InReview):
    """One file an agency sent. The file itself is the paper; the rest says how it was read."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_RETURNS
    AGENCY: ClassVar[str | None] = "agency"

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="returns")
    agency = models.ForeignKey("people.Organisation", models.PROTECT, related_name="returns")
    paper = models.ForeignKey("papers.Paper", models.PROTECT, related_name="returns")
    sha256 = models.CharField(max_length=64)
    came_in = models.CharField(max_length=255, blank=True)
    """The zip it was sent in, if any."""
    corrects = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="corrected_by")
    """The return of the same agency that this one stands in for."""
    changes = models.JSONField(default=dict, blank=True)
    """What the corrected return changed: {"same": n, "changed": [[was, now], ..], "new": [..], "gone": [..]}.

    A row is said by its table and key: "e12" an entry, "u7" a row without a place. One that is read
    otherwise, its cells being the same, is [itself, itself].
    """
    received_on = models.DateField()
    """The day by which it counts as late or not."""
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=60)
    state = models.CharField(max_length=12, choices=ReturnState, default=ReturnState.WAITING)
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.CharField(max_length=60, blank=True)
    rows_in = models.PositiveIntegerField(default=0)
    mapping = models.JSONField(default=dict, blank=True)
    """What a person has said of its columns: {part, heading_row, columns, left_out}."""
    headings = models.JSONField(default=list, blank=True)
    """How each table was read: [{part, row, columns: [{heading, example, field, sure}]}]."""
    furniture = models.JSONField(default=list, blank=True)
    """Lines that are no rows: [{part, row, kind, words}]."""
    trouble_what = models.TextField(blank=True)
    trouble_where = models.CharField(max_length=400, blank=True)
    trouble_do = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="the_same_file_once_an_agency",
                fields=("review", "agency", "sha256"),
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="unreadable_return_says_why", condition=~Q(state="unreadable") | ~Q(trouble_what="")
            ),
            models.CheckConstraint(
                name="return_read_by_somebody", condition=done_by_somebody("read_at", "read_by")
            ),
            models.CheckConstraint(
                name="return_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("received_at", "pk")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self.paper.name

    @property
    def first_received_on(self) -> date:
        """The day of the first of those that it corrects: a correction is not late."""
        return self.corrects.first_received_on if self.corrects is not None else self.received_on


class Entry(InReview):
    """One agency's account of something, placed in time. `body` is the domain's entry, whole."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_RETURNS
    AGENCY: ClassVar[str | None] = "in_return__agency"

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="entries")
    in_return = models.ForeignKey(Return, models.PROTECT, related_name="entries")
    key = models.CharField(max_length=20)
    """The domain's id: made of the agency and the cells, so that it outlives another reading."""
    part = models.CharField(max_length=255, blank=True)
    row = models.PositiveIntegerField()
    body = models.JSONField()
    earliest = models.DateTimeField(null=True, blank=True)
    latest = models.DateTimeField(null=True, blank=True)
    placed_at = models.DateTimeField()
    placed_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_entry_a_key_in_a_review", fields=("review", "key")),
            models.CheckConstraint(
                name="entry_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        indexes = (models.Index(name="entries_by_time", fields=("review", "earliest")),)
        ordering = ("earliest", "pk")

    def __str__(self) -> str:
        return f"{self.in_return.name}, row {self.row}"

    @property
    def told(self) -> told_by_agencies.Entry:
        """The entry as the domain knows it: agency, moment, words, tellings, cells as written."""
        return told_by_agencies.Entry.from_json(self.body)


class UnplacedRow(InReview):
    """A row that was held for a person, or refused: why, its readings, and what a person answered."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_RETURNS
    ROOM: ClassVar[str] = "in_return__review"
    AGENCY: ClassVar[str | None] = "in_return__agency"

    in_return = models.ForeignKey(Return, models.PROTECT, related_name="unplaced")
    part = models.CharField(max_length=255, blank=True)
    row = models.PositiveIntegerField()
    fate = models.CharField(max_length=8, choices=[(str(Fate.HELD), "Held"), (str(Fate.REFUSED), "Refused")])
    code = models.CharField(max_length=40)
    reason = models.TextField()
    readings = models.JSONField(default=list)
    """EDTF, in the order offered."""
    cells = models.JSONField(default=dict)
    asked_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.CharField(max_length=60, blank=True)
    asked_note = models.CharField(max_length=400, blank=True)
    answer = models.JSONField(default=dict, blank=True)
    """The MOMENT a person gave the row; nothing until then."""
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True)
    answered_why = models.CharField(max_length=400, blank=True)
    answered_in = models.ForeignKey("papers.Paper", models.PROTECT, null=True, blank=True, related_name="+")
    """The workbook of held rows that brought the answer, where it came back as a file."""
    corrected = models.JSONField(default=dict, blank=True)
    """Cells that the agency wrote anew in it: {heading: words}. The row's own cells stay as they came."""
    placed_entry = models.ForeignKey(Entry, models.PROTECT, null=True, blank=True, related_name="placed_from")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)
    """Withdrawn when another reading of the file gave the row another fate."""

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_fate_a_row", fields=("in_return", "part", "row")),
            models.CheckConstraint(
                name="row_answered_by_somebody", condition=done_by_somebody("answered_at", "answered_by")
            ),
            models.CheckConstraint(
                name="row_with_an_answer_has_its_entry",
                condition=Q(answered_at=None, placed_entry=None)
                | Q(answered_at__isnull=False, placed_entry__isnull=False),
            ),
            models.CheckConstraint(
                name="agency_asked_of_a_row_by_somebody", condition=done_by_somebody("asked_at", "asked_by")
            ),
            models.CheckConstraint(
                name="row_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        part = f"{self.part}, " if self.part else ""
        return f"{part}row {self.row}"


class BeforeCorrection(InReview):
    """How the entries stood that a corrected return took over, changed or ended: to go back to exactly."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_RETURNS
    ROOM: ClassVar[str] = "in_return__review"
    AGENCY: ClassVar[str | None] = "in_return__agency"

    in_return = models.OneToOneField(Return, models.PROTECT, related_name="before_correction")
    stood = models.JSONField(default=dict)
    """{the entry's key in its table: {field: what it was}}, no more than was changed."""
    rested = models.JSONField(default=dict)
    """{the entry's key in its table: [row]}: what rested already on an entry that it brought back."""
    kept_at = models.DateTimeField()
    kept_by = models.CharField(max_length=60)
    gone_back_at = models.DateTimeField(null=True, blank=True)
    gone_back_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="gone_back_by_somebody", condition=done_by_somebody("gone_back_at", "gone_back_by")
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Before {self.in_return}"


class AgencyName(InReview):
    """A name under which returns speak of an agency, said by a person: never guessed."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_RETURNS

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="agency_names")
    name = models.CharField(max_length=200)
    agency = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    said_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="a_name_means_one_agency", fields=("review", "name"), condition=Q(withdrawn_at=None)
            ),
            models.CheckConstraint(
                name="name_withdrawn_by_somebody", condition=done_by_somebody("withdrawn_at", "withdrawn_by")
            ),
        )
        ordering = ("name",)

    def __str__(self) -> str:
        return f"{self.name} is {self.agency}"


class RememberedMapping(OfBoard):
    """What a person said of an agency's columns: proposed for its next return. Headings, no case words."""

    board = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    agency = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    columns = models.JSONField(default=dict)
    left_out = models.JSONField(default=list)
    said_at = models.DateTimeField()
    said_by = models.CharField(max_length=60)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_mapping_remembered_an_agency", fields=("board", "agency")),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Columns of {self.agency}"
