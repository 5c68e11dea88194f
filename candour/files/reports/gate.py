"""The finished files, read back by other code than wrote them, and made again of other secrets.

Three things must hold before anybody may have an open file: the checker catches its known-bad files, it finds
no item of the register in the bytes, and the twin's bytes are the same. Whatever errs is "cannot check".
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import Path

from candour.domain.disclosure import Audience, Edition, Source, View, twin, view
from candour.domain.identity import Cast
from candour.domain.leaks import Finder, Register
from candour.domain.trouble import Trouble
from candour.files.open_text.checking import ITSELF, Checked, Verdict, check, worst
from candour.files.open_text.opened import Unread
from candour.files.reports.docx import report_docx
from candour.files.reports.html import report_html
from candour.files.reports.pdf import report_pdf
from candour.files.reports.xlsx import report_xlsx

TWIN = "the twin report"
WRITERS = {"html": report_html, "pdf": report_pdf, "docx": report_docx, "xlsx": report_xlsx}
Make = Callable[[Source, Cast], Mapping[str, bytes]]


@dataclass(frozen=True, slots=True)
class Gated:
    """What the gate says of each file. There are no files unless every one of them is clean."""

    checked: tuple[Checked, ...]
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def verdict(self) -> Verdict:
        """A gate that checked nothing has nothing to let through."""
        return worst(self.checked) if self.checked else Verdict.CANNOT


def open_files(
    source: Source, cast: Cast, *, formats: tuple[str, ...] = ("html", "pdf", "docx"), edition: Edition
) -> dict[str, bytes]:
    """The open report in each format, by name of file. Raises Trouble for a source that cannot be shown."""
    shown = view(source, cast, Audience.OPEN, edition=edition)
    name = "report" if edition is Edition.WHOLE else str(edition)
    return {f"{name}.{one}": WRITERS[one](shown) for one in formats}


def gate(
    source: Source,
    cast: Cast,
    register: Register,
    *,
    formats: tuple[str, ...] = ("html", "pdf", "docx"),
    edition: Edition = Edition.WHOLE,
) -> Gated:
    """The open files made, read back, and made again of the twin; clean ones are in the answer."""

    def make(of: Source, by: Cast) -> Mapping[str, bytes]:
        return open_files(of, by, formats=formats, edition=edition)

    try:
        files = make(source, cast)
        checked = check_twin(check_files(files, register), files, source, cast, make)
    except Exception as error:
        why = error.what if isinstance(error, Trouble) else f"the check stopped ({type(error).__name__})"
        names = [f"report.{one}" for one in formats]
        return Gated(tuple(Checked(name, None, (), (Unread(ITSELF, why),), ()) for name in names))
    is_clean = len(checked) == len(files) > 0 and worst(checked) is Verdict.CLEAN
    return Gated(checked, files if is_clean else {})


def check_files(
    files: Mapping[str, bytes], register: Register, *, strict: bool = True
) -> tuple[Checked, ...]:
    """Name -> bytes of each file, checked in the order given; the names are read too, as they are published.

    The checker is tried on its known-bad files first, each time: if it misses one, no file is clean.
    Raises Trouble for a register with nothing in it.
    """
    if not any((register.people, register.addresses, register.dates, register.numbers, register.words)):
        raise Trouble(
            "The register is empty, so the check could find nothing.",
            do="Put the people of the review into its cast.",
        )
    for name in files:
        if Path(name).name != name or name in ("", ".", ".."):
            raise ValueError(f"{name!r} is not the plain name of a file")
    with tempfile.TemporaryDirectory(prefix="candour-check-") as folder:
        paths = [Path(folder, name) for name in files]
        for path, content in zip(paths, files.values(), strict=True):
            path.write_bytes(content)
        return tuple(check(paths, register, Finder(register), strict=strict))


def check_twin(
    checked: tuple[Checked, ...], files: Mapping[str, bytes], source: Source, cast: Cast, make: Make
) -> tuple[Checked, ...]:
    """The answers, and for each file that its twin is not: "cannot check", with the first place that differs.

    `make` writes the same files of any source and cast.
    """
    try:
        differing = _differing(files, source, cast, make)
    except Trouble as trouble:
        differing = dict.fromkeys(files, f"it could not be made: {trouble.what}")
    except Exception as error:
        differing = dict.fromkeys(files, f"it could not be made ({type(error).__name__})")
    return tuple(
        replace(one, cannot=(*one.cannot, Unread(TWIN, differing[one.file])))
        if one.file in differing
        else one
        for one in checked
    )


def twin_bytes_equal(
    source: Source,
    cast: Cast,
    *,
    formats: tuple[str, ...] = ("html", "pdf", "docx"),
    edition: Edition = Edition.WHOLE,
) -> bool:
    """Whether the open files of the report and of its twin are the same, byte by byte."""

    def make(of: Source, by: Cast) -> Mapping[str, bytes]:
        return open_files(of, by, formats=formats, edition=edition)

    return not _differing(make(source, cast), source, cast, make)


def _differing(files: Mapping[str, bytes], source: Source, cast: Cast, make: Make) -> dict[str, str]:
    """Name of file -> where it first differs from its twin, in words that quote nothing."""
    shown = view(source, cast, Audience.OPEN)
    other_source, other_cast = twin(source, cast, int(shown.sha256[:12], 16))
    others = make(other_source, other_cast)
    place = first_difference(shown, view(other_source, other_cast, Audience.OPEN))
    found = {}
    for name, content in files.items():
        other = others.get(name, b"")
        if content != other:
            at = next((n for n, (a, b) in enumerate(zip_longest(content, other)) if a != b), 0)
            found[name] = f"it differs at {place or f'byte {at}'}: closed words had a hand in the open file"
    return found


def first_difference(one: View, other: View) -> str:
    """The first paragraph or title at which two views differ; "" where they are the same."""
    if (one.title, one.review_number) != (other.title, other.review_number):
        return "the title"
    for n, (a, b) in enumerate(zip_longest(one.parts, other.parts), 1):
        if a is None or b is None or a.title != b.title:
            return f"the title of part {n}"
    for first, second in zip_longest(one.paragraphs, other.paragraphs):
        if first != second:
            return f"paragraph {(first or second).number}"
    return "" if one == other else "what the report says of itself"
