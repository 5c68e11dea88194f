"""The differences as csv: what each account says, how it was settled, by whom and why."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localtime

from candour.domain.access import Can
from candour.domain.chronology.entry import Entry
from candour.files.results.csv_out import write_csv
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.accounts.differences import Difference, differences_of
from candour.stages.chronology.accounts.linked import whole_of

_OF_EACH = ("entry", "agency", "file", "part", "row", "date_as_written", "says")
COLUMNS = (
    *("kind", "question", "why_asked"),
    *(f"{column}_{side}" for side in ("first", "second") for column in _OF_EACH),
    *("state", "settled_as", "reason", "settled_by", "settled_on"),
)


@needs(Can.TAKE_CHRONOLOGY_AWAY, reading="downloaded_differences")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"differences-{review.in_address}.csv"
        write_csv(path, COLUMNS, _lines(differences_of(review, whole_of(review, patience=None))))
        sent = HttpResponse(path.read_bytes(), content_type="text/csv; charset=utf-8")
    sent["Content-Disposition"] = f'attachment; filename="{path.name}"'
    return sent


def _lines(found: Iterable[Difference]) -> Iterator[tuple[str | int | float, ...]]:
    for one in found:
        settled = one.settled
        state = "settled" if settled else "open" if one.certain else "proposed link"
        yield (
            *(one.kind, one.question, one.why),
            *_account(one.first, one.says_first),
            *_account(one.second, one.says_second),
            state,
            *(
                (
                    one.settled_as,
                    settled.why,
                    settled.settled_by,
                    localtime(settled.settled_at).date().isoformat(),
                )
                if settled
                else ("", "", "", "")
            ),
        )


def _account(entry: Entry, says: str) -> tuple[str | int, ...]:
    place = entry.place
    return entry.id, entry.agency, place.file, place.part, place.row, entry.when.text, says
