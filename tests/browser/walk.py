"""One review from notification to the reading room, as its people do it with a keyboard. It is invented."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.keyboard import (
    attach,
    choose,
    enter,
    follow,
    look_again_till_done,
    named,
    pick,
    press,
    tick,
    write,
)
from tests.browser.serving import Served

NAME = "Saskia Thornbury"
"""The child's own name: what the open report must not hold."""
NOTIFIED = {"Child Lark": NAME, "Child Linnet": "Ottilie Marchbank"}
"""Two reviews about one child would bar whoever sat on the first from the second."""
PLANT = f"""
from candour.kernel.people.models import Person
from candour.stages.report.actions import check_draft
from candour.stages.report.models import Draft
draft = Draft.objects.filter(report__review__title=sys.argv[1]).latest("number")
paragraph = {{"text": "{NAME} was quiet.", "audience": "open", "reason": "", "gist": "", "rests_on": []}}
draft.frozen["source"]["part"][0]["paragraph"].append(paragraph)
draft.save()
check_draft(by=Person.objects.get(username="lead.reviewer.1"), draft=draft)
"""
"""A name in a finished file, as if every net had let it through: pages never do."""
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
    press(page, "Record the notification")
    choose(page, "Which law does this fall under?", "Serious case reviews, England, Working Together 2013")
    press(page, "Record the notification")
    expect(page.get_by_text("Told on 24 November 2014")).to_be_visible()
    follow(page, "The children")
    write(page, "Name", NOTIFIED[child])
    write(page, "Born", "about three")
    press(page, "Save")
    follow(page, "The harm, and what the law asks about")
    choose(page, "Has the child died?", "No")
    choose(page, "Has the child been seriously harmed?", "Yes")
    choose(page, "Is abuse or neglect of a child known or suspected?", "Yes")
    press(page, "Save")
    follow(page, "Agencies involved")
    tick(page, SURGERY)
    press(page, "Save")


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
    follow(page, "Chronology")
    follow(page, "Send returns")
    attach(page, "Files", *(folder / name for name in RETURNS))
    choose(page, "Whose return is it?", "Each file says so itself")
    press(page, "Send files")
    look_again_till_done(page)
    expect(page.get_by_role("row", name=re.compile(r"All returns\s+5\s+4\s+1\s+0"))).to_be_visible()


def place_and_undo(page: Page) -> None:
    """A held row is placed by hand, taken back, and placed again."""
    follow(page, "surgery.csv")
    _place(page)
    press(page, "Undo")
    expect(page.get_by_text("Held row 1 of 1")).to_be_visible()
    _place(page)


def _place(page: Page) -> None:
    choose(page, "What date is meant?", "Another date")
    write(page, "Another date", "28 Feb 2014")
    write(page, "Why", "The surgery looked it up.")
    press(page, "Place row and go on")
    expect(page.get_by_text("We read this as 28 February 2014")).to_be_visible()
    press(page, "Place row and go on")
    expect(page.get_by_text("No held rows")).to_be_visible()


def read_the_chronology(page: Page, child: str) -> None:
    look_round_as(page, "Lead reviewer")
    follow(page, "Reviews")
    follow(page, child)
    follow(page, "The integrated chronology")
    expect(page.get_by_role("heading", level=1)).to_have_text("One chronology from two agencies")
    follow(page, "As known on this day")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Who knew what on")
    pick(page, "Agency", HOMES)
    write(page, "On", "13.3.2014")
    press(page, "Show")
    expect(page.get_by_role("heading", level=1)).to_have_text("Who knew what on 13 March 2014")


