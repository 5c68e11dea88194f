"""What the demonstration leaves out, so that no table is empty and no page lacks the thing it is about."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.utils import timezone
from openpyxl import Workbook

from candour.desk.actions import change_messages, extend_clock, pause
from candour.domain.deadlines import Stops
from candour.domain.logs import SaidOfLog
from candour.domain.rules import Answer, load_regime
from candour.files.held_columns import OURS
from candour.kernel.outbox.models import Says
from candour.kernel.outbox.writing import write_to
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review
from candour.stages.analysis.actions import comment_on_account
from candour.stages.analysis.shared_accounts import shared_with
from candour.stages.chronology import actions as chronology
from candour.stages.chronology.actions.apart import leave_open
from candour.stages.chronology.actions.fences import open_fence
from candour.stages.chronology.actions.marks import mark_entry
from candour.stages.chronology.actions.saved_views import save_view
from candour.stages.chronology.models import Entry, Return
from candour.stages.commission import actions as commission
from candour.stages.commission.models import AgencyAsked, Commission, Participant, Readiness
from candour.stages.decide import actions as decide
from candour.stages.decide.log.runs import take_in_log
from candour.stages.notify.actions import amend_notification, notify
from candour.stages.notify.models import Notification
from candour.stages.notify.told import Told, ToldTo
from candour.stages.oversee.actions.files import keep_references, take_in_file
from candour.stages.oversee.actions.trusting import trust_key
from tests.house.bundled import bundle
from tests.house.edited import edit
from tests.house.heard import hear
from tests.house.related import announce, relate

DAY, LONG_FROM_NOW = date(2014, 12, 1), date(2034, 12, 1)
MODERN = "eng.lcspr.wt2018"
"""A law that lets the national body hold a review of its own."""
PROPOSED = "eng.scr.2013-amendment"
EARLIER = (
    "Ref,Child,Date of referral,Outcome,Date of decision\n"
    "1,AB,4 May 2010,SCR,1 June 2010\n"
    "2,CD,4 May 2011,SCR,1 June 2011\n"
)
"""Of the second line somebody must say under which law it falls."""
TO_DIRECT, OF_ITS_OWN = "Child Dunnock", "Child Fieldfare"


def who(username: str) -> Person:
    return Person.objects.get(username=username)


def furnish(wren: Review, heron: Review) -> None:
    """Each thing through the action that makes it, by somebody who may."""
    _clocks(heron)
    _setting_up(wren)
    _agencies(wren)
    _near_to_it(wren)
    _another_method()
    _returns(heron)
    _chronology(wren)
    _accounts(wren)
    _decisions()
    _earlier_log(wren.board)
    _exchange()
    edit(wren, DAY)
    hear(wren, DAY)
    relate(wren, DAY)
    announce(wren, DAY)
    bundle(heron, DAY)
    change_messages(by=who("chair"), email="chair@board.example", wanted=True)
    write_to([who("chair")], Says.DUE, day=DAY, by="tests")


def _clocks(heron: Review) -> None:
    judge = who("judge")
    pause(by=judge, review=heron, stops=Stops.LEARNING, first_day=DAY, why="A trial.")
    extend_clock(
        by=judge, review=heron, clock="finish", was_due=DAY, now_due=DAY + timedelta(30), why="A trial."
    )


def _setting_up(wren: Review) -> None:
    """What goes on beside the review, what is written to whoever takes part, and what is asked of it."""
    manager = who("business.manager")
    inquest = commission.enter_proceeding(
        by=manager, review=wren, kind="coroner", body="The coroner", began_on=DAY
    )
    commission.hold_back(by=manager, proceeding=inquest, what="conversations", from_on=DAY, why="An inquest.")
    commission.write_letter(
        by=manager,
        participant=_first(Participant, review=wren),
        from_template="family-first",
        title="A letter",
        body="We begin.",
        written_on=DAY,
    )
    asked = Commission.objects.get(review=wren)
    commission.change_terms(
        by=manager,
        commission=asked,
        version=asked.version,
        period_from=asked.period_from,
        period_to=asked.period_to,
        terms="Find out why it made sense.",
        lines_of_enquiry=asked.lines_of_enquiry,
        why="Said more plainly.",
    )
    commission.answer_readiness(
        by=manager,
        readiness=_first(Readiness, board=wren.board),
        question="media_plan",
        words="Not written yet.",
    )


def _agencies(wren: Review) -> None:
    manager, asked = who("business.manager"), _first(AgencyAsked, review=wren)
    commission.remind_agency(by=manager, asked=asked, sent_on=DAY, words="By telephone.")
    commission.move_due_day(by=manager, asked=asked, due_on=DAY, why="They asked for it.")


def _near_to_it(wren: Review) -> None:
    """Somebody who stands too near has a seat on it, and where they work is known."""
    manager, near = who("business.manager"), Person.objects.create(username="near", name="Near, invented")
    commission.give_seat(by=manager, review=wren, person=near, role="review_team")
    commission.declare_conflict(by=near, review=wren, conflict_with="An agency of the case")
    agency = Organisation.objects.get(name="Fenshire Police")
    commission.record_working_line(by=manager, board=wren.board, person=near, agency=agency, from_on=DAY)


def _another_method() -> None:
    larch = Review.objects.get(year=2014, number=6)
    commission.change_method(
        by=who("other.manager"), review=larch, method="hybrid", reason="More is known.", changed_on=DAY
    )


def _returns(heron: Review) -> None:
    """A return is corrected, and a row of it that waits for its date comes back in a workbook."""
    manager = who("other.manager")
    sent = Return.objects.get(review=heron, paper__name="eastmarsh_cs_heron.csv")
    content = sent.paper.read() + b"12/6;;SW 9;A call that was written down without a year;;;;;\n"
    corrected = chronology.send_corrected_return(
        by=manager, return_=sent, name="eastmarsh_again.csv", content=content, received_on=DAY
    )
    chronology.read_return(by=manager, return_=corrected)
    corrected.refresh_from_db()
    held = corrected.unplaced.get()
    book = Workbook()
    book.active.append(OURS)
    book.active.append(["", corrected.name, held.part, held.row, "", ""])
    kept = io.BytesIO()
    book.save(kept)
    chronology.send_held_rows_back(by=manager, return_=corrected, name="held.xlsx", content=kept.getvalue())
    homes = Return.objects.get(review=heron, paper__name="eastmarsh_homes.xlsx")
    chronology.correct_columns(by=manager, return_=homes, mapping=homes.mapping, why="As it was read.")


def _chronology(wren: Review) -> None:
    manager = who("business.manager")
    first, second = Entry.objects.filter(review=wren, withdrawn_at=None).order_by("pk")[:2]
    leave_open(by=manager, review=wren, first=first, second=second)
    mark_entry(by=manager, entry=first, kind="theme", words="The line of the weight")
    save_view(by=manager, review=wren, name="The spring", address="from=1+March+2014")
    open_fence(
        by=manager, review=wren, agency=first.in_return.agency.name, seen_on=DAY, why="To see what came."
    )


def _accounts(wren: Review) -> None:
    practitioner = who("practitioner")
    account = shared_with(practitioner, wren)[0]
    comment_on_account(by=practitioner, episode=account, words="It was the eleventh.")


def _decisions() -> None:
    """A notification amended, a decision taken back, and two that wait for the head of the national body."""
    board, manager = Organisation.objects.get(name__startswith="Northmoor Saf"), who("business.manager")
    told = Told(title="Child Linnet", notified_on=DAY, told_to=(ToldTo("The regulator", DAY),))
    linnet = notify(by=manager, board=board, told=told, regime="eng.scr.wt2013", invented=True)
    more = replace(told, what_happened="Found with burns.")
    amend_notification(by=manager, notification=linnet, told=more, version=linnet.version)
    decide.take_back_decision(by=who("chair"), decision=_not_reviewed(linnet))
    decide.give_more_time(
        by=manager, notification=linnet, clock="decide", now_due=LONG_FROM_NOW, why="A summary is late."
    )
    for title, law, day in ((TO_DIRECT, PROPOSED, DAY), (OF_ITS_OWN, MODERN, date(2020, 6, 1))):
        said = Told(title=title, notified_on=day)
        _not_reviewed(notify(by=manager, board=board, told=said, regime=law, invented=True))


def _not_reviewed(notification: Notification) -> decide.Decision:
    notification = Notification.objects.get(pk=notification.pk)
    said = {"by": who("business.manager"), "notification": notification, "answer": Answer.NO}
    for fact in load_regime(notification.regime).facts:
        decide.answer_test(**said, fact=fact.name, reason="Seen.")
    day = notification.notified_on + timedelta(3)
    return decide.decide(
        by=who("chair"),
        notification=notification,
        outcome="no_review",
        reasons="The tests are not met.",
        decided_on=day,
        told_national_on=day,
    )


def _earlier_log(board: Organisation) -> None:
    """A line of the years before comes in, by its columns and an answer that somebody gave."""
    manager = who("business.manager")
    log = decide.keep_log(by=manager, board=board, name="earlier.csv", content=EARLIER.encode())
    decide.say_log_columns(by=manager, log=log, said=SaidOfLog())
    answer = {"ask": "outcome", "about": "silp", "answer": "other_review:other", "why": "It was one."}
    decide.answer_log_question(by=manager, board=board, **answer)
    assert take_in_log(by=manager, log=log, on=DAY)


def _exchange() -> None:
    """Another installation's key is trusted and a file of it was taken in."""
    nation = Organisation.objects.get(kind="national")
    key = Ed25519PrivateKey.generate().public_key()
    pem = key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    hallowdale = Organisation.objects.get(slug__startswith="hallowdale-saf")
    trusted = trust_key(by=who("administrator"), organisation=hallowdale, pem=pem)
    officer = who("national.body")
    taken = take_in_file(by=officer, at=nation, trusted=trusted, sha256="0" * 64, made_at=timezone.now())
    rowan = Notification.objects.get(title="Child Rowan")
    keep_references(by=officer, at=nation, file=taken, rows=[("N/1", "notification", rowan.pk)])


def _first(table: type, **where: object) -> object:
    found = table._default_manager.filter(**where).order_by("pk").first()  # type: ignore[attr-defined]
    assert found is not None
    return found
