"""Timesketch's events come in with their time as the UK's clocks showed it, and go out with none made up."""

from __future__ import annotations

import csv
import io
import json

import pytest

from candour.domain.chronology.returned import interpret
from candour.domain.moments import Fate
from candour.domain.trouble import Trouble
from candour.files.results.timesketch import TIMESKETCH, timesketch_csv, timesketch_jsonl
from candour.files.returns.reading import read_content

EVENTS = [
    ("Call logged", "2015-07-24T23:30:00+00:00", "Creation Time"),
    ("Door opened, in winter", "2015-01-24T19:01:01Z", "Event Logged"),
    ("As its own clock said", "2015-07-24 19:01:01", "Event Logged"),
]
AS_UK_CLOCKS_SHOWED = ["2015-07-25T00:30:00", "2015-01-24T19:01:00", "2015-07-24T19:01:00"]


def as_csv():
    kept = io.StringIO(newline="")
    writer = csv.writer(kept)
    writer.writerow(["message", "timestamp", "datetime", "timestamp_desc", "source", "extra_field_1"])
    writer.writerows([words, 1331698658276340, at, kind, "LOG", "foo"] for words, at, kind in EVENTS)
    return kept.getvalue().encode()


def as_jsonl():
    shapes = [
        {
            "message": words,
            "timestamp": 1,
            "datetime": at,
            "timestamp_desc": kind,
            "source": "LOG",
            "tag": ["a", 1],
        }
        for words, at, kind in EVENTS
    ]
    return "\n\n".join(json.dumps(one) for one in shapes).encode()


def read(content, name):
    return interpret(read_content(name, content))


@pytest.mark.parametrize(("content", "name"), [(as_csv(), "log.csv"), (as_jsonl(), "log.jsonl")])
def test_an_event_comes_in_at_the_time_that_clocks_in_the_uk_showed(content, name):
    entries = list(read(content, name).entries())

    assert [entry.when.edtf for entry in entries] == AS_UK_CLOCKS_SHOWED
    assert [entry.when.text for entry in entries] == [at for _, at, _ in EVENTS]
    assert [entry.when.rule for entry in entries][:2] == ["instant", "instant"]
    assert [(entry.event, entry.source) for entry in entries] == [(words, "LOG") for words, _, _ in EVENTS]
    assert entries[0].cells["timestamp_desc"] == "Creation Time"


def test_a_row_of_json_lines_is_its_line_and_keeps_every_key():
    lines = (
        b'{"message": "Seen", "datetime": "1999-05-01", "tag": ["a", {"b": 1}], "seen": true}\n'
        b"\n"
        b'{"datetime": "1999-05-02", "message": "one", "message": "two", "n": 12345678901234567890123}\n'
    )
    first, second = read(lines, "log.jsonl").entries()

    assert (first.place.row, second.place.row) == (1, 3)
    assert first.cells["tag"] == '["a", {"b": 1}]'
    assert (second.event, second.cells["message (2)"]) == ("one", "two")
    assert second.cells["n"] == "12345678901234567890123"


@pytest.mark.parametrize("line", ["[]", "1", "{", '{"a": ' + "[" * 100_000, '{"a": ' + "9" * 5000 + "}"])
def test_a_line_that_is_no_object_is_named(line):
    with pytest.raises(Trouble, match=r"^log\.jsonl, row 2 is not JSON lines: this line is no JSON object"):
        read(b'{"datetime": "1999-05-01", "message": "x"}\n' + line.encode(), "log.jsonl")


def test_what_is_no_letter_is_kept_as_it_was_written():
    """Half of a letter, or a NUL: JSON can write them, and no table of ours could keep them."""
    line = b'{"datetime": "1999-05-01", "message": "a\\ud83db\\u0000c", "k\\ud83d": ["\\ud800"]}'
    [entry] = read(line, "log.jsonl").entries()

    assert entry.event == r"a\ud83db\u0000c"
    assert entry.cells["k\\ud83d"] == r'["\ud800"]'


def test_a_number_beyond_all_numbers_is_no_date():
    line = b'{"datetime": %s, "message": "x"}' % (b"9" * 400)
    read_in = read(b'{"datetime": "1999-05-01", "message": "x"}\n' + line, "log.jsonl")
    [row] = [*read_in.unplaced(Fate.HELD), *read_in.unplaced(Fate.REFUSED)]

    assert row.row == 2


RETURN = [
    ("14/07/99 14:30", "", "Called"),
    ("14/07/99", "", "Whole day"),
    ("c. July 1999", "", "About a month"),
    ("before 3 May 1999", "", "Open at the start"),
    ("after 3 May 1999", "", "Open at the end"),
    ("May - June 1999", "", "No involvement"),
    ("1/8/99", "=1+1", '=HYPERLINK("http://127.0.0.1:9")'),
]


def entries():
    rows = [("Date", "Action", "Event"), *RETURN]
    kept = io.StringIO(newline="")
    csv.writer(kept).writerows(rows)
    return list(read(kept.getvalue().encode(), "vale.csv").entries())


def lines():
    return [json.loads(line) for line in timesketch_jsonl(entries()).decode().splitlines()]


def test_a_time_wider_than_a_minute_says_so_and_begins_where_it_may_have_begun():
    said = [(one["datetime"], one["timestamp_desc"]) for one in lines()]

    assert said == [
        ("1999-07-14T14:30:00", "at this minute"),
        ("1999-07-14T00:00:00", "some time within 14 July 1999"),
        ("1999-07-01T00:00:00", "some time within about July 1999"),
        ("1999-05-02T23:59:00", "some time, open-ended: before 3 May 1999"),
        ("1999-05-04T00:00:00", "some time, open-ended: 4 May 1999 or later"),
        ("1999-05-01T00:00:00", "no contact, some time within May to June 1999"),
        ("1999-08-01T00:00:00", "some time within 1 August 1999"),
    ]


def test_both_files_tell_the_same_and_only_the_csv_disarms_formulas():
    rows = list(csv.DictReader(io.StringIO(timesketch_csv(entries()).decode(), newline="")))

    assert tuple(rows[0]) == TIMESKETCH
    assert [row["id"] for row in rows] == [one["id"] for one in lines()]
    assert [row["message"] for row in rows][-1] == '\'=HYPERLINK("http://127.0.0.1:9")\nAction: =1+1'
    assert lines()[-1]["message"] == '=HYPERLINK("http://127.0.0.1:9")\nAction: =1+1'
    assert (rows[1]["file"], rows[1]["row"], rows[1]["date_as_written"]) == ("vale.csv", "3", "14/07/99")


@pytest.mark.parametrize(("write", "name"), [(timesketch_csv, "a.csv"), (timesketch_jsonl, "a.jsonl")])
def test_what_goes_out_comes_in_again_at_the_same_times(write, name):
    again = list(read(write(entries()), name).entries())

    assert [one.when.earliest for one in again] == [
        entry.when.earliest or entry.when.latest for entry in entries()
    ]
