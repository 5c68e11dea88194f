"""The editor's pages: who may open them, what they show, what a pasted text becomes."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from candour.domain.identity import Cast as Names
from candour.domain.identity import Person as Name
from candour.domain.identity import PersonKind
from candour.domain.methods import load_method
from candour.kernel.people.models import Person
from candour.stages.report.actions import (
    add_part,
    change_paragraph,
    close_phrase,
    comment_on_paragraph,
    draft_report,
    place_in_editions,
)
from candour.stages.report.actions.orders import make_order
from candour.stages.report.editing.differences import words_between
from candour.stages.report.editing.linking import linked
from candour.stages.report.editing.reads import editing_tasks
from candour.stages.report.models import Comment, Paragraph, Under
from tests.cast import Cast
from tests.pace import some_quick
from tests.stages.report.written import write_report

REPORT = "/reviews/2014-003/report/"
PART = f"{REPORT}parts/1/"

NAMES = Names(
    (
        Name("wren", PersonKind.CHILD, "Robin Ashby", ("Robbie",), "Child Wren", date(2012, 3, 4)),
        Name("mother", PersonKind.ADULT, "Delia Thorne", ("Dee Thorne",), "Mother"),
        Name("sibling", PersonKind.CHILD, "Robin Marsh", (), "Sibling 1"),
        Name("hospital", PersonKind.AGENCY, "Millbrook Hospital", (), "Millbrook Hospital"),
    )
)


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def shown(person: Person, address: str) -> str:
    answer = as_(person).get(address)
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return answer.content.decode()


def first_paragraph() -> Paragraph:
    return Paragraph.objects.get(part__number=1, position=1)


def test_a_whole_name_and_a_day_are_linked_and_nothing_where_two_may_be_meant() -> None:
    told = linked(
        "Delia Thorne took Robin, and dee thorne's sister, to Millbrook Hospital on 11 February 2014.", NAMES
    )

    assert told.text == (
        "[[mother]] took Robin, and [[mother's]] sister, to [[hospital]] on [[on 2014-02-11]]."
    )
    assert told.keys == ("mother", "hospital")
    assert "Robin" in told.unsure
    assert linked("Delja Thorne rang on 31 February 2014.", NAMES).text == (
        "Delja Thorne rang on 31 February 2014."
    )


def test_a_text_with_references_is_left_as_it_is() -> None:
    for text in ("[[mother]] rang.", "She [[closed: told [[wren]] | left]] it.", "[[mother rang."):
        assert linked(text, NAMES).text == text


def test_differences_are_told_word_by_word() -> None:
    bits = words_between("She came on Monday.", "She came late on Monday.")
    assert [(bit.how, bit.text) for bit in bits] == [
        ("same", "She came "),
        ("added", "late "),
        ("same", "on Monday."),
    ]


def test_a_pasted_text_is_looked_through_before_it_is_saved(cast: Cast) -> None:
    write_report(cast)
    text = "Delia Thorne rang.\n\nRobbie slept\nin the car."
    looked = as_(cast.lead).post(f"{PART}paste/", {"text": text}).content.decode()

    assert "2 paragraphs" in looked
    assert "[[mother]] rang.\n\n[[wren]] slept in the car." in looked
    assert Paragraph.objects.count() == 3
    said = {"text": "[[mother]] rang.\n\nRobbie slept.", "looked": "yes"}
    assert as_(cast.lead).post(f"{PART}paste/", said).status_code == 302
    added = Paragraph.objects.order_by("pk")[3:]
    assert [one.text for one in added] == ["[[mother]] rang.", "Robbie slept."]


def test_a_name_typed_in_a_paragraph_is_linked_and_said(cast: Cast) -> None:
    write_report(cast)
    client = as_(cast.lead)
    client.post(f"{PART}add/", {"version": 1, "text": "Delia Thorne rang."})

    assert Paragraph.objects.latest("pk").text == "[[mother]] rang."
    page = client.get(PART).content.decode()
    assert "Linked as it was saved: Mother." in page
    assert "Thorne" not in page


def test_a_paragraphs_page_shows_what_stands_under_it_and_its_comments(cast: Cast) -> None:
    write_report(cast)
    paragraph = first_paragraph()
    page = f"{REPORT}paragraphs/{paragraph.pk}/"
    table = {"version": 1, "text": "Visits", "alt": "Two visits.", "audience": "open"}
    added = as_(cast.lead).post(f"{page}under/add/figure/", {**table, "table": "Week, Visits\nfirst, 2"})
    lopsided = as_(cast.lead).post(f"{page}under/add/figure/", {**table, "table": "Week, Visits\nfirst"})
    as_(cast.checker).post(page, {"words": "Which day was it?"})
    close_phrase(
        by=cast.lead, paragraph=paragraph, version=1, words="moved", gist="left", reason="a living child"
    )

    assert added.status_code == 302
    assert "Line 2 has 1 cells" in lopsided.content.decode()
    assert Under.objects.get().rows == [["first", "2"]]
    told = shown(cast.lead, page)
    assert "Two visits." in told
    assert "the public reads: [left]" in told
    assert "a living child" in told
    assert "Which day was it?" in told
    assert "One comment waits" in told
    assert [one.title for one in editing_tasks(cast.lead, date(2014, 7, 1))] == [
        "Settle 1 comment on the report"
    ]
    assert "Which day was it?" in shown(cast.checker, f"{REPORT}comments/")
    settled = as_(cast.lead).post(
        f"{REPORT}comments/{Comment.objects.get().pk}/settle/", {"why": "It is in the record."}
    )
    assert settled.status_code == 302
    assert "It is in the record." in shown(cast.checker, page)


def test_both_readings_stand_side_by_side_with_the_same_numbers(cast: Cast) -> None:
    write_report(cast)
    page = shown(cast.lead, f"{REPORT}side-by-side/")

    assert "Paragraph 2 is in the closed report. It concerns the health of a child." in page
    assert "Robin Ashby-Thorne was ill at Millbrook Hospital on 1 March 2014." in page
    assert page.count("<strong>2</strong>") == 2


def test_what_changed_since_a_draft_is_marked_in_words_and_under_pseudonyms(cast: Cast) -> None:
    report = write_report(cast)
    draft_report(by=cast.lead, report=report)
    paragraph = first_paragraph()
    text = "[[mother]] and [[wren]] moved away on [[on 2014-02-11]]."
    change_paragraph(by=cast.lead, paragraph=paragraph, version=1, text=text, finding_number=None)
    page = shown(cast.lead, f"{REPORT}changes/")

    assert '<ins class="added"><span class="govuk-visually-hidden">[added: </span>away ' in page
    assert "One text changed" in page or "1 text changed" in page
    assert "Thorne" not in page
    history = shown(cast.lead, f"{REPORT}paragraphs/{paragraph.pk}/history/")
    assert "2 wordings" in history
    assert "[added: </span>away " in history


def test_a_briefing_says_how_many_boxes_it_lacks_and_shows_itself_when_it_has_seven(cast: Cast) -> None:
    report = write_report(cast)
    briefing = f"{REPORT}editions/briefing/"
    assert "none is filled" in shown(cast.lead, briefing)
    for title in "abcde":
        add_part(by=cast.lead, report=report, title=f"part {title}")
    for part in report.parts.all():
        as_(cast.lead).post(f"{REPORT}parts/{part.number}/paste/", {"text": "Nobody came.", "looked": "yes"})
        last = part.paragraphs.latest("position")
        place_in_editions(
            by=cast.lead, paragraph=last, version=1, editions=["briefing"], told_as={"child": "No."}
        )

    page = shown(cast.lead, briefing)
    assert "7 paragraphs of the one source." in page
    assert "was ill" not in page


@pytest.mark.parametrize(
    "address",
    some_quick(["side-by-side/", "changes/", "editions/whole/", "parts/1/paste/", "parts/1/close/"], 0),
)
def test_nobody_without_the_source_opens_the_editor(cast: Cast, address: str) -> None:
    write_report(cast)
    paragraph = first_paragraph()
    comment_on_paragraph(by=cast.lead, paragraph=paragraph, words="Look again.")
    for one in (address, f"paragraphs/{paragraph.pk}/", f"paragraphs/{paragraph.pk}/history/"):
        for person in (cast.chair, cast.team, cast.manager, cast.family, cast.author):
            assert as_(person).get(f"{REPORT}{one}").status_code == 403, (one, person)
        assert as_(cast.outsider).get(f"{REPORT}{one}").status_code == 404


def test_the_outline_says_which_parts_are_usually_closed(cast: Cast) -> None:
    cast.review.method = "judge-led"
    cast.review.save(update_fields=["method"])
    page = shown(cast.lead, f"{REPORT}begin/")
    assert "Reasons that cannot be given without naming people or health matters." in page

    report = write_report(cast)
    closed = next(
        one.title for one in load_method("judge-led").report_outline if one.usual_classification == "closed"
    )
    part = add_part(by=cast.lead, report=report, title=closed)
    answer = as_(cast.lead).post(f"{REPORT}parts/{part.number}/add/", {"version": 1, "text": "Nobody came."})
    assert answer["Location"].endswith("/audience/")
    assert "Usually closed." in shown(cast.lead, f"{REPORT}parts/{part.number}/")


def test_the_report_is_shown_as_one_person_reads_it(cast: Cast) -> None:
    report = write_report(cast)
    closed = Paragraph.objects.get(part__number=1, position=2)
    page = shown(cast.lead, f"{REPORT}reading-as/?who=checker")
    assert "As Checker reads it" in page
    assert "Robin Ashby-Thorne was ill" in page
    make_order(
        by=cast.chair,
        report=report,
        person=cast.family,
        may_read=True,
        paragraphs=[closed],
        ordered_on=date(2014, 6, 2),
        why="She was there.",
    )
    page = shown(cast.lead, f"{REPORT}reading-as/?who=family")
    assert "Child Wren was ill at Millbrook Hospital" in page
    assert "Nobody asked" not in page
