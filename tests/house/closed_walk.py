"""Every address there is, with every thing of a review in it; what somebody is sent is opened and read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from itertools import product
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import reverse

from candour.domain.disclosure import Edition
from candour.kernel.papers.models import Paper
from candour.kernel.reviews.models import Review
from candour.stages.chronology.models import Entry, UnplacedRow
from tests.cast import Cast
from tests.house.closed_world import WORDS
from tests.house.opened import all_sent
from tests.house.things import NO_ADDRESS, OF_ROUTE, OF_STAGE
from tests.house.things import WORDS as OF_ADDRESSES
from tests.house.walking import Route, every_route

PUBLIC_FORMATS = ("html", "pdf", "docx")
SEVERAL: dict[str, tuple[Any, ...]] = {
    "nth": (1, 2),
    "draft": (1,),
    "edition": tuple(map(str, Edition)),
    "kind": ("csv", "docx", "html", "xlsx", "quotation", "figure", "note"),
    "what": ("relation", "household"),
    "template": ("family-first",),
    "name": ("findings.txt", *(f"report.{one}" for one in PUBLIC_FORMATS)),
}
"""What else may stand in an address, beside the numbers of things."""
ASKED = {
    "report:reading-as": ("who=family", "who=judge", "who=practitioner"),
    "report:part": ("as=open", "as=closed", "as=source"),
    "report:compare": ("before=1",),
    "report:word": ("words=Oxmarsh", "words=bindweed"),
    "report:cast": ("q=Oxmarsh",),
    "desk:search": tuple(f"q={word}" for word in {kind: word for word, kind in WORDS.items()}.values()),
}
"""What is asked after the question mark. A search quotes what was asked: that word is no secret there."""
STAGES = {"hearing", "report", "analysis", "commission", "respond", "learn", "desk"}
"""What those before show is asked of every row, of everybody, by test_access_matrix."""
LEFT_OUT = {*NO_ADDRESS, "desk:look-round", "desk:tour"}
"""Those without an address of their own, and two that only a demonstration has."""
BROKEN = 500
MOST = 3
"""Things of one kind that an address is tried with: the closed ones come first."""
WRONG = {"words": " ", "text": "[[nobody]]", "version": "x", "day": "32/13/2014", "by": "'\"<&", "file": "x"}
"""A form filled in as nobody should, for the page that says what is wrong."""


def every_address(review: Review) -> Iterator[tuple[str, str]]:
    """The name of each page with each address it has, with every thing of any review in it."""
    for route in every_route():
        if route.name.partition(":")[0] in STAGES and route.name not in LEFT_OUT:
            names = re.findall(r"<(?:\w+:)?(\w+)>", route.pattern)
            for values in product(*(_each(route, name, review) for name in names)):
                address = reverse(route.name, kwargs=dict(zip(names, values, strict=True)))
                yield route.name, address
                yield from ((route.name, f"{address}?{asked}") for asked in ASKED.get(route.name, ()))


def _each(route: Route, name: str, review: Review) -> Iterable[Any]:
    if name == "number":
        return (review.in_address,)
    if name == "notification":
        return (review.commission.decision.notification.in_address,)
    if name in {"pk", "row_pk", "paper_pk", "answer"}:
        return _numbers(route, name)
    if name in {"key", "other"}:
        of_report = route.name.startswith("report:")
        rows: Any = review.cast.all() if of_report else Entry.objects.filter(review=review)
        return rows.values_list("key", flat=True)[:MOST] or ("none",)
    return SEVERAL.get(name) or (OF_ADDRESSES[name],)


def _numbers(route: Route, name: str) -> list[int]:
    of_stage = OF_STAGE.get(route.name.partition(":")[0])
    table: Any = {"row_pk": UnplacedRow, "paper_pk": Paper}.get(name) or OF_ROUTE.get(route.name) or of_stage
    found = table._default_manager.values_list("pk", flat=True)[:MOST] if table else ()
    return [*found] or [1]


def clients_of(cast: Cast) -> dict[str, Client]:
    """One of each role, and somebody who has not signed in. A page that breaks answers as it would."""
    clients = {"nobody": Client(raise_request_exception=False)}
    for name in sorted(cast.people.keys() - {"second_checker"}):
        clients[name] = Client(raise_request_exception=False)
        clients[name].force_login(cast.people[name])
    return clients


def secrets_in(content: str, asked: str = "") -> set[str]:
    """The secret words in what somebody was sent, whatever its case; not the word that they asked with."""
    low = content.casefold()
    return {word for word in WORDS if word in low and word not in asked.casefold()}


def looked_at(client: Client, address: str) -> tuple[Any, set[str]]:
    answer = client.get(address)
    return answer, secrets_in(all_sent(answer), address.partition("?")[2])


def filled_in_wrongly(client: Client, address: str) -> set[str]:
    """What the same page says to a form that is wrong. Nothing that comes of it is kept."""
    signed_in, client.cookies = client.cookies, deepcopy(client.cookies)  # one of the forms signs people out
    with undone():
        answer = client.post(address, WRONG)
    client.cookies = signed_in
    assert answer.status_code < BROKEN, f"{address} breaks over a wrong form"
    return secrets_in(all_sent(answer), address.partition("?")[2])


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is done inside is taken back, acts too: to them it is a test's own transaction."""
    block = transaction.atomic()
    block._from_testcase = True  # type: ignore[attr-defined]  # as Django's own TestCase says it
    with block:
        yield
        transaction.set_rollback(True)
