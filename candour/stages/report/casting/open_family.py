"""The cast cut down to whom the open report speaks of: all that a genogram may show without the source."""

from __future__ import annotations

from dataclasses import replace

from candour.domain.disclosure import Audience, open_texts
from candour.domain.disclosure.references import runs
from candour.domain.identity import Cast
from candour.domain.trouble import Trouble
from candour.stages.report.models import Report
from candour.stages.report.one_source import fully_named, source_of


def open_family(report: Report | None, cast: Cast) -> Cast:
    """Nobody where there is no report yet, or its references lead nowhere."""
    told = _told(report) if report else frozenset()
    homes = [
        replace(one, members=members)
        for one in cast.households
        if one.address in told and (members := tuple(key for key in one.members if key in told))
    ]
    return Cast(
        tuple(one for one in cast.people if one.key in told),
        tuple(one for one in cast.relations if one.a in told and one.b in told),
        tuple(homes),
    )


def _told(report: Report) -> frozenset[str]:
    cast = fully_named(report.review)
    try:
        return frozenset(
            run.key
            for typed in open_texts(source_of(report))
            for run in runs(typed.text, cast, Audience.OPEN, where=typed.where)
            if run.key in cast.by_key
        )
    except Trouble:
        return frozenset()
