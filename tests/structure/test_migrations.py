"""The tables in code and the tables that migrations make are the same, and Django finds no fault."""

from __future__ import annotations

import subprocess
import sys

from tests.structure.walk import HERE


def test_no_migration_is_missing_and_django_finds_no_fault() -> None:
    """In a process of its own, as `make check` runs it: on an installation made for the question."""
    check = subprocess.run(
        [sys.executable, "-m", "ops.check_django"], cwd=HERE, capture_output=True, text=True, check=False
    )

    assert check.returncode == 0, check.stdout + check.stderr
    assert "No changes detected" in check.stdout
