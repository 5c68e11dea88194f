"""The main job on the real example, held against the answer key that no return contains."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter, defaultdict
from contextlib import redirect_stdout
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner

from candour.cli.demonstration.real_example import merge_example
from candour.cli.main import candour
from candour.domain.chronology.account_words import stems
from candour.domain.chronology.entry import Chronology
from candour.domain.moments import bounds_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "climbie-inquiry"
RETURNS = sorted((EXAMPLE / "returns").glob("*.*"))


def rows_of(name: str) -> list[dict[str, str]]:
    with (EXAMPLE / "source" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def merged(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("climbie") / "out"
    words = ["merge", *map(str, RETURNS), "--out", str(out), "--links-at", "0"]
    words += ["--map", str(EXAMPLE / "map.toml"), "--agencies", str(EXAMPLE / "agencies.csv")]
    answer = CliRunner().invoke(candour, words)

    assert answer.exit_code == 0, answer.output
    return out


@pytest.fixture(scope="module")
def ledger(merged) -> dict:
    return json.loads((merged / "ledger.json").read_text())


@pytest.fixture(scope="module")
def chronology(merged) -> Chronology:
    return Chronology.from_json(json.loads((merged / "integrated.json").read_text()))


@pytest.fixture(scope="module")
def keyed() -> dict[tuple[str, str, int], dict[str, str]]:
    """Place of a row -> its source row, with the answer key."""
    source = {row["entry_id"]: row for row in rows_of("master.csv")}
    return {
        (key["file"], key["part"], int(key["row"])): source[key["entry_id"]] for key in rows_of("key.csv")
    }


def test_every_source_row_is_in_and_every_row_has_one_fate(ledger, keyed):
    fates = Counter(
        (file["file"], row["part"], row["row"])
        for file in ledger["files"]
        for fate in ("placed_rows", "held_rows", "refused_rows")
        for row in file[fate]
    )

    assert fates == Counter(list(keyed))
    assert ledger["totals"]["rows_in"] == len(keyed) == 86


def test_each_return_is_read_as_the_agency_that_sent_it(chronology, keyed):
    for entry in chronology.entries:
        place = entry.place
        assert entry.agency == keyed[place.file, place.part, place.row]["agency"]


def test_no_placed_date_shuts_out_the_published_fact(chronology, keyed):
    for entry in chronology.entries:
        row = keyed[entry.place.file, entry.place.part, entry.place.row]
        first, last = bounds_of(row["date_edtf"])
        when = entry.when
        if when.earliest and last:
            assert when.earliest.date() <= last, row["date_text"]
        if when.latest and first:
            assert first <= when.latest.date(), row["date_text"]


def test_a_day_the_source_gives_in_full_is_placed_on_that_day(chronology, keyed):
    days = {
        (entry.place.file, entry.place.part, entry.place.row): (
            entry.when.earliest.date(),
            entry.when.latest.date(),
        )
        for entry in chronology.entries
        if entry.when.earliest and entry.when.latest
    }
    for place, row in keyed.items():
        if row["date_precision"] == "day":
            assert days[place] == bounds_of(row["date_edtf"]), row["date_text"]


def test_names_told_that_are_no_agency_here_are_listed_and_never_guessed(ledger):
    assert ledger["unmatched_names"] == [
        "Any agency",
        "Brent intake duty team",
        "Ealing referral and assessment team",
        "French child protection authority (recipient not named in source)",
        "NMH ward",
        "Police",
        "UK services",
    ]


@pytest.fixture(scope="module")
def keyed_pairs(keyed) -> set[frozenset[tuple[str, str, int]]]:
    """Pairs of rows of different agencies that the key says tell of one event."""
    groups = defaultdict(list)
    for place, row in keyed.items():
        if row["event_group"]:
            groups[row["event_group"]].append((place, row["agency"]))
    return {
        frozenset((a, b))
        for group in groups.values()
        for (a, first), (b, second) in combinations(group, 2)
        if first != second
    }


def places_of(links: list[dict[str, str]]) -> list[frozenset[tuple[str, str, int]]]:
    return [
        frozenset((link[f"file_{end}"], link[f"part_{end}"], int(link[f"row_{end}"])) for end in "ab")
        for link in links
    ]


@pytest.fixture(scope="module")
def ranked(merged) -> list[frozenset[tuple[str, str, int]]]:
    with (merged / "links.csv").open(encoding="utf-8", newline="") as file:
        links = list(csv.DictReader(file))
    return places_of(sorted(links, key=lambda link: -float(link["score"])))


def crudely_ranked(chronology: Chronology) -> list[frozenset[tuple[str, str, int]]]:
    """A baseline: pairs that may be of the same day, by how many words they share."""
    scored = []
    for a, b in combinations(chronology.entries, 2):
        if a.agency != b.agency and a.when.earliest and a.when.earliest == b.when.earliest:
            shared = len(stems(a.event) & stems(b.event))
            places = frozenset((one.place.file, one.place.part, one.place.row) for one in (a, b))
            scored.append((-shared, a.id, b.id, places))
    return [places for *_, places in sorted(scored)]


def found_among(ranked, keyed_pairs, count: int) -> int:
    return len(set(ranked[:count]) & keyed_pairs)


def test_accounts_of_one_event_stand_high_among_the_links(ranked, keyed_pairs):
    assert found_among(ranked, keyed_pairs, 50) >= 0.8 * len(keyed_pairs)
    assert found_among(ranked, keyed_pairs, 10) >= 6


def test_links_do_better_than_shared_words_on_a_day(ranked, keyed_pairs, chronology):
    crude = crudely_ranked(chronology)

    for count in (10, 20):
        assert found_among(ranked, keyed_pairs, count) > found_among(crude, keyed_pairs, count)


def test_the_two_days_of_the_office_interview_are_a_question(merged):
    """CF15: the police give "2 days before discharge", the social worker the day before it."""
    with (merged / "conflicts.csv").open(encoding="utf-8", newline="") as file:
        dates = [row for row in csv.DictReader(file) if row["kind"] == "date"]

    assert ("04/08/1999 (2 days before discharge)", "05/08/99") in [
        (row["says_a"], row["says_b"]) for row in dates
    ]


def test_the_first_attendance_after_another_is_a_question(merged, keyed):
    """CF02: attending on 25 April, and "first recorded attendance" on 26 April, of one agency."""
    with (merged / "conflicts.csv").open(encoding="utf-8", newline="") as file:
        found = [
            tuple(
                keyed[row[f"file_{end}"], row[f"part_{end}"], int(row[f"row_{end}"])]["entry_id"]
                for end in "ab"
            )
            for row in csv.DictReader(file)
            if row["why"].startswith("One row calls this the first")
        ]

    assert found == [("VC011", "VC012")]


def test_nothing_of_the_answer_key_is_in_any_result(merged):
    secrets = {row[name] for row in rows_of("master.csv") for name in ("entry_id", "kpe") if row[name]}

    for path in merged.iterdir():
        if path.suffix in {".json", ".csv"}:
            assert not [one for one in secrets if one in path.read_text("utf-8")]


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> tuple[str, Path]:
    """What the demo prints of the real example, before its invented world, and the folder it writes."""
    out = tmp_path_factory.mktemp("demo") / "demo"
    with redirect_stdout(io.StringIO()) as printed:
        merge_example(out)
    return printed.getvalue(), out


def test_the_readme_shows_what_the_demo_prints(demo):
    readme = (EXAMPLE.parents[1] / "README.md").read_text("utf-8")
    shown = re.search(r"```text\n(.*?)```", readme, re.S)[1].splitlines()
    printed = demo[0].splitlines()

    assert len(shown) > len(RETURNS)
    assert [line for line in shown if line.strip() != ".." and line not in printed] == []


def test_the_demo_says_what_happened(demo):
    printed, out = demo
    for path in RETURNS:
        assert path.name in printed
    assert "rows in = placed + held + refused" in printed
    assert "links proposed" in printed
    assert "surely held" in printed
    assert "that no return shows reaching Haringey Social Services" in printed
    assert "llegation" not in printed
    assert (out / "climbie-inquiry/ledger.json").is_file()
