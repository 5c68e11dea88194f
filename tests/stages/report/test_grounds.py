"""The ground of an application to withhold; and what an order cannot do, said before it is tried."""

from __future__ import annotations

from django.test import Client

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
