"""The door for a web server: `gunicorn candour.reading_room.wsgi:application`, with READING_ROOM_HOME set."""

from __future__ import annotations

from django.core.handlers.wsgi import WSGIHandler

from candour.reading_room.home import home_from_environment
from candour.reading_room.ready import migrate_and_ready

migrate_and_ready(home_from_environment().folder)
application = WSGIHandler()
