"""Invented returns, as bytes, and the short way to have one sent and read."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import timezone

from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.actions import read_return, send_return
from candour.stages.chronology.models import Return
from candour.stages.commission.models import AgencyAsked

WREN = Path(__file__).parents[3] / "examples" / "northmoor" / "wren" / "returns"

POLICE = b"""Agency: Fenshire Police
Date,Officer,What happened,Informed
2 March 2014,PC 1,Call from a neighbour,Northmoor children's services
Tues 5/3/2014,PC 2,Child crying at night,HV
12/6,PC 3,Visit to the flat,
14/6,PC 3,Second visit,
31/2/14,DS 1,Strategy talk by phone,
9 March 2014,,,
"""
"""Six rows: one placed, four held for three reasons, one refused; and a title."""


def send(cast: Any, content: bytes = POLICE, name: str = "police.csv", **rest: Any) -> Return:
    """Sent by the business manager for the police, and read."""
    given: dict[str, Any] = {"by": cast.manager, "review": cast.review, "agency": cast.police, **rest}
    sent = send_return(name=name, content=content, **given)
    read_return(by=given["by"], return_=sent)
    sent.refresh_from_db()
    return sent


def ask(review: Review, agency: Organisation, by: Person, due: date = date(2014, 6, 6)) -> AgencyAsked:
    return AgencyAsked.objects.create(
        review=review,
        agency=agency,
        asked_on=date(2014, 5, 20),
        due_on=due,
        asked_at=timezone.now(),
        asked_by=by.username,
    )


def zipped(files: dict[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return kept.getvalue()
