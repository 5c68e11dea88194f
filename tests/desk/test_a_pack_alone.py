"""One file more, and nothing else, is a law or a method more: in forms, on the desk and in the commands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.test import Client

from candour.cli.main import candour
from candour.desk.gathering import STAGE_TITLES
from candour.domain.methods import load_method
from candour.domain.packs.opening import Kind, look_also_in, pack_words
from candour.domain.rules import Answer
from candour.kernel.reviews.models import Review
from candour.stages.notify.models import Notification
from tests.cast import Cast
from tests.invented_law import LAW, NAME, folder_with
from tests.notified import answered, decided, to_be_reviewed

CLOCK = """
[[clocks]]
name = "zz_answer"
title = "Answer the council of the invention"
starts = "decision"
ends = "report"
length = 40
unit = "working_days"
citation = "s 99"
verified = false
"""
METHOD = "zz-own-method"
CASES = "case_id,notified_on,died,age\none,2014-05-19,yes,12\ntwo,2014-05-19,no,12\n"
NEW = "/decisions/new/northmoor/"
TOLD = {
    "version": "1",
    "title": "Child Alder",
    "notified_on": "19 May 2014",
    "notifier": "Northmoor children's services",
    "incident": "early May 2014",
    "what_happened": "Invented.",
    "aware_by": "A health visitor",
    "aware_on": "14 May 2014",
}


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    """An installation's own folder, empty; a test writes one file into it."""
    folder = tmp_path / "packs"
    folder.mkdir()
    look_also_in(folder)
    yield folder
    look_also_in(None)


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def command(*words: str) -> Any:
    found = CliRunner().invoke(candour, [*words, "--json"])
    assert found.exit_code == 0, found.output
    return json.loads(found.stdout)


def under_the_new_law(client: Client, cast: Cast) -> Notification:
    """Notified on the form, by choosing the law there."""
    client.force_login(cast.manager)
    assert client.post(NEW, {**TOLD, "regime": NAME}).status_code == 302
    return Notification.objects.get()


def review_from(client: Client, notification: Notification, method: str) -> str:
    """Commissioned on the form; the address of the review."""
    said = {"title": "Child Alder", "method": method, "opened_on": "10 June 2014"}
    said |= {"period_from": "1 June 2011", "period_to": "10 April 2014"}
    said |= {"terms": "Why it made sense.", "proportionate_why": "A pattern."}
    answer = client.post(f"/decisions/{notification.in_address}/commission/", said)
    assert answer.status_code == 302, answer.content.decode()
    return f"/reviews/{Review.objects.get(title='Child Alder').in_address}/"


@pytest.mark.django_db
def test_a_law_is_offered_when_its_file_is_there_and_only_then(own: Path, cast: Cast, client: Client) -> None:
    client.force_login(cast.manager)
    asking = {**TOLD, "regime": ""}
    assert "An invented law of reviews" not in client.post(NEW, asking).content.decode()
    assert "An invented law of reviews" not in read(client, "/about/law/")

    folder_with(own)

    assert "An invented law of reviews" in client.post(NEW, asking).content.decode()
    assert "An invented law of reviews" in read(client, "/about/law/")
    assert "A young person died" in read(client, f"/about/law/{NAME}/")
    asked = read(client, f"/decisions/{under_the_new_law(client, cast).in_address}/tests/")
    assert "How old was the person?" in asked


@pytest.mark.django_db
def test_a_review_under_a_law_of_ones_own_has_its_clocks(own: Path, cast: Cast, client: Client) -> None:
    folder_with(own, LAW + CLOCK)
    notification = under_the_new_law(client, cast)
    answered(cast, notification, {"died": Answer.YES})
    tests = f"/decisions/{notification.in_address}/tests/"
    answer = client.post(f"{tests}age/", {"version": "0", "answer": "12", "reason": "Seen."})
    assert answer.status_code == 302, answer.content.decode()
    assert "It must be held." in read(client, tests)

    decided(cast, notification)

    glance = read(client, review_from(client, notification, "learning-together"))
    assert Review.objects.get(title="Child Alder").regime == NAME
    assert "An invented law of reviews" in glance or "Invented 1900" in glance
    assert "Answer the council of the invention" in glance
    assert "30 July 2014" in glance


def test_a_law_is_listed_decided_by_counted_and_replayed(own: Path, tmp_path: Path) -> None:
    assert NAME not in {one["name"] for one in command("regimes", "list")["regimes"]}
    (tmp_path / "facts.toml").write_text('[facts]\ndied = "yes"\nage = 12\n', "utf-8")
    (tmp_path / "cases.csv").write_text(CASES, "utf-8")

    folder_with(own, LAW + CLOCK)

    assert NAME in {one["name"] for one in command("regimes", "list")["regimes"]}
    assert command("decide", "--regime", NAME, "--facts", str(tmp_path / "facts.toml"))["outcome"] == "must"
    counted = command("deadlines", "--regime", NAME, "--event", "decision=2014-06-04")["deadlines"]
    assert {one["name"]: one["due"] for one in counted}["zz_answer"] == "2014-07-30"
    laws = ("--regime", NAME, "--regime", "eng.scr.wt2013")
    cases = command("replay", *laws, str(tmp_path / "cases.csv"))["cases"]
    assert [one["outcomes"][NAME] for one in cases] == ["must", "need_not"]


def a_method(own: Path) -> None:
    """As one of ours, but by another title, and with nothing after the board's answer."""
    words = pack_words(Kind.METHODS, "judge-led").replace('"judge-led"', f'"{METHOD}"', 1)
    title = next(line for line in words.splitlines() if line.startswith("title = "))
    step = words.index("title = ", words.index("[[steps]]"))
    words = words[:step] + words[step:].replace("title = ", 'title = "An invented step"  # ', 1)
    words = words.replace(title, 'title = "The invented method"', 1)
    words = words.replace('stage = "learn"', 'stage = "respond"')
    (own / "methods").mkdir()
    (own / "methods" / f"{METHOD}.toml").write_text(words, "utf-8")


@pytest.mark.django_db
def test_a_method_is_offered_followed_and_explained(own: Path, cast: Cast, client: Client) -> None:
    decision = to_be_reviewed(cast)
    client.force_login(cast.manager)
    form = f"/decisions/{decision.notification.in_address}/commission/"
    assert "The invented method" not in read(client, form)

    a_method(own)

    assert "The invented method" in read(client, form)
    assert "The invented method" in read(client, "/about/methods-and-figures/")
    assert "An invented step" in read(client, f"/about/method/{METHOD}/")
    address = review_from(client, decision.notification, METHOD)
    assert "The invented method" in read(client, address)
    followed = [one["title"] for one in client.get(address).context["steps"]]
    assert len(followed) == len(load_method("judge-led").stages) - 1
    assert STAGE_TITLES["learn"] not in followed
