"""The family: what they propose is answered; their own link says where the review is, and no more."""

from __future__ import annotations

import logging
from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.test import Client

from candour.domain.methods import load_method
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.kernel.web.clock import today
from candour.stages.commission.actions import add_participant
from candour.stages.commission.models import Participant
from candour.stages.report.actions.family import (
    answer_proposal,
    end_family_link,
    make_family_link,
    note_proposal,
)
from candour.stages.report.hearing.reads import hearing_tasks
from candour.stages.report.models import FamilyLink, FamilyProposal
from tests.cast import Cast
from tests.stages.report.written import write_report

REVIEW = "/reviews/2014-003"


@pytest.fixture(autouse=True)
def nothing_counted():
    cache.clear()


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def mother(cast: Cast) -> Participant:
    return add_participant(
        by=cast.lead, review=cast.review, side="family", called="Mother", name="Delia Thorne"
    )


def link_for(cast: Cast, participant: Participant, **more) -> tuple[FamilyLink, str]:
    days = {"made_on": today(), "expires_on": today() + timedelta(days=30), **more}
    return make_family_link(by=cast.manager, participant=participant, **days)


def test_the_page_of_a_link_holds_nothing_of_the_review_but_the_name_they_proposed(cast: Cast) -> None:
    write_report(cast)
    one = mother(cast)
    note_proposal(by=cast.lead, participant=one, kind="name", words="Little Bird", said_on=date(2014, 6, 2))
    note_proposal(
        by=cast.lead, participant=one, kind="not_public", words="The hospital.", said_on=date(2014, 6, 2)
    )
    hears_on = today() + timedelta(days=9)
    _, token = link_for(cast, one, hears_on=hears_on, hears_how="letter")
    answer = Client().get(f"/where-it-is/{token}/")
    page = answer.content.decode()

    assert answer.status_code == 200
    assert "The review about Little Bird" in page
    assert "by letter" in page
    for step in load_method(cast.review.method).steps:
        assert step.title in page
    everything = ("Wren", "Thorne", "Delia", "Mother", "Robin", "Northmoor", "2014/003", "moved", "hospital")
    for elsewhere in (*everything, "Millbrook", "ill at", "It concerns", "Nobody asked", "Lead", "The move"):
        assert elsewhere not in page, elsewhere
    assert not answer.cookies


def test_the_page_is_not_indexed_not_kept_and_tells_nobody_its_address(cast: Cast, caplog) -> None:
    link, token = link_for(cast, mother(cast))
    for address in (f"/where-it-is/{token}/", "/where-it-is/wrong-secret/"):
        answer = Client().get(address)
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert "no-store" in answer["Cache-Control"]
        assert 'name="referrer" content="no-referrer"' in answer.content.decode()
    end_family_link(by=cast.manager, link=link)
    with caplog.at_level(logging.DEBUG):
        Client().get(f"/where-it-is/{token}/")
        Client().get("/where-it-is/wrong-secret/")
    assert token not in caplog.text
    assert "wrong-secret" not in caplog.text
    assert token not in str(FamilyLink.objects.values())


def test_a_wrong_link_is_not_found_and_an_ended_one_says_so(cast: Cast) -> None:
    one = mother(cast)
    _, first = link_for(cast, one)
    second_link, second = link_for(cast, one)
    assert Client().get("/where-it-is/no-such-link/").status_code == 404
    old = Client().get(f"/where-it-is/{first}/")
    assert old.status_code == 410
    assert "This link has ended" in old.content.decode()
    assert Client().get(f"/where-it-is/{second}/").status_code == 200

    FamilyLink.objects.filter(pk=second_link.pk).update(
        made_on=today() - timedelta(days=9), expires_on=today() - timedelta(days=1)
    )
    assert "This link has ended" in Client().get(f"/where-it-is/{second}/").content.decode()


def test_many_wrong_links_from_one_place_have_to_wait(cast: Cast) -> None:
    _, token = link_for(cast, mother(cast))
    stranger = Client(REMOTE_ADDR="198.51.100.7")
    answers = [stranger.get(f"/where-it-is/guess-{n}/").status_code for n in range(31)]

    assert answers[0] == 404
    assert answers[-1] == 429
    assert stranger.get(f"/where-it-is/{token}/").status_code == 200
    assert Client().get("/where-it-is/wrong/").status_code == 404


def test_what_they_propose_is_answered_with_reasons_and_a_refused_name_is_not_used(cast: Cast) -> None:
    one = mother(cast)
    _, token = link_for(cast, one)
    proposal = note_proposal(
        by=cast.manager, participant=one, kind="name", words="Little Bird", said_on=date(2014, 6, 2)
    )
    assert "Answer what the family proposes" not in [t.title for t in hearing_tasks(cast.lead, today())]
    write_report(cast)
    assert "Answer what the family proposes" in [t.title for t in hearing_tasks(cast.lead, today())]
    with pytest.raises(PermissionDenied):
        answer_proposal(by=cast.manager, proposal=proposal, answer="yes", reasons="It is a good name.")
    answer_proposal(by=cast.lead, proposal=proposal, answer="no", reasons="She was called so in the press.")

    assert "Little Bird" not in Client().get(f"/where-it-is/{token}/").content.decode()
    page = as_(cast.manager).get(f"{REVIEW}/family/").content.decode()
    assert "She was called so in the press." in page


def test_links_are_for_the_family_alone(cast: Cast) -> None:
    nurse = add_participant(by=cast.lead, review=cast.review, side="practitioner", called="Health visitor")
    with pytest.raises(Trouble, match="one of the family"):
        link_for(cast, nurse)
    for person in (cast.chair, cast.team, cast.checker, cast.practitioner, cast.family):
        assert as_(person).get(f"{REVIEW}/family/").status_code == 403
    assert as_(cast.outsider).get(f"{REVIEW}/family/").status_code == 404


def test_pages_note_answer_and_make_a_link_that_is_shown_once(cast: Cast) -> None:
    one, lead = mother(cast), as_(cast.lead)
    noted = {"participant": one.pk, "kind": "name", "words": "Little Bird", "said_on": "2 June 2014"}
    assert lead.post(f"{REVIEW}/family/propose/", noted).status_code == 302
    proposal = FamilyProposal.objects.get()
    where = f"{REVIEW}/family/proposals/{proposal.pk}/"
    assert lead.post(f"{where}answer/", {"answer": "yes", "reasons": "Gladly."}).status_code == 302
    made = {"participant": one.pk, "expires_on": "1 December 2099", "hears_on": "30 November 2099"}
    assert lead.post(f"{REVIEW}/family/links/make/", made).status_code == 302
    page = lead.get(f"{REVIEW}/family/").content.decode()
    token = page.partition("/where-it-is/")[2].partition("/")[0]

    assert (
        "You will hear by Monday 30 November 2099" in Client().get(f"/where-it-is/{token}/").content.decode()
    )
    assert "/where-it-is/" not in lead.get(f"{REVIEW}/family/").content.decode()
    link = FamilyLink.objects.get()
    assert lead.post(f"{REVIEW}/family/links/{link.pk}/end/").status_code == 302
    assert Client().get(f"/where-it-is/{token}/").status_code == 410
