"""A released report goes to the reading room, signed, and comes off view by another bundle."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings as installation
from django.core.exceptions import PermissionDenied
from django.test import Client

from candour.domain.deadlines import Stops
from candour.domain.trouble import Trouble
from candour.files.bundles import Bundle, Withdrawal, public_key_from, read_bundle
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Pause
from candour.stages.analysis.models import Finding
from candour.stages.learn.actions import publish_report, withdraw_publication
from candour.stages.learn.answers import beside
from candour.stages.learn.models import Publication
from candour.stages.learn.reads import published, tasks_for
from candour.stages.learn.tasks import take_deliveries_up_again
from candour.stages.report.actions import keep_cast_member, withdraw_release
from candour.stages.report.models import Release
from candour.stages.report.releasing.finished_files import FINDINGS
from candour.stages.respond.actions import answer_finding
from candour.stages.respond.models import Response
from tests.cast import AT, Cast, seat
from tests.stages.learn.noticed import released
from tests.stages.report.written import RELEASED_ON


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    settings.PAPERS = tmp_path / "papers"
    settings.INBOX = tmp_path / "inbox"


def in_inbox(name: str) -> Bundle | Withdrawal:
    key = public_key_from((installation.HOME.reading_room / "bundle-public.pem").read_bytes())
    return read_bundle((Path(installation.INBOX) / name).read_bytes(), key)


def find(cast: Cast, headline: str, number: int = 1, *questions: str) -> Finding:
    return Finding.objects.create(
        review=cast.review,
        number=number,
        headline=headline,
        category="MA_LONGTERM",
        questions=list(questions),
        written_at=AT,
        written_by="x",
    )


def answer(cast: Cast, finding: Finding, reason: str, **other: str) -> Response:
    return answer_finding(
        by=cast.chair, finding=finding, state="accepted", reason=reason, answered_on=RELEASED_ON, **other
    )


def publish(cast: Cast, release: Release, by: Person | None = None) -> Publication:
    return publish_report(by=by or cast.manager, release=release, read=beside(release).mark)


def test_the_reading_room_gets_the_released_bytes_signed(cast: Cast) -> None:
    find(cast, "A record follows a family only if someone asks for it.")
    release = released(cast)
    publication = publish_report(by=cast.manager, release=release)

    bundle = in_inbox("2014-003-1.zip")
    assert isinstance(bundle, Bundle)
    assert {one.path: one.sha256 for one in bundle.files} == {
        file: sha256 for file, sha256 in release.files.items() if file != FINDINGS
    }
    assert {one.path for one in bundle.files} == {"report.html", "report.pdf", "report.docx"}
    assert (bundle.title, bundle.method, bundle.released_on) == (
        "Review of Child Wren",
        "Learning Together",
        RELEASED_ON,
    )
    assert [(one.number, one.kind, one.finding) for one in bundle.paragraphs] == [
        ("1", "open", None),
        ("2", "gist", None),
        ("3", "open", 1),
    ]
    sent = (Path(installation.INBOX) / "2014-003-1.zip").read_bytes()
    assert publication.sha256 == hashlib.sha256(sent).hexdigest()
    assert [path.name for path in Path(installation.INBOX).iterdir()] == ["2014-003-1.zip"]


def test_a_name_in_an_answer_is_not_sent(cast: Cast) -> None:
    finding = find(cast, "A record follows a family only if someone asks for it.")
    release = released(cast)
    answer(cast, finding, "Nobody listened to Delia Thorne.")

    with pytest.raises(Trouble, match="Nothing was sent") as said:
        publish(cast, release)
    assert "Delia" not in str(said.value)
    assert not Path(installation.INBOX).exists()
    assert not Publication.objects.exists()


def test_nothing_is_published_while_publication_is_paused(cast: Cast) -> None:
    release = released(cast)
    for stops, day in ((Stops.LEARNING, date(2014, 5, 1)), (Stops.PUBLICATION, date(2014, 5, 21))):
        paused = {"first_day": day, "why": "Criminal proceedings", "paused_at": AT, "paused_by": "tests"}
        pause = Pause.objects.create(review=cast.review, stops=stops, **paused)

    with pytest.raises(Trouble, match="Publication is paused since 21 May 2014: Criminal proceedings"):
        publish(cast, release)
    assert not Publication.objects.exists()

    pause.last_day, pause.ended_at, pause.ended_by = date(2014, 6, 30), AT, "tests"
    pause.save()
    publish(cast, release)
    assert Publication.objects.count() == 1


@pytest.mark.slow
def test_a_name_learnt_after_the_release_is_not_sent(cast: Cast) -> None:
    finding = find(cast, "A record follows a family only if someone asks for it.")
    release = released(cast)
    answer(cast, finding, "The aunt, Maud Pell, was not asked.")
    keep_cast_member(
        by=cast.lead, review=cast.review, key="aunt", kind="adult", name="Maud Pell", pseudonym="Aunt"
    )

    with pytest.raises(Trouble, match="Nothing was sent"):
        publish(cast, release)
    assert not Publication.objects.exists()


def test_findings_are_published_as_the_checkers_read_them(cast: Cast) -> None:
    headline = "A record follows a family only if someone asks for it."
    told, untold = find(cast, headline, 1, "who asks for it?"), find(cast, "Nobody told this one.", 2)
    release = released(cast)
    for one in (told, untold):
        answer(cast, one, "We agree.")
    Finding.objects.filter(pk=told.pk).update(headline="Another headline.", questions=["which school?"])
    find(cast, "A third, found since.", 3)
    publish(cast, release)

    bundle = in_inbox("2014-003-1.zip")
    assert isinstance(bundle, Bundle)
    assert [(one.number, one.headline, one.questions) for one in bundle.findings] == [
        (1, headline, ("who asks for it?",))
    ]
    assert [one.finding for one in bundle.answers] == [1]


def test_whoever_wrote_an_answer_does_not_send_it(cast: Cast) -> None:
    finding = find(cast, "A record follows a family only if someone asks for it.")
    release = released(cast)
    answer_finding(
        by=cast.manager, finding=finding, state="accepted", reason="We agree.", answered_on=RELEASED_ON
    )

    with pytest.raises(Trouble, match="You wrote some"):
        publish(cast, release)
    answer(cast, finding, "We agree.")
    assert publish(cast, release).edition == 1


@pytest.mark.slow
def test_answers_changed_since_they_were_read_are_not_sent(cast: Cast) -> None:
    finding = find(cast, "A record follows a family only if someone asks for it.")
    release = released(cast)
    answer(cast, finding, "We agree.")
    read = beside(release).mark
    answer(cast, finding, "We agree, in Larkfield.")

    with pytest.raises(Trouble, match="changed since"):
        publish_report(by=cast.manager, release=release, read=read)
    assert beside(release).caught == ("Larkfield",)
    assert publish(cast, release).answered_for == ["Larkfield"]


@pytest.mark.slow
def test_what_a_crash_kept_from_the_inbox_is_put_there_later(cast: Cast, monkeypatch) -> None:
    release = released(cast)

    def crash(name: str, content: bytes) -> Path:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("candour.stages.learn.actions.sending.put_in_inbox", crash)
        with pytest.raises(Trouble, match="did not reach the inbox"):
            publish(cast, release)
    kept = Publication.objects.get()
    assert not kept.is_delivered
    assert [task.title for task in tasks_for(cast.manager, RELEASED_ON)] == [
        "Put the report in the inbox of the reading room"
    ]

    assert take_deliveries_up_again() == 1
    sent = (Path(installation.INBOX) / "2014-003-1.zip").read_bytes()
    assert hashlib.sha256(sent).hexdigest() == kept.sha256
    assert take_deliveries_up_again() == 0
    assert tasks_for(cast.manager, RELEASED_ON) == []


@pytest.mark.slow
def test_nothing_reaches_the_inbox_that_is_not_recorded(cast: Cast, monkeypatch) -> None:
    release = released(cast)

    def crash(*_: object) -> None:
        raise RuntimeError("the line could not be written")

    with monkeypatch.context() as broken:
        broken.setattr("candour.kernel.audit.acting.append", crash)
        with pytest.raises(RuntimeError):
            publish(cast, release)
    assert not Path(installation.INBOX).exists()
    assert not Publication.objects.exists()


@pytest.mark.slow
def test_a_bundle_whose_sender_has_left_waits_for_another(cast: Cast) -> None:
    publication = publish(cast, released(cast))
    Publication.objects.update(delivered_at=None, delivered_by="")
    cast.manager.seats.update(ended_at=AT, ended_by="tests")
    seat(cast.national, cast.review, "manager")

    assert take_deliveries_up_again() == 0
    client = Client()
    client.force_login(cast.national)
    assert "did not reach the inbox" in client.get("/reviews/2014-003/publish/").content.decode()
    client.post("/reviews/2014-003/publish/deliver/")
    publication.refresh_from_db()
    assert publication.delivered_by == "national"


def test_a_withdrawn_report_leaves_a_line_with_its_reason(cast: Cast) -> None:
    publication = publish_report(by=cast.manager, release=released(cast))
    why = "A paragraph could identify a living child."
    withdraw_publication(by=cast.manager, publication=publication, on=date(2015, 2, 1), why=why)

    withdrawal = in_inbox("2014-003-2.zip")
    assert isinstance(withdrawal, Withdrawal)
    assert (withdrawal.edition, withdrawal.title, withdrawal.reason) == (2, "Child Wren", why)
    assert published()[0].withdrawn_why == why


@pytest.mark.slow
def test_what_is_new_is_sent_as_the_next_edition(cast: Cast) -> None:
    release = released(cast)
    publish_report(by=cast.manager, release=release)
    publish_report(by=cast.manager, release=release, changed="The board has answered.")

    bundle = in_inbox("2014-003-2.zip")
    assert (bundle.edition, bundle.changed) == (2, "The board has answered.")
    assert len(published()) == 1


def test_only_what_is_released_is_sent_and_only_by_those_who_may(cast: Cast) -> None:
    release = released(cast)
    for person in (cast.lead, cast.checker, cast.outsider, cast.chair):
        with pytest.raises(PermissionDenied):
            publish_report(by=person, release=release)
    withdraw_release(by=cast.chair, release=release, why="Not yet.")
    with pytest.raises(Trouble, match="was withdrawn"):
        publish_report(by=cast.manager, release=release)
    assert not Publication.objects.exists()


def test_a_corrected_report_says_what_it_replaces_and_the_old_one_is_not_sent_again(cast: Cast) -> None:
    first = released(cast)
    withdraw_release(by=cast.chair, release=first, why="A number was wrong.")
    second = Release.objects.get(pk=first.pk)
    second.pk, second.number, second.withdrawn_at, second.withdrawn_by = None, 2, None, ""
    second.withdrawn_why, second.corrects, second.corrected = "", first, "The number in paragraph 1."
    second.save()
    publish_report(by=cast.manager, release=second)

    bundle = in_inbox("2014-003-1.zip")
    assert isinstance(bundle, Bundle)
    assert (bundle.corrected, bundle.replaces) == ("The number in paragraph 1.", RELEASED_ON)
    with pytest.raises(Trouble, match="corrected since"):
        publish_report(by=cast.manager, release=first)
