"""Who knew what on a day: by the returns, and never a word from behind the fence."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from candour.kernel.audit.models import Line
from candour.kernel.people.models import Organisation
from candour.stages.chronology.accounts.linked import whole_of
from candour.stages.chronology.knowledge.knowing import knew
from tests.stages.chronology.accounts import both
from tests.stages.chronology.sent import send

pytestmark = pytest.mark.django_db

POLICE, SOCIAL = "Fenshire Police", "Northmoor children's services"


def nursery(cast: Any) -> Organisation:
    """A third agency of the board."""
    return Organisation.objects.create(
        name="Hollin Nursery", slug="hollin", kind="agency", board=cast.board, agency_kind="school"
    )


def address(cast: Any) -> str:
    return reverse("chronology:known", args=[cast.review.in_address])


def shown(client: Any, cast: Any, **asked: str) -> str:
    client.force_login(cast.lead)
    response = client.get(address(cast), asked)
    assert response.status_code == 200
    return response.content.decode()


def test_it_says_what_was_known_and_what_others_held(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, agency=SOCIAL, on="6.3.14")

    assert "We read this as <strong>6 March 2014</strong>" in page
    # Its own visit, its own call, and the call the police told it of.
    assert "surely knew three things." in page
    assert "One entry was held by one other; no return shows it reaching this agency by then." in page
    assert "370" in page  # days since the noise complaint


def test_later_knowledge_is_not_in_the_page(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, agency=SOCIAL, on="6 March 2014")

    assert "2 later entries" in page
    for word in ("Orchard", "Quarry", "9 June", "20 June"):
        assert word not in page


def test_that_accounts_differ_is_said_only_once_both_are_there(cast: Any, client: Any) -> None:
    both(cast)

    assert "Accounts differ" not in shown(client, cast, agency=POLICE, on="4 March 2014")
    assert "Accounts differ: date" in shown(client, cast, agency=POLICE, on="5 March 2014")


def test_every_entry_is_counted_once(cast: Any) -> None:
    both(cast)
    whole = whole_of(cast.review)
    for agency in (POLICE, SOCIAL):
        for day in (date(2012, 1, 1), date(2014, 3, 10), date(2014, 3, 31), date(2015, 1, 1)):
            found = knew(whole, agency, day)
            assert len(found.known) + len(found.held) + found.perhaps_held + found.fenced == 7


def test_beside_one_agency_only_what_it_held_is_listed(cast: Any, client: Any) -> None:
    both(cast)
    send(cast, b"Date,Event\n2 March 2014,Absent from nursery\n", "nursery.csv", agency=nursery(cast))

    page = shown(client, cast, agency=SOCIAL, on="6 March 2014", holder="Hollin Nursery")
    found = knew(whole_of(cast.review), SOCIAL, date(2014, 3, 6), holder="Hollin Nursery")

    assert "One entry was held by Hollin Nursery; no return shows it reaching" in page
    assert "Absent from nursery" in page
    assert "Noise complaint" not in page
    assert "1 entry more was held by agencies besides Hollin Nursery." in page
    assert len(found.known) + len(found.held) + found.held_by_more + found.perhaps_held + found.fenced == 8


def test_beside_itself_all_others_are_meant(cast: Any, client: Any) -> None:
    both(cast)

    assert "Noise complaint" in shown(client, cast, agency=SOCIAL, on="6 March 2014", holder=SOCIAL)


def test_a_month_is_possible_until_it_has_ended(cast: Any, client: Any) -> None:
    both(cast)

    assert "One more is possible." in shown(client, cast, agency=POLICE, on="10 March 2014")
    assert "possible." not in shown(client, cast, agency=POLICE, on="31 March 2014")


def test_nobody_is_said_not_to_have_known(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast).lower()

    assert "no return shows" in page
    for words in ("did not know", "failed to", "unaware"):
        assert words not in page


def test_what_is_no_day_is_kept_and_asked_about(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, agency=SOCIAL, on="March 2014")

    assert "is not one day. Give the day" in page
    assert 'value="March 2014"' in page


def test_words_of_a_return_never_become_markup(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, agency=POLICE, on="1 April 2014")

    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(1)") >= 2  # the picture and the table


def test_who_may_open_it_and_that_it_was_opened_is_recorded(cast: Any, client: Any) -> None:
    both(cast)
    for name, status in {"lead": 200, "author": 403, "family": 403, "outsider": 404}.items():
        client.force_login(getattr(cast, name))
        assert client.get(address(cast)).status_code == status, name

    assert list(Line.objects.filter(did="opened_who_knew_what").values_list("who", flat=True)) == ["lead"]


def test_before_any_return_the_page_says_what_to_do(cast: Any, client: Any) -> None:
    assert "No entries yet." in shown(client, cast)
