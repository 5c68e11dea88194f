"""What a run must have: a part of the system that is missing skips its tests here, and fails them on CI."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

NAME = "CANDOUR_MUST_HAVE"
"""Words with commas between, such as postgresql,chromium. `.ci/run` sets it."""


def must_have(part: str) -> bool:
    return part in {word.strip() for word in os.environ.get(NAME, "").split(",")}


def without(part: str, why: str) -> NoReturn:
    """End a test that needs `part`: skipped, or failed where this run must have it."""
    if must_have(part):
        pytest.fail(f"{NAME} asks for {part}, and it is not here: {why}", pytrace=False)
    pytest.skip(f"no {part}: {why}")
