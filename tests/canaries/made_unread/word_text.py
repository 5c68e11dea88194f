"""Words a reader of a Word document sees or can bring to sight, broken up or coded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.canaries.made_unread.building import quoted, word, word_body

MC = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
MATHS = {"m": "http://schemas.openxmlformats.org/officeDocument/2006/math"}


def _p(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def _t(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{quoted(words)}</w:t></w:r>'


def name_a_cell_a_letter(secret: str, folder: Path) -> Path:
    """A row of a table, one letter in each cell, as in a form with boxes."""
    cells = "".join(f"<w:tc><w:tcPr/>{_p(_t(each))}</w:tc>" for each in secret)
    return word_body(folder, f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl>", _p(""))


def name_a_paragraph_a_letter(secret: str, folder: Path) -> Path:
    """One letter a paragraph, down the page."""
    return word_body(folder, *[_p(_t(each)) for each in secret])


def name_from_a_field_of_codes(secret: str, folder: Path) -> Path:
    """{ QUOTE 77 97 114 .. }: Word shows the characters of these codes when fields are updated."""
    codes = " ".join(str(ord(each)) for each in secret)
    return word_body(folder, _p(f'<w:fldSimple w:instr=" QUOTE {codes} ">{_t("?")}</w:fldSimple>'))


def name_in_an_instruction_in_pieces(secret: str, folder: Path) -> Path:
    """A field's instruction broken over runs of two letters; its shown result says something else."""
    pieces = [secret[at : at + 2] for at in range(0, len(secret), 2)]
    runs = "".join(f'<w:r><w:instrText xml:space="preserve">{each}</w:instrText></w:r>' for each in pieces)
    begin, mid, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return word_body(
        folder, _p(begin + _t("COMMENTS ").replace("w:t", "w:instrText") + runs + mid + _t("a") + end)
    )


def name_in_symbols(secret: str, folder: Path) -> Path:
    """Each letter a w:sym at its private code F0xx, as Insert Symbol writes them."""
    signs = "".join(f'<w:r><w:sym w:font="Arial" w:char="F0{ord(each):02X}"/></w:r>' for each in secret)
    return word_body(folder, _p(signs))


def name_with_optional_hyphens(secret: str, folder: Path) -> Path:
    """An optional hyphen as an element between all letters: not seen, and no character in the text."""
    kept = '<w:t xml:space="preserve">{}</w:t>'
    return word_body(folder, _p(f"<w:r>{'<w:softHyphen/>'.join(kept.format(each) for each in secret)}</w:r>"))


def name_with_other_runs_between(secret: str, folder: Path) -> Path:
    """Letters are shown; between them stand hidden runs with an x, so the file's words are Mxaxrx.."""
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>"
    return word_body(folder, _p(hidden.join(_t(each) for each in secret)))


def name_in_a_formula(secret: str, folder: Path) -> Path:
    """Office Math, one m:r a letter, each of them in a base with an empty subscript."""
    signs = "".join(
        f'<m:sSub><m:e><m:r><m:t xml:space="preserve">{each}</m:t></m:r></m:e><m:sub/></m:sSub>'
        for each in secret
    )
    return word_body(folder, _p(f"<m:oMath>{signs}</m:oMath>"), also=MATHS)


def name_as_lettering(secret: str, folder: Path) -> Path:
    """WordArt in the fallback that new programs leave out: letters parted by zero-width joiners."""
    put = "‍".join(secret)
    choice = '<mc:Choice Requires="wps"/>'
    shape = f'<w:r><w:pict><v:shape><v:textpath on="t" string="{quoted(put)}"/></v:shape></w:pict></w:r>'
    return word_body(
        folder,
        _p(f"<mc:AlternateContent>{choice}<mc:Fallback>{shape}</mc:Fallback></mc:AlternateContent>"),
        also=MC,
    )


