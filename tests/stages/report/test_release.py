"""The way to release: the gate, two checkers who wrote none of it, the chair's order. No way past it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from candour.domain.disclosure import Audience
from candour.domain.trouble import Trouble
from candour.files.open_text import canaries
from candour.files.reports.gate import WRITERS
from candour.files.reports.html import report_html
from candour.files.reports.pdf import report_pdf
from candour.kernel.papers import shelf
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Seat
from candour.stages.analysis.models import Finding
from candour.stages.commission.actions import declare_conflict
from candour.stages.report.actions import (
    add_paragraph,
    allow_word,
    change_cast_member,
    change_paragraph,
    change_report_title,
    check_draft,
    check_release,
    close_paragraph,
    draft_report,
    release_report,
    take_back_checking,
    withdraw_paragraph,
    withdraw_release,
)
from candour.stages.report.actions.relations import keep_relation
from candour.stages.report.models import Check, Draft, Paragraph, Release
from candour.stages.report.reads import waiting_words
from candour.stages.report.releasing.finished_files import DOCX, FINDINGS, HTML, PDF, inspect
from candour.stages.report.releasing.frozen import thawed
from candour.stages.report.releasing.way_to_release import way_of
from tests.cast import AT, Cast, seat
from tests.pace import some_quick
from tests.stages.report.written import RELEASED_ON, checked_draft, plant, released, write_report


@pytest.fixture(autouse=True)
def own_shelf(settings, tmp_path):
    settings.PAPERS = tmp_path / "papers"


def say(by: Person, draft: Draft, verdict: str = "yes") -> None:
    check_release(by=by, draft=draft, verdict=verdict, words="Read both files, page by page.")


def leaking(cast: Cast, text: str) -> Draft:
    """A draft whose words nobody was asked about, as if a net had let them through."""
    report = write_report(cast)
    draft = draft_report(by=cast.lead, report=report)
    draft.frozen["source"]["part"][1]["paragraph"].append({"text": text, "audience": "open"})
    draft.save()
    return draft


def test_a_checker_does_not_order_the_release_that_they_said_yes_to(cast: Cast) -> None:
    draft = checked_draft(cast, write_report(cast))
    for checker in (cast.checker, cast.second_checker):
        say(checker, draft)
    seat(cast.second_checker, cast.review, "chair")

    with pytest.raises(Trouble, match="as one of its checkers"):
        release_report(by=cast.second_checker, draft=draft, released_on=RELEASED_ON)
    assert not Release.objects.exists()


def test_released_files_are_those_that_were_checked_and_lie_on_the_shelf(cast: Cast) -> None:
    release = released(cast)

    page = shelf.read_bytes(release.html_sha256)
    assert b"Mother and Child Wren moved in February 2014." in page
    assert shelf.read_bytes(release.pdf_sha256).startswith(b"%PDF")
    assert set(release.files) == {HTML, PDF, DOCX}
    assert release.files[HTML] == release.html_sha256
    assert release.files[PDF] == release.pdf_sha256
    assert sorted(shelf.everything()) == sorted(release.files.values())
    assert release.ordered_as == "Board chair"
    for secret in (b"Thorne", b"Robin", b"ill at"):
        assert secret not in page


def test_a_real_name_refuses_the_release_and_says_where(cast: Cast) -> None:
    draft = leaking(cast, "On the phone, Robbie was quiet.")
    checks = {one.file: one for one in check_draft(by=cast.lead, draft=draft)}

    assert {one.result for one in checks.values()} == {"leak"}
    found = checks[PDF].found[0]
    assert found["what"] == "another name of Child Wren"
    assert found["where"].startswith("page 1")
    assert found["paragraph"] == 4
    assert "line" in checks[HTML].found[0]["where"] or checks[HTML].found[0]["where"]
    assert "Robbie" not in str([one.found for one in checks.values()])
    with pytest.raises(Trouble, match="not clean"):
        release_report(by=cast.chair, draft=draft, released_on=RELEASED_ON)


def test_after_a_leak_no_file_is_kept(cast: Cast) -> None:
    check_draft(by=cast.lead, draft=leaking(cast, "She was born on 4 March 2012."))

    assert shelf.everything() == []
    assert not Check.objects.exclude(sha256="").exists()


def test_a_day_told_by_its_month_may_not_stand_elsewhere_as_a_day(cast: Cast) -> None:
    checks = check_draft(by=cast.lead, draft=leaking(cast, "They came on 11 February 2014."))

    assert {one.result for one in checks} == {"leak"}
    assert "day" in checks[0].found[0]["what"]


def test_the_closed_files_do_not_pass_the_same_check(cast: Cast) -> None:
    frozen = thawed(draft_report(by=cast.lead, report=write_report(cast)).frozen)
    shown = frozen.view(Audience.CLOSED)
    inspected = inspect(frozen, {HTML: report_html(shown), PDF: report_pdf(shown)})

    assert [str(one.verdict) for one in inspected.checked] == ["leak", "leak"]


def test_a_checker_of_files_that_misses_its_known_bad_file_clears_nothing(cast, monkeypatch) -> None:
    monkeypatch.setattr("candour.files.open_text.checking.missed", lambda: [next(iter(canaries.CANARIES))])
    draft = checked_draft(cast, write_report(cast))

    assert {one.result for one in draft.checks.all()} == {"cannot_check"}
    assert "known-bad" in draft.checks.first().found[0]["what"]
    assert shelf.everything() == []
    with pytest.raises(Trouble, match="not clean"):
        say(cast.checker, draft)


def test_a_check_that_stops_is_said_to_be_no_check(cast: Cast, monkeypatch) -> None:
    def broken(view: object) -> bytes:
        raise OSError("no room")

    monkeypatch.setitem(WRITERS, "docx", broken)
    draft = checked_draft(cast, write_report(cast))

    assert {one.result for one in draft.checks.all()} == {"cannot_check"}
    assert not way_of(draft).is_clean


def test_whoever_wrote_any_of_it_cannot_check_it(cast: Cast) -> None:
    for person in (cast.lead, cast.judge):
        Seat.objects.create(review=cast.review, person=person, role="checker", given_at=AT, given_by="tests")
    report = write_report(cast)
    paragraph = Paragraph.objects.get(position=1, part__number=2)
    change_paragraph(
        by=cast.judge, paragraph=paragraph, version=1, text="Nobody sent for the record.", finding_number=1
    )
    change_paragraph(
        by=cast.lead, paragraph=paragraph, version=2, text="Nobody asked for it.", finding_number=1
    )
    draft = checked_draft(cast, report)

    for author in (cast.lead, cast.judge):
        with pytest.raises(Trouble, match="You wrote part of this draft"):
            say(author, draft)
    assert draft.authors == ["judge", "lead"]


def test_whoever_made_a_pseudonym_allowed_a_word_or_wrote_what_was_withdrawn_cannot_check(cast: Cast) -> None:
    hands = {
        "named": cast.team,
        "allowed": cast.manager,
        "withdrew": cast.author,
        "titled": cast.practitioner,
        "related": cast.outsider,
    }
    for person in hands.values():
        for role in ("lead_reviewer", "checker"):
            seat(person, cast.review, role)
    report = write_report(cast)
    mother = cast.review.cast.get(key="mother")
    named = {"kind": "adult", "name": mother.name, "aliases": mother.aliases, "born": None, "note": ""}
    change_cast_member(by=cast.team, member=mother, version=1, pseudonym="Ms M", **named)
    change_cast_member(by=cast.lead, member=mother, version=2, pseudonym="Mother", **named)
    keep_relation(
        by=cast.outsider, review=cast.review, kind="parent", a=mother, b=cast.review.cast.get(key="wren")
    )
    allow_word(by=cast.manager, report=report, words="Larkfield", reason="the name of a form")
    gone = add_paragraph(by=cast.author, part=report.parts.first(), text="More was learnt.")
    withdraw_paragraph(by=cast.author, paragraph=gone, version=1, why="Said twice.")
    change_report_title(by=cast.practitioner, report=report, version=1, title="[[wren]]")
    change_report_title(by=cast.lead, report=report, version=2, title="Review of [[wren]]")
    draft = checked_draft(cast, report)

    assert {one.username for one in hands.values()} <= {*draft.authors}
    for person in hands.values():
        with pytest.raises(Trouble, match="You wrote part of this draft"):
            say(person, draft)


def find(cast: Cast, headline: str) -> Finding:
    return Finding.objects.create(
        review=cast.review, number=1, headline=headline, category="MA_LONGTERM", written_at=AT, written_by="x"
    )


def test_a_finding_told_is_frozen_and_read_by_nets_gate_and_checkers(cast: Cast) -> None:
    finding = find(cast, "Nobody at Larkfield asked for the record.")
    report = write_report(cast)
    with pytest.raises(Trouble, match="1 word waits"):
        draft_report(by=cast.lead, report=report)
    assert [word.where for word in waiting_words(report)] == ["finding 1"]
    finding.headline = "Nobody told [[mother]] of the record."
    finding.save()
    draft = checked_draft(cast, report)
    told = thawed(draft.frozen).told

    assert [(one.number, one.headline) for one in told] == [(1, finding.headline)]
    assert FINDINGS in {one.file for one in draft.checks.all()}
    assert draft.authors == ["lead", "x"]


def test_a_name_in_a_finding_told_is_a_leak(cast: Cast) -> None:
    find(cast, "Nobody asked for the record.")
    draft = draft_report(by=cast.lead, report=write_report(cast))
    draft.frozen["told"][0]["headline"] = "Nobody listened to Delia Thorne."
    draft.save()
    checks = {one.file: one for one in check_draft(by=cast.lead, draft=draft)}

    assert checks[FINDINGS].result == "leak"
    assert checks[FINDINGS].found[0]["place"] == "finding 1"
    assert not way_of(draft).is_clean
    assert shelf.everything() == []


def test_a_finding_told_only_in_a_closed_paragraph_is_not_public(cast: Cast) -> None:
    find(cast, "Nobody asked for the record.")
    report = write_report(cast)
    paragraph = Paragraph.objects.get(part__number=2)
    close_paragraph(by=cast.lead, paragraph=paragraph, version=1, reason="a living child", gist="A record.")
    frozen = thawed(checked_draft(cast, report).frozen)

    assert (frozen.told, frozen.findings) == ((), ())


@pytest.mark.parametrize("table", some_quick(["report_part", "report_report", "report_draft"], 0))
def test_numbers_are_counted_under_a_lock(cast: Cast, table: str) -> None:
    with CaptureQueriesContext(connection) as asked:
        checked_draft(cast, write_report(cast))

    locked = [one["sql"] for one in asked if "FOR UPDATE" in one["sql"] and f'FROM "{table}"' in one["sql"]]
    assert bool(locked) == connection.features.has_select_for_update


def test_two_checkers_are_two_people(cast: Cast) -> None:
    draft = checked_draft(cast, write_report(cast))
    say(cast.checker, draft)

    with pytest.raises(Trouble, match="said already"):
        say(cast.checker, draft)
    with pytest.raises(Trouble, match="One checker has not said yes"):
        release_report(by=cast.chair, draft=draft, released_on=RELEASED_ON)
    say(cast.second_checker, draft)
    assert release_report(by=cast.chair, draft=draft, released_on=RELEASED_ON).number == 1


def test_one_no_stops_a_release_until_it_is_taken_back(cast: Cast) -> None:
    draft = checked_draft(cast, write_report(cast))
    say(cast.checker, draft)
    say(cast.second_checker, draft, "no")

    with pytest.raises(Trouble, match="Second checker said no"):
        release_report(by=cast.chair, draft=draft, released_on=RELEASED_ON)
    take_back_checking(by=cast.second_checker, checking=draft.checkings.get(verdict="no"))
    say(cast.second_checker, draft)
    assert release_report(by=cast.judge, draft=draft, released_on=RELEASED_ON)


def test_the_yes_of_a_checker_who_declares_a_conflict_no_longer_counts(cast: Cast) -> None:
    draft = checked_draft(cast, write_report(cast))
    say(cast.checker, draft)
    say(cast.second_checker, draft)
    declare_conflict(by=cast.checker, review=cast.review, conflict_with="A cousin of the mother.")

    with pytest.raises(Trouble, match="One checker has not said yes"):
        release_report(by=cast.chair, draft=draft, released_on=RELEASED_ON)


def test_only_chair_or_judge_orders_a_release(cast: Cast) -> None:
    draft = checked_draft(cast, write_report(cast))
    say(cast.checker, draft)
    say(cast.second_checker, draft)

    for person in (cast.lead, cast.manager, cast.checker, cast.team, cast.outsider):
        with pytest.raises(PermissionDenied):
            release_report(by=person, draft=draft, released_on=RELEASED_ON)
    assert not Release.objects.exists()


def test_an_older_draft_is_not_released_past_a_newer_one(cast: Cast) -> None:
    report = write_report(cast)
    draft = checked_draft(cast, report)
    say(cast.checker, draft)
    say(cast.second_checker, draft)
    draft_report(by=cast.lead, report=report)

    with pytest.raises(Trouble, match="Draft 2 is newer"):
        release_report(by=cast.chair, draft=draft, released_on=RELEASED_ON)


def test_files_changed_on_the_shelf_are_not_released(cast: Cast) -> None:
    draft = checked_draft(cast, write_report(cast))
    say(cast.checker, draft)
    say(cast.second_checker, draft)
    place = shelf.place_of(way_of(draft).html_sha256)
    place.chmod(0o600)
    place.write_bytes(place.read_bytes().replace(b"Mother", b"Delia"))

    with pytest.raises(Trouble, match="changed on the disk"):
        release_report(by=cast.chair, draft=draft, released_on=RELEASED_ON)


def test_a_name_learnt_after_the_check_stops_the_release(cast: Cast) -> None:
    draft = checked_draft(cast, write_report(cast))
    say(cast.checker, draft)
    say(cast.second_checker, draft)
    mother = cast.review.cast.get(key="mother")
    change_cast_member(
        by=cast.lead,
        member=mother,
        version=1,
        kind="adult",
        name=mother.name,
        aliases=["Nobody Asked"],
        pseudonym="Mother",
        born=None,
        note="",
    )

    with pytest.raises(Trouble, match="no longer clean"):
        release_report(by=cast.chair, draft=draft, released_on=RELEASED_ON)


def test_a_withdrawn_release_keeps_its_reason_and_can_be_followed_by_another(cast: Cast) -> None:
    release = released(cast)
    withdraw_release(by=cast.chair, release=release, why="A paragraph could identify a living child.")
    assert way_of(release.draft).release is None

    again = release_report(by=cast.chair, draft=release.draft, released_on=RELEASED_ON)
    assert (again.number, Release.objects.get(number=1).withdrawn_by) == (2, "chair")


def test_words_that_wait_stop_the_draft(cast: Cast) -> None:
    report = write_report(cast)
    plant(cast, report, "They saw Larkfield for eleven days.")

    with pytest.raises(Trouble, match="2 words wait"):
        draft_report(by=cast.lead, report=report)
    allow_word(by=cast.lead, report=report, words="Larkfield", reason="the name of a form")
    allow_word(by=cast.lead, report=report, words="eleven days", reason="said in court")
    assert draft_report(by=cast.lead, report=report).number == 1


@pytest.mark.parametrize("words", ["robbie", "Thorne", "the ASHBY file"])
def test_a_name_of_the_cast_or_a_part_of_one_cannot_be_allowed(cast: Cast, words: str) -> None:
    report = write_report(cast)
    with pytest.raises(Trouble, match="is a name of Child Wren"):
        allow_word(by=cast.lead, report=report, words=words, reason="a street")


def test_a_draft_stays_as_it_was_frozen(cast: Cast) -> None:
    report = write_report(cast)
    draft = draft_report(by=cast.lead, report=report)
    frozen = thawed(draft.frozen)
    add_paragraph(by=cast.lead, part=report.parts.first(), text="More was learnt.")

    draft.refresh_from_db()
    again = thawed(draft.frozen)
    assert again == frozen
    assert again.sha256 == draft.sha256
    assert replace(again, allow=("x",)).sha256 != draft.sha256


def test_the_open_report_is_there_as_a_page_a_pdf_and_a_word_document(cast: Cast, client: Client) -> None:
    report = write_report(cast)
    client.force_login(cast.chair)
    where = "/reviews/2014-003/report/"
    assert "/report/open/" not in client.get(where).content.decode()
    checked_draft(cast, report)
    pages = [client.get(f"{where}{page}").content.decode() for page in ("", "check/")]

    for name in ("report.html", "report.pdf", "report.docx"):
        assert all(f"{where}open/1/{name}" in page for page in pages)
        assert client.get(f"{where}open/1/{name}").status_code == 200
