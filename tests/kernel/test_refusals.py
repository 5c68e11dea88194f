"""What every answer carries, and what a person reads when a page cannot be given."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.exceptions import SuspiciousOperation
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from candour.config import urls
from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs, public
from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.kernel.test_refusals")]


@public
def in_trouble(request: HttpRequest) -> HttpResponse:
    raise Trouble("The file <b>a.xlsx</b> is empty.", where="a.xlsx", do="Send it again.")


@public
def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


@public
def held_up(request: HttpRequest) -> HttpResponse:
    raise OperationalError("database is locked")


@public
def strange(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation("no")


@needs(Can.ORDER_RELEASE, reading="opened_order")
def order(request: HttpRequest, review: Review) -> HttpResponse:
    return HttpResponse("Ordered.")


urlpatterns = [
    *urls.urlpatterns,
    path("trouble/", in_trouble),
    path("broken/", broken),
    path("held-up/", held_up),
    path("strange/", strange),
    path("order/<str:number>/", order),
]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


@pytest.fixture
def browser(client: Client) -> Client:
    client.raise_request_exception = False
    return client


def words(answer: Any) -> str:
    """Without the token of forms, which is another each time."""
    return re.sub(r'value="\w{64}"', "", answer.content.decode())


ADDRESSES = ["/", "/nowhere/", "/tasks/", "/broken/", "/strange/", "/trouble/", "/static/candour/candour.css"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_says_what_the_browser_may_do(browser: Client, cast: Cast, address: str) -> None:
    answer = browser.get(address)
    answer.close()  # a style sheet is an open file
    policy = set(answer["Content-Security-Policy"].split("; "))
    assert {"default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'"} <= policy
    assert not any("unsafe" in said or "*" in said for said in policy)
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_page_for_one_person_is_kept_by_no_cache(browser: Client, cast: Cast) -> None:
    browser.force_login(cast.chair)
    assert "no-store" in browser.get("/order/2014-003/")["Cache-Control"]


@pytest.mark.parametrize("number", ["2014-003", "2014-999", "2014-003%00", "nonsense", "٢٠١٤-٠٠٣"])
def test_a_stranger_learns_nothing_from_a_404(browser: Client, cast: Cast, number: str) -> None:
    browser.force_login(cast.outsider)
    hidden, missing = browser.get(f"/order/{number}/"), browser.get("/order/2013-777/")
    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert words(hidden).replace(number, "") == words(missing).replace("2013-777", "")
    assert not Line.objects.exists(), "and what was not opened was not read"


def test_a_colleague_without_the_power_reads_why(browser: Client, cast: Cast) -> None:
    browser.force_login(cast.lead)
    answer = browser.get("/order/2014-003/")
    assert answer.status_code == 403
    assert "None of your roles here lets you order the release of a report." in words(answer)


def test_a_refused_page_leads_to_what_may_be_seen_instead(browser: Client, cast: Cast) -> None:
    for who, page in ((cast.lead, "/reviews/2014-003/"), (cast.family, "/reviews/2014-003/progress/")):
        browser.force_login(who)
        said = words(browser.get("/order/2014-003/"))
        instead = said.partition("What you may see instead")[2].partition("Whom to ask")[0]
        links = re.findall(r'href="([^"]+)"', instead)
        assert links[0] == page
        assert [browser.get(link).status_code for link in links] == [200] * len(links)


def test_who_opens_restricted_papers_is_recorded(browser: Client, cast: Cast) -> None:
    browser.force_login(cast.chair)
    assert browser.get("/order/2014-003/").status_code == 200
    line = Line.objects.get()
    assert (line.who, line.did) == ("chair", "opened_order")


def test_a_trouble_becomes_a_page_that_says_what_to_do(browser: Client, cast: Cast) -> None:
    answer = browser.get("/trouble/")
    assert answer.status_code == 400
    assert "The file &lt;b&gt;a.xlsx&lt;/b&gt; is empty." in words(answer)
    assert "Send it again." in words(answer)


def test_a_form_from_elsewhere_is_refused_in_words(cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/account/sign-in/", {"login": "lead", "password": "a long password"})
    assert answer.status_code == 403
    assert "This form can no longer be sent" in words(answer)


@pytest.mark.parametrize(
    ("address", "says"), [("/broken/", "wrong on our side"), ("/strange/", "cannot be read")]
)
def test_errors_are_said_even_when_the_database_is_gone(
    browser: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch, address: str, says: str
) -> None:
    """Found by trying: the page of an error asked the database who was asking."""
    browser.force_login(cast.lead)

    def gone(*_: object) -> None:
        raise OperationalError("the database is gone")

    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", gone)
        patch.setattr(connection, "chunked_cursor", gone)
        answer = browser.get("/broken/")
    assert answer.status_code == 500
    assert "wrong on our side" in words(answer)
    assert says in words(browser.get(address))


def test_who_waited_too_long_for_another_who_writes_is_told_to_try_again(browser: Client, cast: Cast) -> None:
    answer = browser.get("/held-up/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert "Go back in a minute" in words(answer)


@pytest.mark.django_db
def test_an_address_that_only_a_button_leads_to_says_so(client: Client, cast: Cast) -> None:
    client.force_login(cast.lead, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = client.get("/reviews/2014-003/report/check/start/")
    assert answer.status_code == 405
    assert "done by a button" in answer.content.decode()
