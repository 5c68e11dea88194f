"""What could go wrong is raised in words, watched by somebody, and closed with a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.commission.models import Risk

SAID = ("what", "how_likely", "how_bad", "done_about_it", "watcher", "look_again_on")


def raise_risk(
    *,
    by: Person,
    review: Review,
    what: str,
    how_likely: str,
    how_bad: str,
    watcher: str,
    done_about_it: str = "",
    look_again_on: date | None = None,
) -> Risk:
    """Say what could go wrong, how likely and how bad in words, who watches it and when they look again."""
    with act("raised_risk", by=by, on=review, needs=Can.KEEP_PLAN) as doing:
        risk = Risk.objects.create(
            review=review,
            what=what,
            how_likely=how_likely,
            how_bad=how_bad,
            done_about_it=done_about_it,
            watcher=watcher,
            look_again_on=look_again_on,
            raised_at=timezone.now(),
            raised_by=by.username,
        )
        doing.made(risk)
    return risk


def change_risk(*, by: Person, risk: Risk, version: int, **said: Any) -> Risk:
    """Say it anew. Raises Changed where somebody saved first."""
    with act("changed_risk", by=by, on=risk, needs=Can.KEEP_PLAN, version=version):
        if unknown := sorted(set(said) - set(SAID)):
            raise TypeError(f"a risk has no {unknown}")
        for name, value in said.items():
            setattr(risk, name, value)
        risk.save(update_fields=[*said])
    return risk


def close_risk(*, by: Person, risk: Risk, closed_on: date, why: str) -> Risk:
    """It need not be watched any more, and why."""
    with act("closed_risk", by=by, on=risk, needs=Can.KEEP_PLAN, why=why):
        if risk.closed_at is not None:
            raise Trouble("This risk is closed.", do="Nothing is left to close.")
        risk.closed_on, risk.closed_why = closed_on, why
        risk.closed_at, risk.closed_by = timezone.now(), by.username
        risk.save(update_fields=["closed_on", "closed_why", "closed_at", "closed_by"])
    return risk


def open_risk_again(*, by: Person, risk: Risk) -> Risk:
    """It is watched again."""
    with act("opened_risk_again", by=by, on=risk, needs=Can.KEEP_PLAN):
        risk.closed_on, risk.closed_why, risk.closed_at, risk.closed_by = None, "", None, ""
        risk.save(update_fields=["closed_on", "closed_why", "closed_at", "closed_by"])
    return risk


def withdraw_risk(*, by: Person, risk: Risk, why: str) -> Risk:
    """It was no risk. The line stays in the record."""
    with act("withdrew_risk", by=by, on=risk, needs=Can.KEEP_PLAN, why=why):
        risk.withdrawn_at, risk.withdrawn_by, risk.withdrawn_why = timezone.now(), by.username, why
        risk.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return risk


def put_risk_back(*, by: Person, risk: Risk) -> Risk:
    """It is a risk after all."""
    with act("put_risk_back", by=by, on=risk, needs=Can.KEEP_PLAN):
        risk.withdrawn_at, risk.withdrawn_by, risk.withdrawn_why = None, "", ""
        risk.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return risk
