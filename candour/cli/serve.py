"""`candour serve`: the web service, its worker and the reading room, begun together and ended together."""

from __future__ import annotations

from pathlib import Path

import click

from candour.cli.answers import answering, say
from candour.cli.installation import home_option, migrate, wake
from candour.cli.serving import Ports, check_reach, serve_until_stopped
from candour.config.home import Home


@click.command("serve")
@home_option
@click.option("--port", default=8000, show_default=True, help="Of the web service, for people who sign in.")
@click.option(
    "--reading-room-port", default=8001, show_default=True, help="Of the reading room, for everybody."
)
@click.option("--bind", default="127.0.0.1", show_default=True, help="A demonstration stays on loopback.")
def command(home: Path, port: int, reading_room_port: int, bind: str) -> None:
    """Serve an installation until Ctrl-C: three processes that begin together and end together.

    The reading room has its own process and its own database, and holds nothing but what was released.
    """

    def work() -> int:
        return serve(wake(home), Ports(bind, port, reading_room_port))

    answering(work, as_json_too=False)


def serve(home: Home, ports: Ports) -> int:
    check_reach(home, ports)
    migrate()
    return serve_until_stopped(
        home,
        ports,
        ready=lambda: say(
            f"Candour is at {ports.web}\nThe reading room is at {ports.reading_room}\nCtrl-C ends all three."
        ),
    )
