"""`candour demo`: the real example merged, then an invented world walked through every stage, and served."""

from __future__ import annotations

from pathlib import Path

import click

from candour.cli.answers import answering


@click.command("demo")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("demo"),
    show_default=True,
    help="Folder for results.",
)
@click.option("--serve/--no-serve", default=True, show_default=True, help="Serve it when all is made.")
@click.option("--port", default=8000, show_default=True, help="Of the web service.")
@click.option("--reading-room-port", default=8001, show_default=True, help="Of the public reading room.")
def command(out: Path, serve: bool, port: int, reading_room_port: int) -> None:
    """Merge the real example, carry invented reviews through every stage, and serve them.

    The real example holds published facts of a public inquiry, by role only. All else is invented, in a
    folder of its own, which each run writes anew, and is served on this machine only.
    """

    def work() -> int:
        # Loaded here, so that the real example needs no Django.
        from candour.cli.demonstration.real_example import merge_example
        from candour.cli.demonstration.showing import make_and_show, serve_it

        merge_example(out)
        home = make_and_show(out)
        return serve_it(home, port, reading_room_port) if serve else 0

    answering(work, as_json_too=False)
