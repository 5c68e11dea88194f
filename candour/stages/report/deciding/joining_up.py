"""What joins up in the open report, as the text stands or in a draft; and whether somebody signed for it."""

from __future__ import annotations

from dataclasses import replace

from candour.domain.disclosure import Audience
from candour.domain.jigsaw import Join, Ruling, Signature, joins_in, still_to_decide
from candour.kernel.reviews.models import Review
from candour.stages.report.models import Draft, JigsawSigning, JoinRuling, PublicFact, Report
from candour.stages.report.one_source import frozen_of, fully_named
from candour.stages.report.releasing.frozen import Frozen, thawed


def joins_of(frozen: Frozen, review: Review) -> tuple[Join, ...]:
    """Over every edition that the public gets, beside what is listed as public today."""
    public = [one.event for one in PublicFact.objects.filter(review=review, withdrawn_at=None)]
    found: dict[str, Join] = {}
    for edition in frozen.editions:
        view = frozen.view(Audience.OPEN, edition=edition)
        for join in joins_in(view, frozen.cast, public=public):
            found.setdefault(join.key, join)
    return tuple(found.values())


def joins_now(report: Report) -> tuple[Join, ...]:
    """Of the text as it stands, with proposed pseudonyms where none is chosen. Raises Trouble as `view`."""
    return joins_of(replace(frozen_of(report), cast=fully_named(report.review)), report.review)


def rulings_of(report: Report) -> dict[str, JoinRuling]:
    """By the key of the join that stays."""
    return {one.key: one for one in report.join_rulings.filter(withdrawn_at=None)}


def ruling_of(row: JoinRuling) -> Ruling:
    return Ruling(row.key, row.ruled_by, row.ruled_at.date(), row.why)


def signing_of(report: Report, sha256: str) -> JigsawSigning | None:
    """The signing that stands for this very state of the text."""
    return report.jigsaw_signings.filter(sha256=sha256, withdrawn_at=None).first()


def jigsaw_signed(draft: Draft) -> bool:
    """Has a named person looked at what joins up in this draft, and at nothing else than is there today?

    No longer when the text changed, another fact became public, or a ruling was taken back since.
    """
    report = draft.report
    if (row := signing_of(report, draft.sha256)) is None:
        return False
    joins = joins_of(thawed(draft.frozen), report.review)
    signature = Signature(row.signed_by, row.signed_on, row.seen, row.claim)
    waiting = still_to_decide(joins, map(ruling_of, rulings_of(report).values()))
    return signature.holds_for(joins) and not waiting
