"""What comes of a making: the bundle or why not, its index as kept, and the same bytes made again."""

from __future__ import annotations

import json
from typing import Any

from candour.domain.jigsaw import PublicEvent
from candour.domain.trouble import Trouble
from candour.files.hearing.bundle_pdf import bundle_pdf
from candour.files.hearing.contents import BundleMade
from candour.kernel.papers.shelf import read_bytes
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.hearing.assembling import (
    Outcome,
    assembled,
    closed_bundle,
    open_bundle,
    view_of,
)
from candour.stages.hearing.gathering import gathered
from candour.stages.hearing.models import Making
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
