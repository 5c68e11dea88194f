"""Orders person by person and closed copies: each reader gets these paragraphs and nothing else."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from candour.domain.trouble import Trouble
from candour.files.open_text import read_file
from candour.kernel.audit.models import Line
from candour.kernel.people.models import Person
from candour.stages.commission.actions import add_participant
from candour.stages.report.actions import (
    Written,
    add_paragraph,
    add_under,
    change_paragraph,
    check_release,
    draft_report,
    open_paragraph,
)
from candour.stages.report.actions.applications import (
    note_application,
    rule_on_application,
    take_back_ruling_on_application,
)
from candour.stages.report.actions.copies import give_closed_copy, give_copy_by_order, note_end_of_copy
from candour.stages.report.actions.orders import make_order, take_back_order
from candour.stages.report.hearing.reading_orders import opened_to, orders_of, view_by_order
from candour.stages.report.hearing.reads import hearing_tasks, open_applications, rulings_not_kept
from candour.stages.report.hearing.who_rules import ruling_role
from candour.stages.report.models import ClosedCopy, Paragraph, ReadingOrder, Report
from candour.stages.report.releasing.way_to_release import newest_way
from tests.cast import Cast
from tests.stages.report.written import checked_draft, write_report

DAY = date(2014, 6, 3)
REVIEW = "/reviews/2014-003"


@pytest.fixture(autouse=True)
def own_shelf(settings, tmp_path):
    settings.PAPERS = tmp_path / "papers"


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def led_by_judge(cast: Cast) -> Report:
    cast.review.method = "judge-led"
    cast.review.save()
    report = write_report(cast)
    add_paragraph(
        by=cast.lead,
        part=report.parts.get(number=2),
        text="A second closed sentence about [[mother]].",
        audience="closed",
        reason="health of an adult",
        gist="It concerns an adult.",
    )
    return report


def numbered(report: Report, number: int) -> Paragraph:
    rows = Paragraph.objects.filter(part__report=report).order_by("part__number", "position")
    return list(rows)[number - 1]


def opened(cast: Cast, report: Report, **more) -> ReadingOrder:
    chosen = {"person": cast.family, "paragraphs": [numbered(report, 2)], **more}
    return make_order(by=cast.judge, report=report, may_read=True, ordered_on=DAY, why="Kin.", **chosen)


def test_the_method_says_who_rules_and_the_chair_where_it_says_nothing(cast: Cast) -> None:
    report = write_report(cast)
    assert ruling_role(cast.review) == "chair"
    with pytest.raises(Trouble, match="board chair rules"):
        opened(cast, report)
    cast.review.method = "judge-led"
    cast.review.save()
    report.refresh_from_db()

    assert opened(cast, report).ordered_as == "Judge"
    with pytest.raises(Trouble, match="judge rules"):
        make_order(
            by=cast.chair,
            report=report,
            may_read=True,
            ordered_on=DAY,
            why="Kin.",
            person=cast.family,
            paragraphs=[numbered(report, 2)],
        )


def test_whoever_does_not_rule_orders_nothing_and_nobody_rules_for_themselves(cast: Cast) -> None:
    report = write_report(cast)
    order = {"report": report, "may_read": True, "ordered_on": DAY, "why": "Kin.", "person": cast.chair}
    with pytest.raises(PermissionDenied):
        make_order(by=cast.lead, paragraphs=[numbered(report, 2)], **order)
    with pytest.raises(Trouble, match="for themselves"):
        make_order(by=cast.chair, paragraphs=[numbered(report, 2)], **order)
    assert not ReadingOrder.objects.exists()


def test_an_order_opens_these_paragraphs_to_this_person_and_nothing_else(cast: Cast) -> None:
    report = led_by_judge(cast)
    opened(cast, report)

    assert [one.title for one in hearing_tasks(cast.family, DAY)] == ["Read what an order opens to you"]
    assert f"{REVIEW}/by-order/" in as_(cast.family).get(f"{REVIEW}/progress/").content.decode()
    assert f"{REVIEW}/by-order/" not in as_(cast.practitioner).get(f"{REVIEW}/progress/").content.decode()

    page = as_(cast.family).get(f"{REVIEW}/by-order/").content.decode()
    assert hearing_tasks(cast.family, DAY) == []
    assert "Child Wren was ill at Millbrook Hospital" in page
    for elsewhere in ("A second closed sentence", "moved", "Nobody asked", "Thorne", "health of a living"):
        assert elsewhere not in page
    assert as_(cast.practitioner).get(f"{REVIEW}/by-order/").status_code == 404
    assert as_(cast.outsider).get(f"{REVIEW}/by-order/").status_code == 404
    assert Line.objects.filter(did="opened_paragraphs_by_order", who="family").count() == 1


@pytest.mark.parametrize("format", ["html", "pdf", "docx"])
def test_a_copy_by_order_holds_only_what_was_ordered_in_its_bytes(cast: Cast, format: str) -> None:
    report = led_by_judge(cast)
    opened(cast, report)
    answer = as_(cast.family).post(f"{REVIEW}/by-order/report.{format}")
    content = answer.content
    words = words_in(content, format)

    assert "Child Wren was ill at Millbrook Hospital" in words
    for elsewhere in ("second closed sentence", "moved", "Nobody asked", "Thorne", "Robin", "1 March 2014"):
        assert elsewhere not in words
    assert "Copy 1, for Family" in words
    copy = ClosedCopy.objects.get()
    assert (copy.sha256, copy.by_order, copy.person) == (
        hashlib.sha256(content).hexdigest(),
        True,
        cast.family,
    )
    assert Line.objects.filter(did="took_copy_by_order", who="family").count() == 1


def words_in(content: bytes, format: str) -> str:
    """Everything that the gate's own readers find in it, spaces as one."""
    found = read_file(f"copy.{format}", content)
    return " ".join(" ".join(piece.text for piece in found.pieces).split())


