"""Facts that join up are listed with their places, the sum, and what to say instead; and a person signs."""

from __future__ import annotations

from datetime import date

import pytest

from candour.domain.disclosure import Audience, Paragraph, Part, Source, view
from candour.domain.identity import Cast, Person, PersonKind
from candour.domain.jigsaw import CLAIM, Join, JoinKind, PublicEvent, Ruling, joins_in, sign, still_to_decide
from candour.domain.trouble import Trouble

CAST = Cast(
    (
        Person("wren", PersonKind.CHILD, "Robin Ashby-Thorne", (), "Child Wren"),
        Person("place", PersonKind.PLACE, "Eastmarsh", (), "Eastmarsh"),
    )
)
INQUEST = PublicEvent(
    date(2014, 2, 11), "an inquest", "the Northmoor Gazette", "He was a quiet boy who loved the sea."
)
SIGNED_ON = date(2014, 10, 14)


def joined(*typed: str, public: tuple[PublicEvent, ...] = ()) -> tuple[Join, ...]:
    source = Source("Review", "2026/014", (Part("The move", tuple(map(Paragraph, typed))),))
    return joins_in(view(source, CAST, Audience.OPEN), CAST, public=public)


@pytest.mark.parametrize(
    ("typed", "kind", "facts"),
    [
        (
            ("In May 2014 [[wren]] was aged 3.", "By June 2014 [[wren]] was four years old."),
            JoinKind.BIRTHDAY,
            ["aged 3, May 2014", "four years old, June 2014"],
        ),
        (
            ("On 3 March 2014 they moved.", "Eleven days later nobody came."),
            JoinKind.INTERVAL,
            ["Eleven days", "3 March 2014"],
        ),
        (
            ("They moved in winter 2013/14.", "[[wren]] had been away for eleven days."),
            JoinKind.INTERVAL,
            ["eleven days", "winter 2013/14"],
        ),
        (("[[wren]] was the youngest of seven children.",), JoinKind.FAMILY, ["youngest of seven children"]),
        (("[[wren]] had a twin.",), JoinKind.FAMILY, ["twin"]),
        (("[[wren]] had cystic fibrosis.",), JoinKind.HEALTH, ["cystic fibrosis"]),
        (("A Somali family lived in [[place]].",), JoinKind.BACKGROUND, ["Somali", "Eastmarsh"]),
        (("His father was a vicar.",), JoinKind.OCCUPATION, ["vicar"]),
        (("It was the only such death in the county.",), JoinKind.ONLY_ONE, None),
    ],
)
def test_facts_that_join_up_are_listed_with_their_words(
    typed: tuple[str, ...], kind: JoinKind, facts: list[str] | None
) -> None:
    (join,) = joined(*typed)

    assert join.kind is kind
    assert facts is None or [fact.words for fact in join.facts] == facts
    assert join.instead
    assert {fact.where for fact in join.facts} <= {"paragraph 1", "paragraph 2"}


def test_the_sum_is_shown() -> None:
    (exact,) = joined("On 3 March 2014 they moved. Eleven days later nobody came.")
    (birth,) = joined("In May 2014 [[wren]] was aged 3.", "In June 2014 [[wren]] was aged 4.")

    assert "3 March 2014 + 11 days = 14 March 2014" in exact.why
    assert "the birth between 1 May 2010 and 30 June 2010" in birth.why


def test_a_day_and_a_month_of_what_the_press_told_are_joins_and_a_season_beside_it_is_not() -> None:
    exact, month = joined("He was seen on 11 February 2014.", "In February 2014.", public=(INQUEST,))

    assert (exact.kind, month.kind) == (JoinKind.PRESS, JoinKind.PRESS)
    assert "the Northmoor Gazette tells of an inquest on 11 February 2014" in month.why
    assert joined("In spring 2014.", public=(INQUEST,)) == ()


def test_words_that_stand_in_the_press_can_be_searched_for() -> None:
    (join,) = joined("Neighbours say he was a quiet boy who loved drawing.", public=(INQUEST,))

    assert join.kind is JoinKind.PRESS_WORDS


@pytest.mark.parametrize(
    "typed",
    [
        "They moved in 2014. There were two children. The visit took some days.",
        "[[wren]], aged 5 to 8, was seen in winter 2013/14.",
        "The review looked at three months of records.",
        "The judge asked the coroner, and a midwife wrote to the vicar.",
        "In May 2010 [[wren]] was aged 3. Years passed. Nobody wrote. No record. In June 2014 it was read.",
    ],
)
def test_plain_general_words_are_no_join(typed: str) -> None:
    assert joined(typed) == ()


def test_a_closed_report_is_not_looked_through() -> None:
    source = Source("Review", "2026/014", (Part("The move", (Paragraph("Words."),)),))

    with pytest.raises(ValueError, match="open report"):
        joins_in(view(source, CAST, Audience.CLOSED), CAST)


def test_a_ruling_stays_with_its_words_when_numbers_move() -> None:
    (before,) = joined("His father was a vicar.")
    (after,) = joined("Words.", "His father was a vicar.")

    ruling = Ruling(before.key, "Lead Reviewer 1", SIGNED_ON, "The diocese has 200.")

    assert after.facts[0].paragraph == 2
    assert still_to_decide([after], [ruling]) == ()


def test_nobody_can_sign_while_a_join_waits_and_a_new_join_ends_a_signature() -> None:
    found = joined("His father was a vicar.")
    ruling = Ruling(found[0].key, "Lead Reviewer 1", SIGNED_ON, "The diocese has 200.")

    with pytest.raises(Trouble, match="One join waits"):
        sign(found, [], by="Lead Reviewer 1", on=SIGNED_ON)
    with pytest.raises(Trouble, match="Nobody has signed"):
        sign((), [], by=" ", on=SIGNED_ON)
    signed = sign(found, [ruling], by="Lead Reviewer 1", on=SIGNED_ON)

    assert signed.holds_for(found)
    assert not signed.holds_for(joined("His father was a vicar.", "[[wren]] had a twin."))
    assert "does not mean that there are no others" in CLAIM
