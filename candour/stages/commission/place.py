"""Where a page of a review's setting-up stands, and the form page that most of them are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review

Place = list[tuple[str, str]]


def place_in(review: Review, *steps: str | tuple[str, str]) -> Place:
    """The review, its setting-up, then the steps: words, or words and their address."""
    own = reverse("desk:review", args=[review.in_address])
    up = reverse("commission:setting-up", args=[review.in_address]) if steps else ""
    below = [(step, "") if isinstance(step, str) else step for step in steps]
    return [(review.title, own), ("Setting up", up), *below]


def address(name: str, review: Review, *rest: Any) -> str:
    return reverse(f"commission:{name}", args=[review.in_address, *rest])


def form_page(
    request: HttpRequest,
    form: Any,
    *,
    save: Callable[..., Any],
    back: str,
    theirs: Callable[[Any], dict[str, Any]] | None = None,
    template: str = "web/form_page.html",
    leave: str = "Leave without saving",
    **shown: Any,
) -> HttpResponse:
    """Save what a good form says and go back; else show the form, with what is wrong and what was typed.

    `theirs` gives the fields of a row that somebody else saved first, for whoever saves second.
    """
    if request.method == "POST" and form.is_valid():
        try:
            save(**form.cleaned_data)
        except Trouble as trouble:
            form.add_error(None, f"{trouble.what} {trouble.do}")
        except Changed as changed:
            form.show_clash(changed, theirs(changed.now) if theirs else {})
        else:
            return redirect(back)
    words = {"form": form, "back": {"title": leave, "href": back}, **shown}
    return render(request, template, words)
