"""Where accounts differ: questions, each settled one of four ways with a reason, and taken back."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.urls import reverse

from candour.domain.chronology.conflicts import ConflictKind
from candour.kernel.audit.models import Line
from candour.stages.chronology.accounts.differences import IN_WORDS, QUESTIONS
from candour.stages.chronology.accounts.linked import DIFFER_IN
from candour.stages.chronology.actions.entries import withdraw_entry
from candour.stages.chronology.actions.events import confirm_event
from candour.stages.chronology.models import Entry, Settlement
from tests.stages.chronology.accounts import both, entry_of
from tests.stages.chronology.sent import send

pytestmark = pytest.mark.django_db

DISPUTED = b"""Date,Officer,What happened,Informed,Told status
4 March 2014,PC 1,Rang the ward,Northmoor children's services,disputed
"""

ONLY_CONTACT = b"""Date,Officer,What happened
4 March 2014,HV 1,Home visit after a burn at the nursery
9 June 2014,HV 1,First home visit after a burn at the nursery
"""


@pytest.fixture
def pair(cast: Any) -> tuple[Entry, Entry]:
    both(cast)
    return entry_of("Strategy discussion held"), entry_of("Strategy discussion by")


def listed(cast: Any) -> str:
    return reverse("chronology:differences", args=[cast.review.in_address])


def question(first: Entry, second: Entry, kind: str = "date") -> str:
    return reverse("chronology:difference", args=[first.review.in_address, first.key, second.key, kind])


def settled(client: Any, pair: Any, **more: str) -> Any:
    return client.post(question(*pair), {"way": "both", "why": "Neither log can be checked.", **more})


def test_every_kind_of_conflict_has_its_question() -> None:
    assert {str(kind) for kind in ConflictKind} <= QUESTIONS.keys() == IN_WORDS.keys()
    assert {str(kind) for kind in ConflictKind} - {"order"} <= DIFFER_IN.keys()


def test_a_difference_of_a_proposed_link_says_that_nobody_confirmed_it(
    cast: Any, client: Any, pair: Any
) -> None:
    client.force_login(cast.lead)
    page = client.get(listed(cast)).content.decode()
    assert "1 of 1 difference is not settled." in page
    assert "Proposed link" in page
    assert "Nobody has confirmed yet" in client.get(question(*pair)).content.decode()

    confirm_event(by=cast.lead, review=cast.review, entries=pair)

    page = client.get(listed(cast)).content.decode()
    assert "One of them is between accounts of one event" in page
    assert "Proposed link</span>" not in page
    assert Line.objects.filter(did="opened_differences", who="lead").count() == 2


def test_it_is_settled_with_a_reason_and_taken_back(cast: Any, client: Any, pair: Any) -> None:
    client.force_login(cast.team)

    page = settled(client, pair, why=" ").content.decode()
    assert "Say why: a difference is settled with a reason." in page
    assert 'value="both" checked' in page
    assert "Choose how it is settled." in settled(client, pair, way="").content.decode()

    assert settled(client, pair).status_code == 302
    one = Settlement.objects.get()
    assert {one.says_first, one.says_second} == {"4 March 2014", "5 March 2014"}
    assert Line.objects.get(did="settled_difference").why == "Neither log can be checked."
    page = client.get(question(*pair)).content.decode()
    assert "Both stand" in page
    assert "No account was changed." in page
    assert "0 of 1 difference are not settled." in client.get(listed(cast)).content.decode()

    client.post(reverse("chronology:undo-settlement", args=[cast.review.in_address, one.pk]))
    assert "Settle it" in client.get(question(*pair)).content.decode()
    assert Line.objects.filter(did="took_back_settlement").count() == 1


def test_what_was_settled_and_is_found_no_more_stays_readable(cast: Any, client: Any, pair: Any) -> None:
    client.force_login(cast.lead)
    settled(client, pair)

    withdraw_entry(by=cast.lead, entry=pair[0], why="Wrong child.")

    page = client.get(listed(cast)).content.decode()
    assert "Settled, and no longer found" in page
    assert "Neither log can be checked." in page
    assert client.get(question(*pair)).status_code == 404


def test_words_that_changed_since_are_shown_beside_the_new_ones(cast: Any, client: Any, pair: Any) -> None:
    client.force_login(cast.lead)
    settled(client, pair)
    Settlement.objects.update(says_first="3 March 2014")
    page = client.get(question(*pair)).content.decode()
    assert "Changed since" in page
    assert "3 March 2014" in page


def test_whose_account_is_borne_out_is_said_by_its_agency(cast: Any, client: Any, pair: Any) -> None:
    client.force_login(cast.lead)
    settled(client, pair, way="second")
    one = Settlement.objects.select_related("second__in_return__agency").get()
    assert (
        f"The account of {one.second.in_return.agency} is borne out".replace("'", "&#x27;")
        in client.get(question(*pair)).content.decode()
    )


def test_who_may_look_settle_and_take_away(cast: Any, client: Any, pair: Any) -> None:
    sheet = reverse("chronology:download-differences", args=[cast.review.in_address])
    may = {
        "lead": (200, 302, 200),
        "chair": (200, 403, 403),
        "author": (403, 403, 403),
        "outsider": (404, 404, 404),
    }
    for name, (looks, settles, takes) in may.items():
        client.force_login(getattr(cast, name))
        assert client.get(listed(cast)).status_code == looks, name
        assert client.get(question(*pair)).status_code == looks, name
        assert settled(client, pair).status_code == settles, name
        assert client.get(sheet).status_code == takes, name
        Settlement.objects.all().delete()


def test_the_download_says_what_each_says_and_how_it_was_settled(cast: Any, client: Any, pair: Any) -> None:
    send(cast, DISPUTED, "disputed.csv")
    client.force_login(cast.lead)
    settled(client, pair, why="=cmd")

    sent = client.get(reverse("chronology:download-differences", args=[cast.review.in_address]))

    rows = list(csv.DictReader(io.StringIO(sent.content.decode())))
    by_kind = {row["kind"]: row for row in rows}
    assert {by_kind["date"]["says_first"], by_kind["date"]["says_second"]} == {"4 March 2014", "5 March 2014"}
    assert by_kind["date"]["state"] == "settled"
    assert not by_kind["date"]["reason"].startswith("=")
    assert by_kind["told"]["state"] == "open"
    assert by_kind["told"]["entry_first"] == by_kind["told"]["entry_second"]


def test_a_row_that_differs_with_itself_is_a_question_too(cast: Any, client: Any) -> None:
    send(cast, DISPUTED, "disputed.csv")
    [entry] = Entry.objects.all()
    client.force_login(cast.lead)

    page = client.get(listed(cast)).content.decode()
    assert "Was it told?" in page
    assert "One of them is between accounts of one event, or within one agency." in page
    assert "Proposed link</" not in page
    assert (
        client.post(question(entry, entry, "told"), {"way": "both", "why": "Each keeps to it."}).status_code
        == 302
    )
    assert "Each keeps to it." in client.get(listed(cast)).content.decode()


def test_without_differences_the_page_says_what_was_compared(cast: Any, client: Any) -> None:
    client.force_login(cast.lead)
    assert "No difference was found by the rows." in client.get(listed(cast)).content.decode()


def test_rows_of_one_agency_differ_without_any_link(cast: Any, client: Any) -> None:
    send(cast, ONLY_CONTACT, "health.csv")
    client.force_login(cast.lead)

    first, second = entry_of("Home visit"), entry_of("First home")
    for page in (client.get(listed(cast)), client.get(question(first, second))):
        said = page.content.decode()
        assert "Proposed link</" not in said
        assert "Nobody has confirmed yet" not in said
        assert "Do they tell of one event?" not in said
