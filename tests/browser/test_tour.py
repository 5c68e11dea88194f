"""The tour, signed out, from the first stop to the last; and the same pages as the cast find them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.barriers import DESKTOP, Barriers, nothing_complained_of
from tests.browser.keyboard import follow, on_arrival, press
from tests.browser.serving import Served

pytestmark = pytest.mark.slow
STOPS = 10


def test_a_stranger_takes_the_tour_from_the_first_stop_to_the_last(browser: Browser, candour: Served) -> None:
    with browser.new_context(viewport=DESKTOP) as context:
        page, met = context.new_page(), Barriers()
        on_arrival[page] = met.look
        with nothing_complained_of(page):
            page.goto(candour.web)
            met.look(page)
            follow(page, "Take the ten-stop tour")
            for number in range(1, STOPS + 1):
                expect(page.get_by_label("Tour")).to_contain_text(f"Stop {number} of {STOPS}")
                follow(page, f"Stop {number + 1}: next" if number < STOPS else "End of the tour")

    assert met.found == []


def test_each_of_the_cast_finds_a_first_page_without_barriers(browser: Browser, candour: Served) -> None:
    with browser.new_context(viewport=DESKTOP) as context:
        page, met = context.new_page(), Barriers()
        with nothing_complained_of(page):
            page.goto(candour.web)
            titles = page.locator(".cards button").all_inner_texts()
            for title in titles:
                page.goto(candour.web)
                press(page, title)
                met.look(page)
                links = page.get_by_role("navigation", name="Main").get_by_role("link")
                for address in [one.get_attribute("href") for one in links.all()]:
                    page.goto(f"{candour.web}{address}")
                    met.look(page)

    assert len(titles) == 10
    assert met.found == []


def test_the_reading_room_has_no_barriers(browser: Browser, candour: Served) -> None:
    with browser.new_context(viewport=DESKTOP) as context:
        page, met = context.new_page(), Barriers()
        on_arrival[page] = met.look
        with nothing_complained_of(page):
            for address in ("/about/", "/withdrawn/", "/"):
                page.goto(f"{candour.reading_room}{address}")
                met.look(page)
            follow(page, "Child Wren: a serious case review")
            follow(page, "Read the report")
            page.go_back()
            follow(page, "When a family moves")

    assert len(met.kinds) == 6
    assert met.found == []
