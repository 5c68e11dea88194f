"""A round of accuracy: the same paragraphs go to several at once, each to answer by one day."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import together
from candour.kernel.people.models import Organisation, Person
from candour.stages.commission.models import Participant
from candour.stages.report.actions.extracts import send_extract
from candour.stages.report.models import Extract, ExtractKind, Report


def send_round(
    *,
    by: Person,
    report: Report,
    paragraphs: Collection[int],
    agencies: Collection[Organisation] = (),
    participants: Collection[Participant] = (),
    sent_on: date,
    due_on: date,
    about: str = "",
    named: bool = False,
) -> list[Extract]:
    """One extract each, all or none. Raises Trouble with nobody to send it to, and as `send_extract`."""
    to: list[dict[str, Any]] = [{"agency": one, "called": str(one)} for one in agencies]
    to += [{"participant": one, "called": str(one)} for one in participants]
    if not to:
        raise Trouble("Nobody is chosen.", do="Choose an agency, or somebody who takes part.")
    with together("one round of accuracy"):
        return [
            send_extract(
                by=by,
                report=report,
                kind=ExtractKind.ACCURACY,
                paragraphs=paragraphs,
                sent_on=sent_on,
                due_on=due_on,
                about=about,
                named=named,
                **one,
            )
            for one in to
        ]
