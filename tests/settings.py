"""The settings of a throwaway installation, made afresh for each run of the tests."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from candour.config.home import HomeKind, make_home

_FOLDER = Path(tempfile.mkdtemp(prefix="candour-tests-"))
os.environ["CANDOUR_HOME"] = str(_FOLDER / "home")
os.environ.pop("DATABASE_URL", None)
make_home(_FOLDER / "home", HomeKind.REAL)
# Files for the browser are gathered when an installation is served; tests are content with an empty place.
(_FOLDER / "home" / "static").mkdir(exist_ok=True)

from candour.config.settings import *  # noqa: E402, F403

SQLITE_FOR_TESTS = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": ":memory:",
    "OPTIONS": {"transaction_mode": "IMMEDIATE"},
}
DATABASES = {"default": SQLITE_FOR_TESTS}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
# Argon2 is slow on purpose; a hundred sign-ins a minute are the tests' own.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