def name_above_the_letters(secret: str, folder: Path) -> Path:
    """Phonetic guide: the base says nothing, the small letters above it are the secret, one a base."""
    sizes = "".join(f'<w:{each} w:val="20"/>' for each in ("hps", "hpsRaise", "hpsBaseText"))
    how = f'<w:rubyPr><w:rubyAlign w:val="center"/>{sizes}<w:lid w:val="en-GB"/></w:rubyPr>'
    base = f"<w:rubyBase>{_t('o')}</w:rubyBase>"
    rubies = "".join(f"<w:r><w:ruby>{how}<w:rt>{_t(each)}</w:rt>{base}</w:ruby></w:r>" for each in secret)
    return word_body(folder, _p(rubies))


def name_run_backwards(secret: str, folder: Path) -> Path:
    """Stored from the end, shown right by a right-to-left override character."""
    return word(folder, lambda made: made.add_paragraph("Seen: ‮" + secret[::-1] + "‬"))


def name_in_mathematical_letters(secret: str, folder: Path) -> Path:
    """Bold script letters from beyond the first plane, as social media writes them."""
    styled = "".join(
        chr(0x1D4D0 + ord(each) - 65)
        if each.isupper()
        else chr(0x1D4EA + ord(each) - 97)
        if each.islower()
        else each
        for each in secret
    )
    return word(folder, lambda made: made.add_paragraph(styled))


def name_in_letters_of_three_scripts(secret: str, folder: Path) -> Path:
    """Cyrillic, Greek and Armenian letters that look the same."""
    twins = str.maketrans("aceioMOuhs", "асеіоΜОսһѕ")
    return word(folder, lambda made: made.add_paragraph(secret.translate(twins)))


def day_behind_a_date_control(secret: str, folder: Path) -> Path:
    """A date picker: it shows "that day", and keeps the whole day in w:fullDate."""
    control = (
        f'<w:sdt><w:sdtPr><w:date w:fullDate="{secret}T00:00:00Z"><w:dateFormat w:val="MMMM"/>'
        "</w:date></w:sdtPr>"
        f"<w:sdtContent>{_t('that day')}</w:sdtContent></w:sdt>"
    )
    return word_body(folder, _p(control))


def day_in_words(secret: str, folder: Path) -> Path:
    """ "on the eighth of November two thousand and three": no digit at all."""
    day = date.fromisoformat(secret)
    nth = {8: "eighth", 17: "seventeenth"}[day.day]
    year = {2003: "two thousand and three", 1987: "nineteen eighty-seven"}[day.year]
    return word(folder, lambda made: made.add_paragraph(f"Born on the {nth} of {day:%B}, {year}."))


def day_in_a_table_of_three(secret: str, folder: Path) -> Path:
    """Day, month and year in three cells under their headings."""
    day = date.fromisoformat(secret)

    def change(made: object) -> None:
        table = made.add_table(rows=2, cols=3)
        for at, (head, value) in enumerate([("Day", day.day), ("Month", f"{day:%b}"), ("Year", day.year)]):
            table.cell(0, at).text, table.cell(1, at).text = head, str(value)

    return word(folder, change)


def number_in_circled_digits(secret: str, folder: Path) -> Path:
    """Full-width, circled and superscript digits in turn."""
    sets = ["０１２３４５６７８９", "⓪①②③④⑤⑥⑦⑧⑨", "⁰¹²³⁴⁵⁶⁷⁸⁹"]
    put = "".join(sets[at % 3][int(each)] if each.isdigit() else each for at, each in enumerate(secret))
    return word(folder, lambda made: made.add_paragraph("Number " + put))


def number_in_words(secret: str, folder: Path) -> Path:
    """Every digit said aloud: nine four three .."""
    said = "zero one two three four five six seven eight nine".split()
    put = " ".join(said[int(each)] for each in secret if each.isdigit())
    return word(folder, lambda made: made.add_paragraph("The number is " + put))
