"""Hours and pounds are planned by role, and what is used of them is noted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.commission.models import BudgetLine, Used

NONE = Decimal(0)


def plan_line(
    *,
    by: Person,
    review: Review,
    title: str,
    hours: Decimal = NONE,
    pounds: Decimal = NONE,
    note: str = "",
) -> BudgetLine:
    """Plan hours or pounds for a role, or for something else that is paid for."""
    with act("planned_line", by=by, on=review, needs=Can.KEEP_PLAN, why=title) as doing:
        if BudgetLine.objects.filter(review=review, title=title, withdrawn_at=None).exists():
            raise Trouble(
                f"There is a line “{title}” already.", do="Change that one, or name this otherwise."
            )
        planned = {"planned_at": timezone.now(), "planned_by": by.username}
        line = BudgetLine.objects.create(
            review=review, title=title, hours=hours, pounds=pounds, note=note, **planned
        )
        doing.made(line)
    return line


def change_line(
    *, by: Person, line: BudgetLine, version: int, hours: Decimal, pounds: Decimal, why: str, note: str = ""
) -> BudgetLine:
    """Plan other hours or pounds for it, with the reason. Raises Changed where somebody saved first."""
    with act("changed_line", by=by, on=line, needs=Can.KEEP_PLAN, why=why, version=version):
        line.hours, line.pounds, line.note = hours, pounds, note
        line.save(update_fields=["hours", "pounds", "note"])
    return line


def withdraw_line(*, by: Person, line: BudgetLine, why: str) -> BudgetLine:
    """Nothing is planned for it any more. Raises Trouble where something of it was used."""
    with act("withdrew_line", by=by, on=line, needs=Can.KEEP_PLAN, why=why):
        if line.used.filter(withdrawn_at=None).exists():
            raise Trouble("Something of it was used.", do="Plan nothing more for it, and leave the line.")
        line.withdrawn_at, line.withdrawn_by, line.withdrawn_why = timezone.now(), by.username, why
        line.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return line


def put_line_back(*, by: Person, line: BudgetLine) -> BudgetLine:
    """The line stands again, unless another has its title."""
    with act("put_line_back", by=by, on=line, needs=Can.KEEP_PLAN):
        if BudgetLine.objects.filter(review=line.review, title=line.title, withdrawn_at=None).exists():
            raise Trouble(f"There is another line “{line.title}”.", do="Use that one.")
        line.withdrawn_at, line.withdrawn_by, line.withdrawn_why = None, "", ""
        line.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return line


def note_use(
    *,
    by: Person,
    line: BudgetLine,
    used_on: date,
    hours: Decimal = NONE,
    pounds: Decimal = NONE,
    words: str = "",
) -> Used:
    """Note what was used of a line on a day."""
    with act("noted_use", by=by, on=line, needs=Can.KEEP_PLAN) as doing:
        if hours < 0 or pounds < 0 or not (hours or pounds):
            raise Trouble("Nothing is said to be used.", do="Give hours, or pounds, or both.")
        noted = {"noted_at": timezone.now(), "noted_by": by.username}
        used = Used.objects.create(
            line=line, used_on=used_on, hours=hours, pounds=pounds, words=words, **noted
        )
        doing.made(used)
    return used


def take_back_use(*, by: Person, used: Used) -> Used:
    """It was not used."""
    with act("took_back_use", by=by, on=used, needs=Can.KEEP_PLAN):
        used.withdrawn_at, used.withdrawn_by = timezone.now(), by.username
        used.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return used
