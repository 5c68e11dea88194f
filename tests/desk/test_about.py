"""The pages about law and methods: every pack has one, and what was not checked says so beside each thing."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from candour.domain.methods import load_method, method_names
from candour.domain.rules import load_regime, regime_names

CHECK = "Check against the guidance in force"
pytestmark = pytest.mark.django_db


def read(client: Any, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


@pytest.mark.parametrize("law", regime_names())
def test_a_law_has_a_page_with_its_tests_clocks_and_sources(client: Any, law: str) -> None:
    regime = load_regime(law)
    words = read(client, reverse("desk:about-law", args=[law]))

    assert words.count("<svg") >= len(regime.tests)
    for one in (*regime.tests, *regime.clocks, *regime.documents, *regime.bodies):
        assert one.title in words.replace("&#x27;", "'")
    assert all(source in words.replace("&#x27;", "'").replace("&amp;", "&") for source in regime.sources)


@pytest.mark.parametrize("law", regime_names())
def test_what_was_not_checked_says_so_beside_each_thing(client: Any, law: str) -> None:
    regime = load_regime(law)
    words = read(client, reverse("desk:about-law", args=[law]))
    asked = [name for test in regime.tests for name in test.tree.facts()]
    facts = sum(not regime.fact(name).verified for name in asked)
    others = [one for one in regime.unverified if not one.startswith(("facts.", "in_force"))]

    assert words.count(CHECK) == facts + len(others)


def test_a_law_that_was_never_in_force_says_so_and_who_may_direct(client: Any) -> None:
    proposed = read(client, reverse("desk:about-law", args=["eng.scr.2013-amendment"]))
    enacted = read(client, reverse("desk:about-law", args=["eng.scr.wt2013"]))

    assert "Never in force" in proposed
    assert "Under this law a review may be directed." in proposed
    assert "Under this law nobody may direct" in enacted


def test_a_section_not_in_force_is_shown_and_gives_no_power(client: Any) -> None:
    words = read(client, reverse("desk:about-law", args=["ew.dardr"]))

    assert "Not in force: it gives no power." in words
    assert "Under this law nobody may direct" in words


def test_every_law_is_in_the_list_and_leads_to_its_page(client: Any) -> None:
    words = read(client, reverse("desk:about-laws"))

    assert [law for law in regime_names() if reverse("desk:about-law", args=[law]) not in words] == []


@pytest.mark.parametrize("name", method_names())
def test_a_method_has_a_page_with_its_texts_for_those_who_take_part(client: Any, name: str) -> None:
    method = load_method(name)
    words = read(client, reverse("desk:about-method", args=[name])).replace("&#x27;", "'")

    assert method.not_endorsed in words
    assert all(one.title in words for one in (*method.steps, *method.roles, *method.materials))
    assert reverse("desk:about-method", args=[name]) in read(
        client, reverse("desk:about", args=["methods-and-figures"])
    )


@pytest.mark.parametrize(
    ("route", "name"), [("desk:about-law", "eng.scr.wt1066"), ("desk:about-method", "x")]
)
def test_a_law_or_method_that_is_not_kept_has_no_page(client: Any, route: str, name: str) -> None:
    assert client.get(reverse(route, args=[name])).status_code == 404
