"""Writes states.md of docs/reference: what things a review moves through and which action leads on, drawn."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from candour.config.home import HomeKind, make_home

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "states.md"
HEAD = """# How things move

Written by `make reference` from `candour/desk/states.py` and `candour/stages/decide/states.py`. Each arrow
is an action, by its name in an actions module.
"""


def page(moves: Any) -> str:
    return "\n".join([HEAD, *(line for one in moves for line in _drawn(one))])


def _drawn(one: Any) -> Iterator[str]:
    """A picture for readers of the page, and the same as a table for whoever reads its words."""
    names = {state: f"s{nth}" for nth, state in enumerate(one.states, start=1)} | {"": "[*]"}
    yield f"## {one.title}\n"
    yield f"{one.says}\n"
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield from (f'    state "{state}" as {names[state]}' for state in one.states)
    yield from (f"    {names[start]} --> {names[end]}: {action}" for start, action, end in one.ways)
    yield "```\n"
    yield "| from | action | to |"
    yield "|---|---|---|"
    yield from (f"| {start or 'nothing'} | `{action}` | {end} |" for start, action, end in one.ways)
    yield ""


def main() -> None:
    """In a throwaway installation, as the states are beside tables."""
    with tempfile.TemporaryDirectory(prefix="candour-states-") as folder:
        home = make_home(Path(folder) / "home", HomeKind.REAL)
        os.environ.pop("DATABASE_URL", None)
        os.environ["CANDOUR_HOME"] = str(home.folder)
        os.environ["DJANGO_SETTINGS_MODULE"] = "candour.config.settings"
        import django

        django.setup()
        from candour.desk.states import MOVES

        PAGE.write_text(page(MOVES), "utf-8")
    print(f"wrote {PAGE.relative_to(PAGE.parents[2])}")


if __name__ == "__main__":
    main()
