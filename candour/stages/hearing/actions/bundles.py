"""What can happen to bundles: begun, papers chosen, ordered and taken out, asked for, made, withdrawn."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Max
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.domain.trouble import Trouble
from candour.files.hearing.contents import NotTaken
from candour.files.hearing.from_files import body_of_file
from candour.kernel.audit.acting import act
from candour.kernel.papers.keeping import kept
from candour.kernel.papers.shelf import keep_bytes
from candour.kernel.people.models import Person
from candour.stages.hearing.assembling import Outcome, written_list
from candour.stages.hearing.choosing import Choice, choices_for, has_hearings
from candour.stages.hearing.making import index_shape, outcome_of
from candour.stages.hearing.models import Audience, Bundle, BundlePaper, Kind, Making, State
from candour.stages.report.hearing.who_rules import refuse_unless_ruling
from candour.stages.report.models import ClosedCopy, Report


def begin_bundle(
    *, by: Person, report: Report, audience: str, heard: str, heard_on: date, called: str
) -> Bundle:
    """An empty bundle for one hearing and one reader. Raises Trouble where the method has no hearings."""
    with act("began_bundle", by=by, on=report, needs=Can.WRITE_REPORT, why=audience) as doing:
        if not has_hearings(report.review):
            raise Trouble("The method of this review has no hearings.", do="Give papers out by the report.")
        Report.objects.select_for_update().get(pk=report.pk)
        bundle = Bundle.objects.create(
            report=report,
            number=(report.bundles.aggregate(last=Max("number"))["last"] or 0) + 1,
            audience=Audience(audience),
            heard=heard.strip(),
            heard_on=heard_on,
            called=called.strip(),
            begun_at=timezone.now(),
            begun_by=by.username,
        )
        doing.made(bundle)
    return bundle


def put_into_bundle(*, by: Person, bundle: Bundle, chosen: list[Choice], tab: str) -> list[BundlePaper]:
    """Papers at the end of a tab, in the order given. Raises Trouble for what is in it or not to be had."""
    with act("put_into_bundle", by=by, on=bundle, needs=Can.WRITE_REPORT, why=tab):
        _locked(bundle)
        there = {one.key for one in choices_for(bundle)}
        if not chosen or any(one.key not in there for one in chosen):
            raise Trouble("That is in the bundle already, or cannot be had.", do="Choose among the others.")
        last = bundle.papers.aggregate(last=Max("position"))["last"] or 0
        return [
            _chosen(bundle, by, tab, position, kind=one.kind, called=one.title, **one.row)
            for position, one in enumerate(chosen, last + 1)
        ]


def bring_into_bundle(
    *, by: Person, bundle: Bundle, name: str, content: bytes, called: str, tab: str
) -> BundlePaper:
    """A file that is nowhere in the review yet, such as a statement. Raises Trouble for one without pages."""
    body = body_of_file(name, content)
    with act("brought_into_bundle", by=by, on=bundle, needs=Can.WRITE_REPORT, why=tab) as doing:
        _locked(bundle)
        if isinstance(body, NotTaken):
            raise Trouble(f"It cannot be put into a bundle: {body.why}.", do="Bring it as a sound PDF.")
        paper = kept(by=by, review=bundle.report.review, agency=None, name=name, content=content)
        last = bundle.papers.aggregate(last=Max("position"))["last"] or 0
        brought = _chosen(bundle, by, tab, last + 1, kind=Kind.FILE, called=called.strip(), paper=paper)
        doing.made(brought)
    return brought


def move_in_bundle(*, by: Person, paper: BundlePaper, up: bool) -> BundlePaper:
    """One place up or down in its tab; nothing changes at its end."""
    with act("moved_in_bundle", by=by, on=paper, needs=Can.WRITE_REPORT, why="up" if up else "down"):
        _locked(paper.bundle)
        rows = list(paper.bundle.papers.filter(tab=paper.tab, withdrawn_at=None))
        at = rows.index(paper)
        to = at - 1 if up else at + 1
        if 0 <= to < len(rows):
            one, other = rows[at], rows[to]
            one.position, other.position = other.position, one.position
            for row in (one, other):
                row.save(update_fields=["position"])
    return paper


def take_out_of_bundle(*, by: Person, paper: BundlePaper) -> BundlePaper:
    """It is in no copy made from now on; those that were made keep it."""
    with act("took_out_of_bundle", by=by, on=paper, needs=Can.WRITE_REPORT):
        _locked(paper.bundle)
        paper.withdrawn_at, paper.withdrawn_by = timezone.now(), by.username
        paper.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return paper


def put_back_into_bundle(*, by: Person, paper: BundlePaper) -> BundlePaper:
    """Undo: in its tab, where it stood. Raises Trouble where the same thing was chosen again since."""
    with act("put_back_into_bundle", by=by, on=paper, needs=Can.WRITE_REPORT):
        _locked(paper.bundle)
        same = {name: getattr(paper, name) for name in ("kind", "paper", "extract", "order", "letter")}
        if paper.bundle.papers.filter(withdrawn_at=None, **same).exists():
            raise Trouble("It was chosen again since.", do="Leave it where it is.")
        paper.withdrawn_at, paper.withdrawn_by = None, ""
        paper.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return paper


def ask_for_bundle(*, by: Person, bundle: Bundle, asked_on: date) -> Making:
    """Ask the worker to make a copy, which takes too long for a page.

    Raises Trouble for an empty bundle, and for a closed one where somebody else rules: nothing closed goes
    out without them.
    """
    with act("asked_for_bundle", by=by, on=bundle, needs=Can.WRITE_REPORT) as doing:
        _locked(bundle)
        if bundle.is_closed:
            refuse_unless_ruling(by, bundle.report.review)
        if not bundle.papers.filter(withdrawn_at=None).exists():
            raise Trouble("There is no paper in the bundle yet.", do="Choose papers first.")
        number = (bundle.makings.aggregate(last=Max("number"))["last"] or 0) + 1
        named = f"Bundle {bundle.number}, copy {number}, for {bundle.called}, {spoken_day(asked_on)}"
        making = Making.objects.create(
            bundle=bundle,
            number=number,
            mark=named if bundle.is_closed else "",
            asked_at=timezone.now(),
            asked_by=by.username,
        )
        doing.made(making)
    return making


def make_bundle(*, by: Person, making: Making, made_on: date) -> Making:
    """Make it and keep it on the shelf, or record why it cannot be had. A closed one is a closed copy too.

    It takes a while, so what was allowed when it was asked for is asked once more at the end. Raises Trouble
    where another run made it meanwhile.
    """
    outcome, shape = outcome_of(making, by)
    with act("made_bundle", by=by, on=making, needs=Can.WRITE_REPORT) as doing:
        Report.objects.select_for_update().get(pk=making.bundle.report_id)
        if Making.objects.get(pk=making.pk).state != State.WAITING:
            raise Trouble("This copy is made already.", do="Ask for another one.")
        outcome = _overtaken(making, by) or outcome
        doing.why = said = State.MADE if outcome.made else State.REFUSED
        making.state, making.ended_at, making.ended_by = said, timezone.now(), by.username
        making.found, making.asked = list(outcome.found), list(outcome.asked)
        making.joins = list(outcome.joins)
        if outcome.made is not None:
            making.made_of = keep_bytes(written_list(shape))
            making.sha256 = keep_bytes(outcome.made.content)
            making.pages, making.index = outcome.made.pages, index_shape(outcome.made)
            making.copy = _closed_copy(making, by, made_on) if making.bundle.is_closed else None
        making.save()
    return making


def withdraw_bundle(*, by: Person, bundle: Bundle, why: str) -> Bundle:
    """No copy of it can be fetched any more. What was given out is noted among the closed copies."""
    with act("withdrew_bundle", by=by, on=bundle, needs=Can.WRITE_REPORT, why=why):
        _locked(bundle)
        bundle.withdrawn_at, bundle.withdrawn_by = timezone.now(), by.username
        bundle.withdrawn_why = why.strip()
        bundle.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return bundle


def put_bundle_back(*, by: Person, bundle: Bundle) -> Bundle:
    """Undo by whoever withdrew it: it stands again, with its copies. Raises Trouble for anybody else."""
    with act("put_bundle_back", by=by, on=bundle, needs=Can.WRITE_REPORT, why=bundle.withdrawn_why):
        bundle = Bundle.objects.select_for_update().get(pk=bundle.pk)
        if bundle.withdrawn_at is None:
            raise Trouble("This bundle stands.", do="Nothing more is needed.")
        if bundle.withdrawn_by != by.username:
            raise Trouble("Somebody else withdrew this bundle.", do="Ask them, or begin another one.")
        bundle.withdrawn_at, bundle.withdrawn_by, bundle.withdrawn_why = None, "", ""
        bundle.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return bundle


def _chosen(bundle: Bundle, by: Person, tab: str, position: int, *, called: str, **thing: Any) -> BundlePaper:
    return BundlePaper.objects.create(
        bundle=bundle,
        tab=tab.strip(),
        position=position,
        called=called[:200],
        chosen_at=timezone.now(),
        chosen_by=by.username,
        **thing,
    )


def _locked(bundle: Bundle) -> None:
    """Raises Trouble for a bundle that was withdrawn."""
    now = Bundle.objects.select_for_update().get(pk=bundle.pk)
    if now.withdrawn_at is not None:
        raise Trouble("This bundle was withdrawn.", do="Put it back, or begin another one.")


def _overtaken(making: Making, by: Person) -> Outcome | None:
    """Why a copy that was rightly asked for may not be had any more."""
    try:
        _locked(making.bundle)
        if making.bundle.is_closed:
            refuse_unless_ruling(by, making.bundle.report.review)
    except Trouble as since:
        return Outcome(None, ({"what": since.what, "where": "the bundle"},))
    return None


def _closed_copy(making: Making, by: Person, made_on: date) -> ClosedCopy:
    """Its line among the copies, under the next number there: who has it, and what becomes of it."""
    report, bundle = making.bundle.report, making.bundle
    row: dict[str, Any] = {
        "number": (report.copies.aggregate(last=Max("number"))["last"] or 0) + 1,
        "called": bundle.called,
        "format": "pdf",
        "mark": making.mark[:300],
        "sha256": making.sha256,
        "text_sha256": making.made_of,
        "why": f"{making} for the hearing on {spoken_day(bundle.heard_on)}",
    }
    return ClosedCopy.objects.create(
        report=report, given_on=made_on, given_at=timezone.now(), given_by=by.username, **row
    )
