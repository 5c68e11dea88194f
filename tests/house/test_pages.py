"""Every page says who it is for."""

from __future__ import annotations

import pytest

from tests.house.walking import Route, every_route

ROUTES = every_route()


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_every_page_says_who_it_is_for(route: Route) -> None:
    assert hasattr(route.page, "needs") ^ getattr(route.page, "public", False), route.pattern


def test_every_page_has_a_name_of_its_own() -> None:
    names = [route.name for route in ROUTES]
    assert len(names) == len(set(names))
