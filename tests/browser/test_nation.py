"""Three boards and the national body: a decision disagreed with, and directed where the law lets it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import nation
from tests.browser.barriers import DESKTOP, Barriers, nothing_complained_of
from tests.browser.keyboard import on_arrival
from tests.browser.nation import EASTMARSH, HALLOWDALE, HEAD, NORTHMOOR, OFFICER, Board
from tests.browser.serving import Served

pytestmark = pytest.mark.slow


def disagreed_with(page: Page, candour: Served, board: Board, child: str, *, exercise: bool) -> None:
    """The board decides not to review; the national body asks, is answered, and disagrees."""
    page.goto(candour.web)
    nation.be(page, candour, board, board.manager)
    nation.notify(page, child, exercise=exercise)
    nation.answer_no(page)
    nation.be(page, candour, board, board.chair)
    nation.decide(page, child)
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{child}: there is no review")
    nation.be_national(page, OFFICER, child)
    nation.say(page, "Ask a question", "Which procedure would have told them?", first=True)
    expect(page.get_by_text("and waits for a reply")).to_be_visible()
    nation.be(page, candour, board, board.chair)
    nation.reply(page, child, "None would have.")
    nation.be_national(page, OFFICER, child)
    nation.say(page, "Disagree", "That is the cause for concern.")
    expect(page.get_by_text("The national body disagrees")).to_be_visible()


def under_the_law_in_force(page: Page, candour: Served, child: str) -> None:
    """The page says that nothing can be directed and what the law leaves; nothing gets round it."""
    disagreed_with(page, candour, NORTHMOOR, child, exercise=False)
    nation.be_national(page, HEAD, child)
    expect(page.get_by_text("The law of this notification gives no power to direct.")).to_be_visible()
    expect(page.get_by_text("A refusal to hold a review may be taken to judicial review.")).to_be_visible()
    expect(page.get_by_role("link", name="Direct that a review is held")).to_have_count(0)
    assert nation.direct_by_hand(page) == 400
    page.reload()
    expect(page.get_by_text("directed a review")).to_have_count(0)
    nation.queue_says(page, child, "Waits for the board’s reply")


def under_the_law_with_the_power(page: Page, candour: Served, child: str) -> None:
    """It is directed with a day by which, and is commissioned: its clocks run from the direction."""
    disagreed_with(page, candour, EASTMARSH, child, exercise=True)
    nation.be_national(page, HEAD, child)
    nation.direct(page)
    nation.queue_says(page, child, "Directed, not commissioned")
    nation.be(page, candour, EASTMARSH, EASTMARSH.chair)
    nation.commission_as_directed(page, child)


def reviewed_by_another_name(page: Page, candour: Served, child: str) -> None:
    """A review outside the law is one all the same, and says which it is."""
    nation.be(page, candour, EASTMARSH, EASTMARSH.manager)
    nation.notify(page, child, exercise=False)
    nation.answer_no(page)
    nation.be(page, candour, EASTMARSH, EASTMARSH.chair)
    nation.decide_on_another_name(page, child)
    expect(page.get_by_text("Eastmarsh General Hospital").first).to_be_visible()
    expect(page.get_by_text("A review by one agency").first).to_be_visible()


def agreed_with(page: Page, candour: Served, child: str) -> None:
    """A third board's decision not to review is agreed with, and waits for nobody."""
    nation.be(page, candour, HALLOWDALE, HALLOWDALE.manager)
    nation.notify(page, child, exercise=False)
    nation.answer_no(page)
    nation.be(page, candour, HALLOWDALE, HALLOWDALE.chair)
    nation.decide(page, child)
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{child}: there is no review")
    nation.be_national(page, OFFICER, child)
    nation.say(page, "Agree", "We accept the reasons.", first=True)
    nation.queue_says(page, child, "Agreed")


def test_what_a_power_to_direct_changes_is_walked_by_three_boards_and_the_national_body(
    browser: Browser, candour: Served
) -> None:
    with browser.new_context(viewport=DESKTOP) as context:
        page, met = context.new_page(), Barriers()
        on_arrival[page] = met.look
        with nothing_complained_of(page):
            under_the_law_in_force(page, candour, "Child Siskin")
            agreed_with(page, candour, "Child Shrike")
            under_the_law_with_the_power(page, candour, "Child Stonechat")
            reviewed_by_another_name(page, candour, "Child Serin")

    assert len(met.kinds) > 12
    assert met.found == []


def test_a_review_is_directed_without_script_too(browser: Browser, candour: Served) -> None:
    with browser.new_context(viewport=DESKTOP, java_script_enabled=False) as context:
        page = context.new_page()
        with nothing_complained_of(page):
            under_the_law_with_the_power(page, candour, "Child Sanderling")
