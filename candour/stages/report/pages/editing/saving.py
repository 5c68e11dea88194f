"""A form's act is tried: what stands in its way is told at the form, which keeps what was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest

from candour.domain.identity import Cast
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import Changed
from candour.stages.report.editing.linking import Linked, told


def saved(
    form: Any,
    act: Callable[[], Any],
    *,
    field: str | None = None,
    now: Callable[[Any], dict[str, Any]] = lambda row: {},
) -> bool:
    """`field`: where a trouble is told. `now`: the row that somebody else saved, as the form shows it."""
    try:
        act()
    except Changed as changed:
        form.show_clash(changed, now(changed.now))
    except Trouble as trouble:
        form.add_error(field, f"{trouble.what} {trouble.do}")
    else:
        return True
    return False


def tell_links(request: HttpRequest, links: Linked, cast: Cast) -> None:
    """Nothing is linked silently: by pseudonyms, whom the text was linked to."""
    if words := told(links, cast):
        messages.info(request, words)
