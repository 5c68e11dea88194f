"""The ground of an application to withhold; and what an order cannot do, said before it is tried."""

from __future__ import annotations

from django.test import Client

from candour.domain.disclosure.grounds import grounds_under, load_grounds
from candour.domain.rules import load_regime
from candour.domain.rules.regime_packs import regime_names
from candour.stages.report.models import Application
from tests.cast import Cast
from tests.stages.report.written import write_report

ORDERS = "/reviews/2014-003/report/orders/"


def test_the_page_of_an_order_says_to_whom_nothing_can_be_shut_and_why(cast: Cast, client: Client) -> None:
    write_report(cast)
    client.force_login(cast.chair)
    page = client.get(f"{ORDERS}make/").content.decode()
    said = page.partition("Nothing can be shut by order to ")[2].partition("end their seat")[0]

    for person in (cast.lead, cast.checker):
        assert str(person) in said.partition(":")[0]
    for person in (cast.family, cast.practitioner, cast.team):
        assert str(person) not in said
    assert "they work on the source itself" in said


def test_a_ground_that_a_law_bears_is_offered_under_it_alone_and_the_rest_say_that_nobody_checked() -> None:
    grounds = load_grounds()
    assert {regime for one in grounds for regime in one.regimes} <= {*regime_names()}
    for one in grounds:
        assert one.verified is ("not checked" not in one.citation), one.code
        for regime in one.regimes:
            assert load_regime(regime).publication.verified, "a ground is no surer than the law it is from"
            assert one.citation.split(",")[0] in load_regime(regime).publication.citation or "2015" in regime
    under = {regime: [one.code for one in grounds_under(regime)] for regime in ("eng.scr.wt2010", "eng.sar")}
    assert under["eng.scr.wt2010"][0] == "welfare_of_children_concerned"
    assert "welfare_of_children_concerned" not in under["eng.sar"]
    assert "private_life" in under["eng.sar"]


def test_an_application_is_noted_on_a_ground_with_its_source_or_in_its_own_words(
    cast: Cast, client: Client
) -> None:
    write_report(cast)
    client.force_login(cast.chair)
    offered = grounds_under(cast.review.regime)[-1]
    asked = {"applicant": "The mother", "words": "Please.", "paragraphs": ["1"], "applied_on": "3 June 2014"}
    form = client.get(f"{ORDERS}applications/add/").content.decode()
    assert offered.title in form
    assert "not checked" in form
    refused = client.post(f"{ORDERS}applications/add/", {**asked, "ground": "own"}).content.decode()
    assert "Say which ground it is" in refused

    assert client.post(f"{ORDERS}applications/add/", {**asked, "ground": offered.title}).status_code == 302
    own = {**asked, "ground": "own", "own_ground": "She is known in the street."}
    assert client.post(f"{ORDERS}applications/add/", own).status_code == 302
    first, second = Application.objects.all()
    assert (first.ground, second.ground) == (offered.title, "She is known in the street.")
    assert offered.citation in client.get(f"{ORDERS}applications/{first.pk}/").content.decode()
    assert "own words" in client.get(f"{ORDERS}applications/{second.pk}/").content.decode()
