"""Two counts beside each other: by how much they differ, and how surely. Exact, for small counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, lgamma, log


@dataclass(frozen=True, slots=True)
class Comparison:
    """`ratio` is b to a (None where a is 0), its 95% interval (upper None: no bound), and p two-sided."""

    a: int
    b: int
    ratio: float | None
    lower: float
    upper: float | None
    p: float
    cannot_say: tuple[str, ...] = (
        "why they differ: rules, governments and ways of counting may all have changed between them",
        "whether what was counted became rarer, or was only decided otherwise",
    )


def compare(a: int, b: int, *, level: float = 0.95) -> Comparison:
    """Compare two Poisson counts of equal exposure, by the exact conditional binomial test.

    Given their sum, b is binomial with chance one half if nothing changed (Przyborowski and Wilenski,
    Biometrika 1940). p is two-sided by doubling the smaller tail; the interval is Clopper and Pearson's
    (Biometrika 1934), carried over to the ratio. Raises ValueError for counts under nought, or both nought.
    """
    if a < 0 or b < 0:
        raise ValueError("a count is nought or more")
    if a + b == 0:
        raise ValueError("two counts of nought say nothing of each other")
    n, tail = a + b, (1 - level) / 2
    p = min(1.0, 2 * min(_up_to(b, n, 0.5), _from(b, n, 0.5)))
    low = 0.0 if b == 0 else _where(lambda share: _from(b, n, share) - tail)
    high = 1.0 if b == n else _where(lambda share: tail - _up_to(b, n, share))
    return Comparison(
        a, b, b / a if a else None, low / (1 - low), None if high >= 1 else high / (1 - high), p
    )


def _up_to(k: int, n: int, share: float) -> float:
    return sum(_chance(i, n, share) for i in range(k + 1))


def _from(k: int, n: int, share: float) -> float:
    return sum(_chance(i, n, share) for i in range(k, n + 1))


def _chance(k: int, n: int, share: float) -> float:
    """The binomial chance of k in n, by logarithms so that large counts do not overflow."""
    if share in (0.0, 1.0):
        return float(k == n * share)
    ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    return exp(ways + k * log(share) + (n - k) * log(1 - share))


def _where(rises: Callable[[float], float]) -> float:
    """Where a rising function crosses nought between 0 and 1, by halving till past the end of a float."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if rises(middle) < 0 else (low, middle)
    return (low + high) / 2
