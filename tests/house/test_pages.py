"""Every page says who it is for, and asks that before anything else."""

from __future__ import annotations

import ast

from tests.cases import every
from tests.house.walking import Route, every_route
from tests.structure.walk import Function, named, nodes_of, python_files

ROUTES = every_route()


@every("route", ROUTES, ids=str)
def test_every_page_says_who_it_is_for(route: Route) -> None:
    assert hasattr(route.page, "needs") ^ getattr(route.page, "public", False), route.pattern


def test_every_page_has_a_name_of_its_own() -> None:
    names = [route.name for route in ROUTES]
    assert len(names) == len(set(names))


def test_whom_a_page_is_for_is_asked_before_by_which_method() -> None:
    """A stranger who asks in the wrong way learns no more than one who asks in the right one."""
    asked_by_method = 0
    # The reading room's pages are for everybody.
    for path in [one for one in python_files("candour/") if "/reading_room/" not in named(one)]:
        for node in nodes_of(path):
            if isinstance(node, Function):
                names = [ast.unparse(one).partition("(")[0] for one in node.decorator_list]
                by_method = [one for one in names if one.startswith("require_")]
                asked_by_method += len(by_method)
                assert not by_method or names[0] not in by_method, f"{named(path)}:{node.lineno}"
    assert asked_by_method > 40
