"""All that any part of the house writes down, as the installation writes it."""

from __future__ import annotations

import io
import logging
import logging.config
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings


def formatter() -> logging.Formatter:
    """The one of the settings."""
    made = logging.config.DictConfigurator({})
    found: logging.Formatter = made.configure_formatter({**settings.LOGGING["formatters"]["line"]})
    return found


@contextmanager
def everything_logged() -> Iterator[io.StringIO]:
    """From INFO on, which is more than any installation keeps unless it is told to."""
    written = io.StringIO()
    handler, root = logging.StreamHandler(written), logging.getLogger()
    handler.setFormatter(formatter())
    before = root.level, root.handlers
    root.handlers = [handler]  # alone: others would write the same out once more
    root.setLevel(logging.INFO)
    try:
        yield written
    finally:
        root.handlers = before[1]
        root.setLevel(before[0])
