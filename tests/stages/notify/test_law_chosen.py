"""Which law a notification falls under: in force that day in its nation; proposed ones as exercises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client

from candour.domain.rules import Regime, load_regime
from candour.domain.trouble import Trouble
from candour.stages.notify import law_chosen
from candour.stages.notify.actions import amend_notification
from candour.stages.notify.law_chosen import law_for, proposed_laws
from candour.stages.notify.models import Amendment, Notification
from candour.stages.notify.told import told_in
from tests.cast import Cast
from tests.notified import notified, to_be_reviewed
from tests.stages.notify.test_notification_pages import NEW, form

pytestmark = pytest.mark.django_db

DAY = date(2014, 5, 19)
LAW = load_regime("eng.scr.wt2013")
LATER = replace(LAW, name="later", title="A later law", in_force_from=date(2016, 1, 1), in_force_to=None)
BESIDE = replace(LAW, name="beside", title="A law beside it")
WELSH = replace(LAW, name="welsh", nation="wal")
NEVER: dict[str, Any] = {"never": True, "in_force_from": None, "in_force_to": None}
PROPOSED = replace(LAW, name="proposed", title="A proposed law", **NEVER)


@pytest.fixture
def laws(monkeypatch: pytest.MonkeyPatch) -> list[Regime]:
    """The laws there are, for a test to say; `proposed` never was in force."""
    held = [LAW]
    monkeypatch.setattr(
        law_chosen, "regimes_in_force", lambda day: tuple(one for one in held if one.in_force_on(day))
    )
    monkeypatch.setattr(law_chosen, "proposed_regimes", lambda: (PROPOSED,))
    monkeypatch.setattr(law_chosen, "regime_names", lambda: ("eng.scr.wt2013", "later", "beside", "proposed"))
    by_name = {one.name: one for one in (LAW, LATER, BESIDE, WELSH, PROPOSED)}
    monkeypatch.setattr(law_chosen, "load_regime", by_name.__getitem__)
    return held


def test_of_one_law_nobody_is_asked(cast: Cast, laws: list[Regime]) -> None:
    assert law_for(cast.board, DAY, None) == "eng.scr.wt2013"
    assert law_for(cast.board, date(2010, 1, 1), None) == ""


def test_of_several_the_board_chooses(cast: Cast, laws: list[Regime]) -> None:
    laws.append(BESIDE)
    with pytest.raises(Trouble, match="2 laws were in force"):
        law_for(cast.board, DAY, None)
    assert law_for(cast.board, DAY, "beside") == "beside"
    with pytest.raises(Trouble, match="not in force on 19 May 2014"):
        law_for(cast.board, DAY, "later")


def test_only_the_laws_of_the_board_s_nation_are_offered(cast: Cast, laws: list[Regime]) -> None:
    laws.append(WELSH)
    cast.board.nation = "wal"
    assert law_for(cast.board, DAY, None) == "welsh"
    cast.board.nation = ""
    with pytest.raises(Trouble, match="2 laws"):
        law_for(cast.board, DAY, None)


def test_a_proposed_law_is_for_exercises_only(cast: Cast, laws: list[Regime], settings: Any) -> None:
    with pytest.raises(Trouble, match="not in force"):
        law_for(cast.board, DAY, "proposed")
    settings.EXERCISES = True
    assert proposed_laws(cast.board) == (PROPOSED,)
    assert law_for(cast.board, DAY, "proposed") == "proposed"


def test_the_form_asks_for_the_law_once_the_day_is_known(
    client: Client, cast: Cast, laws: list[Regime]
) -> None:
    laws.append(BESIDE)
    client.force_login(cast.manager)
    assert "Which law" not in client.get(NEW).content.decode()

    page = client.post(NEW, form(regime="")).content.decode()
    assert "Which law does this fall under?" in page
    assert not Notification.objects.exists()

    assert client.post(NEW, form(regime="beside")).status_code == 302
    assert Notification.objects.get().regime == "beside"


def test_a_day_on_which_the_law_was_not_in_force_asks_again(
    client: Client, cast: Cast, laws: list[Regime]
) -> None:
    laws.append(LATER)
    notification = notified(cast)
    moved = replace(told_in(notification), notified_on=date(2017, 5, 19))
    with pytest.raises(Trouble, match="was not in force on that day"):
        amend_notification(by=cast.manager, notification=notification, told=moved, version=1)

    client.force_login(cast.manager)
    change = f"/decisions/{notification.in_address}/change/incident/"
    later = form(notified_on="19 May 2017", regime="")
    assert "Which law does this fall under?" in client.post(change, later).content.decode()
    assert client.post(change, {**later, "regime": "later"}).status_code == 302

    assert Notification.objects.get().regime == "later"
    changed = {one["what"]: one["now"] for one in Amendment.objects.get().changed}
    assert changed["The law"] == "A later law"
    assert changed["Day the board was told"] == "19 May 2017"


def test_what_is_decided_stays_under_its_law(cast: Cast, laws: list[Regime]) -> None:
    laws.append(LATER)
    notification = to_be_reviewed(cast).notification
    moved = replace(told_in(notification), notified_on=date(2017, 5, 19))
    with pytest.raises(Trouble, match="decided under the law"):
        amend_notification(by=cast.manager, notification=notification, told=moved, version=1, regime="later")


def test_every_page_of_an_exercise_says_so_and_no_other(
    client: Client, cast: Cast, laws: list[Regime], settings: Any
) -> None:
    settings.EXERCISES = True
    client.force_login(cast.manager)
    assert "for an exercise only" in client.get(NEW).content.decode()
    client.post(NEW, form(exercise="proposed"))
    real = notified(cast)
    assert Notification.objects.get(number=1).regime == "proposed"

    words = f"An exercise, under a law that was never in force: {PROPOSED.short}."
    assert words in client.get("/decisions/N-2014-001/").content.decode()
    assert words in client.get("/decisions/N-2014-001/change/areas/").content.decode()
    assert words not in client.get(f"/decisions/{real.in_address}/").content.decode()
    client.force_login(cast.outsider)
    stranger = client.get("/decisions/N-2014-001/")
    assert stranger.status_code == 404
    assert words not in stranger.content.decode()
