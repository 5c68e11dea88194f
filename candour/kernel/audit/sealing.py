"""How a line is sealed with the one before it, and how the chain is verified."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC

from django.db import transaction

from candour.kernel.audit.models import Head, Line


def seal_of(previous: str, line: Line) -> str:
    """SHA-256 over the seal before and every word of the line, in a form that has one spelling."""
    words = [
        line.number,
        line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        *(line.who, line.did, line.thing, line.room, line.allowed, line.why),
    ]
    return hashlib.sha256(json.dumps([previous, words], ensure_ascii=False).encode()).hexdigest()


def append(line: Line) -> Line:
    """Number, seal and keep a line, inside a transaction: the head stays locked till its end."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a line of the record is appended inside the transaction of what it records")
    head = Head.objects.select_for_update().get(pk=1)
    line.number = head.number + 1
    line.seal = seal_of(head.seal, line)
    line.save(force_insert=True)
    Head.objects.filter(pk=1).update(number=line.number, seal=line.seal)
    return line


@dataclass(frozen=True, slots=True)
class FirstBad:
    """The first line that does not hold, and why."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Chain:
    """What a verification found. `head` is the seal of the last line, empty where there are none."""

    lines: int
    head: str
    first_bad: FirstBad | None

    @property
    def ok(self) -> bool:
        return self.first_bad is None


def verify(*, expected_head: str | None = None) -> Chain:
    """Walk the chain from its first line. `expected_head` also finds a tail that was cut off.

    Others may write meanwhile: what the head said before is looked for in the walk, and what it says
    after may only be further on.
    """
    before = Head.objects.filter(pk=1).first()
    count, seal, bad = _walk(Line.objects.order_by("number").iterator())
    if bad is None:
        bad = _against_head(count, seal, before)
    if bad is None and expected_head and not Line.objects.filter(seal=expected_head.lower()).exists():
        bad = FirstBad(count + 1, "the head you gave is not in the chain: lines after it were cut off")
    return Chain(count, seal, bad)


def _walk(lines: Iterable[Line]) -> tuple[int, str, FirstBad | None]:
    count, seal = 0, ""
    for line in lines:
        count += 1
        if line.number != count:
            return count, seal, FirstBad(count, f"line {count} is missing: the next there is {line.number}")
        if seal_of(seal, line) != line.seal:
            return (
                count,
                seal,
                FirstBad(count, "its words or the line before were changed after it was sealed"),
            )
        seal = line.seal
    return count, seal, None


def _against_head(count: int, seal: str, before: Head | None) -> FirstBad | None:
    after = Head.objects.filter(pk=1).first()
    if before is None or after is None:
        return FirstBad(count + 1, "the head of the chain is missing")
    there = Line.objects.filter(number=before.number, seal=before.seal).exists() or before.number == 0
    if not there or before.number > count:
        return FirstBad(count + 1, f"the head says {before.number} lines, but there are {count}")
    if after.number < count or (after.number == count and after.seal != seal):
        return FirstBad(after.number + 1, f"the head says {after.number} lines, but there are {count}")
    return None
