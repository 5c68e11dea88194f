"""The report's pages: who may open them, what they show, and that nothing typed is lost."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.html import escape

from candour.kernel.audit.models import Line
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Seat
from candour.stages.analysis.models import Finding
from candour.stages.report.actions import (
    ask_for_check,
    change_paragraph,
    check_release,
    draft_report,
    link_word,
)
from candour.stages.report.models import Allowed, CastMember, Check, Draft, Paragraph, Release
from candour.stages.report.reads import missing, standing, tasks_for, waiting_words
from candour.stages.report.releasing.way_to_release import way_of
from candour.stages.report.tasks import check_asked_for, take_checks_up_again
from tests.cast import AT, Cast, seat
from tests.stages.report.written import RELEASED_ON, checked_draft, plant, released, write_report

REPORT = "/reviews/2014-003/report/"
PART = f"{REPORT}parts/1/"


@pytest.fixture(autouse=True)
def own_shelf(settings, tmp_path):
    settings.PAPERS = tmp_path / "papers"


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def shown(person: Person, address: str) -> str:
    answer = as_(person).get(address)
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return answer.content.decode()


def test_the_editor_shows_chips_closed_paragraphs_and_words_that_wait(cast: Cast) -> None:
    report = write_report(cast)
    plant(cast, report, "She saw Robbie at Larkfield.")
    page = shown(cast.lead, f"{REPORT}parts/2/")

    assert "Two words wait for a decision" in page
    assert '<strong class="undecided">Larkfield' in page
    assert "Is this Child Wren, by another name?" in page
    first = shown(cast.lead, PART)
    assert '<span class="chip">Mother<span class="govuk-visually-hidden"> (adult)</span></span>' in first
    assert '<span class="chip">February 2014' in first
    assert "reason: health of a living child" in first
    assert "Thorne" not in first


def test_each_audience_has_its_own_words(cast: Cast) -> None:
    write_report(cast)
    public, closed = shown(cast.lead, f"{PART}?as=open"), shown(cast.lead, f"{PART}?as=closed")

    assert "Paragraph 2 is in the closed report. It concerns the health of a child." in public
    assert "Thorne" not in public
    assert "Robin Ashby-Thorne was ill at Millbrook Hospital on 1 March 2014." in closed
    both = shown(cast.lead, f"{PART}?as=both")
    assert "Mother and Child Wren moved" in both
    assert "Delia Thorne and Robin Ashby-Thorne moved" in both


def test_reading_the_source_leaves_a_line_and_others_are_turned_away(cast: Cast) -> None:
    write_report(cast)
    shown(cast.lead, PART)
    assert Line.objects.filter(did="opened_report_source", who="lead").count() == 1

    for address in (PART, f"{REPORT}cast/", f"{REPORT}words/", f"{REPORT}closed/report.pdf"):
        for person in (cast.chair, cast.team, cast.manager):
            assert as_(person).get(address).status_code == 403, (address, person)
        assert as_(cast.outsider).get(address).status_code == 404, address
    for person in (cast.author, cast.practitioner, cast.family):
        assert as_(person).get(REPORT).status_code == 403


def test_those_without_the_source_see_no_closed_word(cast: Cast) -> None:
    checked_draft(cast, write_report(cast))
    for person in (cast.chair, cast.team, cast.manager):
        for address in (REPORT, f"{REPORT}check/"):
            page = shown(person, address)
            assert "Thorne" not in page
            assert "was ill at" not in page


def test_a_closed_paragraph_cannot_be_saved_without_reason_and_gist(cast: Cast) -> None:
    write_report(cast)
    paragraph = Paragraph.objects.get(part__number=1, position=1)
    address = f"{REPORT}paragraphs/{paragraph.pk}/audience/"
    answer = as_(cast.lead).post(
        address, {"version": 1, "audience": "closed", "reason": "", "gist": "A move."}
    )

    assert answer.status_code == 200
    assert "A closed paragraph needs a reason" in answer.content.decode()
    assert "A move." in answer.content.decode()
    paragraph.refresh_from_db()
    assert paragraph.audience == "open"


def test_a_reference_to_nobody_is_told_and_the_words_stay_in_the_box(cast: Cast) -> None:
    write_report(cast)
    answer = as_(cast.lead).post(f"{PART}add/", {"version": 1, "text": "[[uncle]] rang twice."})

    page = answer.content.decode()
    assert "The cast has nobody under “uncle”" in page
    assert "[[uncle]] rang twice." in page
    assert Paragraph.objects.count() == 3


def test_whoever_saves_second_sees_both_texts(cast: Cast) -> None:
    write_report(cast)
    paragraph = Paragraph.objects.get(part__number=2)
    change_paragraph(
        by=cast.judge, paragraph=paragraph, version=1, text="Nobody sent for it.", finding_number=None
    )
    address = f"{REPORT}paragraphs/{paragraph.pk}/change/"
    page = as_(cast.lead).post(address, {"version": 1, "text": "Nobody wrote for it."}).content.decode()

    assert "Somebody else saved this" in page
    assert "Nobody sent for it." in page
    assert "Nobody wrote for it." in page


def test_earlier_words_can_be_put_back(cast: Cast) -> None:
    write_report(cast)
    paragraph = Paragraph.objects.get(part__number=2)
    client = as_(cast.lead)
    client.post(f"{REPORT}paragraphs/{paragraph.pk}/change/", {"version": 1, "text": "Another."})
    first = paragraph.wordings.first()
    client.post(f"{REPORT}wordings/{first.pk}/put-back/", {"version": 2})

    paragraph.refresh_from_db()
    assert paragraph.text == "Nobody asked for the record."
    assert paragraph.wordings.count() == 3


def test_a_withdrawn_paragraph_stays_readable_and_can_be_put_back(cast: Cast) -> None:
    write_report(cast)
    paragraph = Paragraph.objects.get(part__number=1, position=1)
    client = as_(cast.lead)
    client.post(f"{REPORT}paragraphs/{paragraph.pk}/withdraw/", {"version": 1, "why": "Said twice."})
    assert "Said twice." in shown(cast.lead, PART)
    assert shown(cast.lead, f"{PART}?as=open").count('id="p') == 1

    client.post(f"{REPORT}paragraphs/{paragraph.pk}/put-back/")
    assert shown(cast.lead, f"{PART}?as=open").count('id="p') == 2


def test_a_word_is_kept_for_a_reason_and_asked_about_again(cast: Cast) -> None:
    report = write_report(cast)
    plant(cast, report, "They spoke at Larkfield.")
    client, address = as_(cast.lead), f"{REPORT}words/decide/?words=Larkfield"
    refused = client.post(address, {"decided": "harmless", "reason": ""})
    assert "Say why it gives nobody away." in refused.content.decode()

    client.post(address, {"decided": "harmless", "reason": "the name of a form"})
    assert waiting_words(report) == []
    client.post(f"{REPORT}words/{Allowed.objects.get().pk}/ask-again/")
    assert [word.words for word in waiting_words(report)] == ["Larkfield"]


def test_a_linked_word_becomes_a_reference_and_another_name_to_look_for(cast: Cast) -> None:
    report = write_report(cast)
    plant(cast, report, "Wrennie slept. [[wren]] and Wrennie’s coat.")
    link_word(by=cast.lead, report=report, words="Wrennie", member=CastMember.objects.get(key="wren"))

    paragraph = Paragraph.objects.get(part__number=2, position=2)
    assert paragraph.text == "[[wren]] slept. [[wren]] and [[wren]]’s coat."
    assert "Wrennie" in CastMember.objects.get(key="wren").aliases


def test_the_check_page_says_file_place_and_what_to_do(cast: Cast) -> None:
    report = write_report(cast)
    draft = checked_draft(cast, report)
    Check.objects.filter(draft=draft, file="report.pdf").update(
        result="leak",
        sha256="",
        found=[
            {
                "what": "another name of Child Wren",
                "where": "page 12, bookmark",
                "paragraph": 3,
                "place": "paragraph 3",
            }
        ],
    )
    page = shown(cast.lead, f"{REPORT}check/")

    assert "<strong>One leak was found in the finished files.</strong> Nothing was sent. No open file" in page
    assert "Page 12, bookmark: another name of Child Wren" in page
    assert f'href="{REPORT}parts/2/#p3">Go to paragraph 3' in page
    assert "A clean check means: no item of this review’s register was found" in page
    assert "It does not mean that nobody could be recognised." in page
    assert " safe" not in page
    assert as_(cast.lead).get(f"{REPORT}open/1/report.html").status_code == 404


def test_a_check_is_asked_for_and_done_by_the_worker(cast: Cast) -> None:
    write_report(cast)
    answer = as_(cast.lead).post(f"{REPORT}check/start/")

    assert answer.status_code == 302
    assert {one.result for one in Draft.objects.get().checks.all()} == {"clean"}
    assert "The check before release: with the checkers" in shown(cast.chair, f"{REPORT}check/")
    Check.objects.all().delete()
    running = as_(cast.lead).get(f"{REPORT}check/")
    assert "are being made and read back" in running.content.decode()
    assert running["Refresh"] == "3"


def test_a_check_whose_asker_left_is_said_to_be_refused_and_can_be_asked_for_again(cast: Cast) -> None:
    seat(cast.team, cast.review, "lead_reviewer")
    draft = draft_report(by=cast.lead, report=write_report(cast))
    ask_for_check(by=cast.team, draft=draft)
    assert way_of(draft).is_running
    cast.team.seats.filter(role="lead_reviewer").update(ended_at=AT, ended_by="tests")

    check_asked_for.func(draft.pk)
    assert take_checks_up_again() == 0
    page = shown(cast.lead, f"{REPORT}check/")
    assert "The check was refused." in page
    assert "Team asked for it and may no longer." in page
    assert "Freeze a new draft and check it" in page
    assert as_(cast.lead).post(f"{REPORT}check/start/").status_code == 302
    assert way_of(Draft.objects.get(number=2)).is_clean


def test_the_title_of_the_report_is_changed_and_a_clash_is_shown(cast: Cast) -> None:
    report = write_report(cast)
    client, address = as_(cast.lead), f"{REPORT}title/"
    assert address in shown(cast.lead, REPORT)
    assert client.post(address, {"version": 1, "title": "The life of [[wren]]"}).status_code == 302
    report.refresh_from_db()
    assert (report.title, report.titled_by) == ("The life of [[wren]]", "lead")
    clash = as_(cast.judge).post(address, {"version": 1, "title": "Another"}).content.decode()
    assert "Somebody else saved this" in clash
    assert "The life of [[wren]]" in clash
    nobody = client.post(address, {"version": 2, "title": "Review of [[uncle]]"}).content.decode()
    assert "The cast has nobody under “uncle”" in nobody
    assert as_(cast.chair).get(address).status_code == 403
    assert as_(cast.outsider).get(address).status_code == 404


def test_a_checker_sees_the_findings_that_become_public(cast: Cast) -> None:
    Finding.objects.create(
        review=cast.review,
        number=1,
        headline="Nobody asks for a record.",
        category="MA_LONGTERM",
        questions=["who asks for it?"],
        written_at=AT,
        written_by="x",
    )
    checked_draft(cast, write_report(cast))
    page = shown(cast.checker, f"{REPORT}checker/")

    assert "Nobody asks for a record." in page
    assert "who asks for it?" in page
    assert "Your yes is to them too." in page


def test_a_checker_reads_and_signs_and_the_author_is_told_why_not(cast: Cast) -> None:
    Seat.objects.create(review=cast.review, person=cast.lead, role="checker", given_at=AT, given_by="tests")
    draft = checked_draft(cast, write_report(cast))
    assert "You wrote part of this draft" in shown(cast.lead, f"{REPORT}checker/")
    page = shown(cast.checker, f"{REPORT}checker/")
    assert "Mother and Child Wren moved in February 2014." in page
    assert "Thorne" not in page

    said = {"verdict": "yes", "words": "Read every page.", "shown": way_of(draft).seal}
    assert as_(cast.checker).post(f"{REPORT}checker/", said).status_code == 302
    assert draft.checkings.get().checker == cast.checker
    again = as_(cast.checker).post(f"{REPORT}checker/", said)
    assert "You said yes of Draft 1" in again.content.decode()
    as_(cast.checker).post(f"{REPORT}checker/{draft.checkings.get().pk}/take-back/")
    assert not draft.checkings.filter(withdrawn_at=None).exists()


def test_the_chair_orders_the_release_in_the_browser(cast: Cast) -> None:
    draft = checked_draft(cast, write_report(cast))
    assert "Two checkers have not said yes yet." in shown(cast.chair, f"{REPORT}release/")
    for checker in (cast.checker, cast.second_checker):
        check_release(by=checker, draft=draft, verdict="yes", words="Read every page.")
    assert as_(cast.lead).get(f"{REPORT}release/").status_code == 403

    said = {"released_on": "20 October 2014", "shown": way_of(draft).seal}
    answer = as_(cast.chair).post(f"{REPORT}release/", said)
    assert answer.status_code == 302
    assert Release.objects.get().released_on == RELEASED_ON
    assert "Released on 20 October 2014" in shown(cast.team, REPORT)


def test_a_yes_and_an_order_are_of_the_files_that_stood_on_the_page(cast: Cast) -> None:
    report = write_report(cast)
    said = {"verdict": "yes", "words": "Read every page.", "shown": way_of(checked_draft(cast, report)).seal}
    draft = checked_draft(cast, report)
    answer = as_(cast.checker).post(f"{REPORT}checker/", said).content.decode()
    assert "since you opened the page" in answer
    assert f'value="{way_of(draft).seal}"' in answer
    assert not draft.checkings.exists()

    for checker in (cast.checker, cast.second_checker):
        check_release(by=checker, draft=draft, verdict="yes", words="Read every page.")
    ordered = {"released_on": "20 October 2014", "shown": said["shown"]}
    assert "since you opened the page" in as_(cast.chair).post(f"{REPORT}release/", ordered).content.decode()
    assert not Release.objects.exists()


def test_the_closed_file_is_marked_for_whoever_takes_it(cast: Cast) -> None:
    write_report(cast)
    assert "Thorne" not in shown(cast.judge, f"{REPORT}closed/report.html")
    answer = as_(cast.judge).post(f"{REPORT}closed/report.html")

    assert answer["Content-Disposition"] == 'attachment; filename="2014-003-copy-1.html"'
    assert b"Copy 1, for Judge, " in answer.content
    assert b"Robin Ashby-Thorne was ill" in answer.content
    assert Line.objects.filter(did="took_closed_copy", who="judge").exists()


def test_a_pseudonym_that_holds_a_real_name_is_refused(cast: Cast) -> None:
    write_report(cast)
    answer = as_(cast.lead).post(
        f"{REPORT}cast/add/",
        {"version": 1, "key": "aunt", "kind": "adult", "name": "Ann Bell", "pseudonym": "Robin’s aunt"},
    )

    assert escape("The pseudonym holds a real name of the cast.") in answer.content.decode()
    assert not CastMember.objects.filter(key="aunt").exists()


def test_the_desk_hears_whose_move_it_is(cast: Cast) -> None:
    today = RELEASED_ON
    report = write_report(cast)
    plant(cast, report, "They spoke at Larkfield.", "Larkfield")
    assert standing(cast.review, cast.lead, today).words == "being written"
    draft = checked_draft(cast, report)
    assert [task.title for task in tasks_for(cast.checker, today)] == ["Check the open report"]
    assert [one.words for one in missing(cast.review, cast.chair, today)] == ["Two have not said yes"]
    for checker in (cast.checker, cast.second_checker):
        check_release(by=checker, draft=draft, verdict="yes", words="Read every page.")

    assert tasks_for(cast.checker, today) == []
    assert [task.title for task in tasks_for(cast.chair, today)] == ["Order the release of the report"]
    assert tasks_for(cast.outsider, today) == []


def test_a_released_report_says_so(cast: Cast) -> None:
    released(cast)
    assert standing(cast.review, cast.chair, RELEASED_ON).state == "done"
    assert missing(cast.review, cast.chair, RELEASED_ON) == []
