"""An open copy is given out once all have signed for its very bytes."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from candour.domain.trouble import Trouble
from candour.kernel.papers.shelf import read_bytes
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Seat
from candour.stages.commission.models import Letter
from candour.stages.hearing.actions import (
    ask_about_paper_word_again,
    check_bundle,
    give_bundle,
    order_bundle,
    sign_bundle_joins,
    take_back_bundle_signature,
    withdraw_bundle,
)
from candour.stages.hearing.joining_up import joins_kept
from candour.stages.hearing.models import BundleSignature, KeptWord, Kind, Making
from candour.stages.hearing.reads import tasks_for
from candour.stages.hearing.signing import may_check, way_of_copy
from candour.stages.report.actions.jigsaw import list_public_fact
from candour.stages.report.models import Allowed, JoinRuling
from tests.cast import AT, Cast
from tests.stages.hearing.begun import BUNDLES, DAY, as_, begun, choose, made, made_when_decided
from tests.stages.hearing.test_open_bundles import lettered
from tests.stages.report.test_orders import led_by_judge


@pytest.fixture(autouse=True)
def own_shelf(settings, tmp_path):
    settings.PAPERS = tmp_path / "papers"


BODY = "the mother of five children was a midwife. we met in Oldbridge."


@pytest.fixture
def copy(cast: Cast) -> Making:
    """Open, with a letter in which something joins up."""
    report = led_by_judge(cast)
    lettered(cast, BODY)
    bundle = begun(cast, report, "open", "the public")
    choose(cast, bundle, Kind.LETTER)
    making = made_when_decided(cast, bundle)
    assert making.state == "made", making.found
    return making


def signed(cast: Cast, making: Making, by: Person | None = None) -> BundleSignature:
    stays = {one.key: "It is in no register." for one in joins_kept(making.joins)}
    said = {"words": "Read beside what is public.", "signed_on": DAY}
    return sign_bundle_joins(by=by or cast.lead, making=making, stays=stays, **said)


def said(by: Person, making: Making, verdict: str = "yes") -> BundleSignature:
    return check_bundle(by=by, making=making, verdict=verdict, words="Read every page.", signed_on=DAY)


def ordered(cast: Cast, making: Making, by: Person | None = None, **more: str) -> BundleSignature:
    return order_bundle(by=by or cast.judge, making=making, words="For the day.", ordered_on=DAY, **more)


@pytest.mark.django_db
def test_a_copy_is_given_once_four_people_signed_for_its_bytes(cast: Cast, copy: Making) -> None:
    with pytest.raises(Trouble, match="Nobody has ordered"):
        give_bundle(by=cast.judge, making=copy, to="the public", given_on=DAY)
    with pytest.raises(Trouble, match=r"Nobody has signed .* Two checkers have not said yes"):
        ordered(cast, copy)
    assert copy.joins, "something in the letter joins up"
    with pytest.raises(Trouble, match=r"waits? for a decision"):
        sign_bundle_joins(by=cast.lead, making=copy, stays={}, words="Looked.", signed_on=DAY)
    signed(cast, copy)
    said(cast.checker, copy)
    with pytest.raises(Trouble, match="said already"):
        said(cast.checker, copy)
    with pytest.raises(Trouble, match="One checker has not"):
        ordered(cast, copy)
    said(cast.second_checker, copy)
    with pytest.raises(Trouble, match="another file"):
        ordered(cast, copy, shown="0" * 64)
    order = ordered(cast, copy, shown=copy.sha256)
    given = give_bundle(by=cast.judge, making=copy, to="HM Coroner, by hand", given_on=DAY)

    assert {one.sha256 for one in copy.signatures.all()} == {copy.sha256}
    with pytest.raises(Trouble, match="rests on it"):
        take_back_bundle_signature(by=cast.judge, signature=order)
    take_back_bundle_signature(by=cast.judge, signature=given)
    take_back_bundle_signature(by=cast.judge, signature=order)
    assert way_of_copy(copy).order is None


@pytest.mark.django_db
def test_whoever_had_a_hand_in_it_or_is_too_near_is_no_checker_and_one_no_stops_it(
    cast: Cast, copy: Making
) -> None:
    signed(cast, copy)
    with pytest.raises(PermissionDenied):
        said(cast.judge, copy)
    KeptWord.objects.filter(words="Oldbridge").update(kept_by=cast.checker.username)
    with pytest.raises(Trouble, match="had a hand in it"):
        said(cast.checker, copy)
    KeptWord.objects.filter(words="Oldbridge").update(kept_by=cast.lead.username)
    said(cast.checker, copy)
    seat = Seat.objects.get(person=cast.checker, review=cast.review)
    seat.conflict_declared_at, seat.conflict_declared_by, seat.conflict_with = AT, "tests", "An agency"
    seat.save()
    assert way_of_copy(copy).of("yes") == ()
    no = said(cast.second_checker, copy, "no")
    assert "A checker said no." in way_of_copy(copy).may_order(cast.judge).reasons
    with pytest.raises(Trouble, match="Somebody else"):
        take_back_bundle_signature(by=cast.judge, signature=no)


@pytest.mark.django_db
def test_the_pages_put_words_to_a_person_who_keeps_them_or_asks_again(cast: Cast) -> None:
    report = led_by_judge(cast)
    lettered(cast, f"{BODY} delia thorne was there.")
    bundle = begun(cast, report, "open", "the public")
    choose(cast, bundle, Kind.LETTER)
    made(cast, bundle)
    judge, own = as_(cast.judge), f"{BUNDLES}{bundle.pk}/"
    page = judge.get(f"{own}words/").content.decode()
    assert "Cannot be kept" in page
    assert ">Oldbridge</strong>." in page
    Letter.objects.update(body=BODY)
    copy = made(cast, bundle)
    for sha256 in dict.fromkeys(one["sha256"] for one in copy.asked):
        keep = f"{own}words/keep/?paper={sha256}"
        words = [one["words"] for one in copy.asked if one["sha256"] == sha256]
        assert "Choose the words" in judge.post(keep, {"reason": "Known."}).content.decode()
        assert judge.post(keep, {"words": words, "reason": "Known."}).status_code == 302
    kept = KeptWord.objects.get(words="Oldbridge", withdrawn_at=None)
    judge.post(f"{BUNDLES}words/{kept.pk}/ask-again/", {"bundle": bundle.pk})
    assert "Decide on 1 word<" in judge.get(own).content.decode()
    judge.post(f"{own}words/keep/?paper={kept.sha256}", {"words": ["Oldbridge"], "reason": "A town."})
    assert made(cast, bundle).state == "made"


@pytest.mark.django_db
def test_the_pages_carry_an_open_copy_to_the_hand_it_is_given_into(cast: Cast, copy: Making) -> None:
    judge, of = as_(cast.judge), f"{BUNDLES}copies/{copy.pk}/"
    assert f'href="{BUNDLES}"' in judge.get("/reviews/2014-003/").content.decode(), "from the review's page"
    assert [one.title for one in tasks_for(cast.checker, DAY)] == [f"Check the open {copy}"]
    said = {"words": "Read every page.", "verdict": "yes", "shown": copy.sha256}
    for checker in (cast.checker, cast.second_checker):
        client = as_(checker)
        assert client.get(f"{of}open.pdf").content == read_bytes(copy.sha256)
        assert "another file" in client.post(f"{of}check/", {**said, "shown": "0" * 64}).content.decode()
        assert client.post(f"{of}check/", said).status_code == 302
        assert "You said yes" in client.get(f"{of}check/").content.decode()
        assert client.get(f"{of}bundle.pdf").status_code == 403
    stays = {f"stays-{one.key}": "Known." for one in joins_kept(copy.joins)}
    assert "may stay, because" in judge.get(f"{of}joins/").content.decode()
    assert judge.post(f"{of}joins/", {"words": "Read.", **stays}).status_code == 302
    assert [one.title for one in tasks_for(cast.judge, DAY)] == [f"Order {copy}"]
    order = {"words": "For the day.", "ordered_on": "3 June 2014", "shown": copy.sha256}
    assert judge.post(f"{of}order/", order).status_code == 302
    given = {"to": "HM Coroner, by hand", "given_on": "3 June 2014"}
    assert judge.post(f"{of}give/", given).status_code == 302
    assert "was given:</strong> HM Coroner" in judge.get(f"{BUNDLES}{copy.bundle.pk}/").content.decode()
    back = BundleSignature.objects.get(signs="given")
    judge.post(f"{BUNDLES}signatures/{back.pk}/take-back/")
    assert way_of_copy(copy).given is None
    assert tasks_for(cast.judge, DAY) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "status"), [("checker", 200), ("judge", 403), ("team", 403), ("outsider", 404)]
)
def test_a_finished_open_copy_is_read_by_checkers_and_no_other_copy_is(
    cast: Cast, copy: Making, who: str, status: int
) -> None:
    client, of = as_(cast.people[who]), f"{BUNDLES}copies/{copy.pk}/"
    assert [client.get(f"{of}{page}").status_code for page in ("check/", "open.pdf")] == [status, status]
    copy.bundle.audience = "closed"
    copy.bundle.save()
    assert client.get(f"{of}open.pdf").status_code == (404 if status == 200 else status)


@pytest.mark.django_db
def test_nobody_but_whoever_rules_orders_it(cast: Cast, copy: Making) -> None:
    signed(cast, copy)
    said(cast.checker, copy)
    said(cast.second_checker, copy)
    with pytest.raises(PermissionDenied):
        ordered(cast, copy, by=cast.lead)
    with pytest.raises(Trouble, match="judge rules"):
        ordered(cast, copy, by=cast.chair)


@pytest.mark.django_db
def test_what_changed_since_a_copy_was_made_stops_its_order(cast: Cast, copy: Making) -> None:
    signed(cast, copy)
    said(cast.checker, copy)
    said(cast.second_checker, copy)
    assert way_of_copy(copy).may_order(cast.judge)
    list_public_fact(by=cast.lead, review=cast.review, happened_on=DAY, what="An inquest", where="The paper")
    assert way_of_copy(copy).may_order(cast.judge).reasons == ("Something more became public since.",)
    cast.review.public_facts.update(listed_at=AT)
    ask_about_paper_word_again(by=cast.lead, kept=KeptWord.objects.get(words="Oldbridge"))
    with pytest.raises(Trouble, match="What it is made of has changed since"):
        ordered(cast, copy)
    KeptWord.objects.filter(words="Oldbridge").update(withdrawn_at=None, withdrawn_by="")
    newer = made(cast, copy.bundle)
    assert f"Copy {newer.number} is newer." in may_check(cast.checker, way_of_copy(copy)).reasons
    withdraw_bundle(by=cast.lead, bundle=copy.bundle, why="Another day.")
    assert "The bundle was withdrawn." in way_of_copy(newer).may_order(cast.judge).reasons


@pytest.mark.django_db
def test_whoever_let_a_word_or_a_join_of_the_report_stay_is_no_checker_of_papers_beside_it(
    cast: Cast, copy: Making
) -> None:
    report, when = copy.bundle.report, {"allowed_at": AT, "reason": "Known."}
    Allowed.objects.create(report=report, words="Oldbridge", allowed_by=cast.checker.username, **when)
    ruled = {"words": ["five"], "why": "Known.", "ruled_at": AT, "ruled_by": cast.second_checker.username}
    JoinRuling.objects.create(report=report, key="a-key", **ruled)

    assert not may_check(cast.checker, way_of_copy(copy))
    assert not may_check(cast.second_checker, way_of_copy(copy))


@pytest.mark.django_db
def test_what_became_known_since_stops_the_order_though_nobody_listed_it_later(
    cast: Cast, copy: Making
) -> None:
    ruled = {"words": ["five"], "why": "Known.", "ruled_at": AT, "ruled_by": cast.lead.username}
    for join in joins_kept(copy.joins):
        JoinRuling.objects.create(report=copy.bundle.report, key=join.key, **ruled)
    sign_bundle_joins(by=cast.lead, making=copy, stays={}, words="Looked.", signed_on=DAY)
    said(cast.checker, copy)
    said(cast.second_checker, copy)
    assert way_of_copy(copy).may_order(cast.judge)
    JoinRuling.objects.update(withdrawn_at=AT, withdrawn_by=cast.lead.username)
    assert way_of_copy(copy).may_order(cast.judge).reasons == (
        "A join that was to stay waits for a decision again.",
    )
    JoinRuling.objects.update(withdrawn_at=None, withdrawn_by="")
    told = {"happened_on": DAY, "what": "The mother of five was named in court", "where": "The paper"}
    list_public_fact(by=cast.lead, review=cast.review, words=BODY, **told)
    cast.review.public_facts.update(listed_at=copy.asked_at + (copy.ended_at - copy.asked_at) / 2)
    assert way_of_copy(copy).may_order(cast.judge).reasons == ("Something more became public since.",)
    cast.review.public_facts.update(listed_at=AT)  # as one that was withdrawn, and is put back
    with pytest.raises(Trouble, match="more joins up"):
        ordered(cast, copy)
    cast.review.public_facts.update(withdrawn_at=AT, withdrawn_by=cast.lead.username)
    assert ordered(cast, copy).signs == "order"
