"""A board's earlier log: the file as it came, what people said of it, its runs, and the rows taken in."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from candour.domain.logs import Ask
from candour.kernel.people.postholders import OfBoard
from candour.kernel.reviews.rooms import done_by_somebody


class BoardLog(OfBoard):
    """One file that a board gave in. The bytes lie on the papers' shelf under `sha256`."""

    board = models.ForeignKey("people.Organisation", models.PROTECT, related_name="earlier_logs")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    said = models.JSONField(default=dict, blank=True)
    """What a person said of its columns: {part, heading_row, columns, left_out}."""
    kept_at = models.DateTimeField()
    kept_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="the_same_log_once_a_board", fields=("board", "sha256")),
            models.CheckConstraint(
                name="log_withdrawn_by_somebody", condition=done_by_somebody("withdrawn_at", "withdrawn_by")
            ),
        )
        ordering = ("-kept_at", "-pk")

    def __str__(self) -> str:
        return self.name


class LogColumns(OfBoard):
    """What a person said of the columns of a board's log, proposed for its next one."""

    board = models.OneToOneField("people.Organisation", models.PROTECT, related_name="log_columns")
    said = models.JSONField(default=dict)
    said_at = models.DateTimeField()
    said_by = models.CharField(max_length=60)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Columns of the log of {self.board}"


class LogAnswer(OfBoard):
    """What a person answered about rows that were held: of one row, or of every row with that word or law."""

    board = models.ForeignKey("people.Organisation", models.PROTECT, related_name="log_answers")
    ask = models.CharField(max_length=12, choices=[(str(one), str(one).replace("_", " ")) for one in Ask])
    about = models.CharField(max_length=400)
    answer = models.CharField(max_length=120)
    why = models.CharField(max_length=400, blank=True)
    said_at = models.DateTimeField()
    said_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="one_answer_of_a_log_stands",
                fields=("board", "ask", "about"),
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="answer_of_a_log_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.about}: {self.answer}"


class LogCase(OfBoard):
    """A row that was taken in, its cells as written, and the notification it became.

    Taken back it keeps its notification, withdrawn, so that taking it in again gives the same number.
    """

    board = models.ForeignKey("people.Organisation", models.PROTECT, related_name="log_cases")
    log = models.ForeignKey(BoardLog, models.PROTECT, related_name="cases")
    part = models.CharField(max_length=255, blank=True)
    row = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=64)
    cells = models.JSONField(default=dict)
    notification = models.OneToOneField("notify.Notification", models.PROTECT, related_name="log_case")
    taken_in_at = models.DateTimeField()
    taken_in_by = models.CharField(max_length=60)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="a_row_of_a_log_once", fields=("board", "fingerprint")),
            models.CheckConstraint(
                name="row_of_a_log_taken_back_by_somebody",
                condition=done_by_somebody("taken_back_at", "taken_back_by"),
            ),
        )
        ordering = ("log", "pk")

    def __str__(self) -> str:
        return self.place

    @property
    def place(self) -> str:
        """Where it stands in the file that it was taken from."""
        return ", ".join(filter(None, (self.log.name, self.part, f"row {self.row}")))


class LogTakes(models.TextChoices):
    """Which way a log's rows go."""

    IN = "in", "taken in"
    OUT = "out", "taken back"


class LogRun(OfBoard):
    """A log being taken in, or back: asked for by a person, done by the worker a batch at a time.

    How far it is, its cases say: a run that was cut off goes on with the rows that are left.
    """

    board = models.ForeignKey("people.Organisation", models.PROTECT, related_name="log_runs")
    log = models.ForeignKey(BoardLog, models.PROTECT, related_name="runs")
    takes = models.CharField(max_length=3, choices=LogTakes)
    rows = models.PositiveIntegerField()
    """How many there were to take when it was asked for."""
    asked_on = models.DateField()
    """The day on which it was asked for, which its rows are read by to the end."""
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)
    stopped_why = models.CharField(max_length=600, blank=True)
    """What kept it from its end."""

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="one_log_of_a_board_runs_at_once", fields=("board",), condition=Q(ended_at=None)
            ),
            models.CheckConstraint(
                name="log_run_ended_by_somebody", condition=done_by_somebody("ended_at", "ended_by")
            ),
            models.CheckConstraint(
                name="only_a_run_that_ended_was_stopped",
                condition=Q(stopped_why="") | Q(ended_at__isnull=False),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.log.name}: {self.get_takes_display()}"  # type: ignore[attr-defined]  # Django adds it
