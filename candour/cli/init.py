"""`candour init`: a real installation, with keys, database, first board and first administrator."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from candour.cli.answers import answering, say
from candour.cli.installation import home_option, migrate, wake
from candour.config.home import HomeKind, make_home


@click.command("init")
@home_option
@click.option("--board", required=True, help="Name of the first board or partnership.")
@click.option("--administrator", required=True, metavar="USERNAME", help="Sign-in name of the first person.")
@click.option("--name", help="How the administrator is shown. Default: the sign-in name.")
@click.option(
    "--address", default="http://127.0.0.1:8000", show_default=True, help="Where it will be served."
)
def command(home: Path, board: str, administrator: str, name: str | None, address: str) -> None:
    """Make an installation: keys, database, first board, first administrator.

    Prints a link that works once, for two days, by which the administrator chooses a password. With
    DATABASE_URL set, the rows go to that PostgreSQL; keys and papers stay in the folder.
    """

    def work() -> None:
        made = make_home(home, HomeKind.REAL)
        try:
            wake(made.folder)
            from candour.desk.founding import found_installation
            from candour.desk.one_time_links import token_for
            from candour.kernel.archive.empty_place import in_an_empty_database

            with in_an_empty_database():
                migrate()
                person = found_installation(board=board, username=administrator, name=name or administrator)
        except BaseException:
            shutil.rmtree(made.folder)  # half an installation is worse than none
            raise
        say(f"{made.folder} is ready. Start it with: candour serve --home {home}")
        say(f"Then, within two days and once, {person.username} chooses a password at:")
        click.echo(f"{address}/join/{token_for(person)}/")

    answering(work, as_json_too=False)
