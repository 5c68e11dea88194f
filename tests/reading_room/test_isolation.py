"""The reading room cannot leak what it never holds: no other code in its process, no other table."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from tests.bundles_made import made_bundle
from tests.reading_room.room import Room
from tests.structure.walk import HERE, imports_of, python_files, within

ASK_ALL = """
import sys
from django.test import RequestFactory
from candour.reading_room.wsgi import application
from django.core.handlers.base import BaseHandler
for address in ("/", "/about/", "/reports/2014-003/findings/1/", "/nowhere/"):
    request = RequestFactory(HTTP_HOST="localhost").get(address)
    print(address, application.get_response(request).status_code)
print(*sorted(name for name in sys.modules if name.startswith("candour.")))
"""
ROOMS_ABOVE = ("candour.kernel", "candour.stages", "candour.desk", "candour.config", "candour.cli")
OWN_TABLES = {"action", "edition", "file", "finding", "paragraph", "report"}


def test_no_code_of_the_case_work_is_in_its_process(room: Room) -> None:
    room.deliver("wren.zip", made_bundle())
    said = room.python("-c", ASK_ALL)
    loaded = said.stdout.splitlines()[-1].split()

    assert "/reports/2014-003/findings/1/ 200" in said.stdout, said.stderr
    assert "candour.reading_room.pages.finding" in loaded
    assert [name for name in loaded if within(name, ROOMS_ABOVE)] == []


def test_its_database_holds_its_own_tables_and_no_person(room: Room) -> None:
    room.answer("/")
    with closing(sqlite3.connect(room.home / "reading-room.sqlite3")) as database:
        names = {name for (name,) in database.execute("select name from sqlite_master where type = 'table'")}

    own = {f"reading_room_{one}" for one in OWN_TABLES}
    assert names - {"sqlite_sequence", "django_migrations"} == own


def test_its_code_imports_files_and_domain_only() -> None:
    allowed = ("candour.reading_room", "candour.files", "candour.domain")
    strangers = [
        f"{path.relative_to(HERE)}:{line} {name}"
        for path in python_files("candour/reading_room/")
        for line, name in imports_of(path)
        if within(name, {"candour"}) and name != "candour" and not within(name, allowed)
    ]

    assert strangers == []


def test_its_home_is_closed_to_other_users(room: Room) -> None:
    assert (room.home / "secret-key").stat().st_mode & 0o077 == 0


def test_its_migrations_say_all_that_its_models_say(room: Room) -> None:
    asked = room.python(
        "-c",
        "from candour.reading_room.wsgi import application\n"
        "from django.core.management import call_command\n"
        "call_command('makemigrations', check=True, dry_run=True)",
    )

    assert asked.returncode == 0, asked.stdout + asked.stderr
