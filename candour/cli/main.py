"""The `candour` command. Each subcommand is one module, loaded only when it is asked for."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from candour import __version__
from candour.cli.answers import Exit, print_json

COMMANDS = {
    "audit": "candour.cli.audit",
    "backup": "candour.cli.backup",
    "check-open": "candour.cli.check_open",
    "dates": "candour.cli.dates",
    "deadlines": "candour.cli.deadlines",
    "decide": "candour.cli.decide",
    "demo": "candour.cli.demo",
    "flow": "candour.cli.flow",
    "hand-over": "candour.cli.hand_over",
    "init": "candour.cli.init",
    "known": "candour.cli.known",
    "merge": "candour.cli.merge",
    "regimes": "candour.cli.regimes",
    "register": "candour.cli.register",
    "remind": "candour.cli.remind",
    "replay": "candour.cli.replay",
    "report": "candour.cli.report",
    "restore": "candour.cli.restore",
    "serve": "candour.cli.serve",
    "take-in": "candour.cli.take_in",
    "trust": "candour.cli.trust",
}


class Rooms(click.Group):
    """A group that knows its commands by name and opens a module only for the one that runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command

    def main(self, args: Sequence[str] | None = None, **extra: Any) -> Any:
        """Run one command. Bad usage ends with 2, and with --json also says so as the error object."""
        words = list(sys.argv[1:] if args is None else args)
        for stream in (sys.stdout, sys.stderr):  # whatever the machine's own encoding and line ends
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        try:
            code = super().main(words, **{**extra, "standalone_mode": False})
        except click.ClickException as error:
            error.show()
            if "--json" in words:
                do = "Run the command with --help to see what it takes."
                print_json({"error": {"what": error.format_message(), "where": None, "do": do}})
            code = Exit.COULD_NOT
        except click.Abort:
            code = Exit.COULD_NOT
        sys.exit(code or Exit.DONE)


@click.group(cls=Rooms, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="candour")
def candour() -> None:
    """Serious case reviews: agency returns become one integrated chronology in which no row is lost.

    Every command answers in words, or with --json in one JSON document on stdout.
    It ends with 0 when done, 2 when it could not, 3 when a check ran and the answer is bad.
    """
