"""Bundles for a hearing of an invented review: a closed one for its reader, an open one up to being given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from candour.cli.demonstration.material import Material
from candour.cli.demonstration.standing import standing_on
from candour.kernel.people.models import Person
from candour.stages.hearing.actions.bundles import (
    ask_for_bundle,
    begin_bundle,
    make_bundle,
    put_into_bundle,
)
from candour.stages.hearing.actions.signing import (
    check_bundle,
    give_bundle,
    order_bundle,
    sign_bundle_joins,
)
from candour.stages.hearing.actions.words import keep_paper_words
from candour.stages.hearing.choosing import Choice, choices_for
from candour.stages.hearing.joining_up import joins_kept
from candour.stages.hearing.models import Bundle, Making
from candour.stages.report.models import Report


def make_bundles(
    material: Material, report: Report, *, judge: Person, checkers: tuple[Person, Person]
) -> None:
    """As hearing.toml tells them, up to being given to somebody."""
    for told in material.read("hearing")["bundle"]:
        with standing_on(told["made"]):
            bundle = _filled(report, told, judge)
            making = _made(bundle, told["made"], judge)
            if not bundle.is_closed:
                _keep(making, told["keep"], judge)
                making = _made(bundle, told["made"], judge)
                _let_out(making, told, judge=judge, checkers=checkers)


def _filled(report: Report, told: dict[str, Any], judge: Person) -> Bundle:
    bundle = begin_bundle(
        by=judge,
        report=report,
        audience=told["audience"],
        heard=told["heard"],
        heard_on=told["on"],
        called=told["called"],
    )
    for tab in told["tab"]:
        chosen = [_chosen(bundle, words) for words in tab["papers"]]
        put_into_bundle(by=judge, bundle=bundle, chosen=chosen, tab=tab["title"])
    return bundle


def _chosen(bundle: Bundle, words: str) -> Choice:
    kind, _, number = words.partition(" ")
    return next(
        one for one in choices_for(bundle) if one.kind == kind and number in ("", str(_number_of(one)))
    )


def _number_of(choice: Choice) -> int:
    return choice.thing.number if choice.thing is not None else 0


def _made(bundle: Bundle, day: date, judge: Person) -> Making:
    making = ask_for_bundle(by=judge, bundle=bundle, asked_on=day)
    return make_bundle(by=judge, making=making, made_on=day)


def _keep(making: Making, why: str, judge: Person) -> None:
    for sha256, words in _by_paper(making):
        keep_paper_words(by=judge, making=making, sha256=sha256, words=words, reason=why)


def _by_paper(making: Making) -> Iterator[tuple[str, list[str]]]:
    for sha256 in dict.fromkeys(one["sha256"] for one in making.asked):
        yield sha256, [one["words"] for one in making.asked if one["sha256"] == sha256]


def _let_out(making: Making, told: dict[str, Any], *, judge: Person, checkers: tuple[Person, Person]) -> None:
    """Signed for what joins up, read by two who had no hand in it, ordered, and given."""
    day = told["made"]
    stays = {one.key: told["joins"] for one in joins_kept(making.joins)}
    sign_bundle_joins(by=judge, making=making, stays=stays, words=told["joins"], signed_on=day)
    for checker in checkers:
        check_bundle(by=checker, making=making, verdict="yes", words=told["checked"], signed_on=day)
    order_bundle(by=judge, making=making, words=told["ordered"], ordered_on=day)
    give_bundle(by=judge, making=making, to=told["given"], given_on=told["on"])
