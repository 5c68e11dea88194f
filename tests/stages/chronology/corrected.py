"""An invented return and its correction, and what tests do with them."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from candour.stages.chronology.actions import read_return, send_corrected_return
from candour.stages.chronology.models import Entry, Mark, Return

FIVE = b"""Agency: Fenshire Police
Date,Officer,What happened,Informed
2 March 2014,PC 1,Call from a neighbour about noise at night,HV
5 March 2014,PC 2,Visit to the flat and child seen well,
6 March 2014,PC 2,Letter sent to the landlord,GP
12/6,PC 3,Visit to the flat,
14/6,PC 3,Second visit,
"""
"""Three placed, two held for want of a year."""
MENDED = b"""Agency: Fenshire Police
Date,Officer,What happened,Informed
1 March 2014,PC 9,Father stopped while driving,
2 March 2014,PC 1,Call from a neighbour about noise at night,HV
5 March 2014,PC 2,Visit to the flat and child not seen,
12/6,PC 3,Visit to the flat,
14/6/2014,PC 3,Second visit,
"""
"""One row is new, one changed, one gone; one that was held has its year now."""


def corrected(cast: Any, earlier: Return, content: bytes = MENDED, name: str = "police_v2.csv") -> Return:
    sent = send_corrected_return(by=cast.manager, return_=earlier, name=name, content=content)
    read_return(by=cast.manager, return_=sent)
    sent.refresh_from_db()
    earlier.refresh_from_db()
    return sent


def entry_of(words: str) -> Entry:
    return Entry.objects.get(withdrawn_at=None, body__event__startswith=words)


def mark(entry: Entry) -> Mark:
    return Mark.objects.create(
        review=entry.review, entry=entry, kind="theme", words="Noise", marked_at=timezone.now(), marked_by="t"
    )
