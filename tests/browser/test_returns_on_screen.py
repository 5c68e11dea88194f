"""A return written on screen by keyboard, with script and without, and read by the senior."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import DESKTOP, Barriers, nothing_complained_of
from tests.browser.keyboard import follow, on_arrival, press, write
from tests.browser.serving import Served
from tests.browser.walk import look_round_as

pytestmark = pytest.mark.slow
RETURNS = "/reviews/2014-003/returns/"


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_rows_are_typed_pasted_and_read_by_the_senior(
    browser: Browser, candour: Served, script: bool
) -> None:
    agency = "hollin-nursery" if script else "northmoor-homes"
    with browser.new_context(viewport=DESKTOP, java_script_enabled=script) as context:
        page, met = context.new_page(), Barriers()
        if script:
            on_arrival[page] = met.look
        with nothing_complained_of(page):
            page.goto(candour.web)
            look_round_as(page, "Business manager")
            page.goto(f"{candour.web}{RETURNS}")
            follow(page, "Write one on screen")
            page.goto(f"{candour.web}{RETURNS}write/{agency}/")
            _write_and_paste(page)
            press(page, "Hand in for sign-off")
            expect(page.locator("main")).to_contain_text("4 rows: 2 placed, 2 held")
            page.goto(candour.web)
            look_round_as(page, "Agency senior")
            follow(page, "Sign off the return of Fenshire Police")
            expect(page.locator("main")).to_contain_text("We read this as 10 to 20 March 2014")
            press(page, "Give it back")
            expect(page.locator("main")).to_contain_text("Say what the author should change.")

    assert met.found == []


def _write_and_paste(page: Page) -> None:
    """Two rows typed and two pasted: one of each is held."""
    write(page, "Date of row 1", "w/c 3 March 2014")
    write(page, "Event of row 1", "Seen at the gate with his mother.")
    write(page, "Date of row 2", "12/6")
    write(page, "Event of row 2", "Not collected on time.")
    press(page, "Save draft")
    expect(page.locator("main")).to_contain_text("We read this as week of 3 March 2014")
    follow(page, "Paste rows from Excel or Word")
    write(page, "Rows with their headings", "When\tWhat happened\n9 March 2014\tAbsent\n15/6\tBack\n")
    press(page, "Add these rows")
