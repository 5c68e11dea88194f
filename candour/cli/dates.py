"""`candour dates`: what each date, as people write them, can and cannot mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from candour.cli.answers import Exit, answering, as_json, say
from candour.cli.wording import counted, in_columns, shortened
from candour.domain.moments import Context, Fate, Moment, from_edtf, read_lines
from candour.domain.moments.almanac import FIRST_YEAR, LAST_YEAR
from candour.domain.trouble import Trouble
from candour.files.spellings import read_spellings

WIDTH = 44


@click.command("dates")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--column", default="text", show_default=True, help="The column of a csv that holds the dates.")
@click.option("--year", type=click.IntRange(FIRST_YEAR, LAST_YEAR), help="The year of dates that say none.")
@click.option(
    "--anchor", metavar="DAY", help="The day or month that relative dates count from: 1999-06-18, 1999-06."
)
@click.option("--carry", is_flag=True, help="Carry the years and months of headings and lines down the list.")
@click.option("--json", "json_", is_flag=True, help="One JSON object a line on stdout.")
def command(file: Path, column: str, year: int | None, anchor: str | None, carry: bool, json_: bool) -> None:
    """Read each date of FILE: a csv with a column of dates, or a .txt with one date on each line.

    A date is placed, held (with the readings to choose from), or refused. Nothing is guessed: a date
    that may mean two things is held.
    """

    def work() -> int:
        context = Context(year=year, anchor=_anchor(anchor))
        moments = read_lines(read_spellings(file, column), context, carry=carry)
        if json_:
            _print_as_json(moments)
        else:
            _print_for_people(list(moments))
        return Exit.DONE

    answering(work, as_json_too=json_)


def _anchor(edtf: str | None) -> Moment | None:
    if edtf is None:
        return None
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?", edtf):
            raise ValueError(edtf)
        return from_edtf(edtf)
    except ValueError:
        raise Trouble(
            f"The anchor {edtf!r} is not a day or month.", do="Write it as 1999-06-18 or 1999-06."
        ) from None


def _print_as_json(moments: Iterable[Moment]) -> None:
    for moment in moments:
        click.echo(as_json(moment.as_json(), one_line=True))


def _print_for_people(moments: list[Moment]) -> None:
    click.echo("\n".join(in_columns([list(_cells(moment)) for moment in moments])))
    fates = Counter(moment.fate for moment in moments)
    say(f"{counted(len(moments), 'date')}: " + ", ".join(f"{fates[fate]:,} {fate}" for fate in Fate) + ".")


def _cells(moment: Moment) -> Iterator[str]:
    yield str(moment.fate)
    yield shortened(moment.text, WIDTH)
    if moment.placed:
        yield moment.edtf or ""
        yield " ".join(moment.flags)
    else:
        yield " or ".join(moment.readings[:3]) + (" ..." if len(moment.readings) > 3 else "")
        yield moment.refused or ""
