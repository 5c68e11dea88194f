"""The second set of messy notes: the key is exact, and the same seed gives the same notes."""

from __future__ import annotations

from itertools import pairwise

from benchmarks.casts_by_another import cast
from benchmarks.damage_by_another import KINDS
from benchmarks.notes_by_another import notes

TEXT, CAST, MENTIONS = notes("a seed", 3_000)


def test_the_same_seed_gives_the_same_notes_and_another_seed_others() -> None:
    assert notes("a seed", 3_000) == (TEXT, CAST, MENTIONS)
    assert notes("another", 3_000)[0] != TEXT


def test_there_are_as_many_words_as_were_asked_for() -> None:
    assert 3_000 <= len(TEXT.split()) < 3_400


def test_every_mention_stands_alone_where_the_key_says() -> None:
    keys = {member["key"] for member in CAST}
    spelt = [TEXT[mention["start"] : mention["end"]] for mention in MENTIONS]

    assert {mention["key"] for mention in MENTIONS} <= keys
    assert [words for words in spelt if not words or words != words.strip()] == []
    assert [1 for one, after in pairwise(MENTIONS) if one["end"] > after["start"]] == []


def test_an_undamaged_full_name_is_the_casts_own_words() -> None:
    names = {member["key"]: member["name"] for member in CAST}
    plain = [each for each in MENTIONS if (each["form"], each["damage"]) == ("full", "none")]

    assert plain
    assert [each for each in plain if TEXT[each["start"] : each["end"]] != names[each["key"]]] == []


def test_every_kind_of_damage_is_done() -> None:
    assert {mention["damage"] for mention in MENTIONS} >= KINDS.keys()


def test_a_cast_has_twelve_to_thirty_of_different_names() -> None:
    casts = [cast(str(seed)) for seed in range(30)]

    assert all(12 <= len(members) <= 30 for members in casts)
    assert all(len({member["name"].lower() for member in members}) == len(members) for members in casts)
