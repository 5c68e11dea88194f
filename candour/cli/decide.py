"""`candour decide`: what a law asks on the facts of one case, why, and what it still turns on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from candour.cli.answers import Exit, answering, print_json
from candour.cli.packs_named import packs_option
from candour.cli.regime_words import (
    clock_shape,
    clock_words,
    in_force_shape,
    in_force_words,
    lowered,
    sourced,
    what_else_shape,
)
from candour.cli.wording import joined
from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import (
    OUTCOME_IN_WORDS,
    Answer,
    Evaluation,
    Power,
    Regime,
    Tested,
    Value,
    WhatIf,
    day_written,
    evaluate,
    load_regime,
    what_if,
)
from candour.domain.trouble import Trouble
from candour.files.cases.facts_file import read_facts


@click.command("decide", short_help="What a law asks on the facts of one case.")
@packs_option
@click.option(
    "--regime", "regime_name", required=True, help="The regime's name, as `candour regimes list` gives it."
)
@click.option(
    "--facts",
    "facts_file",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help='The facts, in TOML or JSON: [facts] and lines such as died = "yes" or age = 17. '
    "What is left out is unknown. `candour regimes facts` lists what a regime asks.",
)
@click.option("--on", "day", metavar="DATE", help="Also say what was in force on that day.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def command(regime_name: str, facts_file: Path, day: str | None, as_json: bool) -> None:
    """Say what a law asks on the facts of one case: a review, the choice of one, or none.

    Each fact is yes, no or unknown, a number or a day. While the outcome is unknown, the facts on which
    it turns are named. A law is applied as it stands, whether or not it was in force: --on says that.
    """

    def work() -> int:
        on = None if day is None else read_day(day, "--on")
        regime = load_regime(regime_name)
        facts = _facts(facts_file)
        try:
            evaluation, ways = evaluate(regime, facts), what_if(regime, facts)
        except Trouble as trouble:
            raise Trouble(trouble.what, where=facts_file.name, do=trouble.do) from None
        if as_json:
            print_json(shape_of(regime, evaluation, on))
        else:
            click.echo("\n".join(_words(regime, evaluation, ways, on)))
        return Exit.DONE

    answering(work, as_json_too=as_json)


def read_day(words: str, option: str) -> date:
    """A day given as 2014-06-19. Raises Trouble for anything else."""
    try:
        return day_written(words)
    except ValueError:
        raise Trouble(f"{words!r} is no day.", where=option, do="Write it as 2014-06-19.") from None


def file_words(path: Path) -> bytes:
    """What a file named on the command line holds. Raises Trouble where it cannot be opened."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise Trouble(
            f"The file cannot be opened ({error.strerror}).", where=path.name, do="Look where it is."
        ) from None


def _facts(path: Path) -> Mapping[str, Value]:
    return read_facts(file_words(path), path.name)


def shape_of(regime: Regime, evaluation: Evaluation, on: date | None) -> dict[str, Any]:
    """The answer as interfaces.md gives it."""
    return {
        "regime": regime.name,
        "verified": regime.verified,
        "in_force": in_force_shape(regime),
        "outcome": str(evaluation.outcome),
        "sentence": evaluation.sentence,
        "tests": [
            {**_named(one), "because": list(one.because), "missing": list(one.missing)}
            for one in evaluation.tests
        ],
        "missing": list(evaluation.missing),
        "kinds": [
            {**_named(one), "because": list(one.because), "missing": list(one.missing)}
            for one in evaluation.kinds
        ],
        "considerations": [
            {"name": one.name, "sentence": one.sentence, **sourced(one)} for one in regime.considerations
        ],
        "powers": [_power(one) for one in regime.powers],
        "clocks": [clock_shape(one) for one in regime.clocks],
        **what_else_shape(regime),
        "on": None if on is None else _on(regime, on),
    }


def _named(one: Any) -> dict[str, Any]:
    """A test or a kind of review with its answer."""
    return {"name": one.name, "title": one.title, "answer": str(one.answer), **sourced(one)}


