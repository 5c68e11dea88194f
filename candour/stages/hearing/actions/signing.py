"""What is signed of an open copy: what joins up, two checkers, the order, and that it was given."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from candour.domain import jigsaw
from candour.domain.access import Can
from candour.domain.jigsaw import Ruling
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.hearing.joining_up import joins_kept
from candour.stages.hearing.making import waits_today
from candour.stages.hearing.models import BundleSignature, Making, Signs
from candour.stages.hearing.signing import CopyWay, may_check, way_of_copy
from candour.stages.report.deciding.joining_up import ruling_of, rulings_of
from candour.stages.report.hearing.who_rules import refuse_unless_ruling
from candour.stages.report.models import Report


def sign_bundle_joins(
    *, by: Person, making: Making, stays: Mapping[str, str], words: str, signed_on: date
) -> BundleSignature:
    """Sign for having looked at what joins up in this copy. `stays`: key of a join -> why it may stay.

    What the report has a ruling on needs no other. Raises Trouble while a join has no reason.
    """
    with act("signed_bundle_joins", by=by, on=making, needs=Can.WRITE_REPORT, why=words) as doing:
        way = _locked(making)
        _refuse(way.may_sign().reasons)
        if way.joins is not None:
            raise Trouble("Somebody has signed for this copy already.", do="Nothing more is needed.")
        joins = joins_kept(making.joins)
        said = {one.key: stays[one.key].strip() for one in joins if stays.get(one.key, "").strip()}
        ruled = [ruling_of(one) for one in rulings_of(making.bundle.report).values()]
        ruled += [Ruling(key, by.username, signed_on, why) for key, why in said.items()]
        signature = jigsaw.sign(joins, ruled, by=by.username, on=signed_on)
        rulings = [
            {"key": one.key, "words": [fact.words for fact in one.facts], "why": said[one.key]}
            for one in joins
            if one.key in said
        ]
        signed = _signed(way, by, Signs.JOINS, words, signed_on, rulings=rulings, seen=signature.seen)
        doing.made(signed)
    return signed


def check_bundle(
    *, by: Person, making: Making, verdict: str, words: str, signed_on: date, shown: str | None = None
) -> BundleSignature:
    """Say `yes` or `no` of the very bytes that were read. `shown`: the SHA-256 that stood on the page.

    Raises Trouble for whoever had a hand in it, for a second time, and for another file than was shown.
    """
    with act("checked_bundle", by=by, on=making, needs=Can.CHECK_RELEASE, why=verdict) as doing:
        way = _locked(making)
        _refuse_others(way, shown)
        _refuse(may_check(by, way).reasons)
        if verdict not in (Signs.YES, Signs.NO):
            raise ValueError(f"{verdict!r} is neither yes nor no")
        signed = _signed(way, by, Signs(verdict), words, signed_on)
        doing.made(signed)
    return signed


def order_bundle(
    *, by: Person, making: Making, words: str, ordered_on: date, shown: str | None = None
) -> BundleSignature:
    """Order that these very bytes may be given out: by whoever rules, once all others have signed.

    Raises Trouble with every reason why not, and where the bytes on the shelf, read once more by the cast and
    the public facts as they stand today, are no longer clean, hold a word to decide, or join up with more.
    """
    with act("ordered_bundle", by=by, on=making, needs=Can.ORDER_RELEASE, why=words) as doing:
        way = _locked(making)
        refuse_unless_ruling(by, making.bundle.report.review)
        _refuse_others(way, shown)
        _refuse(way.may_order(by).reasons)
        if why := waits_today(way.making):
            raise Trouble(why, do="Make another copy.")
        signed = _signed(way, by, Signs.ORDER, words, ordered_on)
        doing.made(signed)
    return signed


def give_bundle(*, by: Person, making: Making, to: str, given_on: date) -> BundleSignature:
    """Note that the ordered copy was given, and to whom. Raises Trouble for one that is not ordered."""
    with act("gave_bundle", by=by, on=making, needs=Can.WRITE_REPORT, why=to) as doing:
        way = _locked(making)
        if way.order is None or way.making.bundle.withdrawn_at is not None:
            raise Trouble("Nobody has ordered that this copy is given out.", do="See what it waits for.")
        if way.given is not None:
            raise Trouble("It was given already.", do="Make another copy for somebody else.")
        if given_on < way.order.signed_on:
            raise Trouble("That is before the day of the order.", do="Give the day it was handed over.")
        signed = _signed(way, by, Signs.GIVEN, to, given_on)
        doing.made(signed)
    return signed


def take_back_bundle_signature(*, by: Person, signature: BundleSignature) -> BundleSignature:
    """Undo by whoever signed, while nothing rests on it."""
    with act("took_back_bundle_signature", by=by, on=signature, needs=Can.SEE_SOURCE):
        if signature.signed_by != by.username:
            raise Trouble("Somebody else signed this.", do="Ask them to take it back.")
        way = _locked(signature.making)
        if not any(one.pk == signature.pk for one in signature.making.signatures.filter(withdrawn_at=None)):
            raise Trouble("It was taken back already.", do="Nothing more is needed.")
        later = {Signs.ORDER: way.given, Signs.GIVEN: None}.get(Signs(signature.signs), way.order)
        if later is not None:
            raise Trouble("Something rests on it already.", do="Withdraw the bundle, with a reason.")
        signature.withdrawn_at, signature.withdrawn_by = timezone.now(), by.username
        signature.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return signature


def _locked(making: Making) -> CopyWay:
    """The copy as it stands, while nobody else can change what it waits for."""
    Report.objects.select_for_update().get(pk=making.bundle.report_id)
    return way_of_copy(Making.objects.select_related("bundle__report__review").get(pk=making.pk))


def _refuse(reasons: tuple[str, ...]) -> None:
    if reasons:
        raise Trouble(" ".join(reasons), do="See what the copy waits for.")


def _refuse_others(way: CopyWay, shown: str | None) -> None:
    if shown is not None and shown != way.making.sha256:
        raise Trouble("This is another file than the page showed. Nothing was signed.", do="Read this one.")


def _signed(way: CopyWay, by: Person, signs: Signs, words: str, day: date, **more: Any) -> BundleSignature:
    return BundleSignature.objects.create(
        making=way.making,
        signs=signs,
        sha256=way.making.sha256,
        words=words.strip(),
        signed_on=day,
        signed_at=timezone.now(),
        signed_by=by.username,
        **more,
    )