def mark_an_episode(page: Page, child: str) -> None:
    follow(page, child)
    follow(page, "Analysis")
    follow(page, "Mark an episode")
    write(page, "Title", "Two weeks in March")
    write(page, "First day", "1 March 2014")
    write(page, "Last day", "31 March 2014")
    pick(page, "Whose view from the tunnel?", HOMES)
    write(page, "Up to the end of which day", "14 March 2014")
    press(page, "Show the entries of these days")
    tick(page, "Choose Boiler out of use")
    tick(page, "Choose Boiler mended")
    press(page, "Mark the episode")
    expect(page.get_by_text("Later knowledge is fenced").first).to_be_visible()
    write(page, "What they saw, held and faced", "A repair was asked for, and a repair was done.")
    press(page, "Save, and open the fence")
    expect(page.get_by_text("The fence is open")).to_be_visible()
    follow(page, "Add a factor")
    write(page, "What contributed", "A repair round has no place to write down what else was seen.")
    choose(page, "Group", "Conditions of work")
    press(page, "Add the factor")


def write_a_finding(page: Page) -> None:
    follow(page, "Episodes")
    follow(page, "Findings")
    follow(page, "Write a finding")
    write(page, "Headline", "What repair staff see in a home has no way to those who could use it.")
    pick(page, "Filed under", "Human-tool operation")
    write(page, "What is the finding, in a short paragraph?", "Repairs are closed as repairs.")
    write(page, "Questions for the board", "Who hears of it when a home is too cold for a child?")
    tick(page, "1. Two weeks in March")
    tick(page, "A repair round has no place")
    press(page, "Save the finding")
    follow(page, "Choose entries")
    tick(page, "Choose Boiler mended")
    press(page, "Let these entries carry it")
    expect(page.get_by_text("as they were").first).to_be_visible()


def write_the_report(page: Page, child: str) -> None:
    follow(page, child)
    follow(page, "Report")
    follow(page, "Begin the report")
    press(page, "Begin the report")
    follow(page, "0 names")
    _put_into_cast(page, "child", "Child", NAME, child)
    _put_into_cast(page, "surgery", "Agency", SURGERY, "the surgery")
    _put_into_cast(page, "homes", "Agency", HOMES, HOMES)
    follow(page, "Report")
    follow(page, "What happened")
    _add(page, "[[homes]] mended a boiler after nine days. [[child]] slept in a coat.", "Finding 1")
    _add(page, f"[[surgery]] saw a bruise. {NAME} was quiet.")
    follow(page, "Close paragraph 2")
    choose(page, "Who may read this paragraph?", "Only those with a copy")
    write(page, "Why it is closed", "Health of a living child.")
    write(page, "Gist for the open report", f"It concerns the health of {NAME}.")
    press(page, "Save who may read it")
    expect(page.get_by_text("one open, one closed")).to_be_visible()


def _put_into_cast(page: Page, key: str, kind: str, name: str, called: str) -> None:
    follow(page, "Add to the cast")
    enter(page, page.get_by_role("link", name=kind, exact=True))
    write(page, "Key", key)
    write(page, "Name" if kind == "Agency" else "Real name", name)
    write(page, "The public reads", called)
    press(page, "Add to the cast")


def _add(page: Page, words: str, finding: str = "None") -> None:
    follow(page, "Add a paragraph")
    write(page, "Paragraph", words)
    pick(page, "Tells a finding", finding)
    press(page, "Add the paragraph")


def decide_on_words(page: Page) -> None:
    """A name cannot be kept: it is linked to the cast. What is no name is kept, with a reason."""
    follow(page, "Report")
    follow(page, "Decide on 2 words")
    follow(page, f"Keep, because…: {NAME}")
    _keep(page)
    expect(page.get_by_text("so it cannot be allowed").first).to_be_visible()
    follow(page, "Words to decide")
    follow(page, f"Yes, link: {NAME}")
    press(page, "Decide")
    while page.get_by_role("link", name=named("Keep, because")).count():
        follow(page, "Keep, because")
        _keep(page)
    expect(page.get_by_text("Every word of the open report is decided on.")).to_be_visible()


def _keep(page: Page) -> None:
    write(page, "It may stay, because", "Plain words.")
    press(page, "Decide")


