"""What a pack says of papers, read key by key: documents, publication, how long a thing is kept."""

from __future__ import annotations

from candour.domain.deadlines import Unit
from candour.domain.packs.tables import Table
from candour.domain.rules.papers import Document, Kept, Notice, PaperStage, Publication, Retention
from candour.domain.rules.reading_clocks import read_length


def read_document(table: Table) -> Document:
    """A row of [[documents]]."""
    return Document(
        name=table.slug("name"),
        title=table.text("title"),
        stage=table.choice("stage", PaperStage),
        says=table.text("says"),
        citation=table.text("citation"),
        verified=table.truth("verified"),
    )


def read_publication(table: Table) -> Publication:
    """[publication], with its notice and how long it is kept, where the law gives them."""
    notice, kept = table.optional_table("notice"), table.optional_table("kept")
    return Publication(
        says=table.texts("says", least=1),
        citation=table.text("citation"),
        verified=table.truth("verified"),
        notice=_notice(notice) if notice else None,
        kept=_kept(kept) if kept else None,
    )


def read_retention(table: Table) -> Retention:
    """A row of [[retention]]."""
    length, unit = read_length(table)
    return Retention(
        what=table.text("what"),
        says=table.text("says"),
        length=length,
        unit=unit,
        citation=table.text("citation"),
        verified=table.truth("verified"),
    )


def _notice(table: Table) -> Notice:
    return Notice(
        to=table.text("to"),
        length=table.number("length"),
        unit=table.choice("unit", Unit),
        citation=table.text("citation"),
        verified=table.truth("verified"),
    )


def _kept(table: Table) -> Kept:
    return Kept(
        length=table.number("length"),
        unit=table.choice("unit", Unit),
        citation=table.text("citation"),
        verified=table.truth("verified"),
    )