def test_the_page_the_copy_and_what_others_see_of_it_are_the_same_words(cast: Cast) -> None:
    report = led_by_judge(cast)
    table = Written(text="Visits", columns=("Year", "Visits"), rows=(("2013", "41"),), alt="Rose.")
    add_under(by=cast.lead, paragraph=numbered(report, 2), kind="figure", written=table)
    opened(cast, report)
    page = as_(cast.family).get(f"{REVIEW}/by-order/").content.decode()
    preview = as_(cast.lead).get(f"{REVIEW}/report/reading-as/?who=family").content.decode()
    copy = words_in(as_(cast.family).post(f"{REVIEW}/by-order/report.html").content, "html")

    for said in ("Child Wren was ill at Millbrook Hospital", "41", "Rose."):
        assert said in page
        assert said in preview
        assert said in copy
    assert "under orders of the judge" in copy
    for around in ("moved on", "Nobody asked", "second closed sentence", "After it"):
        assert around not in page + preview + copy


def test_an_order_for_words_that_changed_since_opens_nothing(cast: Cast) -> None:
    report = led_by_judge(cast)
    opened(cast, report)
    paragraph = numbered(report, 2)
    change_paragraph(
        by=cast.lead, paragraph=paragraph, version=1, text="[[wren]] has an illness.", finding_number=None
    )

    assert opened_to(report, "family") == frozenset()
    page = as_(cast.judge).get(f"{REVIEW}/report/orders/").content.decode()
    assert "Changed since, and not opened: 2" in page


def test_a_part_opened_stays_as_it_stood_and_a_later_order_shuts_one_paragraph(cast: Cast) -> None:
    report = led_by_judge(cast)
    part = report.parts.get(number=1)
    opened(cast, report, paragraphs=[], parts=[part])
    add_paragraph(
        by=cast.lead, part=part, text="Written later.", audience="closed", reason="a reason", gist="A gist."
    )
    assert opened_to(report, "family") == {2}

    make_order(
        by=cast.judge,
        report=report,
        may_read=False,
        ordered_on=DAY,
        why="No longer.",
        person=cast.family,
        parts=[part],
    )
    assert opened_to(report, "family") == frozenset()
    assert view_by_order(report, "family") is None