def check_and_mend(page: Page, candour: Served, child: str) -> None:
    """A name in a finished file: the check refuses, and says where. The next draft is clean."""
    follow(page, "Report")
    follow(page, "See the check before release")
    _check(page)
    candour.python(PLANT, child)
    follow(page, "Report")
    follow(page, "See the check before release")
    expect(page.get_by_text("Nothing was sent. No open file was kept.")).to_be_visible()
    expect(page.get_by_role("row", name=named("Open report, PDF")).get_by_text("Page 1")).to_be_visible()
    _check(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("with the checkers")


def _check(page: Page) -> None:
    press(page, "Freeze")
    look_again_till_done(page)


def sign_for_what_joins_up(page: Page) -> None:
    """For the state of the text that was checked: nothing is released before somebody signed for it."""
    follow(page, "The report")
    follow(page, "Facts that together point to somebody")
    press(page, "I have looked at what joins up")
    expect(page.get_by_text("signed for this state of the text")).to_be_visible()


def check_as_two(page: Page, candour: Served, child: str) -> None:
    for username in ("checker.1", "checker.2"):
        join(page, candour, username)
        follow(page, "My tasks")
        enter(page, page.get_by_role("listitem").filter(has_text=child).get_by_role("link"))
        choose(page, "May everybody read this report?", "Yes")
        write(page, "What you looked at", "Both files, every page.")
        press(page, "Sign with your name")
    expect(page.get_by_text("Checker 2: yes")).to_be_visible()


def release(page: Page, child: str) -> None:
    look_round_as(page, "Board chair")
    follow(page, "Reviews")
    follow(page, child)
    follow(page, "Report")
    follow(page, "Order the release")
    press(page, "Order the release")
    expect(page.get_by_text("Everybody may read the open report.")).to_be_visible()


def answer(page: Page, child: str) -> None:
    """By the chair, who is still there: whoever wrote an answer does not send it to everybody."""
    follow(page, child)
    follow(page, "Respond")
    follow(page, "1. What repair staff see")
    follow(page, "Answer this finding")
    choose(page, "Answer", "Accepted")
    write(page, "Why", "Nobody was asked to say so.")
    write(page, "Answered on", "4 December 2014")
    press(page, "Save the answer")
    follow(page, "Add an action")
    write(page, "What will be done", "The repair form asks about children in the home.")
    pick(page, "Who owns it", HOMES)
    write(page, "In which role", "Head of repairs")
    write(page, "Due", "1 March 2015")
    choose(page, "Strength", "Stronger")
    write(page, "How will the board know", "Forms of one month are read.")
    press(page, "Add the action")
    expect(page.get_by_text("The repair form asks about children").first).to_be_visible()


def publish(page: Page, child: str) -> None:
    look_round_as(page, "Business manager")
    follow(page, "Reviews")
    follow(page, child)
    follow(page, "Learn")
    expect(page.get_by_text("Nobody was asked to say so.")).to_be_visible()
    expect(page.get_by_text("Nothing says that it was sent.")).to_be_visible()
    follow(page, "Publication plan")
    follow(page, "Note that the notice was sent")
    write(page, "Day on which it was sent", "20 November 2014")
    write(page, "How", "By a secure message.")
    press(page, "Note that it was sent")
    follow(page, "Publish")
    tick(page, "I have read every word")
    press(page, "Send it to the reading room")
    expect(page.get_by_text("Everybody may read it in the reading room: edition 1")).to_be_visible()


def read_in_the_reading_room(page: Page, child: str) -> None:
    follow(page, "Read it where everybody does")
    expect(page.get_by_role("heading", level=1)).to_contain_text(child)
    follow(page, "What repair staff see")
    expect(page.get_by_text("Nobody was asked to say so.")).to_be_visible()
    page.go_back()
    follow(page, "Read the report")
    expect(page.get_by_text(f"It concerns the health of {child}.")).to_be_visible()
    assert "Saskia" not in page.content()
    assert "bruise" not in page.content(), "a closed paragraph"
