"""How hard a run of the tests looks: how many inputs hypothesis tries, and how often garbage is sought."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# A slow machine is not a failing test, and the same commit tries the same inputs every time: what a new
# input finds, `make deep` finds before it is committed, and it becomes an example of its own.
settings.register_profile(
    "quick",
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
QUICK = settings.get_profile("quick")
# `make test-fast` tries fewer.
settings.register_profile("glance", parent=QUICK, max_examples=20)
settings.register_profile("deep", parent=QUICK, max_examples=3000, derandomize=False)

OBJECTS_BETWEEN_LOOKS = 50_000


def tries(share: float, **other: Any) -> settings:
    """As many tries as the run's pace gives, times `share`: for cases that cost much, or are met seldom."""
    return settings(max_examples=max(5, round(settings().max_examples * share)), **other)


def some_quick(cases: Iterable[Any], *quick: int) -> list[Any]:
    """Of a table: the cases at these places in every run, and the others in the whole run only."""
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else [case]), marks=[] if place in quick else pytest.mark.slow
        )
        for place, case in enumerate(cases)
    ]


def leaves_out_slow(config: pytest.Config) -> bool:
    """True for `make test-fast`."""
    return "not slow" in config.option.markexpr


def pytest_configure(config: pytest.Config) -> None:
    usual = "glance" if leaves_out_slow(config) else "quick"
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", usual))
    # Python looks for garbage every 700 objects; thousands of tests are a fifth faster for fewer looks.
    gc.set_threshold(OBJECTS_BETWEEN_LOOKS)


def pytest_collection_finish() -> None:
    gc.freeze()  # the tests themselves stay to the end
