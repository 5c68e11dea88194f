"""Writes docs/reference/commands.md from the commands themselves; a test holds the page to them."""

from __future__ import annotations

from pathlib import Path

import click

from candour.cli.main import COMMANDS, candour

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "commands.md"
WIDTH = 100
OPENING = """\
# The commands

Written by `make reference` from the commands' own help: change the help, not this page.
The exact shapes of what they read and write are in [interfaces.md](interfaces.md).
"""


def help_of(name: str | None) -> str:
    """The words of `candour NAME --help`, laid out at one width whatever the terminal's is."""
    settings = {**candour.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    top = click.Context(candour, info_name="candour", **settings)
    if name is None:
        return candour.get_help(top)
    command = candour.get_command(top, name)
    if command is None:
        raise LookupError(f"candour has no command {name}")
    inner = click.Context(command, info_name=name, parent=top, **settings)
    helps = [command.get_help(inner)]
    if isinstance(command, click.Group):
        for word, one in sorted(command.commands.items()):
            helps.append(one.get_help(click.Context(one, info_name=word, parent=inner, **settings)))
    return "\n\n".join(helps)


def page() -> str:
    parts = [OPENING, f"```text\n{help_of(None)}\n```\n"]
    parts += [f"## candour {name}\n\n```text\n{help_of(name)}\n```\n" for name in sorted(COMMANDS)]
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    print(f"wrote {PAGE.relative_to(PAGE.parents[2])}")
