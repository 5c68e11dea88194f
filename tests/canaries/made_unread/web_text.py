"""Web pages whose reader sees the secret, though the file's words are others."""

from __future__ import annotations

import base64
from datetime import date
from pathlib import Path

from PIL import Image, ImageDraw

from tests.canaries.made_unread.building import quoted, web


def name_by_a_style_sheet(secret: str, folder: Path) -> Path:
    """content: in CSS escapes, before an empty element."""
    coded = "".join(f"\\{ord(each):x} " for each in secret)
    return web(folder, '<p class="a"></p>', f'<style>.a::before{{content:"{coded}"}}</style>')


def name_by_many_rules(secret: str, folder: Path) -> Path:
    """One empty span a letter, each letter in a rule of its own."""
    rules = "".join(f'#s{at}::after{{content:"{each}"}}' for at, each in enumerate(secret))
    return web(
        folder, "".join(f'<span id="s{at}"></span>' for at in range(len(secret))), f"<style>{rules}</style>"
    )


def name_laid_out_from_the_right(secret: str, folder: Path) -> Path:
    """Letters from the end in a row that runs from right to left."""
    letters = "".join(f"<span>{each.replace(' ', '&nbsp;')}</span>" for each in reversed(secret))
    return web(folder, f'<div style="display:inline-flex;flex-direction:row-reverse">{letters}</div>')


def name_set_in_order_by_numbers(secret: str, folder: Path) -> Path:
    """Letters in the alphabet's order; the style's order: numbers put them right."""
    letters = sorted(enumerate(secret), key=lambda each: each[1])
    spans = "".join(f'<b style="order:{at}">{each.replace(" ", "&nbsp;")}</b>' for at, each in letters)
    return web(folder, f'<div style="display:flex">{spans}</div>')


def name_among_letters_not_shown(secret: str, folder: Path) -> Path:
    """Between the letters stand others that the style takes away."""
    return web(
        folder,
        "<p>" + "<i>x</i>".join(each for each in secret) + "</p>",
        "<style>p i{display:none}</style>",
    )


def name_broken_by_comments(secret: str, folder: Path) -> Path:
    """A comment, a break opportunity and an empty element by turns between the letters."""
    between = ["<!-- a -->", "<wbr>", "<b></b>", "&zwnj;", "&shy;", "&#8288;"]
    return web(folder, "<p>" + "".join(each + between[at % 6] for at, each in enumerate(secret)) + "</p>")


def name_in_entities_without_their_end(secret: str, folder: Path) -> Path:
    """&#0000077&#0000097: browsers need neither the semicolon nor care for noughts."""
    return web(folder, "<p>" + "".join(f"&#{ord(each):07d}" for each in secret) + "</p>")


def name_in_named_script_letters(secret: str, folder: Path) -> Path:
    """&Mfr;&afr;&rfr;..: HTML's own names of Fraktur letters."""
    return web(folder, "<p>" + "".join(f"&{each}fr;" if each != " " else " " for each in secret) + "</p>")


def name_turned_by_its_direction(secret: str, folder: Path) -> Path:
    """Stored from its end within bdo dir=rtl."""
    return web(folder, f'<p><bdo dir="rtl">{secret[::-1]}</bdo></p>')


def name_down_a_tables_column(secret: str, folder: Path) -> Path:
    """Second column, one letter a row; other words in the first and third."""
    rows = "".join(f"<tr><td>visit<td>{quoted(each)}<td>kept" for each in secret)
    return web(folder, f"<table>{rows}</table>")


def name_spelt_aloud(secret: str, folder: Path) -> Path:
    """M-a-r-i-s-o-l, as one spells over the telephone."""
    return web(folder, "<p>" + ", ".join("-".join(each) for each in secret.split()) + "</p>")


def name_in_the_telephone_alphabet(secret: str, folder: Path) -> Path:
    """Mike Alfa Romeo India ..: the alphabet every police officer knows."""
    said = (
        "Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike "
        "November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu"
    ).split()
    put = " ".join(said[ord(each) - 97] for each in secret.lower() if each.isalpha())
    return web(folder, f"<p>{put}</p>")


def name_in_a_drawing_letter_by_letter(secret: str, folder: Path) -> Path:
    """SVG text with each letter in a tspan at its own place, drawn from the last."""
    spans = "".join(
        f'<tspan x="{12 * at}">{quoted(each)}</tspan>' for at, each in reversed(list(enumerate(secret)))
    )
    return web(folder, f'<svg viewBox="0 0 300 20"><text y="15">{spans}</text></svg>')


def name_in_a_picture_of_lines(secret: str, folder: Path) -> Path:
    """An SVG path of little squares: no letter in the file, letters on the page."""
    grid = Image.new("1", (8 * len(secret), 12))
    ImageDraw.Draw(grid).text((0, 0), secret, fill=1)
    dots = "".join(
        f"M{x} {y}h1v1h-1z" for x in range(grid.width) for y in range(grid.height) if grid.getpixel((x, y))
    )
    return web(folder, f'<svg viewBox="0 0 {grid.width} 12"><path d="{dots}"/></svg>')


def name_in_an_inner_picture(secret: str, folder: Path) -> Path:
    """An image whose address is a whole SVG in base64, its text coded as entities."""
    letters = "".join(f"&#{ord(each)};" for each in secret)
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg"><text y="15">{letters}</text></svg>'
    return web(
        folder, f'<img alt="" src="data:image/svg+xml;base64,{base64.b64encode(drawn.encode()).decode()}">'
    )


def name_in_pages_within_pages(secret: str, folder: Path) -> Path:
    """srcdoc in srcdoc: each entity is escaped three times."""
    inner = "".join(f"&#{ord(each)};" for each in secret)
    for _ in range(2):
        inner = f'<iframe srcdoc="{quoted(inner)}"></iframe>'
    return web(folder, inner)


def day_of_the_year(secret: str, folder: Path) -> Path:
    """The year and the number of its day: 2003-312, as some systems write days."""
    return web(folder, f"<p>Born <time>{date.fromisoformat(secret):%Y-%j}</time></p>")


def day_of_the_week(secret: str, folder: Path) -> Path:
    """The ISO week date: 2003-W45-6."""
    year, week, day = date.fromisoformat(secret).isocalendar()
    return web(folder, f'<p>Born <time datetime="{year}-W{week:02d}-{day}">then</time></p>')


def day_in_roman_months(secret: str, folder: Path) -> Path:
    """8.xi.03"""
    day = date.fromisoformat(secret)
    month = "i ii iii iv v vi vii viii ix x xi xii".split()[day.month - 1]
    return web(folder, f"<p>d.o.b. {day.day}.{month}.{day:%Y}</p>")


def number_in_other_digits(secret: str, folder: Path) -> Path:
    """Arabic and Devanagari digits by turns."""
    put = "".join(
        chr((0x660 if at % 2 else 0x966) + int(each)) if each.isdigit() else each
        for at, each in enumerate(secret)
    )
    return web(folder, f"<p>{put}</p>")


def number_as_keys_of_elements(secret: str, folder: Path) -> Path:
    """Ten ordered lists whose first number is set by start=: the page shows 9. 4. 3. .."""
    lists = "".join(f'<ol start="{each}"><li></ol>' for each in secret if each.isdigit())
    return web(folder, lists)
