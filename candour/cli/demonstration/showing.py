"""The demonstration's home made anew, its ledger and its report check printed, and how to sign in."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import click

from candour.cli.answers import say
from candour.cli.demonstration.material import day_of_demonstration
from candour.cli.installation import migrate, wake
from candour.cli.serving import Ports, check_reach, serve_until_stopped
from candour.config.home import Home, HomeKind, make_home
from candour.domain.trouble import Trouble

HOME = "home"


def make_and_show(out: Path) -> Home:
    """Make the demonstration in its own folder, and print what its walk came to."""
    home = _fresh_home(out / HOME)
    migrate()
    from candour.cli.demonstration.walk import walk

    click.echo("\nNow the invented world. Everything in it is invented; each step is done by the cast:")
    for done in walk():
        click.echo(f"  {done}")
    from candour.cli.demonstration.outcome import print_checks, print_ledger

    click.echo("")
    print_ledger()
    print_checks(out / "reports")
    say(f"\nWritten to {home.folder}. Delete the folder, and nothing of it is left.")
    return home


def serve_it(home: Home, port: int, reading_room_port: int) -> int:
    ports = Ports("127.0.0.1", port, reading_room_port)
    check_reach(home, ports)
    return serve_until_stopped(home, ports, ready=lambda: _how_to_sign_in(ports))


def _how_to_sign_in(ports: Ports) -> None:
    say(f"\nOpen {ports.web} and take the tour, or look round as one of the cast:")
    say("one button each, no password.")
    say(f"What was published is in the reading room: {ports.reading_room}")
    say("It listens on this machine only. Ctrl-C ends all three processes.")


def _fresh_home(folder: Path) -> Home:
    """Raises Trouble rather than touch a folder that is no demonstration."""
    was = Home(folder.resolve())
    if was.exists() and was.kind is not HomeKind.DEMONSTRATION:
        raise Trouble(
            f"{folder} holds a real installation.", do="Name another folder with --out. Nothing was changed."
        )
    if was.exists():
        shutil.rmtree(was.folder)
    # Demonstrations never share a database with anything.
    os.environ.pop("DATABASE_URL", None)
    home = make_home(folder, HomeKind.DEMONSTRATION, today=day_of_demonstration())
    return wake(home.folder)
