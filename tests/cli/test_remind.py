"""candour remind: writes a day's reminders, sends what waits, and says what it did."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from candour.cli.main import candour


def test_a_folder_without_an_installation_is_said(tmp_path: Path) -> None:
    result = CliRunner().invoke(candour, ["remind", "--home", str(tmp_path), "--json"])

    assert result.exit_code == 2
    assert "holds no installation" in json.loads(result.stdout)["error"]["what"]


@pytest.mark.django_db
def test_the_answer_counts_what_was_written_and_what_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("candour.cli.remind.wake", lambda home: None)
    result = CliRunner().invoke(candour, ["remind", "--json"])

    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "written": 0,
        "sent": 0,
        "waiting": 0,
        "given_up": 0,
        "why": "No mail server is set: CANDOUR_MAIL_HOST.",
    }
