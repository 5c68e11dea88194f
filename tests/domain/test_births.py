"""A value made quickly is the frozen value that its own constructor makes, in every way it may be met."""

from __future__ import annotations

import pickle
from copy import deepcopy
from dataclasses import FrozenInstanceError, replace

import pytest

from candour.domain.births import quickly_made
from candour.domain.returns.tables import Place

quick_place = quickly_made(Place)


def test_a_value_made_quickly_is_the_frozen_one() -> None:
    quick, made = quick_place("a.xlsx", "Sheet", 4), Place("a.xlsx", "Sheet", 4)

    assert type(quick) is Place
    assert (quick, hash(quick), repr(quick)) == (made, hash(made), repr(made))
    assert quick < replace(quick, row=5)
    assert pickle.loads(pickle.dumps(quick)) == deepcopy(quick) == made


def test_a_value_made_quickly_stays_as_it_is() -> None:
    quick = quick_place("a.xlsx", "Sheet", 4)

    with pytest.raises(FrozenInstanceError):
        quick.row = 5  # type: ignore[misc]


def test_a_field_left_out_is_refused() -> None:
    with pytest.raises(TypeError):
        quick_place("a.xlsx", "Sheet")  # type: ignore[call-arg]
