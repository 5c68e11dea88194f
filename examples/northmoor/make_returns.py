"""Makes the returns of Child Wren and Child Heron from what is written in their source/ folders.

Run it as `python examples/northmoor/make_returns.py [--out DIR]`. It asks no clock and throws no dice: the
same source gives the same bytes. It also writes source/key.csv: where each row stands in which return.
"""

from __future__ import annotations

import argparse
import csv
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from return_files import Cell, Line, Part, csv_bytes, docx_bytes, ods_bytes, xlsx_bytes
from return_layouts import LAYOUTS, Layout

HERE = Path(__file__).parent
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
KEY_COLUMNS = ("id", "file", "part", "row", "day")
SourceRow = dict[str, str]


def written_rows(review: str, source: str) -> list[SourceRow]:
    with (HERE / review / "source" / f"{source}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE, restval=""))


def routine_rows(review: str, source: str) -> Iterator[SourceRow]:
    path = HERE / review / "source" / "routine.toml"
    if not path.exists():
        return
    routine = tomllib.loads(path.read_text("utf-8"))
    closed = frozenset(routine["closed"])
    for number, series in enumerate(routine["series"], start=1):
        if series["return"] != source:
            continue
        for count, day in enumerate(days_of(series, closed)):
            event, _, action = series["words"][count % len(series["words"])].partition(" => ")
            yield {
                "id": f"R{number}-{count + 1}",
                "part": str(series.get("part", "")),
                "day": day.isoformat(),
                "role": series["role"],
                "event": event,
                "action": action,
                "ref": series.get("ref", ""),
                "seen": series.get("seen", ""),
            }


def days_of(series: dict, closed: frozenset[date]) -> Iterator[date]:
    """The working days of a series; days it leaves out, and a worker's leave, do not count."""
    away = series.get("away", [date.max, date.max])
    asked, found = series["from"], 0
    while found < series["count"]:
        day = asked
        while day.weekday() > 4 or day in closed:
            day += timedelta(days=1)
        if day not in series.get("not", ()) and not away[0] <= day <= away[1]:
            found += 1
            yield day
        asked += timedelta(days=series["every"])


def spelt(day: date, like: str) -> Cell:
    """A day in the manner of `like`, which is how the agency writes 4 June 2014."""
    month = MONTHS[day.month - 1]
    return {
        "date": day,
        "04/06/2014": f"{day:%d/%m/%Y}",
        "4.6.14": f"{day.day}.{day.month}.{day:%y}",
        "4-Jun-14": f"{day.day}-{month[:3]}-{day:%y}",
        "04-Jun-14": f"{day:%d}-{month[:3]}-{day:%y}",
        "4 June 2014": f"{day.day} {month} {day:%Y}",
        "4 Jun 2014": f"{day.day} {month[:3]} {day:%Y}",
    }[like]


def cell(layout: Layout, field: str, row: SourceRow, number: int) -> Cell:
    if field == "number":
        return number
    if field == "day":
        return row.get("as") or spelt(date.fromisoformat(row["day"]), layout.days)
    return row.get(field, "")


def lines_of(layout: Layout, rows: list[SourceRow]) -> Iterator[Line]:
    yield from (Line("title" if words else "blank", words) for words in layout.title)
    yield Line("heading", tuple(heading for heading, _ in layout.columns))
    month = ""
    for number, row in enumerate(rows, start=1):
        if row["id"] == "=":
            yield Line("month", (row["event"],))
            continue
        here = f"{MONTHS[int(row['day'][5:7]) - 1]} {row['day'][:4]}"
        if layout.months and here != month:
            month = here
            yield Line("month", (month,))
        cells = tuple(cell(layout, field, row, number) for _, field in layout.columns)
        yield Line("row", cells, row["id"])
    yield from (Line("foot" if words else "blank", words) for words in layout.foot)


def parts_of(layout: Layout) -> list[Part]:
    rows = [*written_rows(layout.review, layout.source), *routine_rows(layout.review, layout.source)]
    if not layout.as_given:
        rows.sort(key=lambda row: (row["day"], row.get("time", ""), row["id"]))
    parts = []
    for number, name in enumerate(layout.parts, start=1):
        own = [row for row in rows if row.get("part") in ("", None, str(number))]
        lines = list(lines_of(layout, own))
        if number > 1 and layout.file.endswith(".docx"):
            lines = [line for line in lines if line.kind != "title"]
        parts.append(Part(name, tuple(lines), layout.above if number == 1 else ()))
    return parts


def bytes_of(layout: Layout, parts: list[Part]) -> bytes:
    if layout.file.endswith(".csv"):
        return csv_bytes(parts[0])
    lay_down = {"xlsx": xlsx_bytes, "docx": docx_bytes, "ods": ods_bytes}
    return lay_down[layout.file.rpartition(".")[2]](parts)


def make_returns(out: Path) -> None:
    """Write each review's returns/ and source/key.csv under `out`, over what is there."""
    key: dict[str, list[tuple[object, ...]]] = {}
    for layout in LAYOUTS:
        parts = parts_of(layout)
        folder = out / layout.review / "returns"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / layout.file).write_bytes(bytes_of(layout, parts))
        days = {row["id"]: row["day"] for row in written_rows(layout.review, layout.source)}
        days |= {row["id"]: row["day"] for row in routine_rows(layout.review, layout.source)}
        for part in parts:
            for row, line in enumerate(part.lines, start=1):
                if line.entry_id:
                    place = (line.entry_id, layout.file, part.name, row, days[line.entry_id])
                    key.setdefault(layout.review, []).append(place)
    for review, places in key.items():
        path = out / review / "source" / "key.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(KEY_COLUMNS)
            writer.writerows(places)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description="Make the invented returns again.")
    options.add_argument("--out", type=Path, default=HERE, help="the folder that gets wren/ and heron/")
    make_returns(options.parse_args().out)