def test_an_order_taken_back_is_kept_and_opens_nothing(cast: Cast) -> None:
    report = led_by_judge(cast)
    order = opened(cast, report)
    take_back_order(by=cast.judge, order=order, why="Made for the wrong person.")

    assert orders_of(report) == ()
    assert as_(cast.family).get(f"{REVIEW}/by-order/").status_code == 404
    page = as_(cast.manager).get(f"{REVIEW}/report/orders/").content.decode()
    assert "Taken back: Made for the wrong person." in page


def test_nothing_is_shut_in_words_to_whoever_reads_the_source_on_its_pages(cast: Cast) -> None:
    report = led_by_judge(cast)
    with pytest.raises(Trouble, match="works on the source itself"):
        make_order(
            by=cast.judge,
            report=report,
            may_read=False,
            ordered_on=DAY,
            why="Near to the family.",
            person=cast.checker,
            paragraphs=[numbered(report, 2)],
        )


def test_a_copy_is_handed_to_one_who_takes_part_without_an_account(cast: Cast) -> None:
    report = led_by_judge(cast)
    aunt = add_participant(by=cast.lead, review=cast.review, side="family", called="Aunt")
    order = opened(cast, report, person=None, participant=aunt)
    copy, content = give_copy_by_order(by=cast.lead, order=order, format="html", given_on=DAY)

    assert copy.mark == "Copy 1, for Aunt, 3 June 2014"
    assert b"Copy 1, for Aunt, 3 June 2014" in content
    assert b"was ill at" in content
    assert b"Nobody asked" not in content


def test_the_whole_goes_out_only_by_who_rules_where_the_method_says_so(cast: Cast) -> None:
    report = led_by_judge(cast)
    whole = {"report": report, "called": "The coroner", "why": "An inquest.", "format": "html"}
    with pytest.raises(Trouble, match="judge rules"):
        give_closed_copy(by=cast.lead, given_on=DAY, **whole)
    copy, content = give_closed_copy(by=cast.judge, given_on=DAY, **whole)

    assert copy.called == "The coroner"
    assert b"Robin Ashby-Thorne" in content


def test_ones_own_copy_is_numbered_marked_noted_and_comes_back(cast: Cast) -> None:
    report = write_report(cast)
    address = f"{REVIEW}/report/closed/report.html"
    assert "copy 1" in as_(cast.lead).get(address).content.decode()
    assert not ClosedCopy.objects.exists()
    first, second = (as_(one).post(address).content for one in (cast.lead, cast.checker))

    assert b"Copy 1, for Lead" in first
    assert b"Copy 2, for Checker" in second
    rows = list(ClosedCopy.objects.all())
    assert [one.sha256 for one in rows] == [hashlib.sha256(one).hexdigest() for one in (first, second)]
    assert rows[0].text_sha256 == rows[1].text_sha256
    with pytest.raises(Trouble, match="not given yet"):
        note_end_of_copy(by=cast.lead, copy=rows[0], ended="destroyed", ended_on=date(2000, 1, 1))
    note_end_of_copy(by=cast.lead, copy=rows[0], ended="destroyed", ended_on=rows[0].given_on)
    page = as_(cast.judge).get(f"{REVIEW}/report/copies/").content.decode()
    assert "Two given, one out." in page
    for person in (cast.chair, cast.manager, cast.team):
        assert as_(person).get(f"{REVIEW}/report/copies/").status_code == 403
        assert as_(person).post(address).status_code == 403
    assert report.copies.count() == 2


