"""The reading room's own settings: no sessions, no sign-in, no script, one app and its own database."""

from __future__ import annotations

import os
from pathlib import Path

from csp.constants import NONE, SELF

from candour.reading_room.home import database_in, home_from_environment, secret_key

ROOM = Path(__file__).resolve().parent
HERE = home_from_environment()
SECONDS_BETWEEN_LOOKS = float(os.environ.get("READING_ROOM_SECONDS_BETWEEN_LOOKS", "3"))
"""The inbox is looked at no more often than this, however many people read."""
BEHIND_HTTPS = os.environ.get("READING_ROOM_BEHIND_HTTPS", "no") == "yes"

DEBUG = False
SECRET_KEY = secret_key(HERE)
ALLOWED_HOSTS = os.environ.get("READING_ROOM_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
INSTALLED_APPS = ["candour.reading_room"]
ROOT_URLCONF = "candour.reading_room.urls"
DATABASES = {"default": database_in(HERE)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "candour.reading_room.middleware.short_cache",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "candour.reading_room.middleware.inbox_looked_at",
]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]

# Everything in static/ is served as it lies there, from the root: /reading-room.css.
WHITENOISE_ROOT = ROOM / "static"
WHITENOISE_MAX_AGE = 300
WHITENOISE_ALLOW_ALL_ORIGINS = False
STATIC_URL = "static/"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CONTENT_TYPE_NOSNIFF = True
if BEHIND_HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60

LANGUAGE_CODE = "en-gb"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "Europe/London"

# Who reads what is nobody's business: only faults are written down, never an address or a search.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "candour.reading_room": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
