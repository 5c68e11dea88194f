"""The measures of merging and of knowledge still run, on returns so small that the figures mean nothing."""

from __future__ import annotations

import pytest

from benchmarks import known, merge
from benchmarks.made_returns import make_returns


@pytest.mark.slow
def test_the_measure_of_merging_prints_every_way_and_every_ratio(capsys: pytest.CaptureFixture[str]) -> None:
    merge.main(["--returns", "2", "--rows", "30", "--times", "1"])
    printed = capsys.readouterr().out

    for way in ("calamine", "candour", "candour_written", "candour_merge", "xlsxwriter"):
        assert merge.SAID[way] in printed
    assert "wanted at most" in printed
    assert "peak MB" in printed


@pytest.mark.slow
def test_the_measure_of_growth_prints_a_line_a_size(capsys: pytest.CaptureFixture[str]) -> None:
    merge.main(["--scale", "--sizes", "240", "480"])

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[2:4]] == ["240", "480"]


def test_the_measure_of_knowledge_prints_both_questions(capsys: pytest.CaptureFixture[str]) -> None:
    known.main(["--rows", "240", "--questions", "3"])

    printed = capsys.readouterr().out
    assert "known to X" in printed
    assert "lacked by Y" in printed


def test_the_same_seed_makes_the_same_returns_and_another_seed_others() -> None:
    assert list(make_returns(returns=2, rows=20, seed=1)) == list(make_returns(returns=2, rows=20, seed=1))
    assert list(make_returns(returns=2, rows=20, seed=1)) != list(make_returns(returns=2, rows=20, seed=2))


@pytest.mark.slow
def test_without_pandas_the_other_ways_are_still_measured(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    (tmp_path / "pandas.py").write_text("raise ModuleNotFoundError('pandas')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    assert merge.measure("pandas", tmp_path) is None
