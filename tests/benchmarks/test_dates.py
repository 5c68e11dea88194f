"""The measure of dates says of Candour and its peers what the contract's words mean."""

from __future__ import annotations

from datetime import date

import pytest

from benchmarks import dates

DAY = date(1999, 7, 14)


@pytest.mark.parametrize(
    ("found", "key", "verdict"),
    [
        ((DAY, DAY), "1999-07-14", "right"),
        ((DAY, DAY), "1999-07-14?", "right"),
        ((DAY, DAY), "1999-07", "silently wrong"),
        ((date(1999, 7, 1), date(1999, 7, 31)), "1999-07", "right"),
        (None, "1999-07", "refused"),
        (None, "", "right"),
        (None, "XXXX", "right"),
        ((DAY, DAY), "", "silently wrong"),
    ],
)
def test_a_peer_is_right_only_where_it_means_the_same_days(
    found: dates.Bounds | None, key: str, verdict: str
) -> None:
    assert dates.verdict_on_a_peer(found, key) == verdict


@pytest.mark.slow
def test_the_measure_runs_with_whatever_peers_are_here(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dates, "SECONDS_EACH", 0.01)
    dates.main(["--count", "40"])

    said = capsys.readouterr().out
    assert "Candour, alone" in said
    assert "the common forms, mixed" in said
    for name in dates.PEERS:
        assert name in said
