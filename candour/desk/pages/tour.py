"""A stop of the tour: a true page of the demonstration, as one of the cast reads it."""

from __future__ import annotations

from copy import copy
from typing import Any
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import resolve

from candour.desk.demonstration import in_demonstration_only
from candour.desk.tour import STOPS, Band
from candour.kernel.people.models import Person


@in_demonstration_only
def page(request: HttpRequest, number: int) -> HttpResponse:
    if not 1 <= number <= len(STOPS):
        raise Http404
    stop = STOPS[number - 1]
    person = get_object_or_404(Person, username=stop.seen_as)
    seen: Any = copy(request)  # the visitor's own request stays theirs
    seen.tour = Band(number, stop, person.name)
    address = urlsplit(stop.address)
    seen.user, seen.path, seen.path_info = person, address.path, address.path
    seen.GET, seen.method, seen.kept_form = QueryDict(address.query), "GET", None
    found = resolve(address.path)
    response: HttpResponse = found.func(seen, *found.args, **found.kwargs)
    if hasattr(response, "render"):
        response.render()
    return response
