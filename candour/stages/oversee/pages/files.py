"""Signed files between a board's installation and the national one: made, looked into, taken in."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.kernel.web.clock import today
from candour.kernel.web.guard import signed_in
from candour.kernel.web.idling import typed
from candour.stages.oversee.files_seen import (
    exchanges,
    files_that_came,
    files_to_make,
    in_groups,
    keys_trusted,
)
from candour.stages.oversee.sending import signed_file
from candour.stages.oversee.taking_in import own_fingerprint, take_in

MOST = 2 * 2**20
"""Bytes that a page carries. A larger file is taken in by command."""
NOT_HERE = "Files are made and taken in by a board’s business manager and by the national body."


class Form(forms.Form):
    file = forms.FileField(
        label="The file that came",
        help_text="As the other installation made it, such as decisions.candour.",
        allow_empty_file=True,
        max_length=200,
        error_messages={"required": "Choose the file."},
    )

    def clean_file(self) -> Any:
        came = self.cleaned_data["file"]
        if came.size > MOST:
            raise forms.ValidationError(
                f"{came.name} is larger than {MOST // 2**20} MB. It is taken in by candour "
                "take-in, by whoever runs the installation."
            )
        return came


@signed_in
def page(request: HttpRequest) -> HttpResponse:
    """The files one may make, and the form for one that came: it is looked into before it is taken in."""
    viewer = _one_who_exchanges(request)
    form = Form(typed(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        came = form.cleaned_data["file"]
        content = came.read()
        try:
            taken = take_in(content, by=viewer, only_look=True)
        except Trouble as trouble:
            form.add_error("file", f"{came.name}: {trouble.what} {trouble.do}")
        else:
            return _shown(request, taken, base64.b64encode(content).decode())
    return _files(request, viewer, form)


@signed_in
@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Take in what was shown. The file comes back with the form, and is checked anew by its signature."""
    viewer = _one_who_exchanges(request)
    try:
        content = base64.b64decode(request.POST.get("content", ""), validate=True)
    except ValueError:  # also where a letter stands in it that base64 has not
        raise Trouble("The file did not come whole.", do="Choose it again under Files.") from None
    return _shown(request, take_in(content, by=viewer), "")


@signed_in
@require_POST
def make(request: HttpRequest, board: str) -> HttpResponse:
    """Make the signed file, and hand it to the browser."""
    viewer = _one_who_exchanges(request)
    chosen = next((one.board for one in files_to_make(viewer) if one.board.slug == board), None)
    if chosen is None:
        raise Http404
    file = signed_file(chosen, by=viewer)
    kind = "answers" if file.kind == "answers" else "decisions"
    answer = HttpResponse(file.content, content_type="application/zip")
    name = f"{kind}-{chosen.slug}-{today().isoformat()}.candour"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Candour-SHA256"] = hashlib.sha256(file.content).hexdigest()
    return answer


def _one_who_exchanges(request: HttpRequest) -> Person:
    viewer: Any = request.user
    if not exchanges(viewer):
        raise PermissionDenied(NOT_HERE)
    found: Person = viewer
    return found


def _files(request: HttpRequest, viewer: Person, form: Form) -> HttpResponse:
    return render(
        request,
        "stages/oversee/pages/files.html",
        {
            "form": form,
            "makes": files_to_make(viewer),
            "keys": [(one, in_groups(one.fingerprint)) for one in keys_trusted()],
            "came": files_that_came(viewer),
            "own_key": in_groups(own_fingerprint()),
        },
    )


def _shown(request: HttpRequest, taken: Any, content: str) -> HttpResponse:
    """What would come in, with its button; or, without `content`, what did."""
    groups = [
        ("New here", "placed", taken.added),
        ("Changed since", "changed", taken.changed),
        ("As they were", "done", taken.same),
    ]
    return render(
        request,
        "stages/oversee/pages/file_looked_into.html",
        {
            "taken": taken,
            "content": content,
            "groups": [one for one in groups if one[2]],
            "comes": len(taken.added) + len(taken.changed),
            "left": sorted(taken.left.items()),
        },
    )
