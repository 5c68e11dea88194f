"""A backup is restored where --into says, whatever database the environment names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running.homes import Installation, founded, on_sqlite

__all__ = ["founded", "on_sqlite"]
pytestmark = pytest.mark.slow


@pytest.mark.parametrize("named", ["DATABASE_URL", "DATABASE_URL_FILE"])
def test_an_address_in_the_environment_is_left_alone(
    on_sqlite: Installation, tmp_path: Path, named: str
) -> None:
    here = on_sqlite
    file, key = tmp_path / "whole.backup", here.folder / "keys" / "backup_key"
    here.run("backup", "--by", "ann", "--out", str(file))
    address = "postgresql://nobody@/none?host=/nowhere"
    (tmp_path / "address").write_text(address, "utf-8")
    here.environment[named] = str(tmp_path / "address") if named.endswith("_FILE") else address

    said = here.run("restore", str(file), "--key-file", str(key), "--into", str(tmp_path / "restored"))

    assert "are back" in said.stderr
    assert (tmp_path / "restored" / "candour.sqlite3").exists()
