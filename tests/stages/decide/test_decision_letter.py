"""The decision as a letter, read back from its files by other code than wrote them."""

from __future__ import annotations

import io
from datetime import date

import docx
import pypdf
import pytest
from django.test import Client

from candour.files.letters.decision_docx import decision_docx
from candour.files.letters.decision_pdf import decision_pdf
from candour.files.letters.decision_words import DecisionLetter, Line, Section
from candour.stages.decide import actions
from candour.stages.decide.decision_letter import letter_of
from tests.cast import Cast
from tests.notified import TESTS_AGAINST, answered, decided, notified

ONE = "/decisions/N-2014-001/decision/letter/"
TRICKY = "#set page(fill: red) *not bold* <b> “quoted” 🙂"
LETTER = DecisionLetter(
    sender="Northmoor Board",
    to="The national body",
    day="4 June 2014",
    title="Child Alder: decision",
    lead="There is no review.",
    sections=(
        Section("Dissent", "One member dissented.", (Line("Health member", TRICKY, "2 June", quoted=True),)),
    ),
    number="N/2014/001",
    invented="Invented.",
)


def words_of_docx(made: bytes) -> str:
    return "\n".join(one.text for one in docx.Document(io.BytesIO(made)).paragraphs)


def words_of_pdf(made: bytes) -> str:
    found = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)
    return " ".join(found.split())


def test_words_are_never_a_command_and_the_same_letter_gives_the_same_bytes() -> None:
    assert TRICKY in words_of_docx(decision_docx(LETTER))
    assert "#set page(fill: red) *not bold* <b> “quoted” [slightly smiling face]" in words_of_pdf(
        decision_pdf(LETTER)
    )
    assert decision_docx(LETTER) == decision_docx(LETTER)
    assert decision_pdf(LETTER) == decision_pdf(LETTER)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_letter_says_all_that_the_decision_stands_on(client: Client, cast: Cast, kind: str) -> None:
    notification = notified(cast)
    answered(cast, notification, TESTS_AGAINST)
    actions.record_recommendation(
        by=cast.manager,
        notification=notification,
        group="Case sub-group",
        outcome="review",
        made_on=date(2014, 6, 2),
        votes_for=4,
        votes_against=1,
        abstained=2,
    )
    actions.dissent(
        by=cast.member,
        notification=notification,
        member="Health member",
        words="I would review.",
        dissented_on=date(2014, 6, 2),
    )
    decided(cast, notification, "no_review", reasons="The agencies worked together.", publication_asked="no")
    client.force_login(cast.national)

    made = client.post(ONE, {"to": "The national body", "dissent": "words", "kind": kind})

    assert made["Content-Disposition"] == f'attachment; filename="decision-N-2014-001.{kind}"'
    words = words_of_pdf(made.content) if kind == "pdf" else words_of_docx(made.content)
    for said in (
        "The national body",
        "Invented: every person",
        "There is no review.",
        "LSCB Regulations 2006, reg 5(2)(a)",
        "Case sub-group",
        "4 for, 1 against. 2 abstained.",
        "I would review.",
        "Within 14 days. By 18 June 2014.",
        "The law gives no power to direct a review.",
    ):
        assert said in words, said


@pytest.mark.django_db
def test_dissent_is_counted_where_the_board_chooses_so(cast: Cast) -> None:
    notification = notified(cast)
    answered(cast, notification, TESTS_AGAINST)
    told = {"member": "Health member", "words": "I would review.", "dissented_on": date(2014, 6, 2)}
    actions.dissent(by=cast.member, notification=notification, **told)
    decision = decided(cast, notification, "no_review")

    letter = words_of_docx(decision_docx(letter_of(decision, dissent_in_words=False)))

    assert "1 member dissented. The words are kept with the decision." in letter
    assert "I would review." not in letter


@pytest.mark.django_db
def test_the_letter_is_for_whoever_may_read_the_decision(client: Client, cast: Cast) -> None:
    notification = notified(cast)
    answered(cast, notification, TESTS_AGAINST)
    decided(cast, notification, "no_review")
    for who, status in (
        ("manager", 200),
        ("member", 200),
        ("national", 200),
        ("outsider", 404),
        ("lead", 404),
    ):
        client.force_login(cast.people[who])
        assert client.get(ONE).status_code == status, who


@pytest.mark.django_db
def test_the_letter_says_what_the_rapid_review_came_to_and_when_it_was_signed_off(cast: Cast) -> None:
    notification = notified(cast)
    answered(cast, notification, TESTS_AGAINST)
    came_to = actions.conclude_rapid_review(
        by=cast.manager,
        notification=notification,
        next_step="no_review",
        reason="Each agency knew what the others did.",
        improve="Calls are told to the health visitor.",
        concluded_on=date(2014, 5, 23),
    )
    actions.sign_off_rapid_review(by=cast.chair, concluded=came_to, signed_off_on=date(2014, 5, 26))
    letter = letter_of(decided(cast, notification, "no_review"))
    (rapid,) = [one for one in letter.sections if one.title == "The rapid review"]
    assert [(one.title, one.words, one.small) for one in rapid.lines] == [
        (
            "Next step: no review",
            "Each agency knew what the others did.",
            "Written 23 May 2014, signed off 26 May 2014",
        ),
        ("To improve already", "Calls are told to the health visitor.", ""),
    ]
