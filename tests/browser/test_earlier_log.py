"""A board's earlier log comes in by keyboard, with script and without, and goes out again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import DESKTOP, Barriers, nothing_complained_of
from tests.browser.keyboard import attach, choose, follow, look_again_till_done, on_arrival, press, write
from tests.browser.serving import Served
from tests.browser.walk import look_round_as

pytestmark = pytest.mark.slow
LOG = Path("examples/northmoor/log/northmoor-referrals-log.xlsx").resolve()
NO_LOG = LOG.with_name("contact-list.xlsx")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_log_is_read_asked_about_taken_in_and_taken_back(
    browser: Browser, candour: Served, script: bool
) -> None:
    with browser.new_context(viewport=DESKTOP, java_script_enabled=script) as context:
        page, met = context.new_page(), Barriers()
        if script:
            on_arrival[page] = met.look
        with nothing_complained_of(page):
            page.goto(candour.web)
            look_round_as(page, "Business manager")
            follow(page, "Decisions")
            follow(page, "Take in what the board decided before Candour")
            if script:
                _leave_out_what_is_no_log(page)
            attach(page, "The log", LOG)
            press(page, "Read the log")
            if script:
                _answer(page)
            press(page, "Take in")
            look_again_till_done(page)
            expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"\d+ rows came in"))
            press(page, "Undo")
            look_again_till_done(page)
            expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"\d+ rows would come in"))

    assert met.found == []


def _leave_out_what_is_no_log(page: Page) -> None:
    attach(page, "The log", NO_LOG)
    press(page, "Read the log")
    expect(page.locator("main")).to_contain_text("does not read like a log")
    press(page, "Leave this file out")


def _answer(page: Page) -> None:
    """A law, for every row that asks for it; and how a column is read, seen before it counts."""
    follow(page, "Which law do these fall under?")
    press(page, "Answer for")
    expect(page.locator("main")).to_contain_text("Choose one of these.")
    choose(page, "Which law do these fall under?", "Working Together 2010")
    write(page, "Why", "The log is of children.")
    press(page, "Answer for")
    follow(page, "Change how the columns are read")
    press(page, "See what would change")
    press(page, "Read all rows so")
