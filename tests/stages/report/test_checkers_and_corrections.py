"""A checker may want a change; a later release corrects an earlier one; drafts of old and of now are read."""

from __future__ import annotations

import json
from datetime import date

import pytest

from candour.domain.disclosure import Edition, Part, Source
from candour.domain.disclosure import Paragraph as SourceParagraph
from candour.domain.identity import Cast as NamedCast
from candour.domain.identity import Household, PersonKind, Relation, RelationKind
from candour.domain.identity import Person as Named
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.stages.report.actions import (
    allow_word,
    ask_about_word_again,
    change_paragraph,
    check_draft,
    check_release,
    draft_report,
    release_report,
    take_back_checking,
    withdraw_release,
)
from candour.stages.report.models import Check, Draft, Paragraph, Release
from candour.stages.report.releasing.finished_files import DOCX, HTML, PDF, names_of, open_files
from candour.stages.report.releasing.frozen import Frozen, thawed
from candour.stages.report.releasing.way_to_release import release_of, way_of
from tests.cast import Cast
from tests.stages.report.written import RELEASED_ON, checked_draft, plant, released, write_report


@pytest.fixture(autouse=True)
def own_shelf(settings, tmp_path):
    settings.PAPERS = tmp_path / "papers"


def say(by: Person, draft: Draft) -> None:
    check_release(by=by, draft=draft, verdict="yes", words="Read each file, page by page.")


def test_subject_to_a_change_counts_as_not_yet_and_is_asked_of_the_next_draft(cast: Cast, client) -> None:
    draft = checked_draft(cast, write_report(cast))
    say(cast.checker, draft)
    with pytest.raises(Trouble, match="not said"):
        check_release(by=cast.second_checker, draft=draft, verdict="change", words="Read.")
    said = {"draft": draft, "verdict": "change", "words": "Read.", "wanted": "Say the season, not the month."}
    check_release(by=cast.second_checker, **said)

    with pytest.raises(Trouble, match="wants a change first"):
        release_report(by=cast.chair, draft=draft, released_on=RELEASED_ON)
    checked_draft(cast, draft.report)
    client.force_login(cast.second_checker)
    page = client.get("/reviews/2014-003/report/checker/").content.decode()
    assert "Say the season, not the month." in page
    assert "Open report, Word" in page


def test_a_corrected_release_names_the_one_it_replaces_and_what_was_corrected(cast: Cast) -> None:
    first = released(cast)
    paragraph = Paragraph.objects.get(part__number=2)
    change_paragraph(
        by=cast.lead, paragraph=paragraph, version=1, text="Nobody sent for the record.", finding_number=1
    )
    draft = checked_draft(cast, first.report)
    for person in (cast.checker, cast.second_checker):
        say(person, draft)
    with pytest.raises(Trouble, match="released before"):
        release_report(by=cast.judge, draft=draft, released_on=RELEASED_ON)
    words = "Paragraph 3 said who asked."
    second = release_report(by=cast.judge, draft=draft, released_on=RELEASED_ON, corrected=words)

    assert (second.corrects, second.corrected, second.ordered_as) == (first, words, "Judge")
    assert release_of(cast.review) == second
    withdraw_release(by=cast.chair, release=second, why="wrong again")
    assert release_of(cast.review) is None, "what was corrected does not come back"


def test_a_word_that_is_asked_about_again_after_the_check_stops_the_release(cast: Cast) -> None:
    report = write_report(cast)
    plant(cast, report, "They saw Larkfield that day.", "Larkfield")
    draft = checked_draft(cast, report)
    say(cast.checker, draft)
    say(cast.second_checker, draft)
    ask_about_word_again(by=cast.lead, allowed=report.allowed.get())

    with pytest.raises(Trouble, match="1 word of it waits"):
        release_report(by=cast.chair, draft=draft, released_on=RELEASED_ON)
    allow_word(by=cast.lead, report=report, words="Larkfield", reason="a field that is no place")
    assert release_report(by=cast.chair, draft=draft, released_on=RELEASED_ON)


def test_a_yes_is_taken_back_once(cast: Cast) -> None:
    draft = checked_draft(cast, write_report(cast))
    say(cast.checker, draft)
    checking = draft.checkings.get()
    take_back_checking(by=cast.checker, checking=checking)

    with pytest.raises(Trouble, match="taken back already"):
        take_back_checking(by=cast.checker, checking=checking)


def test_a_leak_of_somebody_without_a_pseudonym_is_not_told_by_the_key(cast: Cast) -> None:
    report = write_report(cast)
    member = cast.review.cast.get(key="mother")
    member.key, member.pseudonym, member.name = "tamsin", "", "Tamsin Quillfeather"
    member.pk = None
    member.save()
    draft = draft_report(by=cast.lead, report=report)
    draft.frozen["source"]["part"][1]["paragraph"].append(
        {"text": "Tamsin Quillfeather rang.", "audience": "open"}
    )
    draft.save()
    check_draft(by=cast.lead, draft=draft)

    found = [one["what"] for check in draft.checks.all() for one in check.found]
    assert "the name of somebody of the cast" in found
    assert not any("tamsin" in one for one in found)


def test_a_draft_of_old_is_read_and_stands_by_the_files_it_had(cast: Cast) -> None:
    release = released(cast)
    draft = release.draft
    Check.objects.filter(file=DOCX).delete()
    Draft.objects.update(files=[])
    Release.objects.update(hashes={})
    draft.checkings.update(hashes={})
    again = way_of(Draft.objects.get())

    assert again.is_clean
    assert len(again.yes) == 2
    assert set(Release.objects.get().files) == {HTML, PDF}


def test_the_grown_cast_is_frozen_and_thawed_again() -> None:
    people = (
        Named("wren", PersonKind.CHILD, "Robin Ashby", sex="f", died=date(2014, 5, 1), pseudonym="Child W"),
        Named("mother", PersonKind.ADULT, "Delia Ashby", former=("Delia Thorne",), relation="mother"),
        Named("home", PersonKind.ADDRESS, "4 Larch Row"),
    )
    relation = Relation(RelationKind.PARENT, "mother", "wren", begins=date(2012, 3, 4))
    cast = NamedCast(people, (relation,), (Household("home", ("mother", "wren")),))
    part = Part("The move", (SourceParagraph("[[wren]] moved."),))
    frozen = Frozen(Source("Review", "2014/003", (part,)), cast)

    assert thawed(json.loads(json.dumps(frozen.shape))) == frozen
    assert "Delia Thorne" in str(thawed(frozen.shape).register)


def test_each_edition_of_the_source_becomes_three_files_and_a_letter_none() -> None:
    people = (Named("wren", PersonKind.CHILD, "Robin Ashby", pseudonym="Child W"),)
    short = SourceParagraph("[[wren]] moved.", editions=(Edition.WHOLE, Edition.SUMMARY, Edition.LETTER))
    frozen = Frozen(Source("Review", "2014/003", (Part("The move", (short,)),)), NamedCast(people))

    assert names_of(frozen) == [HTML, PDF, DOCX, "summary.html", "summary.pdf", "summary.docx"]
    made = open_files(frozen)
    assert [*made] == names_of(frozen)
    assert b"Robin" not in b"".join(made.values())
