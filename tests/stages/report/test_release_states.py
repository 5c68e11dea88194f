"""A release: each way that is drawn from draft to withdrawal is taken, and no other leads to the public."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from candour.desk.states import MOVES, NOTHING
from candour.domain.trouble import Trouble
from candour.stages.report.actions import (
    ask_for_check,
    check_draft,
    check_release,
    draft_report,
    release_report,
    take_back_checking,
    withdraw_release,
)
from candour.stages.report.models import Checking, Draft, Release
from candour.stages.report.releasing.way_to_release import way_of
from tests.cast import Cast
from tests.stages.report.written import RELEASED_ON, sign_for_joins, write_report

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

(WAYS,) = [one.ways for one in MOVES if one.title == "A release"]
READ = ["drafted", "clean", "read by two"]
ROADS = {
    "drafted": ["drafted"],
    "waits for its check": ["drafted", "waits for its check"],
    "clean": ["drafted", "clean"],
    "not clean": ["drafted", "not clean"],
    "read by two": READ,
    "released": [*READ, "released"],
    "withdrawn": [*READ, "released", "withdrawn"],
}
LEAK = {"text": "Robin Ashby-Thorne was ill.", "audience": "open"}
"""A real name that nobody was asked about, as if a net had let it through."""


@pytest.fixture(autouse=True)
def own_shelf(settings: Any, tmp_path: Any) -> None:
    settings.PAPERS = tmp_path / "papers"


def state_of(draft: Draft | None) -> str:
    if draft is None:
        return NOTHING
    release = Release.objects.filter(draft=draft).order_by("-pk").first()
    if release is not None:
        return "withdrawn" if release.withdrawn_at else "released"
    way = way_of(draft)
    if way.checks:
        return "not clean" if not way.is_clean else "read by two" if len(way.yes) == 2 else "clean"
    return "waits for its check" if way.is_running else "drafted"


class Walk:
    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.report = write_report(cast)
        sign_for_joins(cast, self.report)

    @property
    def draft(self) -> Draft | None:
        return Draft.objects.filter(report=self.report).first()

    def act(self, action: str, end: str) -> None:
        lead, chair = self.cast.lead, self.cast.chair
        doing: dict[str, Callable[[], Any]] = {
            "draft_report": lambda: draft_report(by=lead, report=self.report),
            "ask_for_check": lambda: ask_for_check(by=lead, draft=self._there()),
            "check_draft": lambda: self._check(end),
            "check_release": self._two_say_yes,
            "take_back_checking": self._one_takes_back,
            "release_report": lambda: release_report(by=chair, draft=self._there(), released_on=RELEASED_ON),
            "withdraw_release": lambda: withdraw_release(by=chair, release=self._release(), why="A mistake."),
        }
        doing[action]()

    def brought_to(self, state: str) -> None:
        before = NOTHING
        for step in ROADS.get(state, []):
            action = next(one for start, one, end in WAYS if (start, end) == (before, step))
            self.act(action, step)
            before = step
        assert state_of(self.draft) == state

    def _check(self, end: str) -> None:
        draft = self._there()
        if end == "not clean":
            draft.frozen["source"]["part"][1]["paragraph"].append(LEAK)
            draft.save()
        check_draft(by=self.cast.lead, draft=draft)

    def _two_say_yes(self) -> None:
        for checker in (self.cast.checker, self.cast.second_checker):
            check_release(by=checker, draft=self._there(), verdict="yes", words="Read, page by page.")

    def _one_takes_back(self) -> None:
        said = Checking.objects.filter(draft=self._there(), checker=self.cast.checker).first()
        if said is None:
            raise Trouble("Nothing was said.", do="Read it.")
        take_back_checking(by=self.cast.checker, checking=said)

    def _there(self) -> Draft:
        if self.draft is None:
            raise Trouble("There is no draft.", do="Make one.")
        return self.draft

    def _release(self) -> Release:
        found = Release.objects.filter(draft=self._there()).first()
        if found is None:
            raise Trouble("It is not released.", do="Release it.")
        return found


@pytest.mark.parametrize(("start", "action", "end"), WAYS)
def test_each_way_leads_where_it_says(cast: Cast, start: str, action: str, end: str) -> None:
    walk = Walk(cast)
    walk.brought_to(start)
    walk.act(action, end)
    assert state_of(walk.draft) == end


@pytest.mark.parametrize("start", sorted({NOTHING, *ROADS} - {"read by two", "withdrawn"}))
def test_from_nowhere_else_is_it_released(cast: Cast, start: str) -> None:
    walk = Walk(cast)
    walk.brought_to(start)
    with pytest.raises(Trouble):
        walk.act("release_report", "released")
    assert state_of(walk.draft) == start


@pytest.mark.parametrize("start", ["drafted", "waits for its check", "not clean", "released", "withdrawn"])
def test_nobody_says_yes_to_what_is_not_clean_nor_twice(cast: Cast, start: str) -> None:
    walk = Walk(cast)
    walk.brought_to(start)
    with pytest.raises(Trouble):
        walk.act("check_release", "read by two")
    assert state_of(walk.draft) == start
