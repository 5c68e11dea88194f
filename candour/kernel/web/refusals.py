"""What a person reads when a page cannot be given: plain words and what to do."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers

from candour.domain.trouble import Trouble
from candour.kernel.web.guard import public
from candour.kernel.web.instead import instead_of


@public
def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: somebody who may know that the page is there, and may not open it."""
    reasons = [str(one) for one in exception.args] if isinstance(exception, PermissionDenied) else []
    return render(request, "403.html", {"reasons": reasons, "instead": instead_of(request)}, status=403)


@public
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404 says the same whether the thing is not there or is not theirs to know of."""
    return render(request, "404.html", status=404)


@public
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _by_itself("400.html", status=400)


@public
def server_error(request: HttpRequest) -> HttpResponse:
    return _by_itself("500.html", status=500)


def _by_itself(template: str, *, status: int) -> HttpResponse:
    """Without the request: who asks would be looked up in a database that may be what is broken."""
    return HttpResponse(render_to_string(template, {"demonstration": settings.DEMONSTRATION}), status=status)


BY_BUTTON_ONLY = 405


class TroubleMiddleware:
    """A Trouble that no page caught becomes a page that says what happened, where and what to do.

    So does an address that only a button leads to. And nothing that is answered is kept by a browser.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._answered(request)
        if not response.has_header("Cache-Control"):  # a refusal is of one person and one moment too
            add_never_cache_headers(response)
        return response

    def _answered(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == BY_BUTTON_ONLY and request.method == "GET":
            # Where a button was pressed too late, signing in leads back here without it.
            return render(request, "405.html", status=response.status_code)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Trouble):
            return render(request, "web/trouble.html", {"trouble": exception}, status=400)
        if isinstance(exception, OperationalError) and "is locked" in str(exception):
            return _busy()
        return None


def _busy() -> HttpResponse:
    """503: somebody else writes much at once, and this waited as long as it could."""
    response = _by_itself("503.html", status=503)
    response["Retry-After"] = "60"
    return response
