"""`candour merge`: agency returns become one integrated chronology, and a ledger of every row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from candour.cli.answers import Exit, answering, print_json, say
from candour.cli.long_lived import long_lived_values
from candour.cli.progress import watched
from candour.cli.reading_returns import read_returns
from candour.cli.side_by_side import as_many_as_fit
from candour.cli.wording import shortened
from candour.domain.chronology.gaps import LIMIT_DAYS
from candour.domain.chronology.integrate import Integrated, integrate
from candour.domain.chronology.ledger import ledger_as_json
from candour.files.results.chronology_tables import (
    CONFLICTS,
    GAPS,
    INTEGRATED,
    LINKS,
    conflict_lines,
    gap_lines,
    integrated_lines,
    link_lines,
)
from candour.files.results.csv_out import write_csv
from candour.files.results.integrated_xlsx import write_integrated_xlsx
from candour.files.results.json_out import write_integrated_json, write_json
from candour.files.results.output_folder import whole_folder
from candour.files.returns.merge_map import read_agency_names, read_map

RESULTS = (
    *("ledger.json", "integrated.json", "integrated.csv", "integrated.xlsx"),
    *("links.csv", "conflicts.csv", "gaps.csv"),
)
LONGEST_NAME = 60
_FILE = click.Path(path_type=Path)


@click.command("merge")
@click.argument("returns", nargs=-1, required=True, type=_FILE, metavar="RETURN...")
@click.option("--out", required=True, type=_FILE, help="Folder for the results; made if it is not there.")
@click.option("--map", "map_", type=_FILE, help="MAP.toml: what you say of a return's agency and columns.")
@click.option("--agencies", type=_FILE, help="A.csv (name,also): two names that are one agency.")
@click.option(
    "--links-at",
    type=click.FloatRange(0, 1),
    default=0.5,
    show_default=True,
    help="Score from which a link between two accounts is proposed.",
)
@click.option(
    "--gap-days",
    type=click.IntRange(min=1),
    default=LIMIT_DAYS,
    show_default=True,
    help="Silences longer than this many days are listed.",
)
@click.option("--replace", is_flag=True, help="Write over results that are already in the folder.")
@click.option("--json", "json_", is_flag=True, help="Print the ledger as JSON on stdout.")
def command(
    returns: tuple[Path, ...],
    out: Path,
    map_: Path | None,
    agencies: Path | None,
    links_at: float,
    gap_days: int,
    replace: bool,
    json_: bool,
) -> None:
    """Merge agency RETURNs (csv, xlsx, ods, docx, pdf) into one integrated chronology.

    Every row is placed, held for a person, or refused with a reason; ledger.json proves it. Nothing is
    written unless every file could be read. tsv, jsonl, xlsm, xls and docm are read too.
    """

    def work() -> int:
        said = read_map(map_) if map_ else {}
        also = read_agency_names(agencies) if agencies else []
        with long_lived_values():
            shares = as_many_as_fit()
            read = read_returns(returns, said, shares)
            merged = integrate(
                read, also=also, links_at=links_at, gap_days=gap_days, along=linking, shares=shares
            )
            ledger = write_results(merged, out, replace=replace)
        if json_:
            print_json(ledger)
        else:
            print_ledger(ledger, links=len(merged.links))
        for same in sent_twice(ledger):
            say(f"{' and '.join(same)} are the same file, byte for byte: each row is in twice.")
        say(f"Written to {out}: {', '.join(RESULTS)}.")
        return Exit.DONE

    answering(work, as_json_too=json_)


def write_results(merged: Integrated, out: Path, *, replace: bool = False) -> dict[str, object]:
    """Write every result of a merge into a folder, all of them or none; return the ledger's shape."""
    chronology = merged.chronology
    by_id = {entry.id: entry for entry in chronology.entries}
    ledger = ledger_as_json(merged.returns, chronology.entries, merged.unmatched_names)
    with whole_folder(out, RESULTS, replace=replace) as folder:
        write_json(folder / "ledger.json", ledger)
        write_integrated_json(folder / "integrated.json", chronology)
        lines = list(integrated_lines(chronology.entries))
        write_csv(folder / "integrated.csv", INTEGRATED, lines)
        left_out = write_integrated_xlsx(
            folder / "integrated.xlsx", watched(lines, "Writing"), whole="integrated.csv"
        )
        write_csv(folder / "links.csv", LINKS, link_lines(merged.links, by_id, chronology.events))
        write_csv(folder / "conflicts.csv", CONFLICTS, conflict_lines(merged.conflicts))
        write_csv(folder / "gaps.csv", GAPS, gap_lines(merged.gaps))
    for words in left_out.sentences("integrated.csv"):
        say(f"integrated.xlsx: {words}")
    return ledger


linking = partial(watched, label="Linking accounts")


def print_ledger(ledger: dict, *, links: int) -> None:
    """One line a return: rows in = placed + held + refused, then the rows that wait and why."""
    columns = ("rows_in", "placed", "held", "refused")
    names = [shortened(one["file"], LONGEST_NAME) for one in ledger["files"]]
    widest = max(len("All returns"), *map(len, names))
    click.echo(f"{'Return':{widest}}  rows in = placed + held + refused   (furniture)")
    for name, one in zip(names, ledger["files"], strict=True):
        click.echo(f"{name:{widest}}  {_sum(one, columns)}   ({len(one['furniture'])})")
    click.echo(f"{'All returns':{widest}}  {_sum(ledger['totals'], columns)}")
    _print_waiting(ledger["files"])
    click.echo(f"\n{links} links proposed between accounts of different agencies; none is merged.")
    if ledger["unmatched_names"]:
        click.echo(f"Told, but no agency here goes by the name: {'; '.join(ledger['unmatched_names'])}.")


def sent_twice(ledger: dict) -> list[list[str]]:
    """The names of returns that are the same to the byte."""
    by_hash: dict[str, list[str]] = {}
    for one in ledger["files"]:
        by_hash.setdefault(one["sha256"], []).append(one["file"])
    return [names for names in by_hash.values() if len(names) > 1]


def _sum(counts: dict, columns: Sequence[str]) -> str:
    rows_in, placed, held, refused = (counts[column] for column in columns)
    return f"{rows_in:7,} = {placed:6,} + {held:4,} + {refused:7,}"


def _print_waiting(files: Sequence[dict]) -> None:
    for fate in ("held", "refused"):
        rows = [(one["file"], row) for one in files for row in one[f"{fate}_rows"]]
        if rows:
            click.echo(f"\n{fate.capitalize()}:")
        for file, row in rows:
            part = f", {row['part']}" if row["part"] else ""
            known = [reading for reading in row["readings"] if not reading.startswith("XXXX")]
            offered = f" Could be {' or '.join(known)}." if known else ""
            place = shortened(f"{file}{part}, row {row['row']}", 2 * LONGEST_NAME)
            click.echo(f"  {place}: {row['reason']}{offered}")
