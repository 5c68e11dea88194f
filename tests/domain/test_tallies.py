"""What small counts can say: exact, and held to the published checks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.domain.tallies import ReportingYear, compare, national_series


@pytest.mark.parametrize(
    ("a", "b", "ratio", "lower", "upper", "p"),
    [(115, 69, 0.6, 0.4386, 0.8157, 0.00086), (136, 71, 0.5221, 0.3862, 0.7006, 7.35e-6)],
)
def test_the_fall_of_2010_is_as_the_interface_says(
    a: int, b: int, ratio: float, lower: float, upper: float, p: float
) -> None:
    found = compare(a, b)

    assert found.ratio == pytest.approx(ratio, abs=5e-5)
    assert (found.lower, found.upper) == pytest.approx((lower, upper), abs=5e-5)
    assert found.p == pytest.approx(p, rel=5e-3)


@given(st.integers(0, 80), st.integers(0, 80))
def test_turning_two_counts_round_turns_the_answer_round(a: int, b: int) -> None:
    if a + b == 0:
        return
    one, other = compare(a, b), compare(b, a)

    assert one.p == pytest.approx(other.p)
    if one.upper is not None and other.lower:
        assert one.upper == pytest.approx(1 / other.lower, rel=1e-6)
    if one.ratio is not None:
        assert one.lower <= one.ratio <= (one.upper or float("inf"))


def test_equal_counts_say_nothing() -> None:
    assert compare(7, 7).p == 1


@pytest.mark.parametrize(("a", "b"), [(-1, 3), (0, 0)])
def test_counts_that_cannot_be_compared_are_refused(a: int, b: int) -> None:
    with pytest.raises(ValueError, match="nought"):
        compare(a, b)


@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2010, 3, 31), "2009/10"), (date(2010, 4, 1), "2010/11"), (date(1999, 12, 31), "1999/00")],
)
def test_a_year_runs_from_april(day: date, name: str) -> None:
    assert str(ReportingYear.of(day)) == name


def test_series_of_two_definitions_are_kept_apart_and_every_count_has_its_source() -> None:
    series, dated = national_series()

    assert len({one.definition for one in series}) == len(series)
    assert all(count.source for one in series for count in (*one.counts, *one.totals))
    assert series[0].in_year(2011) is None, "a year that was not found is not made up"
    assert dated
