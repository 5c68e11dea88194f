"""How each invented agency lays out its return: file, headings, title block, and the way it writes a day."""

from __future__ import annotations

from dataclasses import dataclass

Columns = tuple[tuple[str, str], ...]
"""Heading as the agency words it, and the source column under it; `number` counts the rows."""


@dataclass(frozen=True, slots=True)
class Layout:
    """`days` and `told_days` show how this agency writes 4 June 2014; `date` is a true date cell.

    `parts` are the sheets or Word tables, in the order of the source column `part`. `title` stands above
    the headings in the same table, `above` as paragraphs over a Word table.
    """

    review: str
    source: str
    file: str
    columns: Columns
    days: str
    told_days: str
    parts: tuple[str, ...] = ("",)
    title: tuple[tuple[str, ...], ...] = ()
    above: tuple[str, ...] = ()
    months: bool = False
    foot: tuple[tuple[str, ...], ...] = ()
    as_given: bool = False
    """The rows stand in the source's own order, not in order of time."""


LAYOUTS: tuple[Layout, ...] = (
    Layout(
        review="wren",
        source="northmoor",
        file="northmoor_cs.xlsx",
        days="date",
        told_days="04/06/2014",
        parts=("Sheet1",),
        title=(
            ("Agency:", "Northmoor children's services"),
            ("Serious case review 2014/003", "", "Period: 1 June 2011 to 10 April 2014"),
            ("Completed by:", "Service manager with no part in the case"),
            (),
        ),
        columns=(
            ("No.", "number"),
            ("Date", "day"),
            ("Time", "time"),
            ("Worker", "role"),
            ("Event", "event"),
            ("Action / outcome", "action"),
            ("Information shared with", "told"),
            ("Date shared", "told_on"),
            ("Child seen?", "seen"),
            ("Source", "ref"),
        ),
    ),
    Layout(
        review="wren",
        source="police",
        file="fenshire_police_wren_v2.docx",
        days="4.6.14",
        told_days="4.6.14",
        parts=("table 1", "table 2"),
        above=("RESTRICTED", "Agency: Fenshire Police", "Prepared by: review officer"),
        title=(("Child Wren: police contacts. Table 1, to spring 2013",),),
        columns=(
            ("Date", "day"),
            ("Time", "time"),
            ("Officer", "role"),
            ("What happened", "event"),
            ("Outcome / NFA", "action"),
            ("Informed", "told"),
            ("Date informed", "told_on"),
            ("Ref", "ref"),
            ("DASH", "note"),
        ),
        as_given=True,
    ),
    Layout(
        review="wren",
        source="hospital",
        file="millbrook.xlsx",
        days="4-Jun-14",
        told_days="04/06/2014",
        parts=("Attendances", "Letters"),
        title=(("Agency: Millbrook Hospital",), ("Prepared by the named nurse", "", "Draft 3"), ()),
        months=True,
        foot=(
            (),
            ("Abbreviations",),
            ("A&E", "Accident and emergency department"),
            ("EEG", "A tracing of the brain's activity"),
        ),
        columns=(
            ("Date of contact", "day"),
            ("Time", "time"),
            ("Professional", "role"),
            ("Details of contact", "event"),
            ("Outcome", "action"),
            ("Copied to", "told"),
            ("Date shared", "told_on"),
            ("Source of information", "ref"),
        ),
    ),
    Layout(
        review="wren",
        source="eastmarsh",
        file="eastmarsh_cs.csv",
        days="04/06/2014",
        told_days="04/06/2014",
        title=(("Agency: Eastmarsh children's services",), ("Author: principal social worker",), ()),
        columns=(
            ("Date of event", "day"),
            ("Worker", "role"),
            ("What happened", "event"),
            ("What was done", "action"),
            ("Who was told", "told"),
            ("When told", "told_on"),
            ("Child seen", "seen"),
            ("Record source", "ref"),
        ),
    ),
    Layout(
        review="wren",
        source="nursery",
        file="hollin_nursery.ods",
        days="4 June 2014",
        told_days="4 June 2014",
        parts=("Chronology",),
        title=(("Name of agency: Hollin Nursery",), ("We have never done one of these. Please ring.",), ()),
        columns=(
            ("Day", "day"),
            ("Staff", "role"),
            ("What happened", "event"),
            ("What we did", "action"),
            ("Who was told", "told"),
            ("Date told", "told_on"),
        ),
    ),
    Layout(
        review="wren",
        source="surgery",
        file="alder_street_surgery.csv",
        days="04-Jun-14",
        told_days="04-Jun-14",
        title=(("Organisation: Alder Street Surgery",),),
        columns=(
            ("Consultation date", "day"),
            ("Staff role", "role"),
            ("Consultation", "event"),
            ("Plan", "action"),
            ("Referred to", "told"),
            ("Date of referral", "told_on"),
            ("Source", "ref"),
        ),
    ),
    Layout(
        review="wren",
        source="health",
        file="community_health.docx",
        days="4 Jun 2014",
        told_days="4.6.14",
        parts=("table 1",),
        above=("Agency: Fenshire Community Health", "Health visiting and school nursing, both areas"),
        months=True,
        columns=(
            ("Date", "day"),
            ("Time", "time"),
            ("Practitioner", "role"),
            ("Event", "event"),
            ("Action", "action"),
            ("Agencies informed", "told"),
            ("Date informed", "told_on"),
            ("Child seen", "seen"),
            ("Source", "ref"),
        ),
    ),
    Layout(
        review="heron",
        source="eastmarsh",
        file="eastmarsh_cs_heron.csv",
        days="04/06/2014",
        told_days="04/06/2014",
        title=(("Agency: Eastmarsh children's services",), ()),
        columns=(
            ("Date of event", "day"),
            ("Time", "time"),
            ("Worker", "role"),
            ("What happened", "event"),
            ("What was done", "action"),
            ("Who was told", "told"),
            ("When told", "told_on"),
            ("Child seen", "seen"),
            ("Record source", "ref"),
        ),
    ),
    Layout(
        review="heron",
        source="homes",
        file="eastmarsh_homes.xlsx",
        days="date",
        told_days="04/06/2014",
        parts=("Tenancy log",),
        title=(("Agency: Eastmarsh Homes",), ()),
        columns=(
            ("Date", "day"),
            ("Officer", "role"),
            ("Details", "event"),
            ("Action taken", "action"),
            ("Reference", "ref"),
        ),
    ),
    Layout(
        review="heron",
        source="health",
        file="community_health_heron.docx",
        days="4 Jun 2014",
        told_days="4.6.14",
        parts=("table 1",),
        above=("Agency: Fenshire Community Health",),
        columns=(
            ("Date", "day"),
            ("Practitioner", "role"),
            ("Event", "event"),
            ("Action", "action"),
            ("Agencies informed", "told"),
            ("Date informed", "told_on"),
            ("Child seen", "seen"),
            ("Source", "ref"),
        ),
    ),
)
