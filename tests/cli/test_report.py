"""`candour report` and `candour register`, from the outside. The people are invented."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from candour.cli.main import candour
from candour.kernel.audit.models import Line
from candour.stages.report.actions import add_paragraph, keep_cast_member
from candour.stages.report.actions.orders import make_order
from candour.stages.report.models import ClosedCopy, Paragraph
from tests.cast import Cast
from tests.pace import some_quick
from tests.stages.report.written import plant, write_report


@pytest.fixture(autouse=True)
def awake(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("report", "register"):
        monkeypatch.setattr(f"candour.cli.{name}.wake", lambda home: None)


def run(*words: str, by: str = "lead", review: str = "2014/003") -> Result:
    command, *rest = words
    return CliRunner().invoke(candour, [command, review, *rest, "--by", by])


def wrote(out: Path, audience: str = "open", kind: str = "html", *more: str, by: str = "lead") -> Result:
    return run("report", "--audience", audience, "--format", kind, "--out", str(out), *more, by=by)


@pytest.mark.parametrize("kind", some_quick(["html", "pdf", "docx"], 0))
def test_the_open_report_is_the_same_bytes_each_time_and_clean(cast: Cast, tmp_path: Path, kind: str) -> None:
    write_report(cast)
    out, again = tmp_path / f"a.{kind}", tmp_path / f"b.{kind}"
    told = wrote(out, "open", kind, "--json")

    assert told.exit_code == 0, told.output
    assert json.loads(told.stdout)["result"] == "clean"
    assert json.loads(told.stdout)["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert wrote(again, "open", kind, by="chair").exit_code == 0
    assert again.read_bytes() == out.read_bytes()
    assert Line.objects.filter(did="wrote_open_report", who="chair", allowed=True).count() == 1


def test_a_name_typed_in_an_open_paragraph_gives_three_and_writes_nothing(cast: Cast, tmp_path: Path) -> None:
    plant(cast, write_report(cast), "Then Delia Thorne left the house.")
    told = wrote(tmp_path / "a.docx", "open", "docx", "--json")

    assert told.exit_code == 3
    assert json.loads(told.stdout)["result"] == "leak"
    assert "Thorne" not in told.output
    assert list(tmp_path.iterdir()) == []


def test_a_check_that_misses_its_known_bad_file_gives_two_and_writes_nothing(cast, tmp_path, monkeypatch):
    monkeypatch.setattr("candour.files.open_text.checking.missed", lambda: ["a name in a comment"])
    write_report(cast)
    told = wrote(tmp_path / "a.html")

    assert told.exit_code == 2
    assert "known-bad" in told.stderr
    assert list(tmp_path.iterdir()) == []


def test_words_that_wait_give_two_and_write_nothing(cast: Cast, tmp_path: Path) -> None:
    plant(cast, write_report(cast), "They went to Larkfield.")
    told = wrote(tmp_path / "a.html")

    assert (told.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert "1 word waits for a decision" in told.stderr


def test_a_closed_copy_has_a_number_says_whose_it_is_and_leaves_a_line(cast: Cast, tmp_path: Path) -> None:
    write_report(cast)
    out = tmp_path / "closed.html"

    assert wrote(out, "closed").exit_code == 0
    assert "Millbrook Hospital" in out.read_text("utf-8")
    assert "Copy 1, for Lead" in out.read_text("utf-8")
    assert ClosedCopy.objects.get().sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    assert Line.objects.filter(did="took_closed_copy", who="lead", allowed=True).exists()
    assert wrote(tmp_path / "b.html", "checker").exit_code == 2, "whoever has it takes a copy of their own"


def test_whoever_may_not_see_the_source_gets_no_closed_copy(cast: Cast, tmp_path: Path) -> None:
    write_report(cast)
    out = tmp_path / "closed.html"

    assert wrote(out, "closed", by="team").exit_code == 2
    assert wrote(out, "open", by="outsider").exit_code == 2, "a stranger is not told that it is there"
    assert run("register", "--out", str(out), by="chair").exit_code == 2
    assert list(tmp_path.iterdir()) == []
    assert Line.objects.filter(did="took_closed_copy", who="team", allowed=False).exists()


def test_one_person_reads_what_the_orders_open_to_them_and_no_more(cast: Cast, tmp_path: Path) -> None:
    report = write_report(cast)
    out = tmp_path / "team.html"
    assert wrote(out, "team", by="team").exit_code == 2
    assert "No order opens anything" in wrote(out, "team").stderr
    assert wrote(out, "nobody").exit_code == 2
    cast.review.method = "judge-led"
    cast.review.save()
    make_order(
        by=cast.judge,
        report=report,
        person=cast.team,
        paragraphs=[Paragraph.objects.get(audience="closed")],
        may_read=True,
        ordered_on=date(2014, 9, 1),
        why="She was there.",
    )

    for by in ("lead", "team"):
        assert wrote(out, "team", "html", "--replace", by=by).exit_code == 0
        shown = out.read_text("utf-8")
        assert "was ill at" in shown
        for secret in ("moved", "Thorne", "Robin", "Nobody asked"):
            assert secret not in shown


def test_a_file_that_is_there_is_left_unless_it_may_be_replaced(cast: Cast, tmp_path: Path) -> None:
    write_report(cast)
    out = tmp_path / "a.html"
    out.write_text("mine")

    assert wrote(out).exit_code == 2
    assert out.read_text() == "mine"
    assert wrote(out, "open", "html", "--replace").exit_code == 0
    assert [one.name for one in tmp_path.iterdir()] == ["a.html"]


def test_the_register_holds_all_names_and_hidden_days_and_check_open_reads_it(
    cast: Cast, tmp_path: Path
) -> None:
    report = write_report(cast)
    keep_cast_member(
        by=cast.lead, review=cast.review, key="carer", kind="adult", name="Ida Brook", pseudonym="Carer"
    )
    add_paragraph(by=cast.lead, part=report.parts.get(number=2), text="[[carer]] came [[on 2014-05-02]].")
    out, page = tmp_path / "R.json", tmp_path / "closed.html"

    assert run("register", "--out", str(out)).exit_code == 0
    shape: dict[str, Any] = json.loads(out.read_text("utf-8"))
    assert [one["name"] for one in shape["people"]] == ["Robin Ashby-Thorne", "Delia Thorne", "Ida Brook"]
    assert {"2012-03-04", "2014-02-11", "2014-03-01", "2014-05-02"} == set(shape["dates"])
    assert "Child Wren" in shape["allow"]
    assert out.stat().st_mode & 0o077 == 0
    assert Line.objects.filter(did="took_register_away", who="lead", allowed=True).exists()
    assert wrote(page, "closed").exit_code == 0
    assert CliRunner().invoke(candour, ["check-open", str(page), "--register", str(out)]).exit_code == 3
