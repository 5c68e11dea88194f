"""What an installation stands on: its settings, its folder, its first people."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core import checks
from django.db.utils import ConnectionHandler

from candour.config import settings as ours
from candour.config.databases import database_at, sqlite_in
from candour.config.environment import env, env_flag, env_minutes
from candour.config.home import Home, HomeKind, lay_out, make_home
from candour.desk.founding import found_installation
from candour.domain.trouble import Trouble
from candour.kernel.audit.sealing import verify
from candour.kernel.people.models import Organisation, Person


def test_sqlite_is_kept_as_the_settings_say(tmp_path: Path, django_db_blocker: Any) -> None:
    connection = ConnectionHandler({"default": sqlite_in(tmp_path / "candour.sqlite3")})["default"]
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        asked = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    connection.close()
    assert asked == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}


@pytest.mark.parametrize("address", ["sqlite:///x.sqlite3", "mysql://h/n", "nonsense", "oracle://h/n"])
def test_an_address_names_a_postgresql_or_nothing(address: str) -> None:
    with pytest.raises(Trouble, match="names no PostgreSQL"):
        database_at(address)


def test_a_postgresql_is_asked_whether_it_is_still_there() -> None:
    found = database_at("postgresql://u@/n?host=/run")
    assert (found["CONN_MAX_AGE"], found["CONN_HEALTH_CHECKS"]) == (60, True)


def test_a_setting_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CANDOUR_X", "perhaps")
    with pytest.raises(Trouble, match="CANDOUR_X is 'perhaps'"):
        env_flag("CANDOUR_X", default=True)
    with pytest.raises(Trouble, match="CANDOUR_X"):
        env_minutes("CANDOUR_X", 30)
    monkeypatch.setenv("CANDOUR_X_FILE", str(tmp_path / "gone"))
    with pytest.raises(Trouble, match="cannot be read"):
        env("CANDOUR_X", "")


def test_nothing_but_what_https_needs_is_left_to_say_for_deployment() -> None:
    """Plain http is for one's own machine; with CANDOUR_HTTPS=yes each of these is answered."""
    left = {message.id for message in checks.run_checks(include_deployment_checks=True)}
    assert left <= {"security.W004", "security.W008", "security.W012", "security.W016"}


def test_cookies_and_hosts_are_strict() -> None:
    assert (settings.SESSION_COOKIE_HTTPONLY, settings.SESSION_COOKIE_SAMESITE) == (True, "Lax")
    assert ours.ALLOWED_HOSTS == ["127.0.0.1", "localhost"]
    assert settings.DEBUG is False


def test_a_home_is_its_owners_alone(tmp_path: Path) -> None:
    home = make_home(tmp_path / "home", HomeKind.REAL)
    for path in (home.folder, home.papers, home.inbox, home.folder / "keys"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700, path
    for path in (home.folder / "keys").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    assert (home.kind, home.today) == (HomeKind.REAL, None)


def test_no_home_is_made_over_anything(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    for place in (tmp_path, tmp_path / "letter.txt"):
        with pytest.raises(Trouble, match="is not empty"):
            make_home(place, HomeKind.DEMONSTRATION)
    assert os.listdir(tmp_path) == ["letter.txt"]


def test_a_folder_half_made_is_no_installation(tmp_path: Path) -> None:
    lay_out(tmp_path / "home")
    assert not Home(tmp_path / "home").exists()


def test_a_demonstration_stands_still_on_its_day(tmp_path: Path) -> None:
    home = make_home(tmp_path / "home", HomeKind.DEMONSTRATION, today=date(2014, 8, 1))
    assert (home.kind, home.today) == (HomeKind.DEMONSTRATION, date(2014, 8, 1))


@pytest.mark.django_db
def test_founding_makes_one_board_and_one_administrator_in_the_record() -> None:
    person = found_installation(board="N" * 200, username="ann", name="Ann")
    assert not person.has_usable_password()
    assert [post.role for post in person.posts.all()] == ["administrator"]
    assert verify().lines == 1
    with pytest.raises(Trouble, match="has people already"):
        found_installation(board="Another", username="bea", name="Bea")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "told",
    [{"board": ""}, {"board": "N" * 201}, {"username": "a" * 61}, {"username": ""}, {"name": "A" * 121}],
)
def test_founding_refuses_a_name_that_could_not_be_kept(told: dict[str, str]) -> None:
    """Found by trying: SQLite kept what PostgreSQL then could not."""
    with pytest.raises(Trouble, match="cannot be used"):
        found_installation(**{"board": "Board", "username": "ann", "name": "Ann", **told})
    assert not Organisation.objects.exists()
    assert not Person.objects.exists()
