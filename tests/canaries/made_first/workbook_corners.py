"""Leak channels of a workbook in parts that only a program of workbooks, or a hand, writes."""

from __future__ import annotations

import base64
from pathlib import Path

from tests.canaries.made_first.workbook_parts import DRAWING, SPACE, START, in_sheet, put_in, row


def threaded_comment(secret: str, folder: Path) -> Path:
    text = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    said = (
        f"<ThreadedComments xmlns='{text}'><threadedComment ref='A1'><text>{secret}</text></threadedComment>"
    )
    return put_in(
        folder / "a.xlsx", {"xl/threadedComments/threadedComment1.xml": f"{START}{said}</ThreadedComments>"}
    )


def person_of_a_threaded_comment(secret: str, folder: Path) -> Path:
    text = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    login = (secret[0] + secret.split()[-1]).lower()
    people = f"<personList xmlns='{text}'><person displayName='x' userId='S::{login}@example.org::1'/>"
    return put_in(folder / "a.xlsx", {"xl/persons/person.xml": f"{START}{people}</personList>"})


def path_of_another_workbook(secret: str, folder: Path) -> Path:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    relation = (
        f"<Relationship Id='r1' Type='x' TargetMode='External' Target='file:///H:/{secret}/notes.xlsx'/>"
    )
    return put_in(
        folder / "a.xlsx",
        {"xl/externalLinks/_rels/externalLink1.xml.rels": f"<R xmlns='{space}'>{relation}</R>"},
    )


def values_of_another_workbook(secret: str, folder: Path) -> Path:
    kept = f"<sheetData sheetId='0'><row r='1'><cell r='A1' t='str'><v>{secret}</v></cell></row></sheetData>"
    link = f"<externalLink xmlns='{SPACE}'><externalBook><sheetDataSet>{kept}</sheetDataSet></externalBook>"
    return put_in(folder / "a.xlsx", {"xl/externalLinks/externalLink1.xml": f"{START}{link}</externalLink>"})


def items_a_pivot_remembers(secret: str, folder: Path) -> Path:
    fields = f"<cacheFields><cacheField name='who'><sharedItems><s v='{secret}'/></sharedItems></cacheField>"
    cache = f"<pivotCacheDefinition xmlns='{SPACE}'>{fields}</cacheFields></pivotCacheDefinition>"
    return put_in(folder / "a.xlsx", {"xl/pivotCache/pivotCacheDefinition1.xml": START + cache})


def records_of_a_pivot(secret: str, folder: Path) -> Path:
    first, second = secret.split()[-1][:6], secret.split()[-1][6:]
    kept = f"<pivotCacheRecords xmlns='{SPACE}'><r><s v='{first}'/><s v='{second}'/></r></pivotCacheRecords>"
    return put_in(folder / "a.xlsx", {"xl/pivotCache/pivotCacheRecords1.xml": START + kept})


def connection(secret: str, folder: Path) -> Path:
    query = f"<dbPr connection='DSN=cases;UID=x' command='select * from t where who=&quot;{secret}&quot;'/>"
    part = f"<connections xmlns='{SPACE}'><connection id='1'>{query}</connection></connections>"
    return put_in(folder / "a.xlsx", {"xl/connections.xml": START + part})


def who_shares_the_file(secret: str, folder: Path) -> Path:
    tag = f"<fileSharing userName='{secret}'/><bookViews>"
    return put_in(folder / "a.xlsx", {}, workbook=("<bookViews>", tag))


def path_where_it_was_saved(secret: str, folder: Path) -> Path:
    login = (secret[0] + secret.split()[-1]).lower()
    space = "http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"
    tag = f"<x15ac:absPath xmlns:x15ac='{space}' url='C:\\Users\\{login}\\Desktop\\'/><bookViews>"
    return put_in(folder / "a.xlsx", {}, workbook=("<bookViews>", tag))


def code_name_of_a_sheet(secret: str, folder: Path) -> Path:
    tag = f"<sheetPr codeName='{secret.replace(' ', '')}'/><dimension"
    return put_in(folder / "a.xlsx", {}, sheet1=("<dimension", tag))


def scenario(secret: str, folder: Path) -> Path:
    tag = f"<scenarios><scenario name='a' comment='as {secret} said' user='x'/></scenarios>"
    return in_sheet(folder / "a.xlsx", "", tag)


