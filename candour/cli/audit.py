"""`candour audit verify`: walk the sealed record and name the first bad line."""

from __future__ import annotations

from pathlib import Path

import click

from candour.cli.answers import Exit, answering, print_json
from candour.cli.installation import asks, by_option, home_option, person_named, wake


@click.group("audit")
def command() -> None:
    """The sealed record of what was done."""


@command.command("verify")
@home_option
@by_option
@click.option("--head", help="A seal you noted before: also finds a tail that was cut off since.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def verify_command(home: Path, username: str, head: str | None, as_json: bool) -> None:
    """Check every line against its seal. Ends with 3 when one does not hold."""

    def work() -> int:
        wake(home)
        from candour.domain.access import Can
        from candour.kernel.access import may_anywhere
        from candour.kernel.audit.sealing import verify

        person = person_named(username)
        if not may_anywhere(person, Can.VERIFY_AUDIT):
            asks(person, Can.VERIFY_AUDIT, did="verified_audit")
        chain = verify(expected_head=head)
        if chain.ok:  # nothing more is sealed to a chain that does not hold
            asks(person, Can.VERIFY_AUDIT, did="verified_audit")
        bad = chain.first_bad
        if as_json:
            first_bad = {"line": bad.line, "why": bad.why} if bad else None
            print_json({"lines": chain.lines, "ok": chain.ok, "first_bad": first_bad, "head": chain.head})
        elif bad:
            click.echo(f"Line {bad.line} does not hold: {bad.why}.")
        else:
            click.echo(f"All {chain.lines} lines hold. The head is {chain.head}.")
        return Exit.DONE if chain.ok else Exit.ANSWER_IS_BAD

    answering(work, as_json_too=as_json)
