"""A bundle as a PDF: cover, index, papers, each page with its bundle page, bookmarks, links there and back.

Set by typst, to which every word is data. Pages that came as a PDF are laid into frames left for them.
"""

from __future__ import annotations

import io
import json
import tempfile
from pathlib import Path
from typing import Any

import pikepdf
import typst

from candour.domain.trouble import Trouble
from candour.files.hearing.contents import Bundle, BundleMade, Indexed, NotTaken, Pages
from candour.files.hearing.shape import frame_of, shape_of
from candour.files.hearing.sound_pictures import with_sound_pictures
from candour.files.reports.glyphs import FONTS

MOST_PAGES = 5_000
_TEMPLATE = Path(__file__).with_name("bundle.typ")
_A4 = (210.0, 297.0)
_PAPER = "paper-"
_POINTS = 72 / 25.4


def bundle_pdf(bundle: Bundle) -> BundleMade:
    """The finished bytes and the index that stands in them. Raises Trouble for a bundle without a page."""
    bundle = with_sound_pictures(bundle)
    taken = [paper.body for paper in bundle.papers if isinstance(paper.body, Pages)]
    if all(isinstance(paper.body, NotTaken) for paper in bundle.papers):
        raise Trouble("None of the papers can be in the bundle.", do="Choose others.")
    if sum(len(one.sheets) for one in taken) > MOST_PAGES:
        raise Trouble(f"It would have more than {MOST_PAGES:,} pages.", do="Make two bundles of it.")
    with pikepdf.open(io.BytesIO(_set(bundle))) as pdf:
        places = _places(pdf)
        for nth, paper in enumerate(bundle.papers, 1):
            if isinstance(paper.body, Pages):
                _lay_in(pdf, places[f"{_PAPER}{nth}"], paper.body, frame_of(bundle))
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return BundleMade(out.getvalue(), len(pdf.pages), _index(bundle, places, len(pdf.pages)))


def _set(bundle: Bundle) -> bytes:
    """What typst makes of it. It says of itself that all can be heard only where all of it is ours."""
    shape, pictures = shape_of(bundle)
    is_ours = not any(isinstance(paper.body, Pages) for paper in bundle.papers)
    with tempfile.TemporaryDirectory(prefix="candour-bundle-") as folder:
        for name, content in pictures.items():
            Path(folder, name).write_bytes(content)
        template = Path(folder, _TEMPLATE.name)
        template.write_bytes(_TEMPLATE.read_bytes())
        made: bytes = typst.compile(
            str(template),
            root=folder,
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            sys_inputs={"bundle": json.dumps(shape)},
            pdf_standards=["ua-1"] if is_ours else [],
        )
    return made


def _places(pdf: pikepdf.Pdf) -> dict[str, int]:
    """Name of a place -> its page, from 0."""
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    found: dict[str, int] = {}
    for name, place in pikepdf.NameTree(pdf.Root.Names.Dests).items():
        where: Any = place.D if isinstance(place, pikepdf.Dictionary) else place
        found[str(name)] = pages[where[0].objgen]
    return found


def _lay_in(pdf: pikepdf.Pdf, first: int, body: Pages, frame: dict[str, int]) -> None:
    """Each page as it came into its frame, made smaller where it must be and never larger."""
    with pikepdf.open(io.BytesIO(body.content)) as flat:
        for number, (sheet, page) in enumerate(zip(body.sheets, flat.pages, strict=True), first):
            if sheet.fault:
                continue
            width, height = reversed(_A4) if sheet.is_wide else _A4
            left, top = frame["side"], height - frame["head"] - frame["strip"]
            inside = (left, frame["foot"], width - frame["side"], top)
            drawn = pdf.copy_foreign(page.as_form_xobject())
            _draw(pdf, pdf.pages[number], drawn, pikepdf.Rectangle(*(side * _POINTS for side in inside)))


def _draw(pdf: pikepdf.Pdf, page: pikepdf.Page, drawn: pikepdf.Object, into: pikepdf.Rectangle) -> None:
    name = pikepdf.Name("/AsSent")
    page.add_resource(drawn, pikepdf.Name.XObject, name)
    placed = page.calc_form_xobject_placement(
        drawn, name, into, invert_transformations=True, allow_shrink=True, allow_expand=False
    )
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\n/Artifact BMC\n" + placed + b"\nEMC\n")


def _index(bundle: Bundle, places: dict[str, int], pages: int) -> tuple[Indexed, ...]:
    """Each paper begins on a page of its own and ends where the next one begins."""
    begins = sorted(place for name, place in places.items() if name.startswith(_PAPER))
    ends = dict(zip(begins, [*begins[1:], pages], strict=True))
    in_tabs = [(number, paper) for number, tab in enumerate(bundle.tabs, 1) for paper in tab.papers]
    lines = []
    for nth, (number, paper) in enumerate(in_tabs, 1):
        if isinstance(paper.body, NotTaken):
            lines.append(Indexed(number, paper.title, 0, 0, paper.body.why))
            continue
        left_out = paper.body.left_out if isinstance(paper.body, Pages) else ()
        begin = places[f"{_PAPER}{nth}"]
        lines.append(Indexed(number, paper.title, begin + 1, ends[begin], left_out=left_out))
    return tuple(lines)
