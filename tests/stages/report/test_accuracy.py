"""Rounds of accuracy: frozen words to several at once, and nothing else of the report for whoever answers."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.stages.commission.models import Participant
from candour.stages.report.actions.extracts import answer_extract
from candour.stages.report.editing.accuracy_rounds import send_round
from candour.stages.report.editing.reads import editing_tasks
from candour.stages.report.hearing.reads import open_replies
from candour.stages.report.models import Extract, Report
from tests.cast import Cast
from tests.stages.report.written import write_report

REVIEW = "/reviews/2014-003"
ROUNDS = f"{REVIEW}/report/accuracy/"
SENT, DUE = date(2014, 6, 2), date(2014, 6, 23)


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def mother_of(cast: Cast) -> Participant:
    return Participant.objects.create(
        review=cast.review,
        side="family",
        called="Mother",
        person=cast.family,
        added_at=timezone.now(),
        added_by="lead",
    )


def round_of(cast: Cast, report: Report) -> list[Extract]:
    return send_round(
        by=cast.lead,
        report=report,
        paragraphs=[1],
        agencies=[cast.police],
        participants=[mother_of(cast)],
        sent_on=SENT,
        due_on=DUE,
    )


def test_agency_and_family_read_these_words_and_nothing_else_of_the_report(cast: Cast) -> None:
    report = write_report(cast)
    to_police, to_mother = round_of(cast, report)
    for person, extract, other in ((cast.author, to_police, to_mother), (cast.family, to_mother, to_police)):
        page = as_(person).get(f"{REVIEW}/extracts/{extract.pk}/").content.decode()
        assert "Mother and Child Wren moved in February 2014." in page
        for elsewhere in ("Thorne", "was ill", "health", "Nobody asked"):
            assert elsewhere not in page
        assert as_(person).get(f"{REVIEW}/extracts/{other.pk}/").status_code == 404
        for address in ("", "parts/1/", "paragraphs/1/", "side-by-side/", "changes/", "editions/whole/"):
            assert as_(person).get(f"{REVIEW}/report/{address}").status_code == 403, (person, address)
        for address in (ROUNDS, f"{ROUNDS}send/", f"{ROUNDS}{extract.pk}/"):
            assert as_(person).get(address).status_code == 403, (person, address)


def test_an_answer_is_ruled_on_by_name_and_the_release_does_not_wait_for_a_round(cast: Cast) -> None:
    report = write_report(cast)
    to_police, to_mother = round_of(cast, report)
    answer_extract(by=cast.author, extract=to_police, words="It was in March.", answered_on=date(2014, 6, 30))
    page = as_(cast.lead).get(ROUNDS).content.decode()

    assert "The answer came late" in page
    assert "No answer, the day is over" in page
    assert len(editing_tasks(cast.lead, date(2014, 7, 1))) == 2
    address = f"{ROUNDS}{to_police.pk}/rule/"
    assert as_(cast.chair).get(address).status_code == 403
    said = {"outcome": "changed", "reasons": "The record says March."}
    assert as_(cast.lead).post(address, said).status_code == 302
    assert to_police.ruling.ruled_by == cast.lead.username
    assert open_replies(report) == []
    assert as_(cast.lead).get(f"{ROUNDS}{to_mother.pk}/").status_code == 200


def test_a_round_goes_to_all_or_to_none(cast: Cast) -> None:
    report = write_report(cast)
    with pytest.raises(Trouble, match="Nobody is chosen"):
        send_round(by=cast.lead, report=report, paragraphs=[1], sent_on=SENT, due_on=DUE)
    with pytest.raises(Trouble, match="no paragraph 99"):
        send_round(
            by=cast.lead,
            report=report,
            paragraphs=[1, 99],
            agencies=[cast.police, cast.social_care],
            sent_on=SENT,
            due_on=DUE,
        )
    assert not report.extracts.exists()


def test_a_round_is_sent_from_its_page(cast: Cast) -> None:
    write_report(cast)
    said = {"paragraphs": ["1", "2"], "agencies": [cast.police.pk], "due_on": "1 July 2044"}
    assert as_(cast.lead).post(f"{ROUNDS}send/", said).status_code == 302
    sent = Extract.objects.get()
    assert (sent.kind, sent.agency, [one["number"] for one in sent.paragraphs]) == (
        "accuracy",
        cast.police,
        [1, 2],
    )
