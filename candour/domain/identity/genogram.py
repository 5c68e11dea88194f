"""Who stood how to whom on a day, and who lived together: by name or by pseudonym, for a genogram."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from candour.domain.identity.cast import Cast
from candour.domain.identity.person import Person, PersonKind
from candour.domain.identity.relations import Relation, RelationKind
from candour.domain.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Placed:
    """One of the family: `generation` counts down from the eldest, 0; `column` from the left within it.

    `sex` is f, m or "" for not said; `subject`: the review is about this child.
    """

    key: str
    label: str
    sex: str
    generation: int
    column: int
    subject: bool = False
    died: bool = False


@dataclass(frozen=True, slots=True)
class Union:
    """Partners, or the parents of children in common. `ended`: they had parted by the day."""

    a: str
    b: str
    children: tuple[str, ...] = ()
    begins: str = ""
    ends: str = ""
    ended: bool = False
    together: bool = True


@dataclass(frozen=True, slots=True)
class Home:
    """Who lived together on the day, under the label of the address."""

    label: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Genogram:
    """`single`: (parent, child) where no other parent is known. `siblings`: who share no parent that is kept.

    `carers`: (carer, child), as of the day.
    """

    on: date
    named: bool
    people: tuple[Placed, ...]
    unions: tuple[Union, ...]
    single: tuple[tuple[str, str], ...]
    homes: tuple[Home, ...]
    siblings: tuple[tuple[str, str], ...] = ()
    carers: tuple[tuple[str, str], ...] = ()

    @property
    def by_key(self) -> dict[str, Placed]:
        return {one.key: one for one in self.people}


def genogram(cast: Cast, on: date, *, named: bool) -> Genogram:
    """The family as it stood on a day: by real names, with days; or by pseudonyms, with years alone.

    Never both: a person without a pseudonym raises Trouble where pseudonyms are wanted. Whoever was born
    later is not there; whoever had died is, and says so. Professionals and those without a relation are not.
    """
    family = _family(cast, on)
    label = {key: _label(cast.by_key[key], named=named) for key in family}
    held = [one for one in cast.relations if one.a in family and one.b in family and _had_begun(one, on)]
    parents: defaultdict[str, list[str]] = defaultdict(list)
    for one in held:
        if one.kind is RelationKind.PARENT:
            parents[one.b].append(one.a)
    generations = _generations(family, parents, held)
    subject = next((key for key in family if _is_subject(cast.by_key[key])), None)
    unions, single = _unions(held, parents, on, named=named)
    siblings = _siblings(held, parents)
    columns = _columns(family, generations, unions, single, siblings)
    people = tuple(
        Placed(
            key,
            label[key],
            cast.by_key[key].sex,
            generations[key],
            columns[key],
            key == subject,
            (died := cast.by_key[key].died) is not None and died <= on,
        )
        for key in sorted(family, key=lambda key: (generations[key], columns[key]))
    )
    homes = _homes(cast, family, on, named=named)
    caring = [one for one in held if one.kind is RelationKind.CARER and one.holds(on)]
    carers = tuple((one.a, one.b) for one in caring)
    return Genogram(on, named, people, unions, single, homes, siblings, carers)


def _siblings(held: list[Relation], parents: Mapping[str, list[str]]) -> tuple[tuple[str, str], ...]:
    """Those whom no union shows as brother and sister."""
    said = [(one.a, one.b) for one in held if one.kind is RelationKind.SIBLING]
    return tuple((a, b) for a, b in said if not {*parents.get(a, ())} & {*parents.get(b, ())})


def _family(cast: Cast, on: date) -> list[str]:
    related = {
        key
        for one in cast.relations
        if one.kind is not RelationKind.PROFESSIONAL_OF
        for key in (one.a, one.b)
    }
    related |= {key for one in cast.households if one.holds(on) for key in one.members}
    kinds = (PersonKind.CHILD, PersonKind.ADULT)
    return [
        one.key
        for one in cast.people
        if one.kind in kinds
        and (one.key in related or one.kind is PersonKind.CHILD)
        and (one.born is None or one.born <= on)
    ]


def _label(person: Person, *, named: bool) -> str:
    if named:
        return person.name
    if not person.pseudonym:
        raise Trouble(f"“{person.key}” has no pseudonym yet.", do="Choose one in the cast.")
    return person.pseudonym


def _is_subject(person: Person) -> bool:
    return person.kind is PersonKind.CHILD and person.relation.casefold() in ("", "subject", "self", "child")


def _had_begun(one: Relation, on: date) -> bool:
    return one.begins is None or one.begins <= on


def _generations(family: list[str], parents: Mapping[str, list[str]], held: list[Relation]) -> dict[str, int]:
    """A child stands under its parents, partners and siblings side by side; no circle moves for ever."""
    beside = [(one.a, one.b) for one in held if one.kind in (RelationKind.PARTNER, RelationKind.SIBLING)]
    beside += [(a, b) for several in parents.values() for a in several for b in several if a < b]
    under = dict.fromkeys(family, 0)
    for _ in family:
        before = dict(under)
        for child, several in parents.items():
            under[child] = max(under[child], *(under[one] + 1 for one in several))
        for a, b in beside:
            under[a] = under[b] = max(under[a], under[b])
        if under == before or max(under.values(), default=0) > len(family):
            break
    for child, several in sorted(parents.items(), key=lambda one: -under[one[0]]):
        for one in several:
            if one not in parents:
                under[one] = max(under[one], min(under[child] - 1, len(family)))
    for a, b in beside:
        under[a] = under[b] = max(under[a], under[b])
    least = min(under.values(), default=0)
    return {key: min(place, len(family)) - least for key, place in under.items()}


def _unions(
    held: list[Relation], parents: Mapping[str, list[str]], on: date, *, named: bool
) -> tuple[tuple[Union, ...], tuple[tuple[str, str], ...]]:
    children: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    single = list[tuple[str, str]]()
    for child, several in parents.items():
        if len(several) == 1:
            single.append((several[0], child))
        elif several:
            first, second = sorted(several)[:2]
            children[first, second].append(child)
    found = dict[tuple[str, str], Union]()
    for one in held:
        if one.kind is RelationKind.PARTNER:
            pair = (min(one.a, one.b), max(one.a, one.b))
            ended = one.ends is not None and one.ends <= on
            ends = _day(one.ends, named=named) if ended else ""
            found[pair] = Union(
                *pair, tuple(children[pair]), _day(one.begins, named=named), ends, ended=ended
            )
    for pair, theirs in children.items():
        found.setdefault(pair, Union(*pair, tuple(theirs), together=False))
    return tuple(found.values()), tuple(single)


def _day(day: date | None, *, named: bool) -> str:
    """A pseudonym goes with the year alone: a day could be looked up."""
    if day is None:
        return ""
    return f"{day.day} {day:%B %Y}" if named else str(day.year)


def _columns(
    family: list[str],
    generations: Mapping[str, int],
    unions: tuple[Union, ...],
    single: tuple[tuple[str, str], ...],
    siblings: tuple[tuple[str, str], ...],
) -> dict[str, int]:
    """Partners next to one another, former ones to the left; children in the order of their parents.

    A brother or sister without a parent in the picture stands to the left of the other and of their partners;
    the only parent of somebody over them, where that column is free.
    """
    columns = dict[str, int]()
    for generation in sorted(set(generations.values())):
        waiting = [key for key in family if generations[key] == generation]
        above = {
            child: min(columns.get(one.a, 0), columns.get(one.b, 0))
            for one in unions
            for child in one.children
        }
        first = {a: -1 for a, b in siblings if a not in above and not _has_partner(a, unions)}
        waiting.sort(key=lambda key: first.get(key, above.get(key, len(family))))
        ordered = list[str]()
        while waiting:
            key = waiting.pop(0)
            beside = [(one, one.b if one.a == key else one.a) for one in unions if key in (one.a, one.b)]
            parted = [other for one, other in beside if other in waiting and (one.ended or not one.together)]
            others = [other for _, other in beside if other in waiting and other not in parted]
            ordered += [*parted, key, *others]
            waiting = [one for one in waiting if one not in ordered]
        columns |= {key: number for number, key in enumerate(ordered)}
    for parent, child in single:
        row = {columns[key] for key in family if generations[key] == generations[parent] and key != parent}
        if columns[child] not in row:
            columns[parent] = columns[child]
    return columns


def _has_partner(key: str, unions: tuple[Union, ...]) -> bool:
    return any(key in (one.a, one.b) for one in unions)


def _homes(cast: Cast, family: list[str], on: date, *, named: bool) -> tuple[Home, ...]:
    return tuple(
        Home(_label(cast.by_key[one.address], named=named), members)
        for one in cast.households
        if one.holds(on) and (members := tuple(key for key in one.members if key in family))
    )
