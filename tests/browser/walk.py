"""One review from notification to the reading room, as its people do it with a keyboard. Everything is invented."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.keyboard import attach, choose, follow, pick, press, tick, write
from tests.browser.serving import Served

NAME = "Saskia Thornbury"
"""The child's own name: what the open report must not hold."""
SURGERY, HOMES = "Alder Street Surgery", "Northmoor Homes"
RETURNS = {
    "surgery.csv": (
        f"Organisation: {SURGERY}",
        "Date,Staff role,Consultation,Referred to",
        "3 March 2014,GP 1,Weighed. A quiet child.,",
        f"12 March 2014,GP 1,Bruise on one arm. Mother says a fall.,{HOMES}",
        "31/2/14,Practice Nurse 1,Not brought for immunisation.,",
    ),
    "homes.csv": (
        f"Organisation: {HOMES}",
        "Date,Staff role,Event,Informed",
        "5 March 2014,Housing Officer 1,Boiler out of use. Two rooms without heat.,",
        "14 March 2014,Housing Officer 1,Boiler mended. Child asleep in a coat.,",
    ),
}


def look_round_as(page: Page, title: str) -> None:
    """By the front page's buttons, from wherever one is."""
    follow(page, "Candour")
    press(page, title)


def join(page: Page, candour: Served, username: str) -> None:
    """Somebody without a button opens their one-time link and chooses a password."""
    page.goto(candour.one_time_link(username))
    write(page, "Choose a password", "marmalade lighthouse trombone")
    press(page, "Save password and sign in")


def notify(page: Page, child: str) -> None:
    look_round_as(page, "Business manager")
    follow(page, "Decisions")
    follow(page, "Record a notification")
    write(page, "The name this goes by", child)
    write(page, "Day the board was told", "24 Nov 2014")
    write(page, "Who told the board", "Head of safeguarding, Millbrook Hospital")
    write(page, "When the incident happened", "about 20 November 2014")
    write(page, "What happened", "Found with burns. In hospital, stable.")
    write(page, "Who became aware first", "Millbrook Hospital")
    write(page, "Day they became aware", "21 Nov 2014")
    write(page, "Name", NAME)
    write(page, "Born", "about three")
    choose(page, "Has a child died?", "No")
    choose(page, "Has a child been seriously harmed?", "Yes")
    choose(page, "Is abuse or neglect known or suspected?", "Yes")
    tick(page, SURGERY)
    press(page, "Record the notification")
    expect(page.get_by_text("Told on 24 November 2014")).to_be_visible()


def answer_the_tests(page: Page) -> None:
    follow(page, "Go to the tests")
    for test, answer in (
        ("Abuse or neglect", "Yes"),
        ("The child died", "No"),
        ("The child was seriously harmed", "Yes"),
        ("Concern about joint working", "Yes"),
    ):
        follow(page, f"Answer this test: {test}")
        choose(page, "Answer", answer)
        write(page, "Reason", "As the notification says; nothing speaks against it.")
        press(page, "Save the answer")
    expect(page.get_by_text("A serious case review must be held.").first).to_be_visible()


def decide(page: Page, child: str) -> None:
    look_round_as(page, "Board chair")
    follow(page, child)
    follow(page, "Write the decision")
    choose(page, "Decision", "Review")
    write(page, "Reasons", "The tests are met, and there is something to learn.")
    choose(page, "Did publication weigh in this?", "No")
    press(page, "Decide")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{child}: there is a review")


def commission(page: Page, child: str) -> None:
    look_round_as(page, "Business manager")
    follow(page, "Decisions")
    follow(page, child)
    follow(page, "Commission the review")
    choose(page, "Method", "Learning Together")
    write(page, "Period looked at: from", "1 March 2014")
    write(page, "Period looked at: to", "20 November 2014")
    write(page, "Terms of reference", "How a cold home was seen, and by whom.")
    write(page, "Why a review of this size and kind is right", "Two agencies, one year.")
    press(page, "Commission the review")
    for person, seat in (
        ("Lead Reviewer 1", "Lead reviewer"),
        ("Checker 1", "Checker"),
        ("Checker 2", "Checker"),
    ):
        follow(page, "Give a seat")
        pick(page, "Person", person)
        choose(page, "Seat", seat)
        press(page, "Give the seat")
    for agency in (SURGERY, HOMES):
        follow(page, "Ask an agency for its account")
        pick(page, "Agency", agency)
        write(page, "Day its account is due", "18 December 2014")
        press(page, "Note that it is asked")
    expect(page.get_by_text("two agencies asked")).to_be_visible()


def send_returns(page: Page, child: str, folder: Path) -> None:
    for name, lines in RETURNS.items():
        (folder / name).write_text("\n".join(lines) + "\n", "utf-8")
    follow(page, child)
    follow(page, "Collect")
    follow(page, "Send returns")
    attach(page, "Files", *(folder / name for name in RETURNS))
    choose(page, "Whose return is it?", "Each file says so itself")
    press(page, "Send files")
    expect(page.get_by_role("row", name=named_row("All returns", 5, 4, 1, 0))).to_be_visible(timeout=20_000)


def named_row(*cells: object) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(str, cells)))


def place_and_undo(page: Page) -> None:
    """A held row is placed by hand, taken back, and placed again."""
    for _ in range(2):
        follow(page, "surgery.csv")
        choose(page, "What date is meant?", "Another date")
        write(page, "Another date", "28 Feb 2014")
        write(page, "Why", "The surgery says so.")
        press(page, "Place row and go on")
        expect(page.get_by_text("We read this as 28 February 2014")).to_be_visible()
        press(page, "Place row and go on")
        expect(page.get_by_text("No held rows")).to_be_visible()
        if page.get_by_role("button", name="Undo").is_visible() and _ == 0:
            press(page, "Undo")
            expect(page.get_by_text("Held row 1 of 1")).to_be_visible()
