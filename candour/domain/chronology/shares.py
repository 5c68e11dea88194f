"""Work cut into shares, which may be done side by side; the answer is that of one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Work = Callable[[], Any]


def in_turn(work: Sequence[Work]) -> list[Any]:
    """What each gives, one after another, here."""
    return [one() for one in work]


@dataclass(frozen=True, slots=True)
class Unhurried:
    """Work whose answer is wanted last: side by side with others it takes the time that they leave."""

    work: Work

    def __call__(self) -> Any:
        return self.work()


@dataclass(frozen=True, slots=True)
class Shares:
    """How many shares work may be cut into, and what does them: gives what each gives, in their order.

    `side_by_side` does the first where it is called. What the others give may come from other processes:
    plain values, in few and compact pieces. What they change is not seen here.
    """

    many: int = 1
    side_by_side: Callable[[Sequence[Work]], list[Any]] = in_turn
    least: int = 5_000
    """So many entries are needed before it pays to cut."""

    def of(self, count: int) -> list[range]:
        """Positions 0 to `count` in as many ranges as it pays to cut them into, the first never missing."""
        many = self.many if count >= self.least else 1
        return [range(count * one // many, count * (one + 1) // many) for one in range(many)]

    def done(self, count: int, *work: Work) -> list[Any]:
        """What each gives, in order: side by side, where there are enough entries and there is room."""
        return self.side_by_side(work) if self.many > 1 and count >= self.least else in_turn(work)


ONE_SHARE = Shares()
