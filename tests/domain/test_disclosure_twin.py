"""The twin: every secret is another, and the open view is the same."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from candour.domain.disclosure import Audience, Edition, Paragraph, Part, Source, twin, view
from candour.domain.disclosure.texts import hidden_days
from candour.domain.identity import Cast, Person, PersonKind
from candour.domain.trouble import Trouble
from tests.domain.made_reports import CAST, sources


@given(sources, st.integers(0, 99))
@settings(max_examples=25, deadline=None, phases=[Phase.generate])
def test_the_open_view_of_a_twin_is_the_same_and_its_secrets_are_others(source: Source, seed: int) -> None:
    try:
        opened = view(source, CAST, Audience.OPEN)
    except Trouble:
        assume(False)
    other, cast = twin(source, CAST, seed)

    assert view(other, cast, Audience.OPEN).as_json() == opened.as_json()
    assert view(other, cast, Audience.OPEN, edition=Edition.SUMMARY) == view(
        source, CAST, Audience.OPEN, edition=Edition.SUMMARY
    )
    assert "zq" not in view(other, cast, Audience.CLOSED).as_json().casefold()


def test_every_name_day_of_birth_and_hidden_day_of_a_twin_differs() -> None:
    text = (
        "On [[on 2014-02-11]], [[on 2014-02-11 as age of wren]], day "
        "[[on 2014-03-01 as count from 2014-02-20]]; open on [[on 2015-01-01 as day]]."
    )
    source = Source("Review", "2026/014", (Part("Part", (Paragraph(text),)),))

    other, cast = twin(source, CAST, 7)

    for before, after in zip(CAST.people, cast.people, strict=True):
        assert (before.kind, before.pseudonym) == (after.kind, after.pseudonym)
        assert before.key != after.key
        assert before.is_public or before.name != after.name
        assert before.born is None or before.born != after.born
    assert {*hidden_days(source)} & {*hidden_days(other)} == set()
    assert "2015-01-01" in other.parts[0].paragraphs[0].text
    assert twin(source, CAST, 7) == (other, cast)


def test_a_birth_told_by_its_season_has_a_twin_in_the_same_season() -> None:
    born = date(2008, 6, 11)
    cast = Cast((Person("k", PersonKind.CHILD, "Ada Thorne", (), "Child A", born),))
    source = Source("R", "1", (Part("P", (Paragraph("Born in [[on 2008-06-11 as season]]."),)),))

    other, changed = twin(source, cast, 1)

    assert view(other, changed, Audience.OPEN) == view(source, cast, Audience.OPEN)
    assert changed.people[0].born != born


def test_what_is_no_person_and_every_other_name_is_another_too() -> None:
    kinds = [kind for kind in PersonKind if not kind.is_human]
    things = [Person(f"k{n}", kind, f"AB{n}2 CDE{n}", (), f"{kind} {n}") for n, kind in enumerate(kinds)]
    aunt = Person(
        "aunt",
        PersonKind.ADULT,
        "Mrs Ada Thorne",
        ("Addie",),
        "Aunt",
        former=("Ada Frost",),
        died=date(2013, 1, 1),
    )
    source = Source("R", "1", (Part("P", (Paragraph("[[aunt]] died in [[on 2013-01-01 as year]]."),)),))
    cast = Cast((aunt, *things))

    other, changed = twin(source, cast, 5)

    assert view(other, changed, Audience.OPEN) == view(source, cast, Audience.OPEN)
    for before, after in zip(cast.people, changed.people, strict=True):
        assert {before.name, *before.aliases, *before.former} & {
            after.name,
            *after.aliases,
            *after.former,
        } == set()
    assert changed.people[0].died != aunt.died
    assert f"on {changed.people[0].died} as year" in other.parts[0].paragraphs[0].text


def test_the_twin_of_a_child_who_died_within_a_day_of_its_birth_dies_after_its_birth() -> None:
    baby = Person(
        "k", PersonKind.CHILD, "Ada Thorne", (), "Child A", date(2014, 2, 10), died=date(2014, 2, 11)
    )
    text = "Died in [[on 2014-02-11]], [[on 2014-02-11 as age_band of k]]."
    source = Source("R", "1", (Part("P", (Paragraph(text),)),))

    for seed in range(20):
        other, changed = twin(source, Cast((baby,)), seed)
        assert view(other, changed, Audience.OPEN) == view(source, Cast((baby,)), Audience.OPEN)
        assert changed.people[0].born != baby.born


def test_many_ages_of_one_child_leave_another_day_of_birth() -> None:
    days = [date(2014, 1, 1) + timedelta(30 * n) for n in range(24)]
    text = " ".join(f"[[on {day} as age of wren]] in [[on {day} as season]]" for day in days)
    source = Source("R", "1", (Part("P", (Paragraph(text),)),))

    other, changed = twin(source, CAST, 3)

    assert view(other, changed, Audience.OPEN) == view(source, CAST, Audience.OPEN)
    assert changed.people[0].born != CAST.people[0].born


def test_a_birth_that_leaves_no_other_day_is_refused_by_its_key_and_never_kept() -> None:
    text = "Born on [[on 2009-06-11 as day]]."
    source = Source("R", "1", (Part("P", (Paragraph(text),)),))

    with pytest.raises(Trouble, match=r"day of birth of “wren”") as raised:
        twin(source, CAST, 1)

    assert "bands" in raised.value.do
