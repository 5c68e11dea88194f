"""A part of the act of a ruling: a paragraph is closed as the ruling says."""

from __future__ import annotations

from django.utils import timezone

from candour.kernel.people.models import Person
from candour.stages.report.models import Audience, Paragraph, Wording
from candour.stages.report.one_source import check_references


def close_as_ruled(paragraph: Paragraph, *, by: Person, reason: str, gist: str) -> None:
    """Whoever writes in it at the same time is told that somebody saved first. Its words stay as they are."""
    check_references(gist, paragraph.part.report.review, "the gist")
    now = Paragraph.objects.select_for_update().get(pk=paragraph.pk)
    now.audience, now.reason, now.gist = Audience.CLOSED, reason, gist
    now.version += 1
    now.save(update_fields=["audience", "reason", "gist", "version"])
    Wording.objects.create(
        paragraph=now,
        text=now.text,
        audience=now.audience,
        reason=reason,
        gist=gist,
        is_in_whole=now.is_in_whole,
        editions=now.editions,
        told_as=now.told_as,
        written_at=timezone.now(),
        written_by=by.username,
    )
