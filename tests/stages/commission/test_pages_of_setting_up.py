"""The parts of setting a review up, as pages: who may open them, and what each act leaves behind."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest
from django.test import Client

from candour.kernel.audit.models import Line
from candour.kernel.reviews.models import Seat
from candour.stages.commission import actions
from candour.stages.commission.models import (
    BudgetLine,
    Commission,
    EarlierTerms,
    Letter,
    Participant,
    Proceeding,
    Readiness,
    Risk,
)
from tests.cast import Cast
from tests.notified import commissioned

pytestmark = pytest.mark.django_db

ONE = "/reviews/2014-005/"
WREN = "/reviews/2014-003/"
TERMS = {
    "version": "1",
    "period_from": "1 June 2012",
    "period_to": "10 April 2014",
    "period_why": "Nobody knew the family before.",
    "terms": "Find out why it made sense at the time, and to whom.",
    "lines_of_enquiry": "What moves with a family?",
    "why": "The panel asked for a shorter period.",
}


def page_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def sent(client: Client, address: str, said: dict[str, str]) -> None:
    answer = client.post(address, said)
    assert answer.status_code == 302, answer.content.decode()


def test_terms_change_with_a_reason_and_what_stood_before_is_readable(client: Client, cast: Cast) -> None:
    commissioned(cast)
    client.force_login(cast.manager)
    bad = client.post(f"{ONE}terms/change/", {**TERMS, "why": ""}).content.decode()
    assert "“Why is this changed?” has no answer yet." in bad
    sent(client, f"{ONE}terms/change/", TERMS)

    page = page_of(client, f"{ONE}terms/")

    assert "The panel asked for a shorter period." in page
    assert "<del>2011</del>" in page
    assert "<ins>2012</ins>" in page
    sent(client, f"{ONE}terms/{EarlierTerms.objects.get().pk}/undo/", {})
    assert Commission.objects.get().period_from == date(2011, 6, 1)
    assert "The change was taken back" in page_of(client, f"{ONE}terms/")


def test_a_period_that_changes_needs_a_reason_of_its_own(client: Client, cast: Cast) -> None:
    commissioned(cast)
    client.force_login(cast.manager)
    said = client.post(f"{ONE}terms/change/", {**TERMS, "period_why": ""}).content.decode()
    assert "Say why this period, and not the one before." in said
    assert "The panel asked for a shorter period." in said


def test_whoever_saves_terms_second_sees_both(client: Client, cast: Cast) -> None:
    commissioned(cast)
    client.force_login(cast.manager)
    sent(client, f"{ONE}terms/change/", TERMS)
    client.force_login(cast.chair)
    said = client.post(f"{ONE}terms/change/", {**TERMS, "terms": "Something else."}).content.decode()
    assert "Somebody else saved this while you were writing." in said
    assert "Something else." in said


def test_somebody_who_works_for_an_agency_asked_cannot_lead(client: Client, cast: Cast) -> None:
    review = commissioned(cast)
    client.force_login(cast.manager)
    seat = {"person": str(cast.lead.pk), "role": "lead_reviewer"}
    sent(client, f"{ONE}seats/give/", seat)
    assert client.get("/boards/northmoor/working-lines/").status_code == 200
    line = {"person": str(cast.lead.pk), "agency": str(cast.police.pk), "post": "Inspector"}
    sent(client, "/boards/northmoor/working-lines/add/", line)
    assert not Seat.objects.get(review=review, person=cast.lead).conflict_declared_at

    actions.ask_agency(
        by=cast.manager,
        review=review,
        agency=cast.police,
        asked_on=date(2014, 6, 10),
        due_on=date(2014, 6, 24),
    )

    assert "Found by the check: They work for an agency that is asked" in page_of(client, f"{ONE}seats/")
    pk = Seat.objects.get(review=review, person=cast.lead).pk
    refused = client.post(f"{ONE}seats/{pk}/lift-conflict/", {"why": "It is fine."})
    assert "A conflict always wins" in refused.content.decode()
    client.force_login(cast.lead)
    assert client.get(f"{ONE}setting-up/").status_code == 404


def test_a_no_in_a_declaration_closes_the_review(client: Client, cast: Cast) -> None:
    client.force_login(cast.lead)
    pk = Seat.objects.get(review=cast.review, person=cast.lead).pk
    answers = {"no_line": "yes", "no_part": "yes", "not_employed": "yes"}
    sent(client, f"{WREN}seats/{pk}/independence/", answers)
    assert "Declared" in page_of(client, f"{WREN}seats/")

    client.post(f"{WREN}seats/{pk}/independence/", {**answers, "no_part": "no"})

    assert client.get(f"{WREN}seats/").status_code == 404
    assert Line.objects.filter(did="declared_independence").count() == 2


def test_who_takes_part_is_seen_by_those_who_keep_it_only(client: Client, cast: Cast) -> None:
    client.force_login(cast.manager)
    mother = {"version": "1", "side": "family", "called": "Mother", "wishes": "To be told first."}
    sent(client, f"{WREN}taking-part/add/", mother)
    pk = Participant.objects.get().pk
    pages = [f"{WREN}taking-part/", f"{WREN}taking-part/{pk}/", f"{WREN}taking-part/{pk}/change/"]
    for who, status in {
        "lead": 200,
        "judge": 200,
        "chair": 403,
        "team": 403,
        "family": 403,
        "outsider": 404,
    }.items():
        client.force_login(cast.people[who])
        assert {client.get(page).status_code for page in pages} == {status}, who
    client.force_login(cast.team)
    assert "Family and practitioners" not in page_of(client, f"{WREN}setting-up/")
    assert list(Participant.objects.visible_to(cast.team)) == []


def test_a_letter_is_begun_filled_kept_and_given_out(client: Client, cast: Cast) -> None:
    client.force_login(cast.lead)
    mother = actions.add_participant(by=cast.lead, review=cast.review, side="family", called="Mother")
    address = f"{WREN}taking-part/{mother.pk}/letters/family-news/"
    assert "Dear Mother" in page_of(client, address)
    letter = {"title": "Where the review is", "written_on": "1 July 2014", "body": "Dear Mother,\n\n[[News]]"}
    assert "Blanks are left: News." in client.post(address, letter).content.decode()
    sent(client, address, {**letter, "body": "Dear Mother,\n\nWe have read every account."})
    kept = Letter.objects.get()

    given = client.get(f"{WREN}taking-part/letters/{kept.pk}/word/")

    words = [one.text for one in docx.Document(io.BytesIO(given.content)).paragraphs]
    assert "We have read every account." in words
    sent(client, f"{WREN}taking-part/letters/{kept.pk}/sent/", {})
    assert "It was not sent" in page_of(client, f"{WREN}taking-part/{mother.pk}/")


def test_what_a_participant_was_told_and_answered_is_kept(client: Client, cast: Cast) -> None:
    client.force_login(cast.manager)
    mother = actions.add_participant(by=cast.manager, review=cast.review, side="family", called="Mother")
    here = f"{WREN}taking-part/{mother.pk}/"
    sent(
        client, f"{here}told/", {"told_on": "3 June 2014", "how": "meeting", "words": "That a review begins."}
    )
    early = {"reply": "yes", "asked_on": "3 June 2014", "replied_on": "1 June 2014"}
    assert "answer before they were asked" in client.post(f"{here}answer/", early).content.decode()
    sent(client, f"{here}answer/", {**early, "replied_on": "9 June 2014"})

    page = page_of(client, here)

    assert "That a review begins." in page
    assert "Takes part" in page


def test_a_proceeding_is_at_a_glance_on_the_overview(client: Client, cast: Cast) -> None:
    client.force_login(cast.manager)
    trial = {
        "version": "1",
        "kind": "criminal",
        "body": "Crown Court at Northmoor",
        "state": "under_way",
        "holds": "publication",
    }
    assert "from which day" in client.post(f"{WREN}proceedings/enter/", trial).content.decode()
    sent(client, f"{WREN}proceedings/enter/", {**trial, "began_on": "2 June 2014"})
    assert "Publication waits" in page_of(client, f"{WREN}setting-up/")
    assert "Learning waits" not in page_of(client, f"{WREN}setting-up/")

    pk = Proceeding.objects.get().pk
    sent(client, f"{WREN}proceedings/{pk}/end/", {"ended_on": "20 November 2014", "outcome": "Convicted."})

    assert "Convicted." in page_of(client, f"{WREN}proceedings/")
    assert "Publication waits" not in page_of(client, f"{WREN}setting-up/")


def test_pounds_are_counted_exactly(client: Client, cast: Cast) -> None:
    client.force_login(cast.lead)
    sent(client, f"{WREN}plan/add/", {"title": "Lead reviewers", "hours": "40", "pounds": "£1,200.30"})
    pk = BudgetLine.objects.get().pk
    assert (
        "Give hours, or pounds"
        in client.post(f"{WREN}plan/{pk}/use/", {"used_on": "1 July 2014"}).content.decode()
    )
    for day in ("1 July 2014", "2 July 2014", "3 July 2014"):
        sent(client, f"{WREN}plan/{pk}/use/", {"used_on": day, "pounds": "0.10"})

    page = page_of(client, f"{WREN}plan/")

    assert "£0.30 of £1,200.30" in page
    assert "more than was planned" not in page


def test_a_risk_is_raised_closed_and_watched_again(client: Client, cast: Cast) -> None:
    client.force_login(cast.manager)
    said = {
        "version": "1",
        "what": "Two key people leave",
        "how_likely": "likely",
        "how_bad": "slow",
        "watcher": "Chair",
    }
    sent(client, f"{WREN}risks/raise/", said)
    pk = Risk.objects.get().pk
    sent(client, f"{WREN}risks/{pk}/close/", {"closed_on": "1 July 2014", "why": "They stay."})
    assert "They stay." in page_of(client, f"{WREN}risks/")
    sent(client, f"{WREN}risks/{pk}/open/", {})
    assert "One risk is watched." in page_of(client, f"{WREN}risks/")


def test_evidence_stands_under_a_marker_and_nothing_is_scored(client: Client, cast: Cast) -> None:
    client.force_login(cast.lead)
    sent(client, f"{WREN}quality/commissioning/write/", {"words": "The terms say so in their third line."})

    page = page_of(client, f"{WREN}quality/")

    assert "The terms say so in their third line." in page
    assert "They are no score, and nothing is added up." in page
    assert client.get(f"{WREN}quality/no-such/write/").status_code == 404
    client.force_login(cast.team)
    assert client.get(f"{WREN}quality/commissioning/write/").status_code == 403


def test_a_method_new_to_the_board_opens_its_questions_at_once(client: Client, cast: Cast) -> None:
    cast.review.method = "judge-led"
    cast.review.save()
    commissioned(cast)
    opened = Readiness.objects.get()
    client.force_login(cast.member)
    sent(client, f"/boards/northmoor/readiness/{opened.pk}/media_plan/", {"words": "The chair speaks."})

    assert "The chair speaks." in page_of(client, "/boards/northmoor/readiness/")
    client.force_login(cast.outsider)
    assert client.get("/boards/northmoor/readiness/").status_code == 404
    client.force_login(cast.manager)
    assert "Readiness for the method" in page_of(client, f"{ONE}setting-up/")


def test_a_method_the_board_knows_opens_none(cast: Cast) -> None:
    commissioned(cast)
    assert not Readiness.objects.exists()


def test_late_agencies_stand_first_and_another_day_has_a_reason(client: Client, cast: Cast) -> None:
    client.force_login(cast.manager)
    for agency, due in ((cast.police, date(2014, 7, 1)), (cast.social_care, date(2014, 6, 1))):
        actions.ask_agency(
            by=cast.manager, review=cast.review, agency=agency, asked_on=date(2014, 5, 20), due_on=due
        )
    page = page_of(client, f"{WREN}agencies/")
    assert page.index("Northmoor children") < page.index("Fenshire Police")
    assert "Two are late." in page
    asked = cast.review.agencies_asked.get(agency=cast.police)

    sent(client, f"{WREN}agencies/{asked.pk}/another-day/", {"due_on": "1 July 2099", "why": "A strike."})

    page = page_of(client, f"{WREN}agencies/")
    assert "A strike." in page
    assert "One is late." in page
    sent(client, f"{WREN}agencies/days/{asked.moves.get().pk}/undo/", {})
    assert "Two are late." in page_of(client, f"{WREN}agencies/")
