"""How a return's columns are read: corrected by a person, who sees what would change before it does."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.domain.moments import Fate
from candour.domain.returns.fields import Field
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.actions import correct_columns
from candour.stages.chronology.models import Return
from candour.stages.chronology.returns.column_choices import (
    Change,
    Columns,
    change_by,
    columns_of,
    first_rows,
    mapping_of,
)
from candour.stages.chronology.returns.place import place_of_return, return_at

FIELDS = [("", "left out"), *((str(one), str(one).replace("_", " ")) for one in Field)]


@needs(Can.FIX_HELD_ROWS)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    sent = return_at(request, review, pk)
    if not (verdict := may(viewer, Can.FIX_HELD_ROWS, sent)):
        raise PermissionDenied(*verdict.reasons)
    words = request.POST if request.method == "POST" else request.GET
    heading_row = _heading_row(words, sent)
    columns = columns_of(sent, heading_row)
    trouble, change, mapping = None, None, None
    if "c0" in words:
        try:
            mapping = mapping_of(sent, chosen_in(words, columns), heading_row)
            change = change_by(sent, mapping)
        except Trouble as found:
            trouble = found
    if request.method == "POST" and mapping is not None and change is not None:
        correct_columns(by=viewer, return_=sent, mapping=mapping, why=words.get("why", ""))
        return redirect("chronology:return", review.in_address, pk)
    return render(
        request,
        "stages/chronology/pages/return_columns.html",
        {
            "place": place_of_return(sent, viewer, ("Columns", "")),
            "sent": sent,
            "review": review,
            "columns": list(rows_of(words, columns)),
            "fields": FIELDS,
            "heading_row": heading_row,
            "first_rows": [] if columns else first_rows(sent),
            "trouble": trouble,
            "change": change_words(change) if change else [],
            "changed": change is not None,
        },
    )


def _heading_row(words: QueryDict, sent: Return) -> int | None:
    asked = words.get("heading_row") or sent.mapping.get("heading_row") or ""
    if not asked:
        return None
    try:
        return int(asked)
    except ValueError:
        raise BadRequest("The row of the headings is a number.") from None


def chosen_in(words: QueryDict, columns: list[Columns]) -> dict[str, str]:
    known = {field for field, _ in FIELDS}
    chosen = {one.heading: words.get(f"c{nth}", "") for nth, one in enumerate(columns)}
    return {heading: field if field in known else "" for heading, field in chosen.items()}


def rows_of(words: QueryDict, columns: list[Columns]) -> Any:
    """Each column with the name of its box and what is chosen in it."""
    for nth, one in enumerate(columns):
        yield f"c{nth}", one, words.get(f"c{nth}", one.field)


def change_words(change: Change) -> list[str]:
    """One sentence for each thing that would change; one that nothing would, where nothing does."""
    said = []
    for fate in (Fate.PLACED, Fate.HELD, Fate.REFUSED):
        if change.before[fate] != change.after[fate]:
            said.append(f"{change.after[fate]:,} rows {fate} in place of {change.before[fate]:,}.")
    said += [f"{part[:1].upper()}{part[1:]} changes in {count:,} entries." for part, count in change.parts]
    if change.gone:
        said.append(f"{change.gone:,} entries lose their place and are marked as withdrawn.")
    if change.resting:
        said.append(f"Something rests on {change.resting:,} of these: it is marked as changed since.")
    return said or ["Nothing: every row is read as it is now."]
