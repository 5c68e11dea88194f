"""`act`: check, change and record, or do none of them. The only door to a change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NoReturn, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import models, transaction

from candour.domain.access import Can, Verdict
from candour.kernel.access import may
from candour.kernel.audit.models import Line
from candour.kernel.audit.sealing import append
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review
from candour.kernel.reviews.rooms import Versioned

M = TypeVar("M", bound=models.Model)
_TOGETHER: ContextVar[str] = ContextVar("together", default="")
"""Why several acts are one, while they are."""


class Changed(Exception):
    """Somebody else saved first. Carries the row as it stands now, for the page to show."""

    def __init__(self, now: models.Model) -> None:
        super().__init__("Somebody else saved this while you were writing.")
        self.now = now


@dataclass(slots=True)
class Doing:
    """What is being done, for the line it will leave: an action may name the thing it made."""

    thing: models.Model
    why: str = ""

    def made(self, thing: M) -> M:
        self.thing = thing
        return thing


@contextmanager
def together(because: str) -> Iterator[None]:
    """Several acts as one: all are done or none, and the line of each also says `because`.

    For what arrives in one file. A refusal undoes all of it, its own line too: the caller records it with
    `refuse` afterwards.
    """
    token = _TOGETHER.set(because)
    try:
        with transaction.atomic(durable=True):
            yield
    finally:
        _TOGETHER.reset(token)


@contextmanager
def act(
    did: str,
    *,
    by: Person,
    on: models.Model,
    needs: Can,
    why: str = "",
    version: int | None = None,
) -> Iterator[Doing]:
    """Check, change and record, or do none of them.

    Raises PermissionDenied, with every reason, after recording the refusal; Changed where `version`
    is not the one that stands. An error inside undoes everything and leaves no line.
    """
    doing = Doing(on, why)
    alone = not _TOGETHER.get()
    with transaction.atomic(durable=alone):
        verdict = may(by, needs, on)
        if verdict:
            if version is not None:
                take_version(on, version)
            yield doing
            append(_line(did, by, doing.thing, on, doing.why, verdict))
            return
    with transaction.atomic(durable=alone):  # its own, so that the refusal outlives the act
        append(_line(did, by, on, on, " ".join(verdict.reasons), verdict))
    raise PermissionDenied(*verdict.reasons)


def take_version(on: models.Model, version: int) -> None:
    """Raises Changed where another version stands; else the row's next one is taken.

    For a row that an act finds or makes only once its parent is locked; `act` itself does it for `on`.
    """
    if not isinstance(on, Versioned):
        raise TypeError(f"{type(on).__name__} carries no version")
    now = type(on)._default_manager.select_for_update().get(pk=on.pk)
    if now.version != version:  # type: ignore[attr-defined]  # every Versioned row has one
        raise Changed(now)
    type(on)._default_manager.filter(pk=on.pk).update(version=version + 1)
    on.version = version + 1


def refuse(did: str, *, by: Person, on: models.Model, why: str) -> NoReturn:
    """Record a refusal that no power explains, as where one person would do the work of two."""
    with transaction.atomic(durable=True):
        append(_line(did, by, on, on, why, Verdict(allowed=False, reasons=(why,))))
    raise PermissionDenied(why)


def read(did: str, *, by: Person, on: models.Model) -> None:
    """Leave a line that somebody read restricted papers."""
    with transaction.atomic():
        append(_line(did, by, on, on, "", Verdict(allowed=True)))


def _line(did: str, by: Person, thing: models.Model, on: models.Model, why: str, verdict: Verdict) -> Line:
    return Line(
        at=datetime.now(UTC),
        who=by.username,
        did=did,
        thing=f"{thing._meta.label_lower}:{thing.pk}",
        room=_room_of(on),
        allowed=bool(verdict),
        why=f"{why} {_TOGETHER.get()}".strip(),
    )


def _room_of(on: models.Model) -> str:
    if isinstance(on, Organisation | Person):
        return str(on)
    room = on.room  # type: ignore[attr-defined]  # rows of the house have one
    return f"review {room.written_number}" if isinstance(room, Review) else str(room)
