"""A released report goes to the reading room, signed, and comes off view by another bundle."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings as installation
from django.core.exceptions import PermissionDenied

from candour.domain.trouble import Trouble
from candour.files.bundles import Bundle, Withdrawal, public_key_from, read_bundle
from candour.stages.analysis.models import Finding
from candour.stages.learn.actions import publish_report, withdraw_publication
from candour.stages.learn.models import Publication
from candour.stages.learn.reads import published
from candour.stages.report.actions import withdraw_release
from tests.cast import AT, Cast
from tests.stages.report.written import RELEASED_ON, released


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    settings.PAPERS = tmp_path / "papers"
    settings.INBOX = tmp_path / "inbox"


def in_inbox(name: str) -> Bundle | Withdrawal:
    key = public_key_from((installation.HOME.reading_room / "bundle-public.pem").read_bytes())
    return read_bundle((Path(installation.INBOX) / name).read_bytes(), key)


def find(cast: Cast, headline: str) -> Finding:
    return Finding.objects.create(
        review=cast.review, number=1, headline=headline, category="MA_LONGTERM", written_at=AT, written_by="x"
    )


def test_the_reading_room_gets_the_released_bytes_signed(cast: Cast) -> None:
    find(cast, "A record follows a family only if someone asks for it.")
    release = released(cast)
    publication = publish_report(by=cast.manager, release=release)

    bundle = in_inbox("2014-003-1.zip")
    assert isinstance(bundle, Bundle)
    assert {one.path: one.sha256 for one in bundle.files} == {
        "report.html": release.html_sha256,
        "report.pdf": release.pdf_sha256,
    }
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


def test_a_name_in_a_headline_is_not_sent(cast: Cast) -> None:
    find(cast, "Nobody listened to Delia Thorne.")
    release = released(cast)

    with pytest.raises(Trouble, match="Nothing was sent") as said:
        publish_report(by=cast.manager, release=release)
    assert "Delia" not in str(said.value)
    assert not Path(installation.INBOX).exists()
    assert not Publication.objects.exists()


def test_a_withdrawn_report_leaves_a_line_with_its_reason(cast: Cast) -> None:
    publication = publish_report(by=cast.manager, release=released(cast))
    why = "A paragraph could identify a living child."
    withdraw_publication(by=cast.manager, publication=publication, on=date(2015, 2, 1), why=why)

    withdrawal = in_inbox("2014-003-2.zip")
    assert isinstance(withdrawal, Withdrawal)
    assert (withdrawal.edition, withdrawal.title, withdrawal.reason) == (2, "Child Wren", why)
    assert published()[0].withdrawn_why == why


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
