"""The main links, and who sees which: each stage lists its own, each with its question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.http import HttpRequest
from django.urls import reverse
from django.utils.module_loading import import_string, module_has_submodule

from candour.kernel.people.models import Post


@dataclass(frozen=True, slots=True)
class MainLink:
    """One main link: shown to whoever has something behind it. `order` places it from left to right."""

    title: str
    url_name: str
    order: int
    shown_to: Callable[[frozenset[str]], bool]
    """Asked of the roles of the posts that somebody holds, which are looked up once for all links."""
    begins: tuple[str, ...] = ()
    """Addresses under which this link is the present one."""


def all_links() -> list[MainLink]:
    """From every `nav.py` of the house, in order."""
    links: list[MainLink] = []
    for app in apps.get_app_configs():
        if app.name.startswith(("candour.stages.", "candour.desk")) and module_has_submodule(
            app.module, "nav"
        ):
            links.extend(import_string(f"{app.name}.nav.LINKS"))
    return sorted(links, key=lambda link: link.order)


def links_for(request: HttpRequest) -> list[dict[str, Any]]:
    person: Any = request.user
    if not person.is_authenticated:
        return []
    roles = frozenset(Post.objects.held_by(person).values_list("role", flat=True))
    return [
        {
            "title": link.title,
            "href": address,
            "current": request.path.startswith((address, *link.begins)),
        }
        for link in all_links()
        if link.shown_to(roles)
        for address in [reverse(link.url_name)]
    ]
