"""A released report whose notice of publication was sent in time: the law of the tests asks for one."""

from __future__ import annotations

from datetime import date

from candour.stages.learn.actions import record_notice
from candour.stages.report.models import Release
from tests.cast import Cast
from tests.stages.report import written

SENT_ON = date(2014, 10, 1)


def send_notice(cast: Cast, sent_on: date = SENT_ON, agreed: str = "") -> None:
    said = {"to": "The national panel", "how": "By post.", "agreed": agreed}
    record_notice(by=cast.manager, review=cast.review, sent_on=sent_on, **said)


def released(cast: Cast) -> Release:
    send_notice(cast)
    return written.released(cast)
