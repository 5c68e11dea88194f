"""Bundles: chosen papers, an open one only through the gate, a closed one with its mark and its line."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from candour.domain.access import ROLES, Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.kernel.papers.shelf import read_bytes
from candour.stages.commission.actions import add_participant, write_letter
from candour.stages.hearing.actions import (
    ask_for_bundle,
    begin_bundle,
    make_bundle,
    move_in_bundle,
    put_bundle_back,
    put_into_bundle,
    take_out_of_bundle,
    withdraw_bundle,
)
from candour.stages.hearing.choosing import choices_for, tabs_of
from candour.stages.hearing.making import made_again
from candour.stages.hearing.models import Bundle, BundlePaper, Kind, Making
from candour.stages.hearing.reads import missing
from candour.stages.hearing.tasks import bundle_asked_for, take_bundles_up_again
from candour.stages.report.models import ClosedCopy
from tests.cast import AT, Cast
from tests.files.hearing.test_papers_taken_in import armed, locked
from tests.stages.chronology.sent import send
from tests.stages.hearing.begun import BUNDLES, DAY, as_, begun, choose, made, text_of
from tests.stages.report.test_orders import led_by_judge, opened
from tests.stages.report.written import write_report


@pytest.fixture(autouse=True)
def own_shelf(settings, tmp_path):
    settings.PAPERS = tmp_path / "papers"


@pytest.mark.django_db
def test_a_closed_bundle_of_every_kind_of_paper_is_marked_indexed_and_logged(cast: Cast) -> None:
    report = led_by_judge(cast)
    send(cast)
    opened(cast, report)
    mother = add_participant(by=cast.lead, review=cast.review, side="family", called="Mother", wishes="")
    letter = {"title": "The first letter", "body": "We begin.", "written_on": DAY}
    write_letter(by=cast.lead, participant=mother, from_template="family-first", **letter)
    bundle = begun(cast, report)
    choose(cast, bundle, Kind.FILE, Kind.CHRONOLOGY, tab="What agencies sent")
    choose(cast, bundle, Kind.REPORT, Kind.ORDER, Kind.LETTER, tab="The review’s own")
    making = made(cast, bundle)

    assert making.state == "made", making.found
    pages = text_of(making)
    mark = "Bundle 1, copy 1, for HM Coroner, 3 June 2014"
    assert all(mark in page and f"Bundle page {n}" in page for n, page in enumerate(pages, 1))
    assert len(pages) == making.pages
    for line in making.index:
        assert " ".join(line["title"].split()) in " ".join(pages[line["first"] - 1].split())
    everything = " ".join(" ".join(pages).split())
    for words in ("Child crying at night", "was ill at Millbrook Hospital", "Family may read", "We begin."):
        assert words in everything
    copy = ClosedCopy.objects.get()
    assert (copy.mark, copy.sha256, copy.called, making.copy) == (mark, making.sha256, "HM Coroner", copy)
    assert made_again(making) == read_bytes(making.sha256)


@pytest.mark.django_db
def test_a_file_that_cannot_be_taken_in_is_named_in_the_index_with_its_reason(cast: Cast) -> None:
    report = led_by_judge(cast)
    send(cast)
    send(cast, b"%PDF-1.7 broken", "broken.pdf", agency=cast.social_care)
    bundle = begun(cast, report)
    choose(cast, bundle, Kind.FILE)
    making = made(cast, bundle)

    (line,) = [one for one in making.index if one["why"]]
    assert "broken.pdf" in line["title"]
    assert "it is damaged" in line["why"]
    assert "Not in the bundle: it is damaged" in " ".join(text_of(making)[1].split())


@pytest.mark.django_db
def test_nothing_closed_goes_out_but_by_whoever_rules(cast: Cast) -> None:
    bundle = begun(cast, led_by_judge(cast))
    with pytest.raises(Trouble, match="no paper"):
        ask_for_bundle(by=cast.judge, bundle=bundle, asked_on=DAY)
    choose(cast, bundle, Kind.REPORT)
    with pytest.raises(Trouble, match="judge rules"):
        ask_for_bundle(by=cast.lead, bundle=bundle, asked_on=DAY)
    with pytest.raises(PermissionDenied):
        ask_for_bundle(by=cast.checker, bundle=bundle, asked_on=DAY)
    assert not Making.objects.exists()


@pytest.mark.django_db
def test_a_method_without_hearings_has_no_bundles(cast: Cast) -> None:
    report = write_report(cast)

    with pytest.raises(Trouble, match="no hearings"):
        begun(cast, report)
    assert as_(cast.lead).get(BUNDLES).status_code == 404


@pytest.mark.django_db
def test_papers_are_moved_taken_out_and_chosen_once(cast: Cast) -> None:
    bundle = begun(cast, led_by_judge(cast))
    report, chronology = choose(cast, bundle, Kind.REPORT, Kind.CHRONOLOGY)
    with pytest.raises(Trouble, match="already"):
        put_into_bundle(by=cast.lead, bundle=bundle, chosen=[*_of(bundle, report)], tab="Papers")
    move_in_bundle(by=cast.lead, paper=chronology, up=True)
    assert tabs_of(bundle) == [("Papers", [chronology, report])]
    move_in_bundle(by=cast.lead, paper=chronology, up=True)
    take_out_of_bundle(by=cast.lead, paper=report)

    assert tabs_of(bundle) == [("Papers", [chronology])]
    assert Kind.REPORT in {one.kind for one in choices_for(bundle)}


def _of(bundle: Bundle, paper: BundlePaper):
    taken_out, paper.bundle = paper.bundle, bundle
    other = begin_bundle(
        by=bundle.report.review.seats.get(role="lead_reviewer", conflict_declared_at=None).person,
        report=bundle.report,
        audience="closed",
        heard="Another",
        heard_on=DAY,
        called="A",
    )
    paper.bundle = taken_out
    return (one for one in choices_for(other) if one.kind == paper.kind)


@pytest.mark.django_db
def test_the_worker_makes_each_bundle_once_and_takes_up_what_was_left(cast: Cast) -> None:
    bundle = begun(cast, led_by_judge(cast))
    choose(cast, bundle, Kind.CHRONOLOGY)
    making = ask_for_bundle(by=cast.judge, bundle=bundle, asked_on=DAY)

    assert take_bundles_up_again() == 1
    bundle_asked_for.func(making.pk)
    bundle_asked_for.func(making.pk)
    making.refresh_from_db()
    assert making.state == "made"
    assert Line.objects.filter(did="made_bundle").count() == 1
    assert ClosedCopy.objects.count() == 1
    assert take_bundles_up_again() == 0


@pytest.mark.django_db
def test_a_copy_is_not_made_where_the_bundle_was_withdrawn_or_the_judge_went_meanwhile(cast: Cast) -> None:
    bundle = begun(cast, led_by_judge(cast))
    choose(cast, bundle, Kind.CHRONOLOGY)
    withdrawn = ask_for_bundle(by=cast.judge, bundle=bundle, asked_on=DAY)
    withdraw_bundle(by=cast.lead, bundle=bundle, why="A paper is wrong.")
    make_bundle(by=cast.judge, making=withdrawn, made_on=DAY)
    with pytest.raises(Trouble, match="Somebody else"):
        put_bundle_back(by=cast.judge, bundle=bundle)
    put_bundle_back(by=cast.lead, bundle=bundle)
    ruled = ask_for_bundle(by=cast.judge, bundle=bundle, asked_on=DAY)
    cast.review.seats.filter(person=cast.judge).update(role="lead_reviewer")
    make_bundle(by=cast.judge, making=ruled, made_on=DAY)

    assert [one.state for one in (withdrawn, ruled)] == ["refused", "refused"]
    assert "was withdrawn" in withdrawn.found[0]["what"]
    assert "judge rules" in ruled.found[0]["what"]
    assert not ClosedCopy.objects.exists()


@pytest.mark.django_db
def test_two_runs_of_one_asking_give_one_copy(cast: Cast) -> None:
    bundle = begun(cast, led_by_judge(cast))
    choose(cast, bundle, Kind.CHRONOLOGY)
    making = ask_for_bundle(by=cast.judge, bundle=bundle, asked_on=DAY)
    other = Making.objects.get(pk=making.pk)
    make_bundle(by=cast.judge, making=making, made_on=DAY)
    with pytest.raises(Trouble, match="made already"):
        make_bundle(by=cast.judge, making=other, made_on=DAY)

    assert ClosedCopy.objects.count() == 1


@pytest.mark.django_db
def test_the_pages_carry_a_bundle_from_nothing_to_the_file_and_its_withdrawal(cast: Cast) -> None:
    report = led_by_judge(cast)
    send(cast)
    client = as_(cast.judge)
    said = {"heard": "Directions", "heard_on": "3 June 2014", "called": "HM Coroner", "audience": "closed"}
    assert "typed so" in client.post(f"{BUNDLES}begin/", {**said, "heard_on": "typed so"}).content.decode()
    assert client.post(f"{BUNDLES}begin/", said).status_code == 302
    own = f"{BUNDLES}{Bundle.objects.get().pk}/"
    bundle = Bundle.objects.get()
    keys = [one.key for one in choices_for(bundle)]
    assert client.post(f"{own}choose/", {"papers": keys, "tab": "All"}).status_code == 302
    assert client.post(f"{own}make/").status_code == 302
    page = client.get(own).content.decode()
    making = Making.objects.get()
    if making.state == "waiting":
        bundle_asked_for.func(making.pk)
        page = client.get(own).content.decode()
    assert "Copy 1 is made" in page
    fetched = client.get(f"{BUNDLES}copies/{making.pk}/bundle.pdf")
    making.refresh_from_db()
    assert (fetched["Content-Type"], fetched.content) == ("application/pdf", read_bytes(making.sha256))
    assert Line.objects.filter(did="opened_bundle", who="judge").count() == 1
    assert "Bundle 1, copy 1" in client.get("/reviews/2014-003/report/copies/").content.decode()
    assert client.post(f"{own}withdraw/", {"why": "A paper is wrong."}).status_code == 302
    assert client.get(f"{BUNDLES}copies/{making.pk}/bundle.pdf").status_code == 404
    assert "A paper is wrong." in client.get(BUNDLES).content.decode()
    assert client.post(f"{own}put-back/").status_code == 302
    assert client.get(f"{BUNDLES}copies/{making.pk}/bundle.pdf").status_code == 200
    assert report.bundles.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "status"), [("checker", 403), ("manager", 403), ("family", 403), ("outsider", 404)]
)
def test_bundles_are_for_whoever_may_see_all_that_can_be_in_them(cast: Cast, who: str, status: int) -> None:
    bundle = begun(cast, led_by_judge(cast))

    assert as_(cast.people[who]).get(BUNDLES).status_code == status
    assert as_(cast.people[who]).get(f"{BUNDLES}{bundle.pk}/").status_code == status


def test_no_role_sees_bundles_and_not_what_is_in_them() -> None:
    inside = {Can.SEE_SOURCE, Can.SEE_RETURNS, Can.SEE_CHRONOLOGY, Can.HEAR, Can.KEEP_PARTICIPANTS}

    assert {
        name for name, role in ROLES.items() if Can.WRITE_REPORT in role.powers and not inside <= role.powers
    } == set()


@pytest.mark.django_db
def test_a_withdrawn_bundle_takes_no_paper_and_one_without_a_copy_is_missed(cast: Cast) -> None:
    bundle = begun(cast, led_by_judge(cast))
    assert [one.title for one in missing(cast.review, cast.lead, DAY)] == ["Bundle 1 for the hearing"]
    assert missing(cast.review, cast.checker, DAY) == []
    withdraw_bundle(by=cast.lead, bundle=bundle, why="Another day.")

    assert missing(cast.review, cast.lead, DAY) == []
    with pytest.raises(Trouble, match="withdrawn"):
        choose(cast, bundle, Kind.REPORT)


@pytest.mark.django_db
def test_a_file_from_outside_is_brought_as_its_pages_alone_and_a_locked_one_is_told(cast: Cast) -> None:
    bundle = begun(cast, led_by_judge(cast))
    own = f"{BUNDLES}{bundle.pk}/"
    client = as_(cast.judge)
    said = {"called": "Statement of a neighbour", "tab": "Statements"}
    refused = client.post(f"{own}bring/", {**said, "file": SimpleUploadedFile("a.pdf", locked())})
    assert "it is locked with a password" in refused.content.decode()
    assert "Statement of a neighbour" in refused.content.decode()
    assert not BundlePaper.objects.exists()
    brought = client.post(f"{own}bring/", {**said, "file": SimpleUploadedFile("a.pdf", content := armed())})
    assert brought.status_code == 302

    making = made(cast, bundle)
    assert [line["title"] for line in making.index] == ["Statement of a neighbour"]
    assert "scripts" in making.index[0]["left_out"]
    assert "Filled in" in text_of(making)[2]
    assert BundlePaper.objects.get().paper.read() == content


@pytest.mark.django_db
def test_a_copy_asked_for_by_somebody_whose_seat_ended_is_said_not_to_be_made(cast: Cast) -> None:
    bundle = begun(cast, led_by_judge(cast))
    choose(cast, bundle, Kind.CHRONOLOGY)
    making = ask_for_bundle(by=cast.judge, bundle=bundle, asked_on=DAY)
    assert "A copy is being made." in as_(cast.lead).get(f"{BUNDLES}{bundle.pk}/").content.decode()
    seat = cast.review.seats.get(person=cast.judge)
    seat.ended_at, seat.ended_by = AT, "tests"
    seat.save()
    bundle_asked_for.func(making.pk)

    assert (
        "whoever asked for it may no longer" in as_(cast.lead).get(f"{BUNDLES}{bundle.pk}/").content.decode()
    )
