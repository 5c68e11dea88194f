"""A signed file is handed over or taken in, and what was known by which number there is kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, OrganisationKind, Person
from candour.stages.oversee.models import Received, TakenFile, TrustedKey


def hand_over_file(*, by: Person, at: Organisation, to: str, sha256: str) -> None:
    """Record that a file was made for another installation, at the board or the national body that sends."""
    needs = Can.CHALLENGE if at.kind == OrganisationKind.NATIONAL else Can.NOTIFY
    with act("handed_over_file", by=by, on=at, needs=needs, why=f"To {to}, file sha256:{sha256}"):
        pass


def take_in_file(
    *, by: Person, at: Organisation, trusted: TrustedKey, sha256: str, made_at: datetime
) -> TakenFile:
    """Record that a file came, at the board or the national body that takes it in.

    Raises Trouble where a later one of the same sender was taken in before.
    """
    needs = Can.CHALLENGE if at.kind == OrganisationKind.NATIONAL else Can.NOTIFY
    with act("took_in_file", by=by, on=at, needs=needs, why=f"From {trusted.organisation}") as doing:
        sender = Organisation.objects.select_for_update().get(pk=trusted.organisation_id)
        files = TakenFile.objects.filter(sender=sender)
        if (later := files.filter(made_at__gt=made_at).last()) is not None:
            raise Trouble(
                f"A later file of {sender} was taken in, made on {spoken_day(later.made_at.date())}.",
                do="Ask for a new one. Nothing was taken in.",
            )
        taken = files.filter(sha256=sha256).first() or TakenFile.objects.create(
            sender=sender,
            key=trusted,
            sha256=sha256,
            made_at=made_at,
            taken_at=timezone.now(),
            taken_by=by.username,
        )
        doing.made(taken)
    return taken


def keep_references(
    *, by: Person, at: Organisation, file: TakenFile, rows: Iterable[tuple[str, str, int]]
) -> None:
    """Keep which row here is which thing there: the sender's number, the table and the row."""
    needs = Can.CHALLENGE if at.kind == OrganisationKind.NATIONAL else Can.NOTIFY
    with act("kept_references", by=by, on=at, needs=needs):
        for theirs, table, row in rows:
            Received.objects.update_or_create(
                sender=file.sender, theirs=theirs, defaults={"table": table, "row": row, "file": file}
            )
