"""A method is changed during a review: what is carried over, what no longer fits, what is newly asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from candour.domain.methods.method import Method, Stage


class Kind(StrEnum):
    """What a method gives codes or names to, in the order of a review."""

    STEP = "step"
    ROLE = "role"
    GROUP = "factor_group"
    CATEGORY = "finding_category"
    QUESTION = "finding_question"
    PART = "report_part"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Existing:
    """Something of a review that goes by a code of its method, and where it stands, in words.

    `own` is True for what belongs to the review whatever its method is, such as a checker's seat.
    """

    kind: Kind
    code: str
    title: str
    where: tuple[str, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every existing thing is in one of the first two lists; nothing that exists is newly asked."""

    carried: tuple[Existing, ...]
    unfit: tuple[Existing, ...]
    asked: tuple[Existing, ...]


def titles_in(method: Method, kind: Kind) -> dict[str, str]:
    """The codes of one kind that a method knows, each with its title there."""
    match kind:
        case Kind.STEP:
            return {one.name: one.title for one in method.steps}
        case Kind.ROLE:
            return {one.name: one.title for one in method.roles}
        case Kind.GROUP:
            return {one.code: one.title for one in method.factor_groups}
        case Kind.CATEGORY:
            return {one.code: one.title for one in method.finding_categories}
        case Kind.QUESTION:
            return {one.code: one.title for one in method.finding_questions}
        case Kind.PART:
            return {one.code: one.title for one in method.report_outline}
        case Kind.RULE:
            return {str(one.code): one.sentence for one in method.rules}


def steps_begun(method: Method, stage: Stage, where: str) -> tuple[Existing, ...]:
    """The steps of a stage that is begun: a review's work tells its stage, and no step apart."""
    return tuple(Existing(Kind.STEP, one.name, one.title, (where,)) for one in method.steps_in(stage))


def rules_in_force(method: Method) -> tuple[Existing, ...]:
    """Its rules, each in the method's own sentence."""
    return tuple(Existing(Kind.RULE, str(one.code), one.sentence) for one in method.rules)


def compare_methods(old: Method, new: Method, existing: Iterable[Existing]) -> Comparison:
    """What a change from `old` to `new` means for what exists. The rules of `old` are in force.

    The same code or name is carried over, under the new method's title; what both lists ask is not new.
    """
    there = _joined(chain(existing, rules_in_force(old)))
    known = {kind: titles_in(new, kind) for kind in Kind}
    before = {kind: titles_in(old, kind) for kind in Kind}
    held = {(one.kind, one.code) for one in there}
    return Comparison(
        carried=tuple(_renamed(one, known[one.kind]) for one in there if _fits(one, known[one.kind])),
        unfit=tuple(one for one in there if not _fits(one, known[one.kind])),
        asked=tuple(
            Existing(kind, code, title)
            for kind in Kind
            for code, title in known[kind].items()
            if code not in before[kind] and (kind, code) not in held
        ),
    )


def _fits(one: Existing, titles: dict[str, str]) -> bool:
    return one.own or one.code in titles


def _renamed(one: Existing, titles: dict[str, str]) -> Existing:
    return Existing(one.kind, one.code, titles.get(one.code, one.title), one.where, one.own)


def _joined(existing: Iterable[Existing]) -> list[Existing]:
    """One for each kind and code, with every place where it stands; in the order of the kinds."""
    found: dict[tuple[Kind, str], Existing] = {}
    for one in existing:
        first = found.get((one.kind, one.code), one)
        where = tuple(dict.fromkeys((*first.where, *one.where)))
        found[one.kind, one.code] = Existing(one.kind, one.code, first.title, where, first.own or one.own)
    order = list(Kind)
    return sorted(found.values(), key=lambda one: order.index(one.kind))
