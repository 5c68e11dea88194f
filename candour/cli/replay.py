"""`candour replay`: the same cases under several laws; which part ways, and by which test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from candour.cli.answers import Exit, answering, print_json, say
from candour.cli.decide import file_words
from candour.cli.packs_named import packs_option
from candour.cli.wording import counted, in_columns, joined
from candour.domain.rules import (
    OUTCOME_IN_WORDS,
    FactKind,
    Outcome,
    Regime,
    Replay,
    Replayed,
    facts_known,
    load_regime,
    replay,
)
from candour.domain.trouble import Trouble
from candour.files.cases.cases_csv import read_cases

MOST = 40
"""Parted cases that are named on a terminal; --json has them all."""


@click.command("replay", short_help="The same cases under two laws: which part ways.")
@packs_option
@click.option(
    "--regime",
    "names",
    multiple=True,
    required=True,
    metavar="REGIME",
    help="A regime's name. Give two or more.",
)
@click.argument("cases", metavar="CASES.CSV", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def command(names: tuple[str, ...], cases: Path, as_json: bool) -> None:
    """Hold the same cases against several laws, as if each were in force, and say where they part.

    The csv has the columns case_id and notified_on, then one for each fact by its name. Its cells are
    yes, no or unknown, a whole number, or a day as 2014-06-19; an empty one is unknown. A column decided
    (review or no_review) may stand beside them: then it is also said which decisions went against a law,
    and where somebody could have directed a review.
    """

    def work() -> int:
        regimes = _regimes(names)
        found = replay(regimes, read_cases(file_words(cases), cases.name, _facts(regimes)))
        if as_json:
            print_json(_shape(found))
        else:
            click.echo("\n".join(_words(found)))
            say(f"{counted(len(found.cases), 'case')}, {len(found.parted)} parted.")
        return Exit.DONE

    answering(work, as_json_too=as_json)


def _regimes(names: Sequence[str]) -> tuple[Regime, ...]:
    if len(set(names)) < 2 or len(set(names)) < len(names):
        raise Trouble(
            "Cases are held against two different laws, or more.", where="--regime", do="Name each law once."
        )
    return tuple(map(load_regime, names))


def _facts(regimes: Sequence[Regime]) -> dict[str, FactKind | None]:
    """Every fact known, with the kind in which these laws ask it."""
    kinds: dict[str, FactKind | None] = dict.fromkeys(facts_known())
    for regime in regimes:
        for fact in regime.facts:
            if kinds[fact.name] not in (None, fact.kind):
                raise Trouble(
                    f"The laws ask “{fact.name}” in two kinds, so no column can answer both.",
                    where=regime.name,
                    do="Replay them apart.",
                )
            kinds[fact.name] = fact.kind
    return kinds


def _shape(found: Replay) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "cases": [_case(found, one) for one in found.cases],
        "summary": {
            regime.name: {str(outcome): count for outcome, count in found.counted(regime).items()}
            for regime in found.regimes
        },
        "parted": len(found.parted),
    }
    if _decisions(found):
        shape["against"] = {one.name: _ids(found.against(one)) for one in found.regimes}
        shape["could_be_directed"] = {one.name: _ids(found.could_be_directed(one)) for one in found.regimes}
    return shape


def _case(found: Replay, one: Replayed) -> dict[str, Any]:
    return {
        "case_id": one.case.case_id,
        "notified_on": one.case.notified_on and one.case.notified_on.isoformat(),
        "outcomes": {
            regime.name: str(outcome) for regime, outcome in zip(found.regimes, one.outcomes, strict=True)
        },
        "differs": one.differs,
        "by": list(one.by),
    }


def _words(found: Replay) -> Iterator[str]:
    """How often each outcome, then the cases that part, then what a power to direct could have reached."""
    names = [regime.name for regime in found.regimes]
    yield f"{counted(len(found.cases), 'case')} under {joined(names)}, each as if in force."
    yield ""
    counts = [found.counted(regime) for regime in found.regimes]
    rows = [["", *names]]
    for outcome in Outcome:
        if any(one[outcome] for one in counts):
            rows.append([OUTCOME_IN_WORDS[outcome], *(f"{one[outcome]:,}" for one in counts)])
    yield from in_columns(rows)
    yield ""
    yield from _parted(found, names)
    if _decisions(found):
        yield ""
        yield from _directed(found)


def _parted(found: Replay, names: Sequence[str]) -> Iterator[str]:
    parted = found.parted
    if not parted:
        yield "No case parts ways."
        return
    yield f"{counted(len(parted), 'case')} {'parts' if len(parted) == 1 else 'part'} ways:"
    rows = [["case", *names, "by the test"]]
    rows += [
        [one.case.case_id, *map(str, one.outcomes), ", ".join(one.by) or "none"] for one in parted[:MOST]
    ]
    yield from in_columns(rows)
    if len(parted) > MOST:
        yield f"  and {len(parted) - MOST:,} more; --json has them all."


def _directed(found: Replay) -> Iterator[str]:
    yield "Decided without a review although the law says that there must be one:"
    for regime in found.regimes:
        against = len(found.against(regime))
        could = "could have been directed" if regime.may_direct else "nobody could have directed"
        yield f"  {regime.name}: {against:,}, which {could}."


def _decisions(found: Replay) -> bool:
    """Whether the list says what was decided on any case."""
    return any(one.case.decided is not None for one in found.cases)


def _ids(cases: Sequence[Replayed]) -> list[str]:
    return [one.case.case_id for one in cases]
