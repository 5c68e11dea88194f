"""What does a Word document or a workbook hold beyond what a plain report needs?

Parts and name spaces are held to a list of what is known; of the known ones, what hides, remembers or acts
is named. Each is a warning, and the gate's own no.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from candour.files.open_text.opened import OpenFile

_PARTS = re.compile(
    r"\[Content_Types\]\.xml|(?:[\w/]+/)?_rels/[\w.]*\.rels|docProps/(?:core|app)\.xml|docProps/thumbnail\.\w+"
    r"|word/(?:document|styles|stylesWithEffects|settings|webSettings|fontTable|numbering|footnotes|endnotes"
    r"|header\d*|footer\d*)\.xml|(?:word|xl)/theme/theme\d*\.xml|(?:word|xl)/media/[\w.]+|word/fonts/[\w.]+"
    r"|(?:word|xl)/charts/(?:chart|style|colors)\d*\.xml|customXml/(?:item|itemProps)\d+\.xml"
    r"|xl/(?:workbook|styles|sharedStrings|calcChain|metadata)\.xml|xl/worksheets/sheet\d+\.xml"
    r"|xl/tables/table\d+\.xml|xl/drawings/drawing\d+\.xml"
)
_HOMES = (
    "http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/office/", "http://purl.org/dc/",
    "http://www.w3.org/", "urn:schemas-microsoft-com:", "http://purl.oclc.org/ooxml/",
)  # fmt: skip
_ODD = {
    tag: what
    for what, tags in {
        "a tracked change": "ins del moveFrom moveTo delText rPrChange pPrChange",
        "hidden text": "vanish specVanish webHidden",
        "a comment": "comment commentReference legacyDrawing",
        "a variable of the document": "docVar",
        "a file inside the file": "altChunk",
        "an embedded object": "object OLEObject oleObject control",
        "the path of a template": "attachedTemplate",
        "a source of letters": "mailMerge",
        "a tag or a link of custom XML": "smartTag customXml dataBinding",
        "a form field, or data of one": "fldData ffData",
        "a permission by name": "permStart fileSharing",
        "the path where it was saved": "absPath",
        "a link to another workbook": "externalReference",
        "a pivot table": "pivotCache",
        "a scenario or a view of somebody's own": "scenario customWorkbookView",
        "phonetic signs": "rPh",
        "a place on the web": "webPublishing",
    }.items()
    for tag in tags.split()
}
_HIDDEN = re.compile(r"1|true|on|hidden|veryHidden")
_HOLDS_HIDDEN = frozenset("row col sheet definedName".split())
_FIELDS = re.compile(
    r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|TOC|HYPERLINK|REF|PAGEREF|SEQ|STYLEREF|NOTEREF|TITLE)\b[^\"]*"
    r"(?:\"[^\"]*\"[^\"]*)*"
)
_STYLES = re.compile(r"styles\w*\.xml$|/theme/")
"""A style may be white or tiny and never be used."""
_SMALLEST = 4
"""In half points: two points high is not to be read."""
_EMPTY_LIST = "Sources"
"""An empty list of books stands in every file of python-docx."""


def tell_part(name: str, root: etree._Element | None, found: OpenFile) -> None:
    """Warn of a part that is not known, and of what is odd in one that is."""
    if not _PARTS.fullmatch(name):
        found.warn(f"{name} is a part that a plain report does not need.")
    for odd in dict.fromkeys(_oddities(name, root) if root is not None else ()):
        found.warn(f"{name} holds {odd}.")


def _oddities(name: str, root: etree._Element) -> Iterator[str]:
    is_list = etree.QName(root).localname == _EMPTY_LIST and not len(root)
    if re.match(r"customXml/item\d", name) and not is_list:
        yield "custom XML"
    comments = root.xpath("//comment() | //processing-instruction()")
    if isinstance(comments, list) and len(comments) > _instructions_before(root):
        yield "a comment in its XML"
    for element in root.iter("{*}*"):
        tag = etree.QName(element)
        if not (tag.namespace or _HOMES[0]).startswith(_HOMES):
            yield "a tag of a kind that is not known"
        if odd := _ODD.get(tag.localname):
            yield odd
        if not _STYLES.search(name):
            yield from _of_looks(element, tag.localname)


def _instructions_before(root: etree._Element) -> int:
    """`mso-application` before the root says only which program opens the file."""
    before = root.getprevious()
    return 1 if before is not None and getattr(before, "target", "") == "mso-application" else 0


def _of_looks(element: etree._Element, name: str) -> Iterator[str]:
    values = {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items()}
    value = values.get("val", "")
    if name == "color" and value.upper() == "FFFFFF":
        yield "white text"
    if name == "sz" and value.isdecimal() and int(value) < _SMALLEST:
        yield "text too small to be read"
    if name in _HOLDS_HIDDEN and _HIDDEN.fullmatch(values.get("hidden", values.get("state", ""))):
        yield f"a hidden {name}"
    instruction = element.text or "" if name == "instrText" else values.get("instr", "")
    if instruction.strip() and re.match(r"\s*[A-Z]{2,}", instruction) and not _FIELDS.fullmatch(instruction):
        yield "a field of a kind that a plain report does not need"
