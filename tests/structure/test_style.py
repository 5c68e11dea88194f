"""One layout for all code, and no lint left over; `make fix` mends what a machine can."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.structure.walk import HERE


@pytest.mark.parametrize("rule", [("format", "--check"), ("check",)], ids=["format", "lint"])
def test_ruff_finds_nothing(rule: tuple[str, ...]) -> None:
    ruff = subprocess.run(
        [sys.executable, "-m", "ruff", *rule, "."], cwd=HERE, capture_output=True, text=True, check=False
    )

    assert ruff.returncode == 0, ruff.stdout + ruff.stderr
