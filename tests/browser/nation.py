"""A decision not to review between a board and the national body, as its people do it with a keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser.keyboard import choose, follow, pick, press, reach, write
from tests.browser.serving import Served
from tests.browser.walk import look_round_as

PASSWORD = "marmalade lighthouse trombone"
OFFICER, HEAD = "National body", "Head of the national body"
IN_FORCE = "Serious case reviews, England, Working Together 2013"
PROPOSED = "Serious case reviews, England, with the power to direct"


@dataclass(frozen=True, slots=True)
class Board:
    """A board's two people. Without a button on the front page they choose a password by their links."""

    manager: str
    chair: str
    buttons: bool = False


NORTHMOOR = Board("Business manager", "Board chair", buttons=True)
EASTMARSH = Board("other.manager", "eastmarsh.chair")
HALLOWDALE = Board("hallowdale.manager", "hallowdale.chair")


def be(page: Page, candour: Served, board: Board, who: str) -> None:
    """Be somebody of the board, at the list of its decisions."""
    if board.buttons:
        look_round_as(page, who)
    else:
        page.context.clear_cookies()
        page.goto(candour.one_time_link(who))
        write(page, "Choose a password", PASSWORD)
        press(page, "Save password and sign in")
    follow(page, "Decisions")


def be_national(page: Page, who: str, child: str) -> None:
    """Be somebody of the national body, at the decision on the child."""
    look_round_as(page, who)
    follow(page, "Decisions")
    follow(page, child)


def notify(page: Page, child: str, *, exercise: bool) -> None:
    follow(page, "Record a notification")
    write(page, "The name this goes by", child)
    write(page, "Day the board was told", "24 Nov 2014")
    write(page, "Who told the board", "The hospital")
    write(page, "When the incident happened", "about 20 November 2014")
    write(page, "What happened", "Found with burns. In hospital, stable.")
    write(page, "Who became aware first", "The hospital")
    write(page, "Day they became aware", "21 Nov 2014")
    if exercise:
        pick(page, "Proposed law, never in force", PROPOSED)
    press(page, "Record the notification")
    if not exercise:
        choose(page, "Which law does this fall under?", IN_FORCE)
        press(page, "Record the notification")
    expect(page.get_by_text("Told on 24 November 2014")).to_be_visible()
    band = page.get_by_text("An exercise, under a law that was never in force")
    expect(band).to_have_count(1 if exercise else 0)


def answer_no(page: Page) -> None:
    """The tests as answered ask for no review."""
    follow(page, "Go to the tests")
    for test, answer in (
        ("Abuse or neglect", "Yes"),
        ("The child died", "No"),
        ("The child was seriously harmed", "Yes"),
        ("Concern about joint working", "No"),
    ):
        follow(page, f"Answer this test: {test}")
        choose(page, "Answer", answer)
        write(page, "Reason", "As the summaries say.")
        press(page, "Save the answer")
    expect(page.get_by_text("A serious case review need not be held.").first).to_be_visible()


def decide(page: Page, child: str) -> None:
    follow(page, child)
    follow(page, "Write the decision")
    choose(page, "Decision", "No review")
    write(page, "Reasons", "Each service kept to its procedure.")
    choose(page, "Did publication weigh in this?", "No")
    press(page, "Decide")


def say(page: Page, what: str, words: str, *, first: bool = False) -> None:
    follow(page, "Answer this decision" if first else "Say something more to this decision")
    choose(page, "What do you want to say?", what)
    write(page, "In words", words)
    press(page, "Send to the board")


def reply(page: Page, child: str, words: str) -> None:
    """From the list of decisions, whose line of what waits leads to the form itself."""
    follow(page, child)
    write(page, "Reply", words)
    press(page, "Send the reply")
    expect(page.get_by_role("cell", name=words)).to_be_visible()


def direct(page: Page) -> None:
    follow(page, "Direct that a review is held")
    write(page, "Reasons", "Each agency held half of what was known.")
    write(page, "The review is commissioned by", "19 December 2014")
    press(page, "Direct")
    expect(page.get_by_text("The national body directed a review on 4 December 2014")).to_be_visible()


def commission_as_directed(page: Page, child: str) -> None:
    """The board's chair is led to the reply, leaves it for later, and commissions what was directed."""
    follow(page, child)
    expect(page.get_by_label("Reply")).to_be_visible()
    follow(page, "Leave without sending")
    expect(page.get_by_text("directs that a review is held, commissioned by 19 December")).to_be_visible()
    follow(page, "Commission the review")
    expect(page.get_by_text("The clock of the law runs from the direction, 4 December 2014")).to_be_visible()
    choose(page, "Method", "Learning Together")
    write(page, "Period looked at: from", "1 March 2014")
    write(page, "Period looked at: to", "20 November 2014")
    write(page, "Terms of reference", "Why each agency kept what it knew.")
    write(page, "Why a review of this size and kind is right", "Three agencies, one year.")
    press(page, "Commission the review")
    expect(page.get_by_text("Finish the review by Thursday 4 June 2015")).to_be_visible()
    expect(page.get_by_text("on 4 December 2014").first).to_be_visible()


def decide_on_another_name(page: Page, child: str) -> None:
    """A review outside the law: which kind, who holds it, and why so."""
    follow(page, child)
    follow(page, "Write the decision")
    choose(page, "Decision", "A review by another name")
    write(page, "Reasons", "One agency alone can learn from it.")
    choose(page, "Did publication weigh in this?", "No")
    reach(page, page.locator("summary").filter(has_text="If it is a review by another name"))
    page.keyboard.press("Enter")
    choose(page, "Which kind", "A review by one agency")
    write(page, "Who holds it", "Eastmarsh General Hospital")
    write(page, "Why it is held so, and not under the law", "No other agency knew the child.")
    press(page, "Decide")


def direct_by_hand(page: Page) -> int:
    """What a form made by hand is answered that asks for a direction all the same."""
    token = page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value") or ""
    words = {"csrfmiddlewaretoken": token, "words": "It is to be held.", "due_on": "19 December 2014"}
    answer = page.request.post(f"{page.url}direct/", form={**words}, headers={"Referer": page.url})
    return answer.status


def queue_says(page: Page, child: str, state: str) -> None:
    """What the national body's own list of decisions says of this one."""
    follow(page, "Oversight")
    follow(page, "Decisions not to review")
    expect(page.get_by_role("row").filter(has_text=child)).to_contain_text(state)
