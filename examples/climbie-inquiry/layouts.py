"""What each agency's return looks like: its file, its headings, and the habits of those who typed it.

The accounts are facts from published sources; everything said here (headings, order of columns, title
blocks, who completed it, encodings, merged cells) is invented, of the kinds that agencies really send.
"""

from __future__ import annotations

from dataclasses import dataclass

Columns = tuple[tuple[str, str], ...]
"""Heading as the agency words it, and what stands under it: a source column, `number` or `told_on`."""

NOTE = "Note: put together from published sources. Press reports of evidence give one side's account."


@dataclass(frozen=True, slots=True)
class Csv:
    """How the file was saved."""

    delimiter: str = ","
    encoding: str = "utf-8"
    line_end: str = "\r\n"
    curly_quotes: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """One return.

    `parts` names its sheets (in a Word file, the line above each table); `in_second_part` are the
    entries that stand in the second of them. `title` are rows before the headings (paragraphs before
    a Word table), `foot` rows after the last one; an empty one is a blank row. `days` shows how this
    agency writes 18 June 1999 where it says when somebody was told.
    """

    file: str
    agency_code: str
    columns: Columns
    days: str
    parts: tuple[str, ...] = ("",)
    in_second_part: frozenset[str] = frozenset()
    title: tuple[tuple[str, ...], ...] = ()
    foot: tuple[tuple[str, ...], ...] = ()
    saved: Csv = Csv()
    true_dates: bool = False
    month_headings: bool = False
    merged_dates: bool = False
    headings_again_after: int = 0
    blank_row_after: int = 0


