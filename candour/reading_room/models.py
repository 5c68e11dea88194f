"""What stands on the shelves: the newest edition of each report, and a line for every bundle received.

There is no table here for a person, a session or anything that is not in a released bundle.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from candour.files.bundles import AnswerState, FileKind, ParagraphKind
from candour.reading_room.drawn import drawn

EDITIONS = {
    "report": "Whole report",
    "summary": "Executive summary",
    "briefing": "Seven-minute briefing",
    "child": "For children and young people",
}
SAID = {FileKind.HTML: "web page", FileKind.PDF: "PDF", FileKind.DOCX: "Word"}


def _choices(words: type[AnswerState | FileKind | ParagraphKind]) -> list[tuple[str, str]]:
    return [(str(one), str(one)) for one in words]


class Edition(models.Model):
    """A bundle that was received. Lines stay; the bundle itself is in the folder `received`."""

    address = models.SlugField(max_length=80)
    edition = models.PositiveIntegerField()
    seal = models.CharField(max_length=64, unique=True)
    kept_as = models.CharField(max_length=200)
    said_on = models.DateField()
    changed = models.TextField(blank=True)
    withdrawal = models.BooleanField(default=False)
    received_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["address", "edition"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["address", "edition"], name="edition_is_received_once")
        ]

    def __str__(self) -> str:
        return f"{self.address}, edition {self.edition}"


class Report(models.Model):
    """One review's report as it may be read now; once withdrawn, only this line is left."""

    address = models.SlugField(max_length=80, unique=True)
    review = models.CharField(max_length=80)
    title = models.TextField()
    board = models.TextField()
    method = models.TextField(blank=True)
    regime = models.TextField(blank=True)
    about = models.TextField(blank=True)
    released_on = models.DateField(null=True)
    invented = models.BooleanField()
    edition = models.PositiveIntegerField()
    corrected = models.TextField(blank=True)
    """What was corrected in it."""
    replaces = models.DateField(null=True)
    """The day of the release that it takes the place of."""
    withdrawn_on = models.DateField(null=True)
    withdrawn_why = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["-released_on", "address"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(released_on__isnull=False) ^ models.Q(withdrawn_on__isnull=False),
                name="report_is_released_or_withdrawn",
            )
        ]

    def __str__(self) -> str:
        return f"{self.review} {self.title}"

    @property
    def cited_year(self) -> int | None:
        return self.released_on.year if self.released_on else None


class Finding(models.Model):
    """A finding, and the board's answer to it where there is one."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="findings")
    number = models.PositiveIntegerField()
    headline = models.TextField()
    category = models.TextField(blank=True)
    questions = models.JSONField(default=list)
    answer = models.CharField(max_length=20, blank=True, choices=_choices(AnswerState))
    answer_reason = models.TextField(blank=True)
    answered_on = models.DateField(null=True)
    dissent = models.TextField(blank=True)
    dissent_by = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "number"], name="finding_has_its_own_number")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.headline}"


class Action(models.Model):
    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="actions")
    text = models.TextField()
    owner = models.TextField(blank=True)
    due = models.DateField(null=True)
    strength = models.TextField(blank=True)
    done_on = models.DateField(null=True)
    effect = models.TextField(blank=True)
    look_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.text


class Paragraph(models.Model):
    """A numbered paragraph as it stands in the open report, in the report's own order."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="paragraphs")
    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, null=True, related_name="paragraphs")
    number = models.CharField(max_length=20)
    part = models.TextField(blank=True)
    kind = models.CharField(max_length=10, choices=_choices(ParagraphKind))
    text = models.TextField()
    under = models.JSONField(default=list)
    """Quotations, figures and notes that stand under it, each as the bundle names its parts."""

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "number"], name="paragraph_has_its_own_number")
        ]

    def __str__(self) -> str:
        return f"paragraph {self.number}"

    @property
    def closed(self) -> bool:
        return self.kind == ParagraphKind.GIST

    @property
    def shown_under(self) -> list[dict[str, Any]]:
        return [drawn(one) for one in self.under]


class File(models.Model):
    """A finished file, kept in the database so that nothing need stand on the web machine's disk."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="files")
    path = models.CharField(max_length=100)
    kind = models.CharField(max_length=10, choices=_choices(FileKind))
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "path"], name="file_has_its_own_address")
        ]

    def __str__(self) -> str:
        return self.path

    @property
    def edition(self) -> str:
        return EDITIONS.get(self.path.rsplit(".", 1)[0], self.path)

    @property
    def said(self) -> str:
        return f"{self.edition}, {SAID[FileKind(self.kind)]}"
