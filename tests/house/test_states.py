"""The states written down and the actions agree, and their pictures in docs are fresh."""

from __future__ import annotations

import inspect
from importlib import import_module

import pytest

from candour.desk.states import MOVES, NOTHING, Moves
from ops import write_states
from tests.house.walking import every_action

by_title = pytest.mark.parametrize("moves", MOVES, ids=lambda one: one.title)


def public_functions(module: str) -> set[str]:
    found = import_module(module)
    own = inspect.getmembers(found, lambda one: inspect.isfunction(one) and one.__module__ == module)
    return {name for name, _ in own if not name.startswith("_")}


@by_title
def test_every_arrow_is_an_action_that_exists(moves: Moves) -> None:
    known = {name.rpartition(":")[2] for name, _ in every_action()}
    known |= {name for module in moves.modules for name in public_functions(module)}

    assert {action for _, action, _ in moves.ways} <= known


@by_title
def test_an_action_of_these_modules_moves_the_thing_or_is_known_to_leave_it(moves: Moves) -> None:
    """A new action beside them is drawn, or said to change no state, before it lands."""
    there = {name for module in moves.modules for name in public_functions(module)}

    assert there - {action for _, action, _ in moves.ways} == moves.stays


@by_title
def test_every_state_is_reached_from_nothing(moves: Moves) -> None:
    reached = {NOTHING}
    for _ in moves.ways:
        reached |= {end for start, _, end in moves.ways if start in reached}

    assert reached == {NOTHING, *moves.states, *(start for start, _, _ in moves.ways)}


def test_the_pictures_are_fresh() -> None:
    assert write_states.PAGE.read_text("utf-8") == write_states.page(MOVES), "run `make reference`"
