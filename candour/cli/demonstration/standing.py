"""On which invented day the rows of a demonstration are made, so that a check does not follow its release."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

from django.conf import settings
from django.utils import timezone

_OPENS = time(9)


@contextmanager
def standing_on(day: date) -> Iterator[None]:
    """Rows made within say that they were made on this day, from nine o'clock on, in their true order.

    The record of who did what is not deceived: it always has the true time.
    """
    true_now = timezone.now
    begun, opened = true_now(), timezone.make_aware(datetime.combine(day, _OPENS))
    today = settings.TODAY
    # Which day it is stays as it was: later days of the same file are not to come yet.
    settings.TODAY = today or timezone.localdate()
    timezone.now = lambda: opened + (true_now() - begun)
    try:
        yield
    finally:
        timezone.now = true_now
        settings.TODAY = today
