"""The third set of notes: the key is exact, and the same seed gives the same notes."""

from __future__ import annotations

from itertools import pairwise

from benchmarks.case_casts import cast
from benchmarks.case_records import FORMS, STYLES, make_records
from benchmarks.case_slips import SLIPS

[NOTES] = make_records(6_000, 7)


def test_the_same_seed_gives_the_same_notes_and_another_seed_others() -> None:
    assert next(make_records(6_000, 7)) == NOTES
    assert next(make_records(1_000, 8)).text[:200] not in NOTES.text


def test_every_mention_stands_alone_where_the_key_says() -> None:
    spelt = [NOTES.text[one.start : one.end] for one in NOTES.gold]

    assert [words for words in spelt if not words or words != words.strip()] == []
    assert [1 for one, after in pairwise(NOTES.gold) if one.end > after.start] == []


def test_an_unhurt_full_name_is_the_casts_own_words() -> None:
    names = {one.key: one.name for one in cast("7/0")}
    plain = [one for one in NOTES.gold if one.form == "full" and not one.damages]

    assert plain
    assert all(NOTES.text[one.start : one.end] == names[one.keys[0]] for one in plain)


def test_every_form_is_written_and_every_slip_befalls_somebody() -> None:
    assert {form for style in STYLES.values() for form in style["forms"]} <= FORMS.keys()
    assert {damage for one in NOTES.gold for damage in one.damages} >= SLIPS.keys()
