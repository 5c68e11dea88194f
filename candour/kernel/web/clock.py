"""What day it is: the clock's, or the one day on which a demonstration stands still."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """The day by which clocks run on screens. The audit always has the true time."""
    return settings.TODAY or timezone.localdate()
