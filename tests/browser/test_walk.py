"""The whole path, by keyboard alone: with script and without."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import walk
from tests.browser.barriers import DESKTOP, nothing_complained_of
from tests.browser.serving import Served

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_review_is_carried_by_keyboard_from_notification_to_the_reading_room(
    browser: Browser, candour: Served, tmp_path: Path, script: bool
) -> None:
    context = browser.new_context(viewport=DESKTOP, java_script_enabled=script)
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto(candour.web)
    with nothing_complained_of(page):
        walk.notify(page)
        walk.answer_the_tests(page)
        walk.decide(page)
        walk.commission(page)
        walk.send_returns(page, tmp_path)
        walk.place_and_undo(page)
    context.close()
