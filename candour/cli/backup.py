"""`candour backup`: rows, papers and keys in one file that only its key opens."""

from __future__ import annotations

from pathlib import Path

import click

from candour.cli.answers import answering, print_json, say
from candour.cli.installation import asks, by_option, home_option, person_named, wake
from candour.cli.wording import counted
from candour.domain.trouble import Trouble


@click.command("backup")
@home_option
@by_option
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write."
)
@click.option(
    "--key-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The key to seal it with. Default: the installation's keys/backup_key. Keep a copy elsewhere.",
)
@click.option("--replace", is_flag=True, help="Write over a file that is there.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def command(
    home: Path, username: str, out: Path, key_file: Path | None, replace: bool, as_json: bool
) -> None:
    """Take a backup of an installation while it runs: as of one moment, whole or not at all."""

    def work() -> None:
        installation = wake(home)
        from candour.domain.access import Can
        from candour.kernel.archive.backup import take_backup
        from candour.kernel.archive.sealed_file import read_key

        key = read_key(key_file or installation.folder / "keys" / "backup_key")
        if out.exists() and not replace:
            raise Trouble(f"{out.name} is there already.", do="Name another file, or say --replace.")
        asks(person_named(username), Can.BACK_UP, did="took_backup")
        taken = take_backup(out, key, folder=installation.folder)
        if as_json:
            print_json(taken.as_json())
        else:
            rows = counted(sum(taken.rows.values()), "row")
            say(f"{taken.file}: {rows}, {counted(taken.papers, 'paper')}, SHA-256 {taken.sha256}")
            say(f"The record's head is {taken.audit_head}")

    answering(work, as_json_too=as_json)