LAYOUTS: tuple[Layout, ...] = (
    # A plain csv with the agency in a column, from somebody used to spreadsheets on another system.
    Layout(
        file="family-and-community.csv",
        agency_code="FAMILY",
        days="18.6.99",
        saved=Csv(line_end="\n"),
        columns=(
            ("Agency", "agency"),
            ("When", "date_text"),
            ("Role", "professional_role"),
            ("Child known as", "name_used_for_child"),
            ("What happened", "event"),
            ("Outcome", "action_outcome"),
            ("Who was told", "told_agency"),
            ("Date told", "told_on"),
            ("Status", "told_status"),
            ("Source", "source_title"),
            ("Web address", "source_url"),
        ),
    ),
    # A workbook saved as "CSV UTF-8": its title block and blank row became records of commas.
    Layout(
        file="ealing-social-services.csv",
        agency_code="EALING",
        days="18 June 1999",
        saved=Csv(encoding="utf-8-sig"),
        title=(
            ("Agency: Ealing Social Services / Homeless Persons' Unit",),
            ("Period under review: 1 April 1999 to 31 July 1999",),
            ("Completed by: Quality assurance manager",),
            (),
        ),
        columns=(
            ("No.", "number"),
            ("Date of contact", "date_text"),
            ("Professional", "professional_role"),
            ("Child known as", "name_used_for_child"),
            ("Details of contact", "event"),
            ("Action taken / outcome", "action_outcome"),
            ("Information shared with", "told_agency"),
            ("Date shared", "told_on"),
            ("Status of sharing", "told_status"),
            ("Source of information", "source_title"),
            ("Link", "source_url"),
        ),
    ),
    # A French spreadsheet writes semicolons and Windows-1252; its word processor curled the quotes.
    Layout(
        file="french-school-villepinte.csv",
        agency_code="FRSCH",
        days="Jun-99",
        saved=Csv(delimiter=";", encoding="cp1252", curly_quotes=True),
        columns=(
            ("Agency", "agency"),
            ("Date", "date_text"),
            ("Role", "professional_role"),
            ("Name of child", "name_used_for_child"),
            ("Event", "event"),
            ("Outcome", "action_outcome"),
            ("Information shared with", "told_agency"),
            ("Date shared", "told_on"),
            ("Status of sharing", "told_status"),
            ("Source", "source_title"),
        ),
    ),
    Layout(
        file="churches.tsv",
        agency_code="CHURCH",
        days="18 June 1999",
        saved=Csv(delimiter="\t", line_end="\n"),
        columns=(
            ("When", "date_text"),
            ("Agency", "agency"),
            ("Role", "professional_role"),
            ("Name used for child", "name_used_for_child"),
            ("What happened", "event"),
            ("Action taken", "action_outcome"),
            ("Who was told", "told_agency"),
            ("When told", "told_on"),
            ("Told status", "told_status"),
            ("Source", "source_title"),
            ("Source link", "source_url"),
        ),
    ),
    # "Unicode text" is UTF-16 with tabs. Nothing inside names the agency, and nobody could guess what
    # stands under "Desk": map.toml says both.
    Layout(
        file="enfield-social-services.csv",
        agency_code="ENFIELDSS",
        days="18 June 99",
        saved=Csv(delimiter="\t", encoding="utf-16"),
        columns=(
            ("Date", "date_text"),
            ("Desk", "professional_role"),
            ("Child known as", "name_used_for_child"),
            ("Details", "event"),
            ("Action", "action_outcome"),
            ("Agencies informed", "told_agency"),
            ("Date informed", "told_on"),
            ("Status of sharing", "told_status"),
            ("Source of information", "source_title"),
        ),
    ),
    # The label and the name of the agency stand in two cells here, not in one.
    Layout(
        file="brent-social-services.xlsx",
        agency_code="BRENTSS",
        days="18.6.99",
        parts=("Chronology",),
        month_headings=True,
        merged_dates=True,
        title=(
            ("Agency:", "Brent Social Services"),
            ("Period under review:", "1 June 1999 to 30 September 1999"),
            ("Completed by:", "Independent reviewing officer"),
            (),
        ),
        columns=(
            ("Date of event", "date_text"),
            ("Role", "professional_role"),
            ("Child known as", "name_used_for_child"),
            ("Event", "event"),
            ("Action taken", "action_outcome"),
            ("Agency told", "told_agency"),
            ("Date told", "told_on"),
            ("Told status", "told_status"),
            ("Source of information", "source_title"),
        ),
    ),
    Layout(
        file="brent-police.xlsx",
        agency_code="BRENTCPT",
        days="18/06/1999",
        parts=("Chronology", "Supervision"),
        in_second_part=frozenset({"VC046"}),
        true_dates=True,
        title=(
            ("Agency: Brent Police Child Protection Team (Met)",),
            ("Period under review: 14/07/1999 to 15/07/1999",),
            (),
        ),
        columns=(
            ("Date", "date_text"),
            ("Time", "time"),
            ("Professional", "professional_role"),
            ("Child known as", "name_used_for_child"),
            ("Event", "event"),
            ("Outcome", "action_outcome"),
            ("Information shared with", "told_agency"),
            ("Date shared", "told_on"),
            ("Status of sharing", "told_status"),
            ("Source of information", "source_title"),
        ),
    ),
    Layout(
        file="haringey-police.xlsx",
        agency_code="HARCPT",
        days="18/06/1999",
        parts=("CPT chronology",),
        true_dates=True,
        month_headings=True,
        title=(
            ("Agency: Haringey Police Child Protection Team (Met)",),
            ("Period under review: 24/07/1999 to 25/02/2000",),
            ("Completed by: Review officer, serious crime review group",),
            ("Prepared for the review panel",),
            (),
        ),
        columns=(
            ("Date", "date_text"),
            ("Professional", "professional_role"),
            ("Child known as", "name_used_for_child"),
            ("Details of contact", "event"),
            ("Action taken", "action_outcome"),
            ("Who was told", "told_agency"),
            ("Date told", "told_on"),
            ("Told status", "told_status"),
            ("Source of information", "source_title"),
            ("Web address", "source_url"),
        ),
    ),
    Layout(
        file="haringey-social-services.xlsx",
        agency_code="HARINGEYSS",
        days="18/06/99",
        parts=("Sheet1",),
        merged_dates=True,
        blank_row_after=8,
        title=(
            ("Agency: Haringey Social Services",),
            ("Period under review: 1 July 1999 to 25 February 2000",),
            ("Completed by: Service manager, children and families",),
            (),
        ),
        foot=((), (NOTE,)),
        columns=(
            ("No.", "number"),
            ("Date", "date_text"),
            ("Time", "time"),
            ("Role", "professional_role"),
            ("Child known as", "name_used_for_child"),
            ("What happened", "event"),
            ("Outcome", "action_outcome"),
            ("Information shared with", "told_agency"),
            ("Date shared", "told_on"),
            ("Status of sharing", "told_status"),
            ("Source of information", "source_title"),
            ("Web address", "source_url"),
        ),
    ),
    Layout(
        file="north-middlesex-hospital.xlsx",
        agency_code="NMH",
        days="18/6/99",
        parts=("Health chronology",),
        title=(
            ("Agency: North Middlesex Hospital", "", "", "Completed by: Designated nurse"),
            ("Period under review: 24/7/99 - 24/2/00",),
            (),
        ),
        foot=(
            (),
            ("Abbreviations",),
            ("A&E", "Accident and emergency department"),
            ("NMH", "North Middlesex Hospital"),
        ),
        columns=(
            ("Date of event", "date_text"),
            ("Professional", "professional_role"),
            ("Name used for child", "name_used_for_child"),
            ("Event", "event"),
            ("Action taken / outcome", "action_outcome"),
            ("Who was told", "told_agency"),
            ("Date told", "told_on"),
            ("Told status", "told_status"),
            ("Source of information", "source_title"),
            ("Web address", "source_url"),
        ),
    ),
    Layout(
        file="central-middlesex-hospital.docx",
        agency_code="CMH",
        days="18 Jun 99",
        month_headings=True,
        merged_dates=True,
        headings_again_after=2,
        title=(
            ("Agency: Central Middlesex Hospital",),
            ("Period under review: 14 Jul 99 to 15 Jul 99",),
            ("Completed by: Named nurse",),
            ("This chronology gives the hospital's contact with the child during one stay.",),
        ),
        foot=((NOTE,),),
        columns=(
            ("Date", "date_text"),
            ("Professional", "professional_role"),
            ("Child known as", "name_used_for_child"),
            ("Event", "event"),
            ("Outcome", "action_outcome"),
            ("Who was told", "told_agency"),
            ("Date told", "told_on"),
            ("Told status", "told_status"),
            ("Source of information", "source_title"),
        ),
    ),
    Layout(
        file="nspcc-tottenham.docx",
        agency_code="NSPCC",
        days="18 Jun 1999",
        headings_again_after=4,
        title=(
            ("Internal chronology",),
            ("Agency: NSPCC Tottenham Child and Family Centre",),
            ("Completed by: Regional manager",),
            ("Undated notes are given first.",),
        ),
        columns=(
            ("Date of event", "date_text"),
            ("Role", "professional_role"),
            ("Child known as", "name_used_for_child"),
            ("What happened", "event"),
            ("Action taken", "action_outcome"),
            ("Information shared with", "told_agency"),
            ("Date shared", "told_on"),
            ("Status of sharing", "told_status"),
            ("Source of information", "source_title"),
        ),
    ),
    Layout(
        file="st-marys-hospital.docx",
        agency_code="STMARYS",
        days="18 Jun 1999",
        parts=("", "Post-mortem"),
        in_second_part=frozenset({"VC116"}),
        merged_dates=True,
        title=(
            ("Agency: St Mary's Hospital Paddington / ambulance / post-mortem",),
            ("Completed by: Named doctor",),
            ("Intensive care is given first; the post-mortem stands in a table of its own.",),
        ),
        columns=(
            ("Date", "date_text"),
            ("Time", "time"),
            ("Role", "professional_role"),
            ("Child known as", "name_used_for_child"),
            ("Event", "event"),
            ("Outcome", "action_outcome"),
            ("Who was told", "told_agency"),
            ("Date told", "told_on"),
            ("Told status", "told_status"),
            ("Source of information", "source_title"),
        ),
    ),
)
