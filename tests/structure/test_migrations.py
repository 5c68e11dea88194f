"""The tables in code and the tables that migrations make are the same, and Django finds no fault."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.structure.walk import HERE, imports_of, named, our_files, within


def test_a_migration_rests_on_nothing_of_ours_that_may_change_after_it() -> None:
    """It does tomorrow what it did today, so the tables it made may be kept (tests/migrated.py)."""
    migrations = [path for path in our_files() if path.parent.name == "migrations" and path.suffix == ".py"]
    leaning = [
        f"{named(path)}:{line} {module}"
        for path in migrations
        for line, module in imports_of(path)
        if within(module, ["candour", "ops", "tests"])
    ]

    assert len(migrations) > 30
    assert leaning == []


@pytest.mark.slow  # `make check` asks it too
def test_no_migration_is_missing_and_django_finds_no_fault() -> None:
    """In a process of its own, as `make check` runs it: on an installation made for the question."""
    check = subprocess.run(
        [sys.executable, "-m", "ops.check_django"], cwd=HERE, capture_output=True, text=True, check=False
    )

    assert check.returncode == 0, check.stdout + check.stderr
    assert "No changes detected" in check.stdout
