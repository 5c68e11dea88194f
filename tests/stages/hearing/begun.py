"""Bundles for tests: begun, filled, decided on, and made, each by whoever does so."""

from __future__ import annotations

import io
from datetime import date

import pypdf
from django.test import Client

from candour.kernel.papers.shelf import read_bytes
from candour.kernel.people.models import Person
from candour.stages.hearing.actions import (
    ask_for_bundle,
    begin_bundle,
    keep_paper_words,
    make_bundle,
    put_into_bundle,
)
from candour.stages.hearing.choosing import choices_for
from candour.stages.hearing.models import Bundle, BundlePaper, Kind, Making
from candour.stages.report.models import Report
from tests.cast import Cast

DAY = date(2014, 6, 3)
BUNDLES = "/reviews/2014-003/bundles/"


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def begun(cast: Cast, report: Report, audience: str = "closed", called: str = "HM Coroner") -> Bundle:
    return begin_bundle(
        by=cast.lead, report=report, audience=audience, heard="Directions", heard_on=DAY, called=called
    )


def choose(cast: Cast, bundle: Bundle, *kinds: Kind, tab: str = "Papers") -> list[BundlePaper]:
    chosen = [one for one in choices_for(bundle) if one.kind in kinds]
    return put_into_bundle(by=cast.lead, bundle=bundle, chosen=chosen, tab=tab)


def made(cast: Cast, bundle: Bundle) -> Making:
    making = ask_for_bundle(by=cast.judge, bundle=bundle, asked_on=DAY)
    return make_bundle(by=cast.judge, making=making, made_on=DAY)


def text_of(making: Making) -> list[str]:
    read = pypdf.PdfReader(io.BytesIO(read_bytes(making.sha256)))
    return [page.extract_text() for page in read.pages]


def keep_all(cast: Cast, making: Making, reason: str = "Known to everybody.") -> None:
    """Whatever was asked of the copy may stay, paper by paper."""
    for sha256 in dict.fromkeys(one["sha256"] for one in making.asked):
        words = [one["words"] for one in making.asked if one["sha256"] == sha256]
        keep_paper_words(by=cast.lead, making=making, sha256=sha256, words=words, reason=reason)


def made_when_decided(cast: Cast, bundle: Bundle) -> Making:
    """A first copy says what waits; that is kept; the second is made."""
    keep_all(cast, made(cast, bundle))
    return made(cast, bundle)
