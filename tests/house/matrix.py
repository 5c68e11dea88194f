"""Who may open what: every page asked by everybody of the demonstration, of two reviews, as a table."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from candour.config import urls
from candour.kernel.people.models import Person

ASKERS = {
    "signed out": "",
    "business manager": "business.manager",
    "chair": "chair",
    "board member": "northmoor.member",
    "lead reviewer": "lead.reviewer.1",
    "checker": "checker.1",
    "agency author": "agency.author",
    "agency senior": "agency.senior",
    "practitioner": "practitioner",
    "family": "family",
    "national body": "national.body",
    "head of the national body": "national.head",
    "administrator": "administrator",
    "judge": "judge",
    "other manager": "other.manager",
    "stranger": "stranger",
}
"""By the words of the table. The judge and the other manager have seats on the second review only.

The stranger can sign in and has neither a seat nor a post: the demonstration has none, so the test makes one.
"""

INTRODUCTION = """# Who may open what

Written by `make matrix` from the demonstration itself, and held fresh by a test on both databases. Each cell
says what a person gets at a page of the review of Child Wren, and after the stroke at the same page of the
review of Child Heron, where other people have seats; one word where both are the same. A page about one thing
of a notification is asked of the first such thing at either board. A page that opens by
its button only counts as opening. Under one review's address no page shows the other's things, whoever asks:
the test asks that of every page too.
"""


def plain_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their pages are not drawn twenty thousand times: what they say is read before."""
    monkeypatch.setattr(urls, "handler403", lambda request, exception: HttpResponse(status=403))
    monkeypatch.setattr(urls, "handler404", lambda request, exception: HttpResponse(status=404))


def client_of(username: str) -> Client:
    client = Client(raise_request_exception=True)
    if username:
        person = Person.objects.get(username=username)
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def cell_of(response: Any) -> str:
    """What somebody gets: `opens` (405: by its button only), `sign in`, 403 or 404."""
    if response.status_code == 302 and response["Location"].startswith("/account/sign-in/"):
        return "sign in"
    return {200: "opens", 302: "opens", 405: "opens"}.get(response.status_code, str(response.status_code))


def as_table(rows: dict[str, list[str]]) -> str:
    """The page of docs/reference: one line a page, one column a person."""
    head = "| page | " + " | ".join(ASKERS) + " |"
    lines = [f"| {name} | " + " | ".join(answers) + " |" for name, answers in rows.items()]
    return "\n".join([INTRODUCTION, head, "|---" * (len(ASKERS) + 1) + "|", *lines, ""])
