"""`candour regimes`: the laws there are, what one asks, and whether a pack of one is sound."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from candour.cli.answers import Exit, answering, print_json, say
from candour.cli.decide import file_words
from candour.cli.packs_named import packs_option
from candour.cli.regime_words import in_force_shape, in_force_words, sourced
from candour.cli.wording import counted, in_columns
from candour.domain.rules import FactAsked, FactKind, Regime, every_regime, load_regime, read_regime_file
from candour.domain.trouble import Trouble, Troubles

_json_option = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")


@click.group("regimes", short_help="The laws there are; what one asks; check a pack.")
def command() -> None:
    """The laws of reviews that Candour knows: each is a pack, and a pack more is a file more.

    How one is written is in docs/how-to/write-a-regime-pack.md.
    """


@command.command("list")
@packs_option
@_json_option
def list_regimes(as_json: bool) -> None:
    """List the laws there are, with the days on which each was in force."""

    def work() -> int:
        regimes = every_regime()
        if as_json:
            print_json({"regimes": [_regime(one) for one in regimes]})
        else:
            rows = [(one.name, one.title, in_force_words(one)) for one in regimes]
            click.echo("\n".join(in_columns(rows)))
            say(f"{counted(len(regimes), 'law')}.")
        return Exit.DONE

    answering(work, as_json_too=as_json)


@command.command("facts")
@packs_option
@click.argument("regime", metavar="REGIME")
@_json_option
def facts(regime: str, as_json: bool) -> None:
    """List the facts that a law asks, in its order, with question and help."""

    def work() -> int:
        law = load_regime(regime)
        if as_json:
            print_json({"regime": law.name, "facts": [_fact(one) for one in law.facts]})
        else:
            for one in law.facts:
                click.echo(f"{one.name} ({_kind(one)}): {one.question}")
                if one.help:
                    click.echo(f"  {one.help}")
                click.echo(f"  {one.citation}.")
        return Exit.DONE

    answering(work, as_json_too=as_json)


@command.command("check")
@packs_option
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@_json_option
def check(file: Path, as_json: bool) -> None:
    """Check a pack of a law: say every slip in it at once, each with its key, or what it holds.

    Ends with 3 where the pack has slips, and with 2 where the file cannot be read.
    """

    def work() -> int:
        words = _text(file)
        try:
            regime = read_regime_file(words, file.name)
        except Troubles as slips:
            return _not_sound(file, slips, as_json=as_json)
        if as_json:
            print_json({"file": file.name, "result": "sound", "slips": [], **_summary(regime)})
        else:
            click.echo(f"{file.name} is sound: {regime.title}.")
            click.echo(_counts(regime))
            click.echo(_unchecked(regime))
        return Exit.DONE

    answering(work, as_json_too=as_json)


def _text(file: Path) -> str:
    try:
        return file_words(file).decode("utf-8")
    except UnicodeDecodeError:
        raise Trouble("The file is not UTF-8 text.", where=file.name, do="Save it as UTF-8.") from None


def _not_sound(file: Path, slips: Troubles, *, as_json: bool) -> int:
    for one in slips.troubles:
        say(f"candour: {one}")
    say(f"{counted(len(slips.troubles), 'slip')}.")
    if as_json:
        told = [{"what": one.what, "where": one.where, "do": one.do} for one in slips.troubles]
        print_json({"file": file.name, "result": "slips", "slips": told})
    return Exit.ANSWER_IS_BAD


def _summary(regime: Regime) -> dict[str, Any]:
    return {**_regime(regime), "unverified": list(regime.unverified)}


def _regime(regime: Regime) -> dict[str, Any]:
    return {
        "name": regime.name,
        "title": regime.title,
        "short": regime.short,
        "nation": regime.nation,
        "subject": str(regime.subject),
        "in_force": in_force_shape(regime),
        "verified": regime.verified,
        "may_direct": regime.may_direct,
        "citation": regime.citation,
    }


def _fact(fact: FactAsked) -> dict[str, Any]:
    return {
        "name": fact.name,
        "kind": str(fact.kind),
        "unit": fact.unit or None,
        "question": fact.question,
        "short": fact.short,
        "help": fact.help,
        **sourced(fact),
    }


def _kind(fact: FactAsked) -> str:
    """How it is answered, in words."""
    if fact.kind is FactKind.YES_NO:
        return "yes, no or unknown"
    if fact.kind is FactKind.DATE:
        return "a day"
    return f"a number of {fact.unit}" if fact.unit else "a number"


def _counts(regime: Regime) -> str:
    held = (
        ("fact", regime.facts),
        ("test", regime.tests),
        ("clock", regime.clocks),
        ("power", regime.powers),
    )
    return ", ".join(counted(len(several), noun) for noun, several in held) + "."


def _unchecked(regime: Regime) -> str:
    if regime.verified:
        return "Every part of it says that its source was checked."
    return f"Not checked against their source: {', '.join(regime.unverified)}."
