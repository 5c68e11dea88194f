"""The system's Chromium, and a demonstration to look at with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.serving import Served, demonstration_made_once, served
from tests.must_have import without

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Ends with this folder: while it runs, Django would take every other test for an asynchronous one."""
    if not CHROMIUM.exists():
        without("chromium", f"no browser test ran, because there is no {CHROMIUM}")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The demonstration's home, as `candour demo` leaves it. Nobody changes it: tests serve copies."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    return demonstration_made_once(shared / "demonstration")


@pytest.fixture(scope="package")
def candour(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A served demonstration that the tests of this folder share."""
    with served(made, tmp_path_factory.mktemp("served")) as one:
        yield one
