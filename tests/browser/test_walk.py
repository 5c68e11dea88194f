"""The whole path by keyboard alone: with script, looking for barriers on each page met, and without."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import walk
from tests.browser.barriers import DESKTOP, Barriers, nothing_complained_of
from tests.browser.keyboard import on_arrival
from tests.browser.serving import Served

pytestmark = pytest.mark.slow


def carry(page: Page, candour: Served, child: str, folder: Path) -> None:
    """From the notification to the reading room, which asserts at each step that it was reached."""
    page.goto(candour.web)
    walk.notify(page, child)
    walk.answer_the_tests(page)
    walk.decide(page, child)
    walk.commission(page, child)
    walk.send_returns(page, child, folder)
    walk.place_and_undo(page)
    walk.read_the_chronology(page, child)
    walk.mark_an_episode(page, child)
    walk.write_a_finding(page)
    walk.write_the_report(page, child)
    walk.decide_on_words(page)
    walk.check_and_mend(page, candour, child)
    walk.sign_for_what_joins_up(page)
    walk.check_as_two(page, candour, child)
    walk.release(page, child)
    walk.answer(page, child)
    walk.publish(page, child)
    walk.read_in_the_reading_room(page, child)


def test_a_review_is_carried_by_keyboard_from_notification_to_the_reading_room(
    browser: Browser, candour: Served, tmp_path: Path
) -> None:
    with browser.new_context(viewport=DESKTOP) as context:
        page, met = context.new_page(), Barriers()
        on_arrival[page] = met.look
        with nothing_complained_of(page):
            carry(page, candour, "Child Lark", tmp_path)

    assert len(met.kinds) > 40
    assert met.found == []


def test_a_review_is_carried_by_keyboard_without_script_too(
    browser: Browser, candour: Served, tmp_path: Path
) -> None:
    with browser.new_context(viewport=DESKTOP, java_script_enabled=False) as context:
        page = context.new_page()
        with nothing_complained_of(page):
            carry(page, candour, "Child Linnet", tmp_path)
        reached, shown = page.url, page.content()

    assert reached.startswith(f"{candour.reading_room}/reports/")
    assert "Child Linnet" in shown
