"""A board's earlier log comes in as one thing, twice changes nothing, and goes out while none rests on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.test import Client

from candour.domain.moments import Fate
from candour.domain.rules import Answer
from candour.domain.trouble import Trouble
from candour.files.bundles import private_key_from
from candour.files.handovers import write_handover
from candour.kernel.audit.models import Line
from candour.stages.decide.actions import (
    answer_log_question,
    answer_test,
    challenge,
    keep_log,
    reopen_decision,
)
from candour.stages.decide.log.models import BoardLog, LogCase
from candour.stages.decide.log.reading import ledger_of
from candour.stages.decide.log.runs import take_back_log, take_in_log
from candour.stages.decide.models import Decision
from candour.stages.decide.reads import tasks_for, unanswered_by_nation
from candour.stages.notify.actions import amend_notification
from candour.stages.notify.models import Notification
from candour.stages.notify.told import told_in
from candour.stages.oversee.actions import trust_key
from candour.stages.oversee.handing_over import hand_over_of
from candour.stages.oversee.reads import boards_counted_for, counts_by_board, total
from candour.stages.oversee.taking_in import take_in
from candour.stages.oversee.waiting import State, queue_of
from tests.cast import AT, Cast
from tests.pace import some_quick

pytestmark = pytest.mark.django_db

TODAY = date(2014, 12, 4)
EXAMPLE = Path("examples/northmoor/log/northmoor-referrals-log.xlsx")


def given_in(cast: Cast, content: bytes | None = None, name: str = EXAMPLE.name) -> BoardLog:
    cast.board.nation = "eng"
    cast.board.save()
    return keep_log(by=cast.manager, board=cast.board, name=name, content=content or EXAMPLE.read_bytes())


def answered(cast: Cast, ask: str, about: str, answer: str) -> None:
    answer_log_question(by=cast.manager, board=cast.board, ask=ask, about=about, answer=answer, why="Asked.")


def answer_what_many_rows_ask(cast: Cast, log: BoardLog) -> None:
    """The laws, and the word that nobody knows: as a person does on the page, once for all of them."""
    for row in ledger_of(log, TODAY).of(Fate.HELD):
        if row.question is not None and row.question.ask == "law":
            laws = [one for one in row.question.readings if ".scr." in one]
            answered(cast, "law", row.question.about, laws[0] if laws else "no_law")
    answered(cast, "outcome", "silp", "other_review:other")


def test_every_row_of_a_messy_log_is_placed_held_or_refused_with_its_reason(cast: Cast) -> None:
    ledger = ledger_of(given_in(cast), TODAY)
    assert Counter(one.fate for one in ledger.rows).total() == len(ledger.rows) == 32
    assert all(one.reason for one in ledger.rows if one.fate is not Fate.PLACED)
    assert all(one.question is not None for one in ledger.of(Fate.HELD))
    codes = {one.code for one in ledger.of(Fate.HELD)}
    assert codes >= {"no_law", "several_laws", "unknown_outcome", "no_date", "not_one_day", "impossible_date"}
    assert {one.code for one in ledger.of(Fate.REFUSED)} == {"one_cell", "twice"}


def test_what_comes_in_is_counted_and_no_new_decision_awaits_the_nation(cast: Cast) -> None:
    log = given_in(cast)
    answer_what_many_rows_ask(cast, log)
    came = take_in_log(by=cast.manager, log=log, on=TODAY)
    assert came == Notification.objects.filter(board=cast.board).count() == 16

    decided = Decision.objects.filter(notification__board=cast.board)
    assert {one.words_then for one in decided} >= {"SCR", "No SCR", "SILP", "LLR", "NFA"}
    assert all(one.kept_elsewhere and not one.tests_said for one in decided)
    assert Notification.objects.get(log_case__cells__Ref="12/06").decisions.count() == 0  # it was pending
    counts = total(one.all_years for one in counts_by_board(boards_counted_for(cast.national)))
    assert counts.reviews == decided.filter(outcome="review").count() > 0
    assert counts.other_reviews == decided.filter(outcome="other_review").count() > 0
    assert not unanswered_by_nation(cast.national).exists()
    assert {one.state for one in queue_of(cast.national, TODAY)} == {State.BEFORE}
    assert not [one for one in tasks_for(cast.chair, TODAY) if "Tell" in one.title]


def test_the_same_file_twice_changes_nothing(cast: Cast) -> None:
    log = given_in(cast)
    take_in_log(by=cast.manager, log=log, on=TODAY)
    before = list(Notification.objects.values_list("pk", "version")), Decision.objects.count()
    assert given_in(cast).pk == log.pk
    other = given_in(cast, EXAMPLE.read_bytes() + b" ", "again.xlsx")
    assert take_in_log(by=cast.manager, log=log, on=TODAY) == 0
    assert take_in_log(by=cast.manager, log=other, on=TODAY) == 0
    assert (list(Notification.objects.values_list("pk", "version")), Decision.objects.count()) == before


CSV = "Ref,Child,Date of referral,Outcome,Date of decision\n1,AB,4 May 2010,SCR,1 June 2010\n"


def test_a_changed_row_is_shown_and_never_written_over(cast: Cast) -> None:
    take_in_log(by=cast.manager, log=given_in(cast, CSV.encode(), "log.csv"), on=TODAY)
    later = given_in(cast, CSV.replace("SCR", "No SCR").encode(), "log later.csv")
    (row,) = ledger_of(later, TODAY).rows
    assert (row.fate, row.code) == (Fate.HELD, "changed")
    assert "Outcome was “SCR” and is “No SCR”" in row.reason
    assert "log.csv, row 2" in row.reason
    assert take_in_log(by=cast.manager, log=later, on=TODAY) == 0
    assert Decision.objects.get(words_then="SCR").outcome == "review"


def test_a_log_goes_out_as_one_thing_and_comes_in_again_under_the_same_numbers(cast: Cast) -> None:
    log = given_in(cast)
    came = take_in_log(by=cast.manager, log=log, on=TODAY)
    numbers = set(Notification.objects.values_list("year", "number"))
    assert take_back_log(by=cast.manager, log=log) == came > 0
    assert not Notification.objects.filter(withdrawn_at=None).exists()
    assert not Decision.objects.exists()
    assert take_in_log(by=cast.manager, log=log, on=TODAY) == came
    assert set(Notification.objects.filter(withdrawn_at=None).values_list("year", "number")) == numbers
    words = set(Line.objects.values_list("did", flat=True))
    assert words >= {"kept_log", "took_in_log", "notified", "recorded_earlier_decision", "took_back_log"}


def reopened(cast: Cast, decision: Decision) -> None:
    reopen_decision(by=cast.chair, decision=decision, why="New facts.", reopened_on=TODAY)


def questioned(cast: Cast, decision: Decision) -> None:
    challenge(by=cast.national, decision=decision, kind="question", words="Why?", made_on=TODAY)


def changed(cast: Cast, decision: Decision) -> None:
    one = decision.notification
    told = replace(told_in(one), harm="Known better now.")
    amend_notification(by=cast.manager, notification=one, told=told, version=one.version)


def answered_since(cast: Cast, decision: Decision) -> None:
    undecided = Notification.objects.filter(decisions=None).first()
    assert undecided is not None
    answer_test(
        by=cast.manager, notification=undecided, fact="died", answer=Answer.YES, reason="The certificate."
    )


@pytest.mark.parametrize(
    ("done", "words"),
    some_quick(
        [
            (reopened, "was reopened"),
            (questioned, "has a decision that something rests on"),
            (changed, "was changed since"),
            (answered_since, "was worked on since"),
        ],
        0,
    ),
)
def test_a_log_stays_once_something_rests_on_it(
    cast: Cast, done: Callable[[Cast, Decision], None], words: str
) -> None:
    log = given_in(cast)
    answer_what_many_rows_ask(cast, log)
    take_in_log(by=cast.manager, log=log, on=TODAY)
    decision = Decision.objects.filter(outcome="no_review").first()
    assert decision is not None
    done(cast, decision)
    with pytest.raises(Trouble, match=words):
        take_back_log(by=cast.manager, log=log)
    assert not LogCase.objects.filter(taken_back_at__isnull=False).exists()
    assert not Notification.objects.filter(withdrawn_at__isnull=False).exists()


def test_only_who_keeps_the_boards_notifications_takes_a_log_in(cast: Cast) -> None:
    log = given_in(cast)
    for person in (cast.member, cast.outsider, cast.national):
        with pytest.raises(PermissionDenied):
            take_in_log(by=person, log=log, on=TODAY)
    assert not Notification.objects.exists()
    assert Line.objects.filter(did="took_in_log", allowed=False).count() == 3


def test_earlier_decisions_are_handed_over_as_what_they_are(cast: Cast) -> None:
    log = given_in(cast)
    take_in_log(by=cast.manager, log=log, on=TODAY)
    public = (settings.HOME.reading_room / "bundle-public.pem").read_bytes()
    # One database stands for two installations: what Northmoor hands over is taken in as Eastmarsh's.
    trust_key(by=cast.administrator, organisation=cast.nation, pem=public)
    trust_key(by=cast.administrator, organisation=cast.other_board, pem=public, known_as=cast.board.slug)
    private = private_key_from(settings.HOME.key("bundle-private.pem").encode())
    taken = take_in(write_handover(hand_over_of(cast.board, AT), private), by=cast.national)
    assert not taken.left
    came, own = (
        sorted(
            Decision.objects.filter(notification__board=board).values_list(
                "outcome", "words_then", "kept_elsewhere", "decided_on", "reasons", "other_holder"
            )
        )
        for board in (cast.other_board, cast.board)
    )
    assert came == own
    assert own


def test_a_fall_that_is_only_a_move_shows_for_the_years_of_the_log(client: Client, cast: Cast) -> None:
    log = given_in(cast)
    answer_what_many_rows_ask(cast, log)
    take_in_log(by=cast.manager, log=log, on=TODAY)
    client.force_login(cast.national)
    words = client.get("/oversight/").content.decode()
    assert "From 2010/11 to 2011/12: under the law from 3 to 1, by another name from 0 to 2." in words
    assert "<strong>The fall is a move.</strong>" in words
