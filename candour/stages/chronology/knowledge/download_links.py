"""Where the table of a page is downloaded: for whoever may take the chronology away, for others nowhere."""

from __future__ import annotations

from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review

KINDS = {
    "xlsx": ("Download as spreadsheet", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": ("Download as csv", "text/csv; charset=utf-8"),
}
"""What each link says, and the type of what is sent."""


def download_links(viewer: Person, review: Review, name: str, query: str = "") -> list[tuple[str, str]]:
    """Words and address of each; `query` is what the page itself was asked for."""
    if not may(viewer, Can.TAKE_CHRONOLOGY_AWAY, review):
        return []
    asked = f"?{query}" if query else ""
    addresses = [(words, reverse(name, args=[review.in_address, kind])) for kind, (words, _) in KINDS.items()]
    return [(words, f"{address}{asked}") for words, address in addresses]
