"""The gate: canaries, the bytes read back, and the twin; whatever errs is "cannot check" and no file."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pikepdf
import pytest

from benchmarks.made_reviews import MadeReview, made_review
from candour.domain.disclosure import Audience, Edition, Paragraph, Source, view
from candour.domain.identity import Cast, Household, Relation, RelationKind
from candour.files.open_text.checking import Checked, Verdict
from candour.files.reports import gate as gates
from candour.files.reports.gate import check_twin, first_difference, gate, twin_bytes_equal
from candour.files.reports.pdf import report_pdf
from tests.files.accessible_pdf import faults_of

ALL = ("html", "pdf", "docx", "xlsx")
CLEAN = Checked("report.txt", None, (), (), ())


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(n, marks=pytest.mark.slow) for n in range(2, 8))])
def test_made_up_reviews_with_secrets_everywhere_are_clean_in_four_formats(seed: int) -> None:
    made = made_review(seed)

    gated = gate(made.source, made.cast, made.register, formats=ALL)

    assert [(one.file, one.leaks, one.cannot) for one in gated.checked] == [
        (f"report.{name}", (), ()) for name in ALL
    ]
    assert [*gated.files] == [f"report.{name}" for name in ALL]


def test_the_short_editions_pass_the_same_gate() -> None:
    made = made_review(3)

    for edition in (Edition.SUMMARY, Edition.BRIEFING):
        gated = gate(made.source, made.cast, made.register, formats=ALL, edition=edition)
        assert (gated.verdict, len(gated.files)) == (Verdict.CLEAN, 4)
        assert twin_bytes_equal(made.source, made.cast, formats=ALL, edition=edition)


def test_a_name_typed_into_an_open_paragraph_gives_no_file_at_all() -> None:
    made = made_review(1)
    name = made.cast.by_key["child"].name
    first = made.source.parts[0]
    leaking = replace(
        made.source,
        parts=(
            replace(first, paragraphs=(Paragraph(f"{name} was seen."), *first.paragraphs)),
            *made.source.parts[1:],
        ),
    )

    gated = gate(leaking, made.cast, made.register)

    assert (gated.verdict, gated.files) == (Verdict.LEAK, {})


def _under_closed(source: Source) -> int:
    paragraphs = [one for part in source.parts for one in part.paragraphs]
    return sum(len(one.under) for one in paragraphs if one.audience is Audience.CLOSED)


LEAKY: dict[str, Callable[[Source, Cast], object]] = {
    "length of a name": lambda source, cast: len(cast.people[0].name),
    "length of a key": lambda source, cast: [len(one.key) for one in cast.people],
    "other names": lambda source, cast: len(cast.people[0].aliases),
    "former names": lambda source, cast: len(cast.people[0].former),
    "titles": lambda source, cast: [bool(one.titles) for one in cast.people],
    "sex": lambda source, cast: [one.sex for one in cast.people],
    "words of a role": lambda source, cast: [len(one.role.split()[0]) for one in cast.people if one.role],
    "whether there is a role": lambda source, cast: sum(bool(one.role) for one in cast.people),
    "relation": lambda source, cast: [one.relation[:1] for one in cast.people],
    "whether there is a note": lambda source, cast: [not one.note for one in cast.people],
    "day of the week of a birth": lambda source, cast: [
        one.born and one.born.weekday() for one in cast.people
    ],
    "whether one died": lambda source, cast: [bool(one.died) for one in cast.people],
    "what they are to each other": lambda source, cast: [one.kind for one in cast.relations],
    "when they met": lambda source, cast: [one.begins and one.begins.month for one in cast.relations],
    "when they moved": lambda source, cast: [one.begins and one.begins.month for one in cast.households],
    "how much a paragraph rests on": lambda source, cast: [
        len(one.rests_on) for part in source.parts for one in part.paragraphs
    ],
    "how much stands under closed paragraphs": lambda source, cast: _under_closed(source),
}


@pytest.mark.parametrize("leaky", LEAKY.values(), ids=LEAKY)
def test_a_writer_that_lets_only_a_trace_of_a_secret_through_is_caught_by_the_twin(
    leaky: Callable[[Source, Cast], object],
) -> None:
    source, cast = _with_a_home(made_review(2))

    def make(source: Source, cast: Cast) -> Mapping[str, bytes]:
        mark = sha256(repr(leaky(source, cast)).encode()).digest()[:2]
        return {"report.txt": b"A report." + b" " * (mark[0] * 256 + mark[1])}

    (checked,) = check_twin((CLEAN,), make(source, cast), source, cast, make)

    assert checked.verdict is Verdict.CANNOT
    assert checked.cannot[0].where == "the twin report"
    assert "byte" in checked.cannot[0].why


def _with_a_home(made: MadeReview) -> tuple[Source, Cast]:
    first, second, *_ = (one.key for one in made.cast.people)
    begins = date(2012, 3, 4)
    relations = (Relation(RelationKind.PARTNER, first, second, begins),)
    cast = replace(made.cast, relations=relations, households=(Household(first, (second,), begins),))
    return made.source, cast


@pytest.mark.parametrize("name", ["twin", "check", "view"])
def test_whatever_errs_is_cannot_check_and_no_file(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = made_review(2)

    def failing(*_: object, **__: object) -> None:
        raise RuntimeError("Robin")

    monkeypatch.setattr(gates, name, failing)
    gated = gate(made.source, made.cast, made.register)

    assert (gated.verdict, gated.files) == (Verdict.CANNOT, {})
    assert "Robin" not in repr(gated)


def test_the_first_place_that_differs_is_named() -> None:
    made = made_review(5)
    shown = view(made.source, made.cast, Audience.OPEN)
    part = shown.parts[1]
    changed = replace(part, paragraphs=(replace(part.paragraphs[0], text="Other."), *part.paragraphs[1:]))

    assert first_difference(shown, shown) == ""
    assert first_difference(shown, replace(shown, title="Other")) == "the title"
    assert (
        first_difference(shown, replace(shown, parts=(shown.parts[0], changed, *shown.parts[2:])))
        == f"paragraph {part.paragraphs[0].number}"
    )


@pytest.mark.slow
def test_a_report_of_120_pages_is_set_in_two_seconds_and_fit_for_those_who_hear_it() -> None:
    made = made_review(1, paragraphs=1230)
    shown = view(made.source, made.cast, Audience.OPEN)

    begins = time.process_time()
    content = report_pdf(shown)
    seconds = time.process_time() - begins

    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(pdf.pages) >= 120
    assert faults_of(content) == []
    assert seconds < 2
