"""`candour trust`: files signed with another installation's key are taken in as that organisation's own."""

from __future__ import annotations

from pathlib import Path

import click

from candour.cli.answers import Exit, answering, print_json
from candour.cli.exchange import organisation_called, refused_in_words
from candour.cli.installation import by_option, home_option, person_named, wake


@click.command("trust")
@click.argument("organisation", metavar="ORGANISATION")
@click.option(
    "--key",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="The public key of its installation: reading-room/bundle-public.pem in its folder.",
)
@click.option("--as", "known_as", default="", help="Its short name there, where that is another than here.")
@by_option
@home_option
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def command(organisation: str, key: Path, known_as: str, username: str, home: Path, as_json: bool) -> None:
    """Trust the key of a board's own installation, or of the national body's.

    A key that was trusted for it before is trusted no more. Compare the fingerprint by telephone.
    """

    def work() -> int:
        wake(home)
        from candour.stages.oversee.actions import trust_key

        with refused_in_words():
            trusted = trust_key(
                by=person_named(username),
                organisation=organisation_called(organisation),
                pem=key.read_bytes(),
                known_as=known_as,
            )
        if as_json:
            print_json({"organisation": organisation, "fingerprint": trusted.fingerprint})
        else:
            click.echo(f"Trusted for {trusted.organisation}: {trusted.fingerprint}")
        return Exit.DONE

    answering(work, as_json_too=as_json)
