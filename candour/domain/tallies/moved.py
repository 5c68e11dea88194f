"""Whether a fall of one count is a move to another: reviews under the law beside those by another name."""

from __future__ import annotations

from dataclasses import dataclass

from candour.domain.tallies.comparison import compare


@dataclass(frozen=True, slots=True)
class Moved:
    """Two years of reviews under the law, and of those by another name, `before` and `after`."""

    law_before: int
    law_after: int
    other_before: int
    other_after: int

    @property
    def fell(self) -> int:
        """By how many the reviews under the law fell; nought where they did not."""
        return max(0, self.law_before - self.law_after)

    @property
    def moved(self) -> int:
        """How much of the fall stands beside a rise of reviews by another name."""
        return min(self.fell, max(0, self.other_after - self.other_before))

    @property
    def only_moved(self) -> bool:
        return self.fell > 0 and self.moved == self.fell

    @property
    def both_before(self) -> int:
        return self.law_before + self.other_before

    @property
    def both_after(self) -> int:
        return self.law_after + self.other_after

    @property
    def chance(self) -> float | None:
        """How often chance alone would part the two totals so far; None where both are nought."""
        if self.both_before + self.both_after == 0:
            return None
        return compare(self.both_before, self.both_after).p
