"""The gate: canaries, the bytes read back, and the twin; whatever errs is "cannot check" and no file."""

from __future__ import annotations

import io
import time
from collections.abc import Mapping
from dataclasses import replace

import pikepdf
import pytest

from benchmarks.made_reviews import made_review
from candour.domain.disclosure import Audience, Edition, Paragraph, Source, view
from candour.domain.identity import Cast
from candour.files.open_text.checking import Verdict
from candour.files.reports import gate as gates
from candour.files.reports.gate import check_files, check_twin, first_difference, gate, twin_bytes_equal
from candour.files.reports.pdf import report_pdf
from tests.files.accessible_pdf import faults_of

ALL = ("html", "pdf", "docx", "xlsx")


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


def test_a_writer_that_lets_only_the_length_of_a_secret_through_is_caught_by_the_twin() -> None:
    made = made_review(2)

    def make(source: Source, cast: Cast) -> Mapping[str, bytes]:
        letters = len(cast.by_key["child"].name)
        return {"report.txt": b"A report." + b" " * letters}

    files = make(made.source, made.cast)
    plain = check_files(files, made.register)
    (checked,) = check_twin(plain, files, made.source, made.cast, make)

    assert plain[0].verdict is Verdict.CLEAN
    assert checked.verdict is Verdict.CANNOT
    assert checked.cannot[0].where == "the twin report"
    assert "byte" in checked.cannot[0].why


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
