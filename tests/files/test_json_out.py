"""JSON written the quick way has the bytes of Python's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.cli.answers import as_json
from candour.domain.chronology.entry import Chronology, Event
from candour.files.results.json_out import indented, write_integrated_json, write_json
from tests.strategies import chronologies

PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
SHAPES = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4)
)


@given(SHAPES)
def test_a_shape_is_written_as_every_answer_is(shape: object) -> None:
    assert indented(shape) == json.dumps(shape, sort_keys=True, ensure_ascii=False, indent=2)
    assert indented(shape) == as_json(shape)


def test_half_of_a_letter_stays_what_it_was(tmp_path: Path) -> None:
    shape = {"event": ["\ud83d told", "\ude00", "“whole” 😀"]}

    write_json(tmp_path / "a.json", shape)

    assert (tmp_path / "a.json").read_bytes().count(b"\\ud83d") == 1
    assert json.loads((tmp_path / "a.json").read_bytes()) == shape


@given(chronologies(), st.booleans())
def test_a_chronology_written_entry_by_entry_is_the_whole_one(
    tmp_path_factory: pytest.TempPathFactory, made: Chronology, with_events: bool
) -> None:
    events = (Event("v1", tuple(one.id for one in made.entries)),) if with_events else ()
    whole = Chronology((*made.agencies, '"entries": []'), made.entries, events)
    path = tmp_path_factory.getbasetemp() / "integrated.json"

    write_integrated_json(path, whole)

    assert path.read_text("utf-8") == as_json(whole.as_json()) + "\n"
