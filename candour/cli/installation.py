"""How a command finds its installation, wakes Django in it, and learns who is asking."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from candour.config.home import Home
from candour.domain.trouble import Trouble

if TYPE_CHECKING:
    from candour.domain.access import Can
    from candour.kernel.people.models import Person

home_option: Callable[[Any], Any] = click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="CANDOUR_HOME",
    default=Path("candour-home"),
    show_default=True,
    help="The installation's folder.",
)
by_option: Callable[[Any], Any] = click.option(
    "--by", "username", required=True, help="Your sign-in name: the record says who asked."
)


def wake(folder: Path) -> Home:
    """Set Django up for the installation in a folder. Raises Trouble where there is none."""
    home = Home(folder.resolve())
    if not home.exists():
        raise Trouble(
            f"{folder} holds no installation of Candour.",
            where=str(folder),
            do="Make one with `candour init`, or name the right folder with --home.",
        )
    os.environ["CANDOUR_HOME"] = str(home.folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "candour.config.settings"
    import django

    django.setup()
    _reach_database()
    return home


def _reach_database() -> None:
    from django.db import DatabaseError, connection

    try:
        connection.ensure_connection()
    except DatabaseError as error:
        raise Trouble(
            f"The database cannot be reached: {str(error).splitlines()[0]}",
            do="Look whether it runs, and whether DATABASE_URL names it rightly.",
        ) from None


def person_named(username: str) -> Person:
    """The person who asks. Raises Trouble where nobody has that sign-in name."""
    from candour.kernel.people.models import Person

    person = Person.objects.filter(username=username, is_active=True).first()
    if person is None:
        raise Trouble(f"Nobody here signs in as {username!r}.", do="Give your own sign-in name with --by.")
    return person


def asks(person: Person, can: Can, *, did: str) -> None:
    """Ask as a page does, and leave the same line, refused or not. Raises Trouble where refused."""
    from django.core.exceptions import PermissionDenied

    from candour.kernel.audit.acting import act

    try:
        with act(did, by=person, on=person, needs=can):
            pass
    except PermissionDenied as refused:
        raise Trouble(" ".join(map(str, refused.args)), do="Ask an administrator.") from None


def migrate() -> None:
    from candour.cli.new_tables import make_or_change_tables

    make_or_change_tables()
