"""The grown source: what stands under a paragraph, closed phrases, shared gists, editions, order."""

from __future__ import annotations

import pytest

from candour.domain.disclosure import Audience, Edition
from candour.domain.trouble import Trouble
from candour.stages.report.actions import (
    Written,
    add_paragraph,
    add_part,
    add_under,
    change_part,
    change_under,
    close_phrase,
    close_together,
    comment_on_paragraph,
    link_word,
    move_paragraph,
    open_phrase,
    place_in_editions,
    put_back_wording,
    settle_comment,
    withdraw_under,
)
from candour.stages.report.models import Paragraph
from candour.stages.report.one_source import frozen_of, writers_of
from tests.cast import Cast, seat
from tests.stages.report.written import write_report


def first_of(report) -> Paragraph:
    return Paragraph.objects.get(part__report=report, part__number=1, position=1)


def open_words(report, edition: Edition = Edition.WHOLE) -> str:
    return frozen_of(report).view(Audience.OPEN, edition=edition).as_json()


def test_what_stands_under_a_paragraph_is_in_the_report_of_its_audience(cast: Cast) -> None:
    report = write_report(cast)
    paragraph = first_of(report)
    add_under(
        by=cast.lead,
        paragraph=paragraph,
        kind="quotation",
        written=Written(text="Nobody rang [[mother]] back.", said_by="a neighbour"),
    )
    figure = add_under(
        by=cast.lead,
        paragraph=paragraph,
        kind="figure",
        written=Written(
            text="Visits by [[hospital]]",
            columns=["Week", "Visits"],
            rows=[["first", "2"]],
            alt="Two visits.",
            audience="closed",
            reason="health of a living child",
            gist="It counts visits.",
        ),
    )
    public = open_words(report)

    assert "Nobody rang Mother back." in public
    assert "It counts visits." in public
    assert "Two visits." not in public
    withdraw_under(by=cast.lead, under=figure, version=1, why="told in the text")
    assert "It counts visits." not in open_words(report)


def test_whoever_wrote_under_a_paragraph_is_a_writer_and_no_earlier_words_vanish(cast: Cast) -> None:
    report = write_report(cast)
    note = add_under(by=cast.lead, paragraph=first_of(report), kind="note", written=Written(text="Row 9."))
    seat(cast.second_checker, cast.review, "judge")
    change_under(by=cast.second_checker, under=note, version=1, written=Written(text="Row 8."))

    assert note.earlier[0]["text"] == "Row 9."
    assert cast.second_checker.username in writers_of(report)


def test_a_figure_without_a_cell_for_each_column_is_refused(cast: Cast) -> None:
    report = write_report(cast)
    lopsided = Written(text="Visits", columns=["Week", "Visits"], rows=[["first"]], alt="Visits a week.")
    with pytest.raises(Trouble, match="a cell for each of its columns"):
        add_under(by=cast.lead, paragraph=first_of(report), kind="figure", written=lopsided)
    assert not first_of(report).under.exists()


def test_a_closed_phrase_is_read_only_in_the_closed_report_and_can_be_opened(cast: Cast) -> None:
    report = write_report(cast)
    paragraph = first_of(report)
    close_phrase(
        by=cast.lead,
        paragraph=paragraph,
        version=1,
        words="and [[wren]] moved",
        gist="and a child moved",
        reason="a child who is living",
    )

    assert "Mother [and a child moved] in February 2014." in open_words(report)
    assert paragraph.phrases[0]["reason"] == "a child who is living"
    assert frozen_of(report).source.parts[0].paragraphs[0].phrase_reasons == (
        ("and [[wren]] moved", "a child who is living"),
    )
    open_phrase(by=cast.lead, paragraph=paragraph, version=2, nth=1)
    assert paragraph.text == "[[mother]] and [[wren]] moved on [[on 2014-02-11]]."
    assert "phrase_reasons" not in frozen_of(report).shape["source"]["part"][0]["paragraph"][0]


@pytest.mark.parametrize(
    ("words", "says"),
    [("went", "has not these words"), ("e", "more than once"), ("other]] and", "inside a reference")],
)
def test_words_that_cannot_be_closed_alone_are_refused(cast: Cast, words: str, says: str) -> None:
    report = write_report(cast)
    with pytest.raises(Trouble, match=says):
        close_phrase(
            by=cast.lead, paragraph=first_of(report), version=1, words=words, gist="", reason="a reason"
        )


def test_a_reference_to_nobody_inside_closed_words_is_refused(cast: Cast) -> None:
    report = write_report(cast)
    with pytest.raises(Trouble, match="nobody under “uncle”"):
        add_paragraph(by=cast.lead, part=report.parts.first(), text="She [[closed: told [[uncle]] | left]].")


