"""Parts of a Word file that are not its page: settings, lists, names of styles, parts of their own."""

from __future__ import annotations

import base64
import zipfile
from io import BytesIO
from pathlib import Path

from docx.enum.style import WD_STYLE_TYPE

from tests.canaries.made_unread.building import PLAIN, W, quoted, rezipped, word, word_body

SETTINGS = "word/settings.xml"
RELS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _set(folder: Path, inner: str) -> Path:
    return rezipped(word(folder), {SETTINGS: ("</w:settings>", inner + "</w:settings>")})


def _joined(folder: Path, name: str, text: str, kind: str, relation: str) -> Path:
    """A part more, rightly declared and joined to the document."""
    target = name.removeprefix("word/")
    link = f'<Relationship Id="rX1" Type="{OFFICE}/{relation}" Target="{target}"/></Relationships>'
    told = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    return rezipped(word(folder), {RELS: ("</Relationships>", link), TYPES: ("</Types>", told)}, {name: text})


def name_in_a_variable(secret: str, folder: Path) -> Path:
    """A document variable, its value in hexadecimal."""
    return _set(folder, f'<w:docVars><w:docVar w:name="k" w:val="{secret.encode().hex()}"/></w:docVars>')


def name_in_a_merge_query(secret: str, folder: Path) -> Path:
    """The question a mail merge asked of its source, the words URL-coded."""
    coded = "".join(f"%{ord(each):02x}" for each in secret)
    inner = (
        '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="odbc"/>'
        f"<w:query w:val=\"SELECT * FROM [all] WHERE who='{coded}'\"/></w:mailMerge>"
    )
    return _set(folder, inner)


def name_of_a_style(secret: str, folder: Path) -> Path:
    """A paragraph style called after somebody, the words run together."""
    joined = secret.replace(" ", "")
    return word(folder, lambda made: made.styles.add_style(joined + "Quote", WD_STYLE_TYPE.PARAGRAPH))


def name_as_a_bookmark(secret: str, folder: Path) -> Path:
    """A bookmark: no spaces are allowed there."""
    mark = f'<w:bookmarkStart w:id="7" w:name="_{secret.replace(" ", "_")}_1"/><w:bookmarkEnd w:id="7"/>'
    return word_body(folder, f"<w:p>{mark}</w:p>")


def name_as_a_list_sign(secret: str, folder: Path) -> Path:
    """The sign before each item of a numbered list: it stands in the numbering part only."""
    put = secret[:3] + chr(0x200B) + secret[3:-4] + chr(0xAD) + secret[-4:]
    level = (
        '<w:abstractNum w:abstractNumId="99"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{quoted(put)} %1:"/>'
        "</w:lvl></w:abstractNum>"
    )
    at = word_body(
        folder,
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{PLAIN}</w:t></w:r></w:p>",
    )
    rezipped(at, {"word/numbering.xml": ("<w:abstractNum ", level + "<w:abstractNum ")})
    use = '<w:num w:numId="99"><w:abstractNumId w:val="99"/></w:num></w:numbering>'
    return rezipped(at, {"word/numbering.xml": ("</w:numbering>", use)})


def name_as_a_choice(secret: str, folder: Path) -> Path:
    """A drop-down list: the displayed text is harmless, the stored value is base64."""
    value = base64.b64encode(secret.encode()).decode()
    items = f'<w:listItem w:displayText="Parent" w:value="{value}"/>'
    return word_body(
        folder,
        f"<w:p><w:sdt><w:sdtPr><w:dropDownList>{items}</w:dropDownList></w:sdtPr>"
        "<w:sdtContent><w:r><w:t>Parent</w:t></w:r></w:sdtContent></w:sdt></w:p>",
    )


def name_in_the_building_blocks(secret: str, folder: Path) -> Path:
    """The glossary part (AutoText) holds a letter a run, in runs marked as deleted."""
    runs = "".join(
        f'<w:del w:id="{at}" w:author="a"><w:r>'
        f'<w:delText xml:space="preserve">{each}</w:delText></w:r></w:del>'
        for at, each in enumerate(secret)
    )
    text = (
        f"<w:glossaryDocument {W}><w:docParts><w:docPart><w:docPartBody><w:p>{runs}</w:p>"
        "</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.glossary+xml"
    return _joined(folder, "word/glossary/document.xml", text, kind, "glossaryDocument")


def name_in_another_page_inside(secret: str, folder: Path) -> Path:
    """An alternative chunk: a web page taken in on opening, each letter a numbered entity."""
    page = "<html><body>" + "".join(f"&#{ord(each)};" for each in secret) + "</body></html>"
    return _joined(folder, "word/chunk.htm", page, "text/html", "aFChunk")


def name_in_the_people(secret: str, folder: Path) -> Path:
    """The list of those who ever commented; no comment is left."""
    space = "http://schemas.microsoft.com/office/word/2012/wordml"
    who = f'<w15:person w15:author="{secret.upper().replace(" ", ", ")}"/>'
    text = f'<w15:people xmlns:w15="{space}">{who}</w15:people>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml"
    return _joined(folder, "word/people.xml", text, kind, "people")


def name_in_a_chart(secret: str, folder: Path) -> Path:
    """A chart's kept category, its letters full-width."""
    wide = "".join(chr(ord(each) + 0xFEE0) if each != " " else each for each in secret)
    space = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    point = f'<c:pt idx="0"><c:v>{wide}</c:v></c:pt>'
    text = f'<c:chartSpace xmlns:c="{space}"><c:cat>{point}</c:cat></c:chartSpace>'
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    return _joined(folder, "word/charts/chart1.xml", text, kind, "chart")


def name_in_an_unjoined_part(secret: str, folder: Path) -> Path:
    """A custom XML part that nothing refers to, forename and surname as elements' own names."""
    first, last = secret.split(" ", 1)
    return rezipped(word(folder), added={"customXml/item9.xml": f"<who><{first}/><{last}/></who>"})


def name_in_a_namespace(secret: str, folder: Path) -> Path:
    """The address of a namespace that the body declares and never uses."""
    at = word(folder)
    coded = secret.replace(" ", "%20")
    return rezipped(at, {"word/document.xml": ("<w:document ", f'<w:document xmlns:q="urn:case:{coded}" ')})


def name_as_the_zips_comment(secret: str, folder: Path) -> Path:
    """The comment at the zip's own end, quoted-printable."""
    return rezipped(word(folder), note="".join(f"={ord(each):02X}" for each in secret))


def name_as_an_entrys_name(secret: str, folder: Path) -> Path:
    """A part of the zip is called so; there is nothing in it."""
    return rezipped(word(folder), added={f"word/media/{secret.replace(' ', '-').lower()}.xml": "<a/>"})


def name_between_the_entries(secret: str, folder: Path) -> Path:
    """Bytes between the zip's first entry and its second, in UTF-16: every program skips them."""
    at = word(folder)
    held = BytesIO(at.read_bytes())
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(at, "w", zipfile.ZIP_DEFLATED) as new:
        for place, each in enumerate(old.infolist()):
            new.writestr(each.filename, old.read(each))
            if not place:
                new.fp.write(secret.encode("utf-16-le"))
                new.start_dir = new.fp.tell()
    return at