def _power(one: Power) -> dict[str, Any]:
    return {
        "name": str(one.name),
        "who": one.who,
        "sentence": one.sentence,
        "in_force": one.in_force,
        "from": one.in_force_from and one.in_force_from.isoformat(),
        "to": one.in_force_to and one.in_force_to.isoformat(),
        **sourced(one),
    }


def _on(regime: Regime, day: date) -> dict[str, Any]:
    """What was in force on a day."""
    return {
        "day": day.isoformat(),
        "in_force": regime.in_force_on(day),
        "powers": [str(one.name) for one in regime.powers_on(day)],
        "bodies": [one.name for one in regime.bodies_on(day)],
        "clock_exceptions": [
            {
                "clock": clock.name,
                "says": one.says,
                "from": one.in_force_from.isoformat(),
                "to": one.in_force_to and one.in_force_to.isoformat(),
                "relaxed": one.relaxed,
                **sourced(one),
            }
            for clock in regime.clocks
            for one in clock.exceptions_on(day)
        ],
    }


def _words(
    regime: Regime, evaluation: Evaluation, ways: tuple[WhatIf, ...], on: date | None
) -> Iterator[str]:
    """The sentence first, then why, then what follows."""
    yield f"{OUTCOME_IN_WORDS[evaluation.outcome]}. {evaluation.sentence}"
    yield f"By {regime.title}. {in_force_words(regime)}"
    if on is not None:
        yield from _words_on(regime, on)
    yield from ("", "Tests")
    for test in evaluation.tests:
        yield from _test(regime, test)
    if evaluation.missing:
        yield from ("", "The outcome turns on")
        yield from _turning(regime, evaluation, ways)
    if evaluation.kinds:
        yield from ("", "Kind of review")
        yield from (
            f"  {one.title}: {one.answer if one.answer is Answer.YES else 'not yet known'}. {_source(one)}"
            for one in evaluation.kinds
        )
    if regime.considerations:
        yield from ("", "To be weighed")
        yield from (f"  {one.sentence} {_source(one)}" for one in regime.considerations)
    yield from ("", "Clocks")
    yield from (f"  {clock_words(one)}" for one in regime.clocks)
    yield from (f"  {one.title}: no time is given. {one.says} {_source(one)}" for one in regime.no_clocks)
    yield from ("", "Powers")
    yield from (
        f"  {'' if one.in_force else 'Not in force: '}{one.sentence} {_source(one)}" for one in regime.powers
    )
    if not regime.may_direct:
        yield "  Nobody may direct that a review is held."


def _test(regime: Regime, test: Tested) -> Iterator[str]:
    yield f"  {test.answer}: {test.title}. {_source(test)}"
    if test.because:
        yield f"    It rests on: {joined(_shorts(regime, test.because))}."
    elif test.missing:
        yield f"    It turns on: {joined(_shorts(regime, test.missing))}."


def _turning(regime: Regime, evaluation: Evaluation, ways: tuple[WhatIf, ...]) -> Iterator[str]:
    """Each missing fact by its name and its question; of the first few, where each answer leads."""
    leads = {one.fact: one.ways for one in ways}
    for name in evaluation.missing:
        yield f"  {name}: {regime.fact(name).question}"
        if found := leads.get(name):
            yield "    " + "; ".join(
                f"{one.words}: {lowered(OUTCOME_IN_WORDS[one.outcome])}" for one in found
            )


def _words_on(regime: Regime, day: date) -> Iterator[str]:
    standing = "in force" if regime.in_force_on(day) else "not in force"
    yield f"On {spoken_day(day)} it was {standing}."
    for clock in regime.clocks:
        for one in clock.exceptions_on(day):
            yield f"  {clock.title}: {one.says} {_source(one)}"


def _shorts(regime: Regime, names: tuple[str, ...]) -> list[str]:
    return [lowered(regime.fact(name).short) for name in names]


def _source(one: Any) -> str:
    """Where it stands, and whether that was checked."""
    return f"{one.citation}.{'' if one.verified else ' Check against the guidance in force.'}"