def line_of_little_charts(secret: str, folder: Path) -> Path:
    space = "http://schemas.microsoft.com/office/excel/2006/main"
    inner = f"<xm:f xmlns:xm='{space}'>'{secret}'!A1:A9</xm:f>"
    return in_sheet(folder / "a.xlsx", "", f"<extLst><ext uri='x'>{inner}</ext></extLst>")


def slicer(secret: str, folder: Path) -> Path:
    part = f"<slicers xmlns='urn:x'><slicer name='a' caption='{secret}'/></slicers>"
    return put_in(folder / "a.xlsx", {"xl/slicers/slicer1.xml": START + part})


def name_of_the_theme(secret: str, folder: Path) -> Path:
    return put_in(folder / "a.xlsx", {}, theme1=('name="Office Theme"', f'name="{secret}"'))


def custom_part(secret: str, folder: Path) -> Path:
    return put_in(folder / "a.xlsx", {"customXml/item1.xml": f"<{secret.split()[-1]}/>"})


def name_of_a_printer(secret: str, folder: Path) -> Path:
    content = b"\0\1" * 9 + f"{secret} desk".encode("utf-16-le") + bytes(40)
    return put_in(folder / "a.xlsx", {"xl/printerSettings/printerSettings1.bin": content})


def comment_among_the_cells(secret: str, folder: Path) -> Path:
    return in_sheet(folder / "a.xlsx", f"<!-- {base64.b64encode(secret.encode()).decode()} -->")


def log_of_a_shared_workbook(secret: str, folder: Path) -> Path:
    part = f"<users xmlns='{SPACE}' count='1'><userInfo guid='x' name='{secret}' id='1'/></users>"
    return put_in(folder / "a.xlsx", {"xl/revisions/userNames.xml": START + part})


def runs_of_a_shape(secret: str, folder: Path) -> Path:
    runs = "".join(f"<a:r><a:rPr b='1'/><a:t>{one}</a:t></a:r>" for one in secret.split()[-1])
    shape = f"<xdr:wsDr xmlns:xdr='urn:x' xmlns:a='{DRAWING}'><a:p>{runs}</a:p></xdr:wsDr>"
    return put_in(folder / "a.xlsx", {"xl/drawings/drawing9.xml": START + shape})


def entity_of_its_own(secret: str, folder: Path) -> Path:
    inner = f"<!DOCTYPE a [<!ENTITY who '{secret}'>]><a>&who;</a>"
    return put_in(folder / "a.xlsx", {"customXml/item1.xml": inner})


def table_of_a_query(secret: str, folder: Path) -> Path:
    part = f"<queryTable xmlns='{SPACE}' name='{secret.replace(' ', '_')}'/>"
    return put_in(folder / "a.xlsx", {"xl/queryTables/queryTable1.xml": START + part})


def mapping_of_xml(secret: str, folder: Path) -> Path:
    part = f"<MapInfo xmlns='{SPACE}'><Map Name='m' RootElement='{secret.split()[-1]}'/></MapInfo>"
    return put_in(folder / "a.xlsx", {"xl/xmlMaps.xml": START + part})


def filter_of_a_list(secret: str, folder: Path) -> Path:
    tag = f"<autoFilter ref='A1:A9'><filterColumn colId='0'><filters><filter val='{secret}'/></filters>"
    return in_sheet(folder / "a.xlsx", "", f"{tag}</filterColumn></autoFilter>")


def ribbon_of_ones_own(secret: str, folder: Path) -> Path:
    return put_in(
        folder / "a.xlsx", {"customUI/customUI.xml": f"<customUI xmlns='urn:x' onLoad='{secret}'/>"}
    )


def preserved_space_and_two_runs(secret: str, folder: Path) -> Path:
    first, last = secret.split()
    text = f"<si><r><t>{first}</t></r><r><t xml:space='preserve'> </t></r><r><t>{last}</t></r></si></sst>"
    return put_in(folder / "a.xlsx", {}, sharedStrings=("</sst>", text))


def error_of_a_row_of_letters_upside_down(secret: str, folder: Path) -> Path:
    return in_sheet(folder / "a.xlsx", row(*reversed(secret.split()[-1])))
