"""All that a bundle is made of, frozen as one list: whoever has the list makes the same bytes again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from candour.domain.moments.spoken import spoken_day
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.stages.chronology.reads import chronology_of
from candour.stages.commission.models import Letter
from candour.stages.hearing.choosing import tabs_of
from candour.stages.hearing.models import BundlePaper, Kind, Making
from candour.stages.hearing.pieces import hashes_of
from candour.stages.report.hearing.place import numbers_of
from candour.stages.report.models import Extract, ReadingOrder, Report
from candour.stages.report.one_source import allowed_of, frozen_of

GONE = "A paper that was chosen"
CHRONOLOGY = ("When", "Agency", "What", "What was done", "Where it stands")


def gathered(making: Making, by: Person) -> dict[str, Any]:
    """JSON: what the cover says, each paper's words or file by hash, the report's frozen source.

    Raises Trouble where an order shuts part of the closed report to whoever makes the bundle.
    """
    bundle = making.bundle
    report, papers = bundle.report, bundle.papers.filter(withdrawn_at=None)
    has_report = papers.filter(kind=Kind.REPORT).exists()
    if bundle.is_closed and has_report:
        _refuse_shut(report, by)
    shape: dict[str, Any] = {
        "about": {
            "title": report.review.title,
            "number": str(report.review.written_number),
            "heard": f"{bundle.heard}, {spoken_day(bundle.heard_on)}",
            "closed": bundle.is_closed,
            "called": bundle.called,
            "mark": making.mark,
            "invented": report.review.invented,
        },
        "report": frozen_of(report).shape if has_report else None,
        "tabs": [{"title": tab, "papers": [_told(one) for one in rows]} for tab, rows in tabs_of(bundle)],
    }
    return shape if bundle.is_closed else shape | _decided(report, hashes_of(shape))


def _decided(report: Report, hashes: frozenset[str]) -> dict[str, Any]:
    """Of an open one: the words that somebody let stand, in the report, and in each of these papers alone."""
    kept: dict[str, list[str]] = {}
    rows = report.words_kept_in_papers.filter(withdrawn_at=None, sha256__in=hashes)
    for one in rows.order_by("sha256", "words"):
        kept.setdefault(one.sha256, []).append(one.words)
    return {"allow": sorted(allowed_of(report)), "kept": kept}


def _refuse_shut(report: Report, by: Person) -> None:
    shut = report.orders.filter(withdrawn_at=None, may_read=False).select_related("person", "participant")
    if any(one.who == by.username for one in shut):
        raise Trouble(
            "An order shuts part of the closed report to you, so you cannot make a bundle with it.",
            do="Ask whoever may read all of it to make the bundle.",
        )


def _told(one: BundlePaper) -> dict[str, Any]:
    if one.was_withdrawn:
        # Its name could tell the public what it was about.
        return {"title": one.called if one.bundle.is_closed else GONE, "kind": "withdrawn"}
    if one.kind == Kind.REPORT:
        return {"title": one.called, "kind": "view"}
    if one.paper is not None:
        name, sha256 = one.paper.name, one.paper.sha256
        # Whoever named a file did not think of the public: its name stands in no open bundle.
        sent = f"{name}, as it was sent" if one.bundle.is_closed else "as it was sent"
        return {
            "title": one.called,
            "kind": "file",
            "name": name,
            "sha256": sha256,
            "says": sent,
        }
    lead, blocks = _words(one)
    return {"title": one.called, "kind": "written", "lead": lead, "blocks": blocks}


def _words(one: BundlePaper) -> tuple[str, list[dict[str, Any]]]:
    if one.extract is not None:
        return _extract(one.extract)
    if one.order is not None:
        return _order(one.order)
    if one.letter is not None:
        return _letter(one.letter)
    return _chronology(one.bundle.report)


def _passage(words: str, number: str = "") -> dict[str, Any]:
    return {"words": words, "number": number}


def _chronology(report: Report) -> tuple[str, list[dict[str, Any]]]:
    rows = [
        (one.when.text, one.agency, one.event, one.action, str(one.place))
        for one in chronology_of(report.review).entries
    ]
    lead = f"{len(rows):,} rows in order of time, in their agencies’ own words; none without a place in time."
    return lead, [{"columns": CHRONOLOGY, "rows": rows, "called": ""}]


def _extract(extract: Extract) -> tuple[str, list[dict[str, Any]]]:
    sent, due = spoken_day(extract.sent_on), spoken_day(extract.due_on)
    lead = f"Sent to {extract.called} on {sent}, to be answered by {due}."
    return lead, list(_of_extract(extract))


def _of_extract(extract: Extract) -> Iterator[dict[str, Any]]:
    if extract.about:
        yield _passage(extract.about)
    for one in extract.paragraphs:
        yield _passage(one["text"], str(one["number"] or ""))
        yield from (_passage(words) for words in one["under"])
    for answer in extract.answers.filter(withdrawn_at=None):
        yield _passage(f"Answer of {spoken_day(answer.answered_on)}: {answer.words}")
    if (ruling := extract.ruling) is not None:
        yield _passage(f"Ruling, {ruling.get_outcome_display().lower()}: {ruling.reasons}")


def _order(order: ReadingOrder) -> tuple[str, list[dict[str, Any]]]:
    numbers = numbers_of(order.report, order.paragraphs.all())
    named = f"paragraphs {numbers}" if numbers else "no paragraph that stands now"
    said = f"{order.called} {'may' if order.may_read else 'may not'} read {named}."
    lead = f"Ordered on {spoken_day(order.ordered_on)} by {order.ordered_as or 'whoever rules'}."
    return lead, [_passage(said), _passage(f"Reasons: {order.why}")]


def _letter(letter: Letter) -> tuple[str, list[dict[str, Any]]]:
    sent = f", sent on {spoken_day(letter.sent_on)}" if letter.sent_on else ", not marked as sent"
    lead = f"To {letter.participant}, written on {spoken_day(letter.written_on)}{sent}."
    return lead, [_passage(one) for one in letter.body.splitlines() if one.strip()]
