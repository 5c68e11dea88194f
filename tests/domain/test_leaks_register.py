"""The register: its shape is read strictly, for what is misspelt would be looked for by nobody."""

from __future__ import annotations

from typing import Any

import pytest

from candour.domain.leaks import Person, read
from candour.domain.trouble import Trouble

SEEN = {"sha256": "ab" * 32, "by": "Invented Reader", "on": "2026-11-22"}


def test_a_missing_key_for_parts_means_that_parts_count() -> None:
    register = read({"people": [{"name": "Anna Kowalski"}]})

    assert register.people == (Person("Anna Kowalski", (), True),)


def test_images_that_somebody_has_looked_at_are_known_by_their_hash() -> None:
    register = read({"words": ["x1"], "seen_images": [SEEN | {"sha256": "AB" * 32}]})

    assert register.seen == {"ab" * 32}


@pytest.mark.parametrize("shape", [{}, {"people": []}, {"allow": ["Anna"]}, {"seen_images": [SEEN]}])
def test_an_empty_register_is_refused_as_it_could_find_nothing(shape: dict[str, Any]) -> None:
    with pytest.raises(Trouble, match="empty"):
        read(shape)


@pytest.mark.parametrize(
    ("shape", "named"),
    [
        ({"persons": []}, "persons"),
        ({"people": [{"name": "Anna", "alias": ["A"]}]}, "alias"),
        ({"words": ["x"], "seen_images": [SEEN | {"sha": "1"}]}, "sha"),
        ({"people": {"name": "Anna"}}, "people"),
        ({"people": ["Anna"]}, r"people\[0\]"),
        ({"people": [{"aliases": ["Anna"]}]}, r"people\[0\]"),
        ({"people": [{"name": "Anna", "parts": "yes"}]}, r"people\[0\].parts"),
        ({"people": [{"name": "Anna", "aliases": "Annie"}]}, r"people\[0\].aliases"),
        ({"people": [{"name": "Anna", "aliases": [" - "]}]}, r"people\[0\].aliases\[0\]"),
        ({"words": ["x", 7]}, r"words\[1\]"),
        ({"dates": ["14/07/1999"]}, r"dates\[0\]"),
        ({"dates": ["1999-02-30"]}, r"dates\[0\]"),
        ({"words": ["x"], "seen_images": [{"sha256": "12", "by": "A", "on": "B"}]}, r"seen_images\[0\]"),
        ({"words": ["x"], "seen_images": [SEEN | {"by": ""}]}, r"seen_images\[0\] .*who"),
        ([], "The register"),
    ],
)
def test_every_slip_is_named(shape: Any, named: str) -> None:
    with pytest.raises(Trouble, match=named):
        read(shape)
