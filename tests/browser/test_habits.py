"""What a person may count on at every page: dates said back, both savers heard, nothing typed lost, print."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import DESKTOP
from tests.browser.keyboard import press, reach, write
from tests.browser.serving import Served
from tests.browser.walk import look_round_as

pytestmark = pytest.mark.slow
WREN = "/reviews/2014-003"
AN_HOUR_PASSES = """
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
for row in Session.objects.all():
    session = SessionStore(row.session_key)
    session["last_seen"] = session.get("last_seen", 0) - 3600
    session.save()
"""


@pytest.fixture
def page(browser: Browser, candour: Served) -> Iterator[Page]:
    """A visitor at the front page."""
    with browser.new_context(viewport=DESKTOP, base_url=candour.web) as context:
        page = context.new_page()
        page.goto("/")
        yield page


def test_a_day_is_typed_in_one_box_and_said_back_in_words(page: Page) -> None:
    look_round_as(page, "Business manager")
    page.goto("/decisions/new/northmoor-safeguarding-children-board/")
    write(page, "Day the board was told", "31/2/2014")
    press(page, "Record the notification")

    expect(page.get_by_role("link", name="February")).to_be_visible()
    expect(page.get_by_role("textbox", name="Day the board was told")).to_have_value("31/2/2014")


def test_the_second_of_two_savers_sees_both_and_loses_nothing(browser: Browser, candour: Served) -> None:
    with browser.new_context(base_url=candour.web) as one, browser.new_context(base_url=candour.web) as two:
        first, second = one.new_page(), two.new_page()
        for page in (first, second):
            page.goto("/")
            look_round_as(page, "Lead reviewer")
            page.goto(f"{WREN}/episodes/1/appraisal/")
        write(first, "What was good", "She went back the next day.")
        press(first, "Save the appraisal")
        write(second, "What was good", "The doctor was rung at once.")
        press(second, "Save the appraisal")

        expect(second.get_by_text("Somebody else saved this")).to_have_count(1)
        expect(second.get_by_role("cell", name="She went back the next day.")).to_be_visible()
        mine = second.get_by_role("textbox", name="What was good")
        expect(mine).to_have_value("The doctor was rung at once.")
        write(second, "What was good", "She went back the next day, and rang the doctor.")
        press(second, "Save the appraisal")
        expect(second.get_by_text("She went back the next day, and rang the doctor.")).to_be_visible()


def test_whoever_was_signed_out_over_a_form_finds_it_filled_again(page: Page, candour: Served) -> None:
    page.goto(candour.one_time_link("checker.1"))
    write(page, "Choose a password", "marmalade lighthouse trombone")
    press(page, "Save password and sign in")
    page.goto(f"{WREN}/conflict/")
    write(page, "What do you stand too near to?", "My sister works there.")
    candour.python(AN_HOUR_PASSES)
    press(page, "Declare the conflict")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    write(page, "Username", "checker.1")
    reach(page, page.get_by_label("Password"))
    page.keyboard.type("marmalade lighthouse trombone")
    press(page, "Sign in")

    expect(page.get_by_text("What you had typed is back in the form")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_value("My sister works there.")


def test_paper_has_the_answer_and_no_navigation(page: Page) -> None:
    look_round_as(page, "Lead reviewer")
    for address in (f"{WREN}/findings/1/", f"{WREN}/chronology/", "/tasks/"):
        page.goto(address)
        page.emulate_media(media="print")

        assert page.get_by_role("navigation").filter(visible=True).count() == 0, address
        assert page.get_by_role("button").filter(visible=True).count() == 0, address
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.locator(".print-foot")).to_contain_text("Printed by")
        page.emulate_media(media="screen")


def test_an_empty_page_says_what_to_do_next(page: Page) -> None:
    look_round_as(page, "Judge")
    page.goto("/reviews/2014-005/report/replies/")

    assert "has time to answer" in page.locator(".empty").inner_text()
