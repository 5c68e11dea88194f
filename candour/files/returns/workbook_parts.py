"""Which part of an xlsx is which sheet, and which of its cell styles show a date without its day?"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from candour.files.returns.coarse_dates import Coarse, coarse_styles
from candour.files.unreadable import Unreadable
from candour.files.xml_parts import TAGS, local_name, parsed, root_attributes
from candour.files.zips import Archive

_WORKBOOK = "xl/workbook.xml"
_STRINGS = "sharedstrings.xml"


@dataclass(frozen=True, slots=True)
class WorkbookParts:
    """`sheets` are the parts in the workbook's order ("" where one cannot be told).

    `coarse_styles` are the styles, by the number a cell names them with (s="3"), that hide a date's day.
    """

    sheets: tuple[str, ...]
    coarse_styles: dict[str, Coarse]


def workbook_parts(archive: Archive) -> WorkbookParts:
    """Raises Unreadable where it claims more words than it can hold: room would be made for them unseen."""
    for name in archive.names:
        if name.casefold().endswith(_STRINGS):
            _refuse_false_claim(root_attributes(archive, name))
    targets = _targets(archive)
    book = parsed(archive, _WORKBOOK)
    ids = [
        next((str(value) for name, value in sheet.items() if str(name).endswith("}id")), "")
        for sheet in book.iter("{*}sheet")
    ]
    return WorkbookParts(tuple(targets.get(one, "") for one in ids), _coarse_styles(archive))


def _refuse_false_claim(attributes: dict[str, str]) -> None:
    counts = [value for name, value in attributes.items() if name.casefold().endswith("count")]
    if any(not count.isascii() or not count.isdigit() or int(count[:9]) > TAGS for count in counts):
        raise Unreadable("is damaged: it says impossible things of its size")


def _targets(archive: Archive) -> dict[str, str]:
    links = "xl/_rels/workbook.xml.rels"
    if links not in archive:
        return {}
    return {
        link.get("Id", ""): _inside(link.get("Target", ""))
        for link in parsed(archive, links).iter("{*}Relationship")
    }


def _inside(target: str) -> str:
    """As the fast reader resolves it, so that the part looked at is the part read."""
    path = target.lstrip("/")
    return path if path.startswith("xl/") else f"xl/{path}"


def _coarse_styles(archive: Archive) -> dict[str, Coarse]:
    if "xl/styles.xml" not in archive:
        return {}
    styles = parsed(archive, "xl/styles.xml")
    codes = {one.get("numFmtId", ""): one.get("formatCode", "") for one in styles.iter("{*}numFmt")}
    return coarse_styles(_cell_formats(styles), codes)


def _cell_formats(styles: etree._Element) -> list[str]:
    cell_styles = next(styles.iter("{*}cellXfs"), None)
    if cell_styles is None:
        return []
    return [one.get("numFmtId", "") for one in cell_styles if local_name(one) == "xf"]
