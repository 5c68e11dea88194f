"""A progress bar on long work, on stderr, where a person watches."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

import click

T = TypeVar("T")


def watched(things: Sequence[T], label: str) -> Iterator[T]:
    """The same things one after another, under a bar if stderr is a terminal."""
    quiet = not sys.stderr.isatty()
    with click.progressbar(things, label=f"{label:<16}", file=sys.stderr, hidden=quiet) as each:
        yield from each
