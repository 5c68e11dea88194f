"""One source, two views: what is closed is absent from the open one, not hidden in it."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.domain.disclosure import Audience, Paragraph, Part, Source, Standing, read_source, view
from candour.domain.disclosure.days import Grain, in_words
from candour.domain.identity import Cast, Person, PersonKind
from candour.domain.trouble import Trouble

CAST = Cast(
    (
        Person("wren", PersonKind.CHILD, "Robin Ashby-Thorne", ("Robbie",), "Child Wren"),
        Person("mother", PersonKind.ADULT, "Delia Thorne", (), "Mother"),
        Person("father", PersonKind.ADULT, "Ivor Thorne"),
    )
)
CLOSED = Paragraph(
    "[[wren]] had a diagnosis of vermilion pangolin.",
    Audience.CLOSED,
    reason="health of a [[mother]]'s living child, quistlethorpe",
    gist="It concerns the health of [[wren]].",
    rests_on=("wexcombe row 9",),
)
SOURCE = Source(
    "Review of [[wren]]",
    "2026/014",
    (
        Part("The move", (Paragraph("[[mother]] and [[wren]] moved. [[mother]]'s sister stayed."), CLOSED)),
        Part("After it", (Paragraph("On [[on 2014-02-11]] they met."),)),
    ),
)


def of_one(text: str) -> Source:
    return Source("Review", "2026/014", (Part("Part", (Paragraph(text),)),))


def said(text: str, audience: Audience = Audience.OPEN) -> str:
    (paragraph,) = view(of_one(text), CAST, audience).paragraphs
    return paragraph.text


def everything_in(value: object) -> Iterator[str]:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from everything_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from everything_in(one)
    else:
        yield str(value)


def test_the_open_view_has_pseudonyms_and_the_closed_one_real_names() -> None:
    opened = [paragraph.words for paragraph in view(SOURCE, CAST, Audience.OPEN).paragraphs]
    closed = [paragraph.words for paragraph in view(SOURCE, CAST, Audience.CLOSED).paragraphs]

    assert opened == [
        "Mother and Child Wren moved. Mother's sister stayed.",
        "Paragraph 2 is in the closed report. It concerns the health of Child Wren.",
        "In February 2014 they met.",
    ]
    assert closed == [
        "Delia Thorne and Robin Ashby-Thorne moved. Delia Thorne's sister stayed.",
        "Robin Ashby-Thorne had a diagnosis of vermilion pangolin.",
        "On 11 February 2014 they met.",
    ]


def test_nothing_of_a_closed_paragraph_exists_in_the_open_view() -> None:
    opened = view(SOURCE, CAST, Audience.OPEN)
    walked = "\n".join(everything_in(opened))
    secrets = ["Robin", "Robbie", "Delia", "vermilion", "pangolin", "quistlethorpe", "wexcombe", "2014-02-11"]

    assert "the health of Child Wren" in walked
    for text in (walked, repr(opened), pickle.dumps(opened).decode("latin-1")):
        assert [secret for secret in secrets if secret in text] == []


def test_paragraphs_have_the_same_numbers_for_every_audience() -> None:
    numbers = [[one.number for one in view(SOURCE, CAST, audience).paragraphs] for audience in Audience]

    assert numbers == [[1, 2, 3], [1, 2, 3]]


def test_the_reason_stands_beside_a_closed_paragraph_in_the_closed_view_only() -> None:
    closed = [*view(SOURCE, CAST, Audience.CLOSED).paragraphs][1]
    opened = [*view(SOURCE, CAST, Audience.OPEN).paragraphs][1]

    assert (closed.standing, closed.reason) == (
        Standing.CLOSED,
        "health of a Delia Thorne's living child, quistlethorpe",
    )
    assert (opened.standing, opened.reason) == (Standing.GIST, "")


def test_the_same_source_gives_the_same_view() -> None:
    assert pickle.dumps(view(SOURCE, CAST, Audience.OPEN)) == pickle.dumps(view(SOURCE, CAST, Audience.OPEN))


@pytest.mark.parametrize(("reason", "gist", "needs"), [("", "gist", "reason"), ("reason", " ", "gist")])
def test_a_closed_paragraph_without_reason_or_gist_is_refused_at_birth(
    reason: str, gist: str, needs: str
) -> None:
    with pytest.raises(Trouble, match=f"needs a {needs}"):
        Paragraph("Words.", Audience.CLOSED, reason, gist)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[aunt]] came.", "paragraph 1: The cast has nobody under “aunt”."),
        ("[[father]] came.", "paragraph 1: “father” has no pseudonym yet."),
        ("On [[on 2014-02-31]] he came.", "paragraph 1: There is no day 2014-02-31."),
        ("[[on 2014-02-11 as week]]", "paragraph 1: A day cannot be given as “week”."),
        ("She [[mother came.", "paragraph 1: A reference is empty or not closed."),
    ],
)
def test_a_reference_that_leads_nowhere_is_said_with_its_paragraph(text: str, complaint: str) -> None:
    with pytest.raises(Trouble) as trouble:
        view(of_one(text), CAST, Audience.OPEN)

    assert str(trouble.value).startswith(complaint)


@pytest.mark.parametrize(
    ("text", "opened", "closed"),
    [
        ("on [[on 2014-02-11]]", "in February 2014", "on 11 February 2014"),
        ("In [[on 2014-02-11 as season]]", "In winter 2013/14", "On 11 February 2014"),
        ("in [[on 2014-02-11 as year]]", "in 2014", "on 11 February 2014"),
        ("In [[ on 2014-02-11 as day ]]", "On 11 February 2014", "On 11 February 2014"),
        ("since [[on 2014-02-11]]", "since February 2014", "since 11 February 2014"),
    ],
)
def test_a_day_is_generalised_by_rule_and_its_little_word_follows(
    text: str, opened: str, closed: str
) -> None:
    assert (said(text), said(text, Audience.CLOSED)) == (opened, closed)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_two_days_told_alike_are_of_one_month_or_one_season(day: date, other: date) -> None:
    if (day.year, day.month) == (other.year, other.month):
        assert in_words(day, Grain.MONTH) == in_words(other, Grain.MONTH)
    if in_words(day, Grain.SEASON) == in_words(other, Grain.SEASON):
        assert abs((day - other).days) < 93


@given(st.text(st.characters(exclude_characters="[", exclude_categories=["Cs"]), min_size=1))
def test_what_is_typed_arrives_as_words_without_unseen_marks(text: str) -> None:
    if text.strip():
        arrived = said(f"x{text}")

        assert [one for one in arrived if one in "\u202e\u202d\u2066\u200b\u00ad\ufeff\x00\x1b\n"] == []
        assert said(f"x{text}") == arrived


def test_a_mark_that_turns_the_line_is_taken_out_and_its_words_stay() -> None:
    assert said("He wrote \u202enibor\u202c and left\u200b.\n\nThen e\u0301clair.") == (
        "He wrote nibor and left. Then éclair."
    )


def test_the_source_is_read_from_its_toml_shape() -> None:
    closed = {
        "text": "[[wren]] was ill.",
        "audience": "closed",
        "reason": "health",
        "gist": "It concerns health.",
    }
    part = {"title": "The move", "paragraph": [{"text": "[[mother]] moved."}, closed]}

    source = read_source({"title": "Review", "review_number": "2026/014", "invented": True, "part": [part]})

    assert source.invented
    assert [paragraph.audience for _, paragraph in source.numbered()] == [Audience.OPEN, Audience.CLOSED]


def test_a_slip_in_the_source_is_said_with_its_paragraph() -> None:
    part = {"title": "The move", "paragraph": [{"text": "Words."}, {"text": "Words.", "audience": "closed"}]}

    with pytest.raises(Trouble, match="needs a reason") as trouble:
        read_source({"title": "Review", "part": [part]})

    assert trouble.value.where == "paragraph 2"
