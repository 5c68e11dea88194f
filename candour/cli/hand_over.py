"""`candour hand-over`: a board's decisions for the national body, or its answers for a board, in one file."""

from __future__ import annotations

import hashlib
from pathlib import Path

import click

from candour.cli.answers import Exit, answering, print_json
from candour.cli.exchange import organisation_called, refused_in_words
from candour.cli.installation import by_option, home_option, person_named, wake
from candour.cli.one_file import write_whole


@click.command("hand-over")
@click.option("--board", required=True, help="The board's short name here, such as northmoor.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The file to write, such as decisions.candour.",
)
@by_option
@home_option
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def command(board: str, out: Path, username: str, home: Path, as_json: bool) -> None:
    """Write a signed file for the other installation, for it to take in.

    At a board's own installation: its notifications, decisions and replies. Where that board's key is
    trusted, which is at the national body: what was said to its decisions. No review's material goes with it.
    """

    def work() -> int:
        wake(home)
        from candour.stages.oversee.sending import signed_file

        with refused_in_words():
            file = signed_file(organisation_called(board), by=person_named(username))
        write_whole(out, file.content, replace=True, secret=True)
        sha256 = hashlib.sha256(file.content).hexdigest()
        if as_json:
            print_json({"file": str(out), "kind": file.kind, "things": file.things, "sha256": sha256})
        else:
            click.echo(f"{out}: {file.things:,} handed over, sha256 {sha256}")
        return Exit.DONE

    answering(work, as_json_too=as_json)
