"""`candour register`: what no open file of a review may hold, as check-open reads it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import click

from candour.cli.answers import answering, as_json, print_json, say
from candour.cli.installation import by_option, home_option, person_named, wake
from candour.cli.of_a_review import asks_of, review_called
from candour.cli.one_file import refuse_to_overwrite, write_whole
from candour.cli.wording import counted


@click.command("register", short_help="What no open file of a review may hold.")
@click.argument("review", metavar="REVIEW")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, metavar="R.json", help="The file to write."
)
@by_option
@home_option
@click.option("--replace", is_flag=True, help="Write over a file that is there.")
@click.option("--json", "as_json_too", is_flag=True, help="One JSON document on stdout.")
def command(review: str, out: Path, username: str, home: Path, replace: bool, as_json_too: bool) -> None:
    """Write the register of a review, such as 2014/003: it is secret, so mind where it lies.

    In it: everybody of the cast by every name they go or went by, addresses, numbers, days of birth and
    death, and each day that the open report does not tell as a day; pseudonyms and words that were allowed
    are named as no leaks. You need the power to see the report's source, and the record says that you asked.
    """

    def work() -> None:
        wake(home)
        from candour.domain.access import Can
        from candour.stages.report.releasing.register_shape import register_of, register_shape

        refuse_to_overwrite(out, replace=replace)
        person = person_named(username)
        found = review_called(review, person)
        asks_of(found, person, Can.SEE_SOURCE, did="took_register_away")
        shape = register_shape(register_of(found))
        content = f"{as_json(shape)}\n".encode()
        write_whole(out, content, replace=replace, secret=True)
        if as_json_too:
            counts = {key: len(value) for key, value in shape.items()}
            print_json({"file": str(out), "sha256": hashlib.sha256(content).hexdigest(), "items": counts})
        else:
            say(f"{out}: {_in_words(shape)}. It is secret.")

    answering(work, as_json_too=as_json_too)


def _in_words(shape: dict[str, list[object]]) -> str:
    one = {"people": "name", "addresses": "address", "dates": "day", "numbers": "number"}
    many = {"people": "names", "addresses": "addresses", "dates": "days", "numbers": "numbers"}
    return ", ".join(counted(len(shape[key]), one[key], many[key]) for key in one)
