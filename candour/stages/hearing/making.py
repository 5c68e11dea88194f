"""What comes of a making: the bundle or why not, its index as kept, the same bytes, and what holds today."""

from __future__ import annotations

import json
from typing import Any

from candour.domain.jigsaw import PublicEvent
from candour.domain.trouble import Trouble
from candour.files.hearing.bundle_pdf import bundle_pdf
from candour.files.hearing.contents import BundleMade, Indexed
from candour.kernel.papers.shelf import read_bytes
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.hearing.assembling import (
    Outcome,
    assembled,
    closed_bundle,
    open_bundle,
    still_clean,
    view_of,
)
from candour.stages.hearing.closed_words import closed_in
from candour.stages.hearing.gathering import gathered
from candour.stages.hearing.joining_up import joins_in_copy, joins_kept
from candour.stages.hearing.models import Making
from candour.stages.hearing.pieces import pieces_of
from candour.stages.hearing.undecided import asked_in
from candour.stages.report.one_source import frozen_of
from candour.stages.report.releasing.register_shape import seen_images_of


def outcome_of(making: Making, by: Person) -> tuple[Outcome, dict[str, Any]]:
    """(the bundle or why not, the list it is made of). What cannot be made or checked is never silence."""
    shape: dict[str, Any] = {}
    try:
        shape = gathered(making, by)
        if making.bundle.is_closed:
            return closed_bundle(shape), shape
        report = making.bundle.report
        seen, public = seen_images_of(report.review), public_events_of(report.review)
        return open_bundle(shape, frozen_of(report), seen=seen, public=public), shape
    except Trouble as trouble:
        return Outcome(None, ({"what": trouble.what, "where": trouble.where or "the bundle"},)), shape
    except Exception as error:
        said = f"The making stopped ({type(error).__name__})."
        return Outcome(None, ({"what": said, "where": "the bundle"},)), shape


def public_events_of(review: Review) -> tuple[PublicEvent, ...]:
    return tuple(one.event for one in review.public_facts.filter(withdrawn_at=None))


def waits_today(making: Making) -> str:
    """Why a finished open copy may not be ordered by the cast and the public facts of today; "" if it may."""
    shape, content = json.loads(read_bytes(making.made_of)), read_bytes(making.sha256)
    report = making.bundle.report
    today, view = frozen_of(report), view_of(shape)
    if not still_clean(content, today, seen_images_of(report.review)):
        return "It is not clean any more by the cast of today."
    index = tuple(Indexed(one["tab"], one["title"], one["first"], one["last"]) for one in making.index)
    pieces = list(pieces_of(shape, assembled(shape, view), index))
    if closed_in(pieces, today.source):
        return "It holds words that the report keeps closed today."
    if asked_in(pieces, today, shape["kept"], content):
        return "It holds words that nobody decided on by the cast of today."
    found = joins_in_copy(view, pieces, today.cast, public_events_of(report.review))
    seen = {one.key for one in joins_kept(making.joins)}
    if any(one.key not in seen for one in joins_kept([*found])):
        return "By what is known today more joins up in it than was looked at."
    return ""


def index_shape(made: BundleMade) -> list[dict[str, Any]]:
    return [
        {
            "tab": one.tab,
            "title": one.title,
            "first": one.first,
            "last": one.last,
            "why": one.why,
            "left_out": list(one.left_out),
        }
        for one in made.index
    ]


def made_again(making: Making) -> bytes:
    """The bundle made anew from the list that is kept on the shelf: the bytes that it had."""
    shape = json.loads(read_bytes(making.made_of))
    return bundle_pdf(assembled(shape, view_of(shape))).content
