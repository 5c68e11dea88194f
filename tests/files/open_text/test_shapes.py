"""What a plain report does not need is warned of, and the gate's own strict check makes it a "cannot"."""

from __future__ import annotations

from pathlib import Path

from candour.domain.leaks import Finder
from candour.files.open_text.checking import Verdict, check
from candour.files.open_text.reading import read, read_file
from tests.canaries import outside_channels, page_channels, pdf_channels, word_channels
from tests.canaries.made_channels import HARMLESS, channels, secret_for
from tests.canaries.secret import OTHER_REGISTER
from tests.cases import every

ODD = {
    "pdf": """
        unseen ink | white ink | tiny | off the page | left of the page | clipped away | under a box |
        switched-off layer | name of a layer | form not drawn | note | author of a note |
        appearance of a hidden stamp | script | name of a property | form field | any string of the root
        | stream that nothing uses | earlier version | object in no table | after the end |
        before the beginning | comment in a drawing
    """,
    "docx": """
        hidden | hidden letters between | tracked insertion | tracked deletion | author of a change |
        comment | people | document variable | glossary | own property | custom XML | tag of custom XML
        | comment in the XML | white
    """,
    "html": """
        comment | conditional comment | own data attribute | name of an attribute | name of a tag |
        hidden field | hidden element | white text | script | JSON-LD | style text |
        style text with escapes | style attribute | style comment | template | noscript |
        frame in an attribute | processing instruction | doctype | backwards by style
    """,
}
MADE = {
    "pdf": pdf_channels.BYTES, "docx": word_channels.BYTES, "html": page_channels.BYTES,
}  # fmt: skip
CASES = [(kind, name) for kind, names in ODD.items() for name in map(str.strip, names.split("|"))]
ODD_BOOKS = (
    "hidden_row hidden_column very_hidden_sheet note_on_a_cell defined_name property_of_ones_own "
    "phonetic_text"
).split()
ODD_CORNERS = """
    threaded_comment person_of_a_threaded_comment values_of_another_workbook items_a_pivot_remembers
    connection who_shares_the_file path_where_it_was_saved scenario slicer custom_part
    comment_among_the_cells log_of_a_shared_workbook entity_of_its_own table_of_a_query mapping_of_xml
    ribbon_of_ones_own
""".split()
BOOKS = [f"workbooks: {name}" for name in ODD_BOOKS] + [f"workbook_corners: {name}" for name in ODD_CORNERS]
CHANNELS = channels("tests.canaries.made_first")


@every("case", CASES)
def test_what_a_plain_report_does_not_need_is_warned_of(case: tuple[str, str]) -> None:
    kind, name = case
    opened = read_file("canary", MADE[kind][name])

    assert opened.warnings or opened.cannot


@every("channel", BOOKS)
def test_what_a_plain_workbook_does_not_need_is_warned_of(channel: str, tmp_path: Path) -> None:
    opened = read(CHANNELS[channel](HARMLESS[secret_for(channel)], tmp_path))

    assert opened.warnings or opened.cannot


def test_the_strict_gate_cannot_check_what_is_warned_of(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(outside_channels.clipped())

    finder = Finder(OTHER_REGISTER)
    verdicts = [check([path], OTHER_REGISTER, finder, strict=strict)[0].verdict for strict in (False, True)]

    assert verdicts == [Verdict.CLEAN, Verdict.CANNOT]


@every(
    ("rule", "hides"),
    [
        ("font-size: 1.6em", False),
        ("font-size:1em", False),
        ("font-size:100%", False),
        ("font:0.9em/1.4 Georgia", False),
        ("font-size:1px", True),
        ("font-size: 0", True),
        ("font-size:.1em!important", True),
        ("font:0/0 serif", True),
    ],
)
def test_letters_too_small_to_see_are_warned_of_and_a_heading_is_not(rule: str, hides: bool) -> None:
    page = f"<!doctype html><style>h1{{{rule}}}</style><p>It was cold.</p>"

    assert bool(read_file("canary", page.encode()).warnings) is hides
