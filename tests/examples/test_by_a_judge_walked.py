"""The exercise by a judge, walked as the demonstration walks it: its rows are what its files tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from candour.cli.demonstration.material import Material
from candour.cli.demonstration.walk import _wren_by_judge
from candour.cli.demonstration.world import make_world
from candour.domain.disclosure import Source, read_source
from candour.stages.analysis.models import Finding
from candour.stages.hearing.signing import way_of_copy
from candour.stages.report.deciding.joining_up import jigsaw_signed
from candour.stages.report.models import Extract, Report
from candour.stages.report.one_source import cast_of, source_of
from candour.stages.report.releasing.way_to_release import release_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def words_alone(source: Source) -> Source:
    """What is read: rows name what they rest on by the key of an entry, files by its place."""
    return replace(
        source,
        parts=tuple(
            replace(part, paragraphs=tuple(replace(one, rests_on=()) for one in part.paragraphs))
            for part in source.parts
        ),
    )


def test_it_is_heard_ordered_released_and_published_as_its_files_tell() -> None:
    material = Material.found("wren_by_judge", beside="wren")
    told = material.read("hearing")

    review = _wren_by_judge(make_world())

    report = Report.objects.get(review=review)
    assert words_alone(source_of(report)) == words_alone(read_source(material.read("report")))
    assert Finding.objects.filter(review=review).count() == len(material.read("findings")["finding"])
    assert len(cast_of(review).relations) == len(material.read("cast")["relation"])
    extracts = Extract.objects.filter(report=report)
    assert [one.ruling.outcome for one in extracts] == [one["outcome"] for one in told["reply"]]
    earlier = [one for one in extracts if told["reply"][1]["earlier"].split("[[")[0] in str(one.paragraphs)]
    assert len(earlier) == 1, "the extract keeps the words as they were sent, before the ruling"
    assert "which its writer had not been sent" not in str(earlier[0].paragraphs)
    orders = [one.paragraphs.count() for one in report.orders.order_by("number")]
    assert orders[0] - orders[2] == len(told["order"][2]["but_for"])
    assert [one.number for one in report.copies.filter(bundle_making=None).order_by("number")] == [1, 2]
    closed, opened = report.bundles.order_by("number")
    assert closed.makings.get().copy.called == closed.called
    given = way_of_copy(opened.makings.get(state="made")).given
    assert given is not None
    assert given.words == told["bundle"][1]["given"]
    plan = review.publication_plan
    assert plan.tellings.filter(is_family=True, told_at=None).count() == 0
    release = release_of(review)
    assert release is not None
    assert release.ordered_as == "Judge"
    assert jigsaw_signed(release.draft)
    assert release.publications.get().published_on == material.read("commission")["published"]
