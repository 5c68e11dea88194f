"""How every command answers: exit codes, JSON on stdout, people's words on stderr."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from enum import IntEnum
from typing import Any

import click

from candour.domain.trouble import Trouble, Troubles


class Exit(IntEnum):
    """The exit codes of docs/reference/interfaces.md. 1 is only ever a bug."""

    DONE = 0
    COULD_NOT = 2
    ANSWER_IS_BAD = 3


def as_json(answer: Any, *, one_line: bool = False) -> str:
    """The one way JSON is written: keys sorted, so that the same answer gives the same bytes."""
    return json.dumps(answer, sort_keys=True, ensure_ascii=False, indent=None if one_line else 2)


def print_json(answer: Any) -> None:
    click.echo(as_json(answer))


def say(words: str = "") -> None:
    """Words for a person, kept off stdout so that they never mix with an answer."""
    click.echo(words, err=True)


def could_not(trouble: Trouble | Troubles, *, as_json_too: bool) -> int:
    """Say each trouble in one sentence; with --json, the first also as the error object on stdout."""
    troubles = trouble.troubles if isinstance(trouble, Troubles) else [trouble]
    for one in troubles:
        say(f"candour: {one}")
    if as_json_too:
        shapes = [{"what": one.what, "where": one.where, "do": one.do} for one in troubles]
        print_json({"error": shapes[0]} | ({"errors": shapes} if len(shapes) > 1 else {}))
    return Exit.COULD_NOT


def answering(command: Callable[[], int | None], *, as_json_too: bool) -> None:
    """Run one command's work and leave with its exit code; troubles become words and exit 2."""
    try:
        code = command() or Exit.DONE
    except (Trouble, Troubles) as trouble:
        code = could_not(trouble, as_json_too=as_json_too)
    except BrokenPipeError:
        # The reader has read enough (`| head`): an end like any other. What is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = Exit.DONE
    except OSError as error:
        say(f"candour: The answer could not be written ({error.strerror}). Give it a place with room.")
        code = Exit.COULD_NOT
    sys.exit(code)
