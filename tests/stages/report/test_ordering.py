"""Parts and paragraphs take other places: numbers follow, frozen drafts do not, each move has its undo."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from candour.stages.report.actions import add_paragraph, add_part, draft_report, move_paragraph, move_part
from candour.stages.report.models import Paragraph, Part, Report
from candour.stages.report.one_source import numbered_parts
from tests.cast import Cast
from tests.stages.report.written import write_report

ORDER = "/reviews/2014-003/report/order/"


def titles(report: Report) -> list[str]:
    return [f"{one.number} {one.title}" for one in report.parts.all()]


def numbers(report: Report) -> list[list[tuple[int, str]]]:
    """(number, first word) of each paragraph, part by part."""
    return [[(n, row.text.split()[0]) for n, row in one.paragraphs] for one in numbered_parts(report)]


def with_one_inside(cast: Cast) -> Report:
    report = write_report(cast)
    inside = add_part(by=cast.lead, report=report, title="Inside", level=2)
    add_paragraph(by=cast.lead, part=inside, text="Nobody came.")
    add_part(by=cast.lead, report=report, title="At the end")
    return report


def test_a_part_goes_with_all_that_lies_inside_it_and_the_numbers_follow(cast: Cast) -> None:
    report = with_one_inside(cast)
    draft = draft_report(by=cast.lead, report=report)
    frozen = draft.sha256, [part["title"] for part in draft.frozen["source"]["part"]]
    first, inside = report.parts.get(number=1), report.parts.get(title="Inside")
    move_part(by=cast.lead, part=first, version=1, down=True)

    assert titles(report) == ["1 After it", "2 Inside", "3 The move", "4 At the end"]
    assert numbers(report) == [[(1, "Nobody")], [(2, "Nobody")], [(3, "[[mother]]"), (4, "[[wren]]")], []]
    draft.refresh_from_db()
    assert frozen == (draft.sha256, [part["title"] for part in draft.frozen["source"]["part"]])
    move_part(by=cast.lead, part=inside, version=1, down=True)
    move_part(by=cast.lead, part=report.parts.get(title="At the end"), version=1, down=True)
    assert titles(report) == ["1 After it", "2 Inside", "3 The move", "4 At the end"], (
        "none has a neighbour there"
    )
    move_part(by=cast.lead, part=first, version=2, down=False)
    assert titles(report) == ["1 The move", "2 After it", "3 Inside", "4 At the end"]


def test_a_paragraph_goes_from_the_end_of_a_part_into_the_next_and_back(cast: Cast) -> None:
    report = write_report(cast)
    before = numbers(report)
    second = Paragraph.objects.get(audience="closed")
    move_paragraph(by=cast.lead, paragraph=second, version=1, down=True)

    assert numbers(report) == [[(1, "[[mother]]")], [(2, "[[wren]]"), (3, "Nobody")]]
    move_paragraph(by=cast.lead, paragraph=second, version=2, down=False)
    assert numbers(report) == before


@pytest.mark.parametrize(("kind", "to", "back"), [("part", "down", "up"), ("paragraph", "up", "down")])
def test_the_page_moves_without_script_and_has_the_way_back(
    cast: Cast, kind: str, to: str, back: str
) -> None:
    report = write_report(cast)
    before = titles(report), numbers(report)
    row = report.parts.first() if kind == "part" else Paragraph.objects.get(part__number=2)
    client = Client()
    client.force_login(cast.lead)
    page = client.get(ORDER).content.decode()
    addresses = re.findall(r'action="([^"]+)"', page)
    address = next(one for one in addresses if f"/{row.pk}/" in one and ("order" in one) == (kind == "part"))
    stale = client.post(address, {"to": to, "version": 9})
    assert "somebody saved it meanwhile" in client.get(stale.headers["Location"]).content.decode()

    moved = client.post(address, {"to": to, "version": 1})
    assert (titles(report), numbers(report)) != before
    shown = client.get(moved.headers["Location"]).content.decode()
    assert f"is moved {to}. The numbers follow." in shown
    undo = re.search(r'<form class="undo" method="post" action="([^"]+)"', shown)
    client.post(undo[1].replace("&amp;", "&"))
    assert (titles(report), numbers(report)) == before
    assert f"to={back}" in undo[1]


def test_only_whoever_writes_moves_anything(cast: Cast) -> None:
    report = write_report(cast)
    for person, status in ((cast.checker, 403), (cast.chair, 403), (cast.outsider, 404)):
        client = Client()
        client.force_login(person)
        assert client.get(ORDER).status_code == status
        assert client.post(f"{ORDER}parts/{report.parts.first().pk}/", {"to": "down"}).status_code == status
    assert Part.objects.get(number=1).title == "The move"