def test_neighbours_that_are_closed_together_tell_one_gist_once(cast: Cast) -> None:
    report = write_report(cast)
    part = report.parts.get(number=1)
    close_together(by=cast.lead, part=part, first=1, last=2, reason="health", gist="They concern health.")
    told = [one.words for one in frozen_of(report).view(Audience.OPEN).parts[0].told]

    assert told == ["Paragraphs 1 and 2 are in the closed report. They concern health."]
    with pytest.raises(Trouble, match="has no paragraphs 2 to 3"):
        close_together(by=cast.lead, part=part, first=2, last=3, reason="health", gist="Health.")


def test_a_paragraph_of_an_edition_alone_has_no_number_and_its_own_words_stand_there(cast: Cast) -> None:
    report = write_report(cast)
    last = Paragraph.objects.get(part__number=2)
    place_in_editions(
        by=cast.lead,
        paragraph=first_of(report),
        version=1,
        editions=[],
        told_as={"child": "You and [[mother]] moved."},
    )

    whole = list(frozen_of(report).view(Audience.OPEN).paragraphs)
    assert [one.number for one in whole] == [1, 2]
    assert frozen_of(report).findings == ((2, 1),)
    assert "You and Mother moved." in open_words(report, Edition.CHILD)
    put_back_wording(by=cast.lead, wording=first_of(report).wordings.first(), version=2)
    assert len(list(frozen_of(report).view(Audience.OPEN).paragraphs)) == 3
    with pytest.raises(Trouble, match="no edition"):
        place_in_editions(by=cast.lead, paragraph=last, version=1, editions=[], told_as={})


def test_order_changes_and_numbers_with_it(cast: Cast) -> None:
    report = write_report(cast)
    move_paragraph(by=cast.lead, paragraph=first_of(report), version=1, down=True)
    told = [one.text for one in frozen_of(report).view(Audience.OPEN).parts[0].paragraphs]

    assert told == ["It concerns the health of a child.", "Mother and Child Wren moved in February 2014."]
    stays = Paragraph.objects.get(part__number=2)
    move_paragraph(by=cast.lead, paragraph=stays, version=1, down=True)
    assert Paragraph.objects.get(part__number=2).position == 1


def test_a_part_lies_one_level_deeper_at_most_and_one_above_it_keeps_its_title(cast: Cast) -> None:
    report = write_report(cast)
    above = add_part(by=cast.lead, report=report, title="Above")
    inside = add_part(by=cast.lead, report=report, title="Inside", level=2)
    add_paragraph(by=cast.lead, part=inside, text="Nobody came.")

    assert [(one.title, one.level) for one in frozen_of(report).source.parts][2:] == [
        ("Above", 1),
        ("Inside", 2),
    ]
    with pytest.raises(Trouble, match="deeper than one level"):
        add_part(by=cast.lead, report=report, title="Too deep", level=4)
    with pytest.raises(Trouble, match="deeper than one level"):
        change_part(by=cast.lead, part=above, version=1, title="Above", level=3)


def test_a_comment_is_settled_with_a_reason_and_kept_and_stands_in_no_report(cast: Cast) -> None:
    report = write_report(cast)
    comment = comment_on_paragraph(by=cast.checker, paragraph=first_of(report), words="Which day was it?")
    with pytest.raises(Trouble, match="for a reason"):
        settle_comment(by=cast.lead, comment=comment, why=" ")
    settle_comment(by=cast.lead, comment=comment, why="The day is in the closed report.")

    assert first_of(report).comments.get().settled_by == cast.lead.username
    assert "Which day was it?" not in str(frozen_of(report).shape)


def test_a_word_that_is_linked_is_linked_under_paragraphs_and_in_editions_too(cast: Cast) -> None:
    report = write_report(cast)
    paragraph = first_of(report)
    table = Written(text="Visits", columns=["Who", "Visits"], rows=[["Nan Thorne", "two"]], alt="Two visits.")
    figure = add_under(by=cast.lead, paragraph=paragraph, kind="figure", written=table)
    told_as = {"child": "You met Nan Thorne."}
    place_in_editions(by=cast.lead, paragraph=paragraph, version=1, editions=["whole"], told_as=told_as)
    link_word(by=cast.lead, report=report, words="Nan Thorne", member=cast.review.cast.get(key="mother"))

    figure.refresh_from_db()
    assert (figure.rows, figure.earlier[0]["rows"]) == ([["[[mother]]", "two"]], [["Nan Thorne", "two"]])
    assert first_of(report).told_as == {"child": "You met [[mother]]."}
