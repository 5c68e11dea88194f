"""`candour take-in`: a signed file of another installation, once, by the same acts as if written here."""

from __future__ import annotations

from pathlib import Path

import click

from candour.cli.answers import Exit, answering, print_json
from candour.cli.exchange import refused_in_words
from candour.cli.installation import by_option, home_option, person_named, wake


@click.command("take-in")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@by_option
@home_option
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def command(file: Path, username: str, home: Path, as_json: bool) -> None:
    """Take in what another installation handed over. Taken in again, it changes nothing.

    A file that is not signed with a trusted key, or was changed, is refused whole. Of one that is, each thing
    is taken in whole, or left with its reason: then it ends with 3.
    """

    def work() -> int:
        wake(home)
        from candour.stages.oversee.taking_in import take_in

        with refused_in_words():
            taken = take_in(file.read_bytes(), by=person_named(username))
        if as_json:
            print_json(
                {
                    "from": taken.sender.slug,
                    "sha256": taken.sha256,
                    "added": taken.added,
                    "changed": taken.changed,
                    "same": taken.same,
                    "left": [{"number": number, "why": why} for number, why in taken.left.items()],
                }
            )
        else:
            click.echo(
                f"From {taken.sender}: {len(taken.added):,} added, {len(taken.changed):,} changed, "
                f"{len(taken.same):,} as they were, {len(taken.left):,} left."
            )
            for number, why in taken.left.items():
                click.echo(f"{number}: {why}")
        return Exit.ANSWER_IS_BAD if taken.left else Exit.DONE

    answering(work, as_json_too=as_json)
