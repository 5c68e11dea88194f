"""How long tests last: the longest begin first, and what lasts is left to the whole run.

`lasting.txt` beside this has the seconds of each test that lasts, as they were measured last, on whichever
database it took longer. `CANDOUR_WRITE_LASTING=yes make test` writes it again.
"""

from __future__ import annotations

import os
import re
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TypeVar

import pytest

WRITTEN = Path(__file__).with_suffix(".txt")
LASTS = 0.3
"""Seconds from which on a test is slow, whatever it tries: it is left out of `make test-fast`."""
TELLING = {
    "tests/canaries/test_channels.py": ("test_every_channel_is_found",),
    "tests/files/open_text/test_clean_writers.py": (
        "test_a_clean_file_of_this_writer_passes_the_strict_gate",
    ),
    "tests/stages/hearing/test_open_bundles.py": (
        "test_an_open_bundle_of_the_open_report_is_clean_and_holds_nothing_closed",
        "test_papers_as_agencies_sent_them_do_not_get_into_an_open_bundle",
    ),
    "tests/stages/learn/test_library.py": ("test_publishing_is_for_the_business_manager",),
    "tests/stages/learn/test_publishing.py": (
        "test_findings_are_published_as_the_checkers_read_them",
        "test_a_name_in_an_answer_is_not_sent",
    ),
    "tests/stages/report/test_checkers_and_corrections.py": ("test_a_yes_is_taken_back_once",),
    "tests/stages/report/test_pages.py": (
        "test_those_without_the_source_see_no_closed_word",
        "test_a_checker_reads_and_signs_and_the_author_is_told_why_not",
    ),
    "tests/stages/report/test_release.py": (
        "test_released_files_are_those_that_were_checked_and_lie_on_the_shelf",
        "test_a_real_name_refuses_the_release_and_says_where",
        "test_a_checker_of_files_that_misses_its_known_bad_file_clears_nothing",
        "test_whoever_wrote_any_of_it_cannot_check_it",
        "test_two_checkers_are_two_people",
    ),
}
"""Tests that last and are not left out: of files where nearly all do, those that tell most."""
GOES_FIRST = 4.0
TOGETHER = "tests/browser/"
"""Tests that share a browser and what is served to it stay together."""
Test = TypeVar("Test")
_measured: dict[str, float] = {}


def known_as(nodeid: str) -> str:
    """A test of two databases is listed once."""
    return re.sub(r"\[(?:sqlite|postgresql)(?:-|(?=\]))", "[", nodeid).removesuffix("[]")


@cache
def lasting() -> dict[str, float]:
    lines = WRITTEN.read_text("utf-8").splitlines() if WRITTEN.exists() else []
    split = (line.partition(" ") for line in lines)
    return {name: float(seconds) for seconds, _, name in split}


def seconds_of(item: pytest.Item) -> float:
    return lasting().get(known_as(item.nodeid), 0.0)


def dealt(longest_first: list[Test], others: list[Test], hands: int, room: int) -> list[Test]:
    """In the order in which workers are handed them: first a full hand each, of about the same seconds."""
    held: list[list[Test]] = [[] for _ in range(hands)]
    for nth, test in enumerate(longest_first[: hands * room]):
        turn, place = divmod(nth, hands)
        held[place if turn % 2 == 0 else -1 - place].append(test)
    left = [*longest_first[hands * room :], *others]
    for hand in held:
        while left and len(hand) < room:
            hand.append(left.pop())
    return [*chain(*held), *left]


def is_telling(name: str) -> bool:
    path, _, test = name.partition("[")[0].partition("::")
    return test in TELLING.get(path, ())


def pytest_itemcollected(item: pytest.Item) -> None:
    if seconds_of(item) >= LASTS and not is_telling(item.nodeid):
        item.add_marker(pytest.mark.slow)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Workers are handed tests in this order: a long one that came last would be waited for by all."""
    long = sorted((one for one in items if _goes_first(one)), key=seconds_of, reverse=True)
    workers = getattr(config, "workerinput", {}).get("workercount", 1)
    if workers > 1 and long:
        others = [one for one in items if not _goes_first(one)]
        others.sort(key=lambda one: not one.nodeid.startswith(TOGETHER))
        items[:] = dealt(long, others, workers, config.getoption("maxschedchunk") or 1)


def _goes_first(item: pytest.Item) -> bool:
    return seconds_of(item) >= GOES_FIRST and not item.nodeid.startswith(TOGETHER)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when == "call" and report.passed and report.duration >= LASTS:
        name = known_as(report.nodeid)
        _measured[name] = max(report.duration, _measured.get(name, 0.0))


def pytest_sessionfinish(session: pytest.Session) -> None:
    if "CANDOUR_WRITE_LASTING" in os.environ and not hasattr(session.config, "workerinput"):
        slowest = sorted(_measured.items(), key=lambda one: (-one[1], one[0]))
        WRITTEN.write_text("".join(f"{seconds:.1f} {name}\n" for name, seconds in slowest), "utf-8")
