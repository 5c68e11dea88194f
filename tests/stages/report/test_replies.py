"""Right of reply: frozen words, time to answer, a ruling with reasons; the release waits for it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.kernel.people.models import Person
from candour.kernel.web.clock import today
from candour.stages.report.actions import change_paragraph, check_release, release_report
from candour.stages.report.actions.extracts import (
    answer_extract,
    note_answer,
    rule_on_extract,
    send_extract,
    take_back_ruling_on_extract,
    withdraw_extract,
)
from candour.stages.report.hearing.reads import hearing_tasks, open_replies, state_of, why_not_heard
from candour.stages.report.models import Extract, Paragraph, Report
from candour.stages.report.reads import missing
from candour.stages.report.releasing.way_to_release import newest_way
from tests.cast import Cast
from tests.stages.report.written import RELEASED_ON, checked_draft, write_report

SENT, DUE = date(2014, 6, 2), date(2014, 6, 23)
REVIEW = "/reviews/2014-003"


@pytest.fixture(autouse=True)
def own_shelf(settings, tmp_path):
    settings.PAPERS = tmp_path / "papers"


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def sent(cast: Cast, report: Report, **more) -> Extract:
    to = {"person": cast.practitioner, "called": "Practitioner", "paragraphs": [2], **more}
    return send_extract(by=cast.lead, report=report, sent_on=SENT, due_on=DUE, **to)


def test_whoever_answers_reads_these_words_and_nothing_else_of_the_report(cast: Cast) -> None:
    report = write_report(cast)
    extract = sent(cast, report)
    page = as_(cast.practitioner).get(f"{REVIEW}/extracts/{extract.pk}/").content.decode()

    assert "Child Wren was ill at Millbrook Hospital" in page
    for elsewhere in ("Thorne", "moved", "Nobody asked", "health of a living", "1 March 2014"):
        assert elsewhere not in page
    for other in (cast.family, cast.author, cast.outsider, cast.chair, cast.lead):
        assert as_(other).get(f"{REVIEW}/extracts/{extract.pk}/").status_code == 404
    for address in ("report/", "report/parts/1/", "report/replies/", f"report/replies/{extract.pk}/"):
        assert as_(cast.practitioner).get(f"{REVIEW}/{address}").status_code == 403
    assert Line.objects.filter(did="opened_extract").count() == 1


def test_what_was_sent_stays_word_for_word_when_the_report_changes(cast: Cast) -> None:
    report = write_report(cast)
    extract = sent(cast, report, named=True)
    paragraph = Paragraph.objects.get(part__number=1, position=2)
    change_paragraph(by=cast.lead, paragraph=paragraph, version=1, text="Other words.", finding_number=None)

    extract.refresh_from_db()
    assert extract.paragraphs[0]["text"] == (
        "Robin Ashby-Thorne was ill at Millbrook Hospital on 1 March 2014."
    )


def test_an_agency_answers_by_its_own_people_on_this_review(cast: Cast) -> None:
    report = write_report(cast)
    extract = sent(cast, report, person=None, agency=cast.police, called="Fenshire Police")
    address = f"{REVIEW}/extracts/{extract.pk}/"

    assert as_(cast.senior).get(address).status_code == 200
    assert as_(cast.practitioner).get(address).status_code == 404
    answer = as_(cast.author).post(address, {"words": "We were never told."})
    assert answer.status_code == 302
    assert extract.answer.words == "We were never told."
    assert extract.answer.noted_by == "author"


def test_the_release_waits_for_a_ruling_and_no_longer(cast: Cast) -> None:
    report = write_report(cast)
    draft = checked_draft(cast, report)
    for checker in (cast.checker, cast.second_checker):
        check_release(by=checker, draft=draft, verdict="yes", words="Read both files.")
    extract = sent(cast, report)
    assert why_not_heard(report, drafted_at=draft.drafted_at) == ["Right of reply 1 has no ruling yet."]
    assert "Right of reply 1 has no ruling yet." in newest_way(report).may_release().reasons
    assert next(one.title for one in missing(cast.review, cast.chair, SENT)) == "Right of reply"
    with pytest.raises(Trouble, match="Right of reply 1"):
        release_report(by=cast.chair, draft=draft, released_on=RELEASED_ON)

    rule_on_extract(by=cast.lead, extract=extract, outcome="not_awaited", reasons="Told twice.", today=SENT)
    assert open_replies(report) == []
    assert release_report(by=cast.chair, draft=draft, released_on=RELEASED_ON).number == 1


def test_nobody_rules_before_there_was_time_to_answer(cast: Cast) -> None:
    extract = sent(cast, write_report(cast))
    ruled = {"by": cast.lead, "extract": extract, "outcome": "stands", "reasons": "It is so."}
    with pytest.raises(Trouble, match="not over"):
        rule_on_extract(today=DUE, **ruled)
    rule_on_extract(today=DUE + timedelta(days=1), **ruled)
    with pytest.raises(Trouble, match="ruled on already"):
        answer_extract(by=cast.practitioner, extract=extract, words="Late.", answered_on=DUE)


def test_late_and_unanswered_are_told_and_a_late_answer_is_still_kept(cast: Cast) -> None:
    extract = sent(cast, write_report(cast))
    later = DUE + timedelta(days=1)
    assert state_of(extract, DUE)[0] == "waits"
    assert state_of(extract, later) == ("late", "No answer, the day is over")
    mine = [task.title for task in hearing_tasks(cast.practitioner, SENT)]
    assert mine == ["Read what the report says, and answer"]
    assert [task.says for task in hearing_tasks(cast.lead, later)] == ["Nothing came by 23 June 2014."]

    note_answer(by=cast.lead, extract=extract, words="I did ring.", answered_on=later, how="by letter")
    assert extract.answer.came_late
    assert state_of(extract, later)[0] == "due"
    assert hearing_tasks(cast.practitioner, later) == []


def test_a_ruling_is_by_somebody_else_and_taking_it_back_makes_the_release_wait_again(cast: Cast) -> None:
    report = write_report(cast)
    extract = sent(cast, report, person=cast.judge, called="Judge")
    answer_extract(by=cast.judge, extract=extract, words="No.", answered_on=SENT)
    ruled = {"extract": extract, "outcome": "note", "reasons": "A note says so.", "today": SENT}
    with pytest.raises(Trouble, match="sent to you"):
        rule_on_extract(by=cast.judge, **ruled)
    with pytest.raises(PermissionDenied):
        rule_on_extract(by=cast.chair, **ruled)
    ruling = rule_on_extract(by=cast.lead, **ruled)
    take_back_ruling_on_extract(by=cast.lead, ruling=ruling)

    assert open_replies(report) == [extract]
    page = as_(cast.lead).get(f"{REVIEW}/report/replies/{extract.pk}/").content.decode()
    assert "A note says so." in page


def test_an_extract_withdrawn_is_read_no_more_and_keeps_nothing_waiting(cast: Cast) -> None:
    report = write_report(cast)
    extract = sent(cast, report)
    withdraw_extract(by=cast.lead, extract=extract, why="The wrong person.")

    assert as_(cast.practitioner).get(f"{REVIEW}/extracts/{extract.pk}/").status_code == 404
    assert open_replies(report) == []
    assert (
        "The wrong person." in as_(cast.lead).get(f"{REVIEW}/report/replies/{extract.pk}/").content.decode()
    )


def test_pages_send_note_and_rule(cast: Cast) -> None:
    write_report(cast)
    lead = as_(cast.lead)
    form = {"to": f"person-{cast.practitioner.pk}", "paragraphs": ["2"], "due_on": "1 December 2099"}
    both = lead.post(f"{REVIEW}/report/replies/send/", {**form, "words": "Somebody"})
    assert "Say to whom it goes" in both.content.decode()
    assert lead.post(f"{REVIEW}/report/replies/send/", form).status_code == 302
    extract = Extract.objects.get()
    assert (extract.called, extract.sent_on) == ("Practitioner", today())
    where = f"{REVIEW}/report/replies/{extract.pk}/"
    early = lead.post(f"{where}rule/", {"outcome": "stands", "reasons": "So."})
    assert "the day for it is not over" in early.content.decode()
    noted = {"words": "I rang twice.", "answered_on": f"{today():%-d %B %Y}", "how": "by letter"}
    assert lead.post(f"{where}answer/", noted).status_code == 302
    assert lead.post(f"{where}rule/", {"outcome": "changed", "reasons": "They are right."}).status_code == 302
    assert (
        "They are right." in as_(cast.practitioner).get(f"{REVIEW}/extracts/{extract.pk}/").content.decode()
    )
    assert "Each has a ruling" in as_(cast.checker).get(f"{REVIEW}/report/replies/").content.decode()


def test_after_the_release_a_reply_is_said_to_keep_a_correction_waiting(cast: Cast) -> None:
    report = write_report(cast)
    draft = checked_draft(cast, report)
    for checker in (cast.checker, cast.second_checker):
        check_release(by=checker, draft=draft, verdict="yes", words="Read both files.")
    release_report(by=cast.chair, draft=draft, released_on=RELEASED_ON)
    extract = sent(cast, report)

    for where in ("", f"{extract.pk}/"):
        page = as_(cast.lead).get(f"{REVIEW}/report/replies/{where}").content.decode()
        assert (
            "The report was released on 20 October 2014; one that corrects it waits for the ruling." in page
        )
        assert "cannot be released before" not in page
