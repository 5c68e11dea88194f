"""Walks the running house: every route, every action, every table. Tests list only exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver

from tests.structure.walk import Function, named, parsed, python_files


@dataclass(frozen=True)
class Route:
    """One address: its name, as `stage:page`, its pattern, and the page behind it."""

    name: str
    pattern: str
    page: Any

    def __str__(self) -> str:
        return self.name


def every_route() -> list[Route]:
    return sorted(_routes(get_resolver().url_patterns, "", ""), key=lambda route: route.name)


def _routes(patterns: list[Any], before: str, within: str) -> Iterator[Route]:
    for one in patterns:
        if isinstance(one, URLResolver):
            inside = f"{within}{one.namespace}:" if one.namespace else within
            yield from _routes(one.url_patterns, f"{before}{one.pattern}", inside)
        elif isinstance(one, URLPattern):
            yield Route(f"{within}{one.name}", f"{before}{one.pattern}", one.callback)


def our_tables() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("candour.")]


def every_action() -> list[tuple[str, Function]]:
    """Every public function of every actions module of the house.

    A module whose name begins with an underscore holds parts of acts: called inside one, never from outside.
    """
    found = []
    for path in python_files("candour/"):
        name = named(path)
        if "/actions" in name and not path.name.startswith("_"):
            found += [
                (f"{name}:{node.name}", node)
                for node in parsed(path).body
                if isinstance(node, Function) and not node.name.startswith("_")
            ]
    return found
