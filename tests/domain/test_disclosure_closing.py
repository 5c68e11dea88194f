"""What is closed is absent, in whatever shape it was written; what is open is the same for everybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from candour.domain.disclosure import (
    Audience,
    Edition,
    Figure,
    Order,
    Paragraph,
    Part,
    Quotation,
    Reader,
    Reference,
    Source,
    Standing,
    View,
    read_source,
    source_shape,
    view,
)
from candour.domain.disclosure.texts import open_texts
from candour.domain.identity import Cast
from candour.domain.trouble import Trouble
from tests.domain.made_reports import CAST, sources

CLOSING = {"audience": Audience.CLOSED, "reason": "health", "gist": "It concerns health."}


def of(*paragraphs: Paragraph) -> Source:
    return Source("Review of [[wren]]", "2026/014", (Part("The move", paragraphs),))


def seen(source: Source, audience: Audience | Reader, **more: object) -> View:
    return view(source, CAST, audience, **more)  # type: ignore[arg-type]  # orders and edition


def reasons_in(one: View) -> tuple[str, ...]:
    return next(one.paragraphs).phrase_reasons


def possible(source: Source, audience: Audience, edition: Edition = Edition.WHOLE) -> View:
    """Made-up days may tell too much together; such a source has no open view, and is no example."""
    try:
        return view(source, CAST, audience, edition=edition)
    except Trouble as trouble:
        assume("compute" not in trouble.what)
        raise


@given(sources, st.sampled_from([Edition.WHOLE, Edition.SUMMARY, Edition.CHILD]))
@settings(max_examples=25, deadline=None)
def test_no_closed_word_and_no_real_name_ever_stands_in_an_open_view(
    source: Source, edition: Edition
) -> None:
    assert "zq" not in possible(source, Audience.OPEN, edition).as_json().casefold()


@given(sources)
@settings(max_examples=25, deadline=None)
def test_every_audience_reads_the_same_numbers(source: Source) -> None:
    opened, closed = possible(source, Audience.OPEN), view(source, CAST, Audience.CLOSED)

    def numbers(shown: View) -> list[tuple[int, ...]]:
        return [(one.number, *(u.number for u in one.under)) for one in shown.paragraphs if one.under]

    assert [one.number for one in opened.paragraphs] == [one.number for one in closed.paragraphs]
    assert {*numbers(opened)} <= {*numbers(closed)}


@given(sources, st.permutations(CAST.people))
@settings(max_examples=25, deadline=None)
def test_a_view_does_not_depend_on_the_order_of_the_cast(source: Source, people: list) -> None:  # type: ignore[type-arg]
    assert possible(source, Audience.OPEN) == view(source, Cast(tuple(people)), Audience.OPEN)


@given(sources)
@settings(max_examples=25, deadline=None)
def test_a_source_is_written_and_read_as_the_same(source: Source) -> None:
    assert source_shape(read_source(source_shape(source))) == source_shape(source)


def test_a_closed_phrase_leaves_its_gist_in_brackets_or_a_sign_that_words_are_missing() -> None:
    source = of(
        Paragraph(
            "[[wren]] took [[closed: [[mother's]] vermilion | a medicine]] daily[[closed: in secret | ]]."
        )
    )

    assert next(seen(source, Audience.OPEN).paragraphs).words == "Child Wren took [a medicine] daily[…]."
    assert next(seen(source, Audience.CLOSED).paragraphs).words == (
        "Zqrobin Zqthorne took [closed: Zqdelia Zqthorne’s vermilion] daily[closed: in secret]."
    )


@pytest.mark.parametrize(
    "text",
    [
        "[[closed: no gist]]",
        "[[closed: | gist]]",
        "[[closed: a | b | c]]",
        "[[closed: a [[closed: b | c]] | d]]",
        "[[shut: Zqrobin | gist]]",
        "[[closed: a | b",
    ],
)
def test_a_closed_phrase_that_is_not_whole_is_refused_and_never_printed(text: str) -> None:
    with pytest.raises(Trouble) as trouble:
        seen(of(Paragraph(text)), Audience.OPEN)

    assert trouble.value.where == "paragraph 1"
    assert "Zqrobin" not in str(trouble.value)


def test_neighbours_with_one_gist_are_told_once_and_keep_their_numbers() -> None:
    closed = [Paragraph(f"Secret {n}.", **CLOSING) for n in range(3)]
    part = seen(of(Paragraph("Open."), *closed, Paragraph("Open again.")), Audience.OPEN).parts[0]

    assert [(one.number, one.words) for one in part.told] == [
        (1, "Open."),
        (2, "Paragraphs 2 to 4 are in the closed report. It concerns health."),
        (5, "Open again."),
    ]
    assert [one.number for one in part.paragraphs] == [1, 2, 3, 4, 5]


def test_a_gist_is_a_sentence_of_its_own_or_ends_the_one_that_says_where_the_words_are() -> None:
    ends = {"reason": "health", "gist": "health of a child."}
    several = [Paragraph(f"Secret {n}.", audience=Audience.CLOSED, **ends) for n in range(2)]
    told = [one.words for one in seen(of(*several), Audience.OPEN).parts[0].told]
    alone = [one.words for one in seen(of(several[0]), Audience.OPEN).parts[0].told]

    assert told == ["Paragraphs 1 and 2 are in the closed report: health of a child."]
    assert alone == ["Paragraph 1 is in the closed report: health of a child."]


def test_why_a_phrase_is_closed_is_in_the_closed_report_alone() -> None:
    typed = "[[wren]] was [[closed: ill with [[mother]] | unwell]], and [[closed: Zqother | ]]."
    reasons = (("ill with [[mother]]", "health of [[mother]]"), ("gone since", "an old reason"))
    source = of(Paragraph(typed, phrase_reasons=reasons))

    assert reasons_in(seen(source, Audience.CLOSED)) == ("health of Zqdelia Zqthorne", "")
    assert "phrase_reasons" not in seen(source, Audience.OPEN).as_json()
    order = Order("aunt", True, "HHJ Invented", date(2014, 3, 1), "Kin.", (1,), ordered_as="Judge")
    by_order = seen(source, Reader("aunt"), orders=[order])
    assert reasons_in(by_order) == ()
    assert "Zqdelia" not in by_order.as_json()
    assert by_order.ordered_as == ("Judge",)
    assert read_source(source_shape(source)) == source


def test_what_stands_under_a_paragraph_is_closed_alone_or_with_it() -> None:
    figure = Figure("Visits", ("Year", "Visits"), (("2013", "4"), ("2014", "11")), "Visits rose.")
    under = (
        Quotation("I was tired.", "[[mother]]"),
        replace(figure, **CLOSING),
        figure,
        Reference("Row 9.", **CLOSING),
    )
    source = of(Paragraph("They moved.", under=under), Paragraph("Secret.", under=(figure,), **CLOSING))
    first, second = seen(source, Audience.OPEN).paragraphs

    assert [(one.number, one.standing) for one in first.under] == [
        (0, Standing.OPEN),
        (1, Standing.GIST),
        (2, Standing.OPEN),
        (1, Standing.GIST),
    ]
    assert first.under[0].by == "Mother"
    assert first.under[1].words == "Figure 1 is in the closed report. It concerns health."
    assert first.under[1].rows == ()
    assert first.under[2].counts == (4, 11)
    assert second.under == ()


def test_an_order_opens_a_closed_paragraph_to_one_reader_without_real_names() -> None:
    source = of(Paragraph("[[wren]] was ill.", **CLOSING), Paragraph("[[wren]] fell.", **CLOSING))
    order = Order("person:mother", True, "HHJ Invented", date(2014, 3, 1), "She is his mother.", (1,))

    shown = seen(source, Reader("person:mother"), orders=[order])

    assert [one.words for one in shown.paragraphs] == [
        "Child Wren was ill.",
        "Paragraph 2 is in the closed report. It concerns health.",
    ]
    assert shown.audience is Audience.CLOSED
    assert [one.reason for one in shown.paragraphs] == ["", ""]
    assert seen(source, Reader("aunt"), orders=[order]).parts == seen(source, Audience.OPEN).parts


def test_an_order_shuts_a_paragraph_to_one_holder_of_the_closed_report() -> None:
    source = of(Paragraph("They moved. [[closed: Alone. | ]]"), Paragraph("He was ill.", **CLOSING))
    reader = Reader("officer", Audience.CLOSED)
    shut = Order("officer", False, "HHJ Invented", date(2014, 3, 1), "A conflict.", parts=(1,))

    shown = [one.words for one in seen(source, reader, orders=[shut]).paragraphs]

    assert shown == [
        "They moved. […]",
        "Paragraph 2 is not in this copy, by order. It concerns health.",
    ]


@given(
    st.permutations(
        [
            Order("aunt", True, "J", date(2014, 3, 1), "w", (1,)),
            Order("aunt", False, "J", date(2014, 4, 1), "w", (1,)),
            Order("aunt", True, "J", date(2014, 4, 1), "w", parts=(1,)),
        ]
    )
)
def test_the_latest_order_counts_and_on_one_day_the_stricter(orders: list[Order]) -> None:
    source = of(Paragraph("He was ill.", **CLOSING))

    (shown,) = seen(source, Reader("aunt"), orders=orders).paragraphs

    assert shown.standing is Standing.GIST


def test_an_order_about_what_is_not_there_is_refused() -> None:
    order = Order("aunt", True, "J", date(2014, 3, 1), "w", (9,))

    with pytest.raises(Trouble, match="no paragraph 9"):
        seen(of(Paragraph("Words.")), Reader("aunt"), orders=[order])


def test_an_edition_has_its_own_wording_and_the_numbers_of_the_whole_report() -> None:
    source = of(
        Paragraph("They moved."),
        Paragraph("It was long.", wordings=((Edition.SUMMARY, "In short."),)),
        Paragraph("For you.", editions=(Edition.CHILD,)),
        Paragraph("The end.", editions=(Edition.WHOLE, Edition.SUMMARY)),
    )

    def told(edition: Edition) -> list[tuple[int, str]]:
        return [(one.number, one.words) for one in seen(source, Audience.OPEN, edition=edition).paragraphs]

    assert told(Edition.WHOLE) == [(1, "They moved."), (2, "It was long."), (3, "The end.")]
    assert told(Edition.SUMMARY) == [(2, "In short."), (3, "The end.")]
    assert told(Edition.CHILD) == [(0, "For you.")]
    assert {"In short.", "For you."} <= {one.text for one in open_texts(source)}


def test_a_briefing_without_its_seven_boxes_is_refused() -> None:
    source = of(Paragraph("They moved.", editions=(Edition.BRIEFING,)))

    with pytest.raises(Trouble, match="seven boxes, and this one has 1"):
        seen(source, Audience.OPEN, edition=Edition.BRIEFING)
