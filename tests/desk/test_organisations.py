"""Boards, agencies and the national body are added, and their names corrected."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from candour.kernel.audit.models import Line
from candour.kernel.people.models import Organisation
from tests.cast import Cast

pytestmark = pytest.mark.django_db
ADD = "/organisations/add/"


@pytest.fixture
def ann(client: Client, cast: Cast) -> Client:
    client.force_login(cast.administrator)
    return client


def test_an_agency_is_added_to_a_boards_area_with_its_mark(ann: Client, cast: Cast) -> None:
    agency = {"kind": "agency", "name": "Northmoor Housing", "board": cast.board.pk, "agency_kind": "housing"}
    assert ann.post(ADD, agency)["Location"] == reverse("desk:organisations")
    added = Organisation.objects.get(name="Northmoor Housing")
    assert (added.board, added.agency_kind, added.slug) == (cast.board, "housing", "northmoor-housing")
    assert "Northmoor Housing" in ann.get(reverse("desk:organisations")).content.decode()
    assert Line.objects.get().did == "added_organisation"


def test_a_board_belongs_to_no_board_whatever_was_chosen(ann: Client, cast: Cast) -> None:
    ann.post(ADD, {"kind": "board", "name": "Westfen Board", "board": cast.board.pk, "agency_kind": "faith"})
    added = Organisation.objects.get(name="Westfen Board")
    assert (added.board, added.agency_kind) == (None, "")


def test_two_names_that_read_the_same_in_addresses_are_told_apart(ann: Client) -> None:
    for name in ("Westfen: Board", "Westfen (Board)", "Совет"):
        ann.post(ADD, {"kind": "board", "name": name})
    slugs = set(Organisation.objects.values_list("slug", flat=True))
    assert {"westfen-board", "westfen-board-2", "organisation"} <= slugs


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"kind": ""}, "Choose what it is."),
        ({"name": "fenshire police"}, "There is an organisation called Fenshire Police already."),
        ({"board": ""}, "Choose the board in whose area the agency works."),
        ({"agency_kind": ""}, "Choose the kind of agency"),
        ({"kind": "national"}, "The national body is there: National body."),
    ],
)
def test_a_mistake_is_named_and_nothing_is_added(
    ann: Client, cast: Cast, told: dict[str, str], says: str
) -> None:
    whole = {"kind": "agency", "name": "Fenshire Homes", "board": cast.board.pk, "agency_kind": "housing"}
    before = Organisation.objects.count()
    page = ann.post(ADD, {**whole, **told}).content.decode()
    assert says in page
    assert str({**whole, **told}["name"]) in page
    assert Organisation.objects.count() == before


def test_a_name_is_corrected_and_the_address_stays(ann: Client, cast: Cast) -> None:
    address = reverse("desk:correct-organisation", args=["fenshire-police"])
    taken = ann.post(address, {"name": "Northmoor Board", "agency_kind": "police"})
    assert "There is an organisation called Northmoor Board already." in taken.content.decode()
    ann.post(address, {"name": "Fenshire Constabulary", "agency_kind": "police"})
    cast.police.refresh_from_db()
    assert (cast.police.name, cast.police.slug) == ("Fenshire Constabulary", "fenshire-police")


def test_the_first_board_stands_alone_and_says_what_to_add(ann: Client, cast: Cast) -> None:
    page = ann.get(reverse("desk:organisations")).content.decode()
    assert "No agency of this board’s area yet." in page, "the other board has none"
