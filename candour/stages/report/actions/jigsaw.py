"""What joins up is looked at: what is public is listed, a join stays for a reason, somebody signs for it."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain import jigsaw
from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.report.deciding.joining_up import joins_now, joins_of, ruling_of, rulings_of, signing_of
from candour.stages.report.models import JigsawSigning, JoinRuling, PublicFact, Report
from candour.stages.report.one_source import frozen_of


def list_public_fact(
    *, by: Person, review: Review, happened_on: date, what: str, where: str, words: str = ""
) -> PublicFact:
    """Note what anybody can look up: the check for joins reads it beside the open report."""
    with act("listed_public_fact", by=by, on=review, needs=Can.WRITE_REPORT) as doing:
        _before_any_order(review)
        fact = PublicFact.objects.create(
            review=review,
            happened_on=happened_on,
            what=what.strip(),
            where=where.strip(),
            words=words.strip(),
            listed_at=timezone.now(),
            listed_by=by.username,
        )
        doing.made(fact)
    return fact


def withdraw_public_fact(*, by: Person, fact: PublicFact) -> PublicFact:
    with act("withdrew_public_fact", by=by, on=fact, needs=Can.WRITE_REPORT):
        _before_any_order(fact.review)
        fact.withdrawn_at, fact.withdrawn_by = timezone.now(), by.username
        fact.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return fact


def put_back_public_fact(*, by: Person, fact: PublicFact) -> PublicFact:
    """Undo."""
    with act("put_back_public_fact", by=by, on=fact, needs=Can.WRITE_REPORT):
        _before_any_order(fact.review)
        fact.withdrawn_at, fact.withdrawn_by = None, ""
        fact.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return fact


def let_join_stay(*, by: Person, report: Report, key: str, why: str) -> JoinRuling:
    """A join stays as it is written. Raises Trouble for one that is not in the text, or stays already."""
    with act("let_join_stay", by=by, on=report, needs=Can.WRITE_REPORT, why=why) as doing:
        _before_any_order(report.review)
        join = next((one for one in joins_now(report) if one.key == key), None)
        if join is None:
            raise Trouble("This is not found any more: the text has changed.", do="Look at the list again.")
        if key in rulings_of(report):
            raise Trouble("Somebody has ruled on it already.", do="Look at the list again.")
        row = JoinRuling.objects.create(
            report=report,
            key=key,
            words=[fact.words for fact in join.facts],
            why=why.strip(),
            ruled_at=timezone.now(),
            ruled_by=by.username,
        )
        doing.made(row)
    return row


def ask_about_join_again(*, by: Person, ruling: JoinRuling) -> JoinRuling:
    """Undo: the join waits for a decision again."""
    with act("asked_about_join_again", by=by, on=ruling, needs=Can.WRITE_REPORT):
        _before_any_order(ruling.report.review)
        ruling.withdrawn_at, ruling.withdrawn_by = timezone.now(), by.username
        ruling.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return ruling


def sign_jigsaw(*, by: Person, report: Report, signed_on: date) -> JigsawSigning:
    """Sign for having looked at what joins up in the text as it stands: bound to it, word for word.

    Raises Trouble while a join waits, while somebody has no pseudonym, or for a text that is signed for.
    """
    with act("signed_jigsaw", by=by, on=report, needs=Can.WRITE_REPORT) as doing:
        frozen = frozen_of(report)
        joins = joins_of(frozen, report.review)
        rulings = [ruling_of(one) for one in rulings_of(report).values()]
        signature = jigsaw.sign(joins, rulings, by=by.username, on=signed_on)
        standing = signing_of(report, frozen.sha256)
        if standing is not None and standing.seen == signature.seen:
            raise Trouble("This text is signed for already.", do="A change of the text asks again.")
        row = JigsawSigning.objects.create(
            report=report,
            sha256=frozen.sha256,
            seen=signature.seen,
            joins=len(joins),
            claim=signature.claim,
            signed_on=signed_on,
            signed_at=timezone.now(),
            signed_by=by.username,
        )
        doing.made(row)
    return row


def take_back_signing(*, by: Person, signing: JigsawSigning) -> JigsawSigning:
    """Undo: by whoever signed."""
    with act("took_back_signing", by=by, on=signing, needs=Can.WRITE_REPORT):
        if signing.signed_by != by.username:
            raise Trouble("Somebody else signed.", do="Ask them to take it back.")
        _before_any_order(signing.report.review)
        signing.withdrawn_at, signing.withdrawn_by = timezone.now(), by.username
        signing.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return signing


def _before_any_order(review: Review) -> None:
    """An order that counts on what is ruled and listed goes first, or waits until this is done."""
    list(Report.objects.select_for_update().filter(review=review))
