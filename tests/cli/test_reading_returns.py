"""Returns read side by side are those read in turn, and every trouble is said at once either way."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from candour.cli import reading_returns
from candour.cli.reading_returns import read_returns
from candour.cli.side_by_side import side_by_side
from candour.domain.chronology.shares import Shares
from candour.domain.returns.mapping import Said
from candour.domain.trouble import Troubles

WREN = sorted((Path(__file__).parents[2] / "examples/northmoor/wren/returns").glob("*.*"))
THREE = Shares(3, side_by_side)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system makes no such processes")


@pytest.fixture(autouse=True)
def alone_and_large_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test before this one may have left a thread, and then all is done in turn."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(reading_returns, "WORTH_A_SHARE", 0)


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_returns_read_side_by_side_are_those_read_in_turn():
    beside = read_returns(WREN, {}, THREE)

    assert beside == read_returns(WREN, {})
    assert [one.file.file for one in beside] == [path.name for path in WREN]
    assert sum(len(list(one.entries())) for one in beside) > 200


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_every_trouble_is_said_in_the_order_of_the_files_whoever_read_them(tmp_path):
    broken = [tmp_path / name for name in ("a.xlsx", "b.csv", "c.docx", "d.txt")]
    for path in broken:
        path.write_bytes(b"PK nothing of the kind")
    paths = [*broken[:2], *WREN, *broken[2:], tmp_path / "missing.csv"]
    said = {"nowhere.csv": Said()}

    with pytest.raises(Troubles) as beside:
        read_returns(paths, said, THREE)
    with pytest.raises(Troubles) as in_turn:
        read_returns(paths, said)

    assert [str(one) for one in beside.value.troubles] == [str(one) for one in in_turn.value.troubles]
    named = [one.where for one in beside.value.troubles]
    assert named == ["nowhere.csv", "a.xlsx", "b.csv", "c.docx", "d.txt", "missing.csv"]
