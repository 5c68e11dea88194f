"""What waits in analysis is told to those who can do it, and where it stands to those who may see it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from candour.stages.analysis.actions import rest_on_entry, share_account, write_account, write_why_then
from candour.stages.analysis.reads import missing, standing, tasks_for
from tests.stages.analysis.worked import at, finding, returns

pytestmark = pytest.mark.django_db
TODAY = date(2014, 9, 1)


def test_analysis_is_done_when_reasons_are_written_and_findings_carried(cast: Any) -> None:
    assert standing(cast.review, cast.lead, TODAY).state == "to_come"
    returns(cast)
    one = finding(cast, [])
    where = one.episodes.get()

    assert standing(cast.review, cast.lead, TODAY).state == "present"
    assert [lack.words for lack in missing(cast.review, cast.lead, TODAY)] == ["Not written", "None chosen"]
    assert missing(cast.review, cast.family, TODAY) == []

    write_why_then(by=cast.lead, episode=where, words="Words.")
    rest_on_entry(by=cast.lead, finding=one, entry=at(cast, "police.csv", 3))
    assert standing(cast.review, cast.lead, TODAY).state == "done"
    assert standing(cast.review, cast.family, TODAY).href == ""


def test_tasks_wait_for_those_who_can_do_them(cast: Any) -> None:
    one = finding(cast, [])
    where = one.episodes.get()
    write_account(by=cast.lead, episode=where, words="What happened.")
    share_account(by=cast.lead, episode=where)

    assert [task.title for task in tasks_for(cast.lead, TODAY)] == ["Write why it made sense then"]
    assert [task.title for task in tasks_for(cast.practitioner, TODAY)] == [
        f"Check the account “{where.title}”"
    ]
    assert tasks_for(cast.chair, TODAY) == []
