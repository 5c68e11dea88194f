"""Leak channels of a fourth stranger that passed at the first try, and clean files that were refused."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Pdf, String

from tests.canaries import pdf_channels as pdf
from tests.canaries.outside_channels import page

NUMBERED = "".join(f"<p>{n}. The panel met in spring.</p>" for n in range(1, 6))


def boxes(*values: str) -> bytes:
    """A form whose values stand in a field each."""

    def fill(made: Pdf) -> None:
        fields = [made.make_indirect(Dictionary(FT="/Tx", T="box", V=String(value))) for value in values]
        made.Root.AcroForm = Dictionary(Fields=Array(fields))

    return pdf.changed(fill)


MISSED: dict[str, bytes] = {
    "an old long s": page("<p>Mariſol was upstairs</p>"),
    "number in boxes of a form": page("<p><input value=943><input value=476><input value=5919></p>"),
    "day in fields of a PDF": boxes("08", "11", "2003"),
    "day in cells below numbered paragraphs": page(
        f"{NUMBERED}<table><tr><th>Day<th>Month<th>Year<tr><td>08<td>11<td>2003</table>"
    ),
    "day of the month that the heading tells": page(
        "<h3>November 2003</h3><p>Child A was born on the 8th of that month.</p>"
    ),
    "letters turned by a script that says so": page("<script>rot13('Gbovnu')</script>"),
}
CLEAN_FILES: dict[str, bytes] = {
    "a table of months by years": page(
        "<table><tr><th>Month<th>2002<th>2003<tr><td>November<td>8<td>9<tr><td>December<td>4<td>1</table>"
    ),
    "day of a month that no heading tells": page("<p>Born on the 8th of that month. November 2003.</p>"),
    "boxes of another form": boxes("08", "12", "2003"),
    "a heading in large letters": page("", before="<style>h1{font-size:1.6em} p{font-size:1em}</style>"),
}