def test_a_grant_closes_what_it_names_and_the_open_report_says_no_more_than_the_ruling(cast: Cast) -> None:
    report = led_by_judge(cast)
    first, third = numbered(report, 1), numbered(report, 3)
    application = note_application(
        by=cast.manager,
        report=report,
        applicant="The mother",
        ground="private life of a living adult",
        words="Nobody outside knew.",
        paragraphs=[first, third],
        applied_on=DAY,
    )
    assert [task.title for task in hearing_tasks(cast.judge, DAY)] == ["Rule on Application 1 to withhold"]
    ruled = {"by": cast.judge, "application": application, "reasons": "Article 8."}
    with pytest.raises(Trouble, match="some of the paragraphs"):
        rule_on_application(outcome="partly", paragraphs=[first, third], gist="A move.", **ruled)
    with pytest.raises(Trouble, match="does not say"):
        rule_on_application(outcome="partly", paragraphs=[first], **ruled)
    ruling = rule_on_application(outcome="partly", paragraphs=[first], gist="It concerns a move.", **ruled)

    first.refresh_from_db()
    third.refresh_from_db()
    assert (first.audience, first.gist, first.reason) == (
        "closed",
        "It concerns a move.",
        "private life of a living adult",
    )
    assert third.audience == "open"
    assert open_applications(report) == []
    open_paragraph(by=cast.lead, paragraph=first, version=first.version)
    assert rulings_not_kept(report) == [ruling]
    take_back_ruling_on_application(by=cast.judge, ruling=ruling, why="New facts.")
    assert rulings_not_kept(report) == []
    assert open_applications(report) == [application]


def test_a_draft_older_than_a_ruling_that_withholds_is_not_released(cast: Cast) -> None:
    report = led_by_judge(cast)
    draft = checked_draft(cast, report)
    for checker in (cast.checker, cast.second_checker):
        check_release(by=checker, draft=draft, verdict="yes", words="Read both files.")
    application = note_application(
        by=cast.lead,
        report=report,
        applicant="The mother",
        ground="private life",
        words="Please.",
        paragraphs=[numbered(report, 1)],
        applied_on=DAY,
    )
    assert "Application 1 to withhold waits for a ruling." in newest_way(report).may_release().reasons
    rule_on_application(
        by=cast.judge, application=application, outcome="granted", reasons="So.", gist="It concerns a move."
    )

    said = newest_way(report).may_release().reasons
    assert said == ("Application 1 was ruled on since: make a new draft.",)
    draft_report(by=cast.lead, report=report)
    assert said[0] not in newest_way(report).may_release().reasons


def test_who_rules_without_the_source_chooses_by_number_alone(cast: Cast) -> None:
    write_report(cast)
    page = as_(cast.chair).get(f"{REVIEW}/report/orders/make/").content.decode()

    assert "2, a closed paragraph of part 1" in page
    for words in ("was ill", "It concerns the health", "The move"):
        assert words not in page


def test_pages_of_orders_make_and_rule(cast: Cast) -> None:
    report = led_by_judge(cast)
    judge = as_(cast.judge)
    answer = judge.post(
        f"{REVIEW}/report/orders/make/",
        {
            "who": f"person-{cast.family.pk}",
            "may_read": "yes",
            "paragraphs": ["2"],
            "ordered_on": "3 June 2014",
            "why": "Kin of the child.",
        },
    )
    assert answer.status_code == 302, answer.content.decode()
    assert opened_to(report, "family") == {2}
    answer = judge.post(
        f"{REVIEW}/report/orders/applications/add/",
        {
            "applicant": "The mother",
            "ground": "own",
            "own_ground": "private life",
            "words": "Please.",
            "paragraphs": ["1"],
            "applied_on": "3 June 2014",
        },
    )
    assert answer.status_code == 302
    application = report.applications.get()
    where = f"{REVIEW}/report/orders/applications/{application.pk}/"
    assert "It waits for a ruling." in judge.get(where).content.decode()
    answer = judge.post(f"{where}rule/", {"outcome": "refused", "reasons": "It is known.", "gist": ""})
    assert answer.status_code == 302
    assert "Refused" in judge.get(where).content.decode()
    assert as_(cast.manager).get(f"{REVIEW}/report/orders/make/").status_code == 403
    assert as_(cast.team).get(f"{REVIEW}/report/orders/").status_code == 403
