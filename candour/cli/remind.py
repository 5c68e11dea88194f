"""`candour remind`: today's reminders are written, and e-mail that waits is sent."""

from __future__ import annotations

from pathlib import Path

import click

from candour.cli.answers import Exit, answering, print_json, say
from candour.cli.installation import home_option, wake
from candour.cli.wording import counted


@click.command("remind")
@home_option
@click.option("--send/--no-send", default=True, help="Only write them, and send nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def command(home: Path, send: bool, as_json: bool) -> None:
    """Write one reminder to everybody for whom something is late or due within five working days.

    Family and practitioners who agreed to take part are told once of each thing that waits. An e-mail says
    that something waits, never what. Ask for it once a day: asked again, it writes nobody a second time.
    Without CANDOUR_MAIL_HOST, and in a demonstration, messages stay in the outbox.
    """

    def work() -> int:
        wake(home)
        from candour.desk.reminding import remind_everybody
        from candour.kernel.outbox.sending import Sent, send_what_waits
        from candour.kernel.web.clock import today

        written = remind_everybody(today())
        out = send_what_waits() if send else Sent(0, 0)
        if as_json:
            found = {"written": written, "sent": out.sent, "waiting": out.waiting, "given_up": out.given_up}
            print_json({**found, "why": out.why or None})
        else:
            click.echo(f"{counted(written, 'reminder')} written, {out.sent:,} sent, {out.waiting:,} waiting.")
            if out.given_up:
                say(f"candour: {counted(out.given_up, 'message')} given up: the page Outbox says why.")
        if out.why:
            say(f"candour: {out.why}")
        return Exit.DONE

    answering(work, as_json_too=as_json)
