"""What an attacker tries beside the pages: other methods, what is kept and logged, files left on a disk."""

from __future__ import annotations

import logging
import stat
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.test import Client
from django_tasks_db.models import DBTaskResult

from candour.cli.main import candour
from candour.kernel.audit.models import Line
from candour.stages.report.actions.orders import make_order
from candour.stages.report.models import Draft, Paragraph
from tests.cast import Cast
from tests.house.logged import everything_logged, formatter
from tests.house.matrix import client_of
from tests.stages.report.written import RELEASED_ON, sign_for_joins, write_report

pytestmark = pytest.mark.django_db
REPORT = "/reviews/2014-003/report/"
SECRET = "Delia Thorne lives at the mill"


def read_by(username: str) -> int:
    return Line.objects.filter(did="opened_report_source", who=username).count()


@pytest.mark.parametrize("method", ["get", "head", "post", "options", "put", "patch", "delete"])
def test_restricted_papers_leave_a_line_by_whatever_method_they_are_shown(cast: Cast, method: str) -> None:
    write_report(cast)
    answer = getattr(client_of("lead"), method)(f"{REPORT}parts/1/")

    assert (answer.status_code == 200) == (read_by("lead") == 1)


def test_no_answer_is_kept_by_a_browser(cast: Cast) -> None:
    write_report(cast)
    lead, stranger = client_of("lead"), client_of("outsider")
    addresses = {REPORT: (200, 404), "/reviews/": (200, 200), "/none/": (404, 404)}
    for address, expected in addresses.items():
        for client, status in zip((lead, stranger), expected, strict=True):
            answer = client.get(address)
            assert answer.status_code == status
            assert "no-store" in answer["Cache-Control"], address
            assert not answer.has_header("ETag")
    for client, address, status in ((Client(), REPORT, 302), (client_of("chair"), f"{REPORT}cast/", 403)):
        answer = client.get(address)
        assert answer.status_code == status
        assert "no-store" in answer["Cache-Control"], address


def test_a_part_of_a_file_or_an_unchanged_one_is_never_sent(cast: Cast) -> None:
    """Nothing answers by ranges or dates, which tell of content by their length and by their silence."""
    write_report(cast)
    asked = {
        "Range": "bytes=0-20",
        "If-Modified-Since": "Mon, 01 Jan 2035 00:00:00 GMT",
        "If-None-Match": "*",
    }
    answer = client_of("lead").get(f"{REPORT}parts/1/", headers=asked)

    assert answer.status_code == 200
    assert b"</html>" in answer.content


def lines_of(raised: BaseException) -> str:
    told = (type(raised), raised, raised.__traceback__)
    return formatter().format(logging.LogRecord("candour", logging.ERROR, __file__, 1, "Broke.", None, told))


def test_the_log_says_where_it_broke_and_not_with_which_words() -> None:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as first:
            raise ValueError(f"no such row: {SECRET}") from first
    except ValueError as raised:
        written = lines_of(raised)

    assert "Thorne" not in written
    assert "builtins.KeyError" in written
    assert "builtins.ValueError" in written
    assert "test_closed_by_other_ways.py" in written


def test_a_page_that_breaks_over_a_secret_tells_it_to_nobody(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_report(cast)
    monkeypatch.setattr("candour.stages.report.pages.part.numbered_parts", _break, raising=True)
    client = client_of("lead")
    client.raise_request_exception = False
    answer = client.get(f"{REPORT}parts/1/")

    assert answer.status_code == 500
    assert "Thorne" not in answer.content.decode()


def _break(*_: object) -> None:
    raise RuntimeError(SECRET)


@pytest.mark.parametrize("address", ["/where-it-is/{}/", "/calendars/{}.ics", "/join/{}/"])
def test_an_address_that_is_a_secret_is_not_logged(address: str) -> None:
    """A scanner of mail may follow a link by any method: the refusal is logged, the link is not."""
    with everything_logged() as log:
        answer = Client(enforce_csrf_checks=True).post(address.format("a-very-secret-link"))

    assert answer.status_code == 403
    assert "Forbidden" in log.getvalue()
    assert "secret-link" not in log.getvalue()


def test_a_closed_copy_on_a_disk_is_its_owners_alone(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_report(cast)
    monkeypatch.setattr("candour.cli.report.wake", lambda home: None)
    out = tmp_path / "closed.html"
    words = [
        "report",
        "2014/003",
        "--audience",
        "closed",
        "--format",
        "html",
        "--out",
        str(out),
        "--by",
        "lead",
    ]

    assert CliRunner().invoke(candour, words).exit_code == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_the_command_tells_nobody_without_the_source_to_whom_an_order_opens_something(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With an order, without one, and without a seat: one answer for all three."""
    report = write_report(cast)
    monkeypatch.setattr("candour.cli.report.wake", lambda home: None)
    closed = Paragraph.objects.filter(audience="closed")
    order = {"report": report, "person": cast.family, "paragraphs": closed, "ordered_on": RELEASED_ON}
    make_order(by=cast.chair, may_read=True, why="Close kin.", **order)
    words = ["report", "2014/003", "--format", "html", "--out", str(tmp_path / "out"), "--by", "author"]
    said = {
        CliRunner().invoke(candour, [*words, "--audience", who]).stderr
        for who in ("family", "practitioner", "somebody")
    }

    assert len(said) == 1
    assert "None of your roles here lets you" in said.pop()


def test_the_queue_of_the_worker_holds_numbers_and_no_words(cast: Cast, settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    sign_for_joins(cast, write_report(cast))
    answer = client_of("lead").post(f"{REPORT}check/start/")
    rows = DBTaskResult.objects.all()

    assert answer.status_code == 302
    assert [one.args_kwargs for one in rows] == [{"args": [Draft.objects.get().pk], "kwargs": {}}]
