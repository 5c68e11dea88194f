"""Make a home fit to serve from: its folders, its settings, its tables. Safe to do at every start."""

from __future__ import annotations

import os
from pathlib import Path

import django
from django.core.management import call_command

from candour.reading_room.home import HOME, Home, alone_in

SETTINGS = "candour.reading_room.settings"


def migrate_and_ready(folder: Path) -> Home:
    """For a process of its own: the settings named here replace any that the caller was started with."""
    os.environ[HOME] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    home = Home(folder.resolve())
    home.make()
    # Several web workers start at once; one of them migrates while the others wait.
    with alone_in(home, wait=True):
        django.setup()
        call_command("migrate", interactive=False, verbosity=0)
    return home
